"""`portal serve` shows findings on pages and reloads them, under the policy that pages have."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import expect

from generator.cli.invocation import Invocation
from generator.cli.preview import Preview
from tests.browser.reader import Reader
from tests.browser.sites import Site
from tests.tools.registries import AS_OF, VALMORA


@pytest.fixture
def preview(sites: Mapping[str, Site]) -> Iterator[Preview]:
    """A preview of a site that is built already."""
    with Preview(Invocation(VALMORA, as_of=AS_OF), 0) as preview:
        preview.site = sites["rich"].folder
        yield preview


def test_a_page_reloads_after_a_build_and_shows_what_is_wrong(
    reader: Reader, preview: Preview
) -> None:
    reader.homes = {"preview": preview.address}
    page = reader.opens("agencies/", "preview")
    expect(page.get_by_role("alert")).to_have_count(0)
    preview.problems = ["agencies/energy.yml:1: SCHEMA01 <b>wrong</b>"]
    preview.builds += 1
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("agencies/energy.yml:1: SCHEMA01 <b>wrong</b>")
    expect(alert).to_have_css("position", "sticky")
    expect(alert).to_have_css("color", "rgb(11, 12, 12)")
