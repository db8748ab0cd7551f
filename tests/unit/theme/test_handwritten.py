"""The pages that are written by hand join the generated ones."""

from pathlib import Path

from generator.theme.handwritten import address_of


def test_the_name_of_a_source_is_address_and_language() -> None:
    assert ("using/", "en") == address_of("using.en.md")
    assert ("a/using/", "pt-BR") == address_of("a/using.pt-BR.md")


def test_a_hand_written_page_has_the_chrome_of_its_language(built: Path) -> None:
    page = (built / "en/using/index.html").read_text(encoding="utf-8")
    assert "<title>Using this site – Sample &amp; Portal</title>" in page
    assert '<meta name="description" content="How to find things here' in page
    assert 'href="../../using/" hreflang="vi"' in page
    assert 1 == page.count('<a class="skip"')
    assert '<a href="#reading-a-record">Reading a record</a>' in page


def test_the_footer_of_each_page_leads_to_it(built: Path) -> None:
    page = (built / "agencies/office/index.html").read_text(encoding="utf-8")
    assert '<a href="../../using/">Cách sử dụng trang này</a>' in page


def test_it_is_in_the_sitemap_and_can_be_found(built: Path) -> None:
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/portal/en/using/</loc>" in sitemap


def test_each_is_there_in_both_languages_of_this_project(root: Path) -> None:
    stems: dict[str, set[str]] = {}
    for path in (root / "site_templates/pages").glob("*.md"):
        address, language = address_of(path.name)
        stems.setdefault(address, set()).add(language)
    assert stems
    assert all({"vi", "en"} == languages for languages in stems.values())
