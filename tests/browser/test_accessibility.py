"""axe finds nothing on a page of each kind, in both schemes, on a phone and on a desk."""

import pytest

from tests.browser import axe
from tests.browser.kinds import Kind, each_kind
from tests.browser.reader import Reader


@pytest.fixture(autouse=True)
def axe_is_installed() -> None:
    if not axe.SCRIPT.is_file():
        pytest.skip("axe-core is not installed")


@each_kind
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_and_is_unsure_of_nothing(
    reader: Reader, kind: Kind, width: int
) -> None:
    page = reader.sees(kind, width=width)
    assert [] == axe.check(page)
    page.emulate_media(color_scheme="dark")
    assert [] == axe.check(page, colours_alone=True)
