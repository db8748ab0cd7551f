"""Limited Markdown lets through what it names, and nothing else."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import markdown
from generator.text.markdown import _TAGS


class Seen(HTMLParser):
    """What a browser would make of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
            elif (name, value) != ("rel", "noopener noreferrer"):
                self.other.append(name)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)


def assert_harmless(text: str) -> Seen:
    seen = Seen(markdown(text))
    assert set(seen.tags) <= _TAGS
    assert [] == seen.other
    assert {urlsplit(link.strip()).scheme for link in seen.links} <= {"", "http", "https", "mailto"}
    return seen


@pytest.mark.parametrize(
    "text, html",
    [
        ("One\ntwo\n\nthree", "<p>One\ntwo</p>\n<p>three</p>\n"),
        ("One  \ntwo", "<p>One<br>\ntwo</p>\n"),
        ("*so* and **so**", "<p><em>so</em> and <strong>so</strong></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("## Contact\n\n### Post", "<h2>Contact</h2>\n<h3>Post</h3>\n"),
        (
            "[site](https://example.org/a?b=c&d)",
            '<p><a href="https://example.org/a?b=c&amp;d" rel="noopener noreferrer">site</a></p>\n',
        ),
        (
            "[post](mailto:office@example.org)",
            '<p><a href="mailto:office@example.org" rel="noopener noreferrer">post</a></p>\n',
        ),
        (r"5 \* 3", "<p>5 * 3</p>\n"),
    ],
)
def test_what_it_knows_becomes_html(text: str, html: str) -> None:
    assert html == markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=https://example.org/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<p onclick="alert(1)">x</p>',
        "<iframe src=https://example.org></iframe>",
        "<style>*{display:none}</style>",
        "<!-- a comment -->",
        "<div\nonmouseover=alert(1)\n>x",
        "<<b>script>alert(1)<</b>/script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "# {onclick=alert(1)}",
        "x {: onclick=alert(1) }",
        "```html\n<script>alert(1)</script>\n```",
        "    <script>alert(1)</script>",
    ],
)
def test_html_is_text(text: str) -> None:
    assert set(assert_harmless(text).tags) <= {"p"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "<javascript:alert(1)>",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "java%0ascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "view-source:https://example.org",
    ],
)
def test_a_link_leads_to_the_web_or_to_a_mailbox(address: str) -> None:
    assert_harmless(f"[x]({address})")
    assert_harmless(f"[x][y]\n\n[y]: {address}")
    assert_harmless(f"<{address}>")


def test_a_link_carries_nothing_but_its_address() -> None:
    seen = assert_harmless('[x](https://example.org "y\\" onmouseover=\\"alert(1)")')
    assert ["https://example.org"] == seen.links


@pytest.mark.parametrize(
    "text", ["![x](https://example.org/x.png)", "![x][y]\n\n[y]: https://example.org/x.png"]
)
def test_no_image_is_fetched(text: str) -> None:
    assert "img" not in assert_harmless(text).tags


@pytest.mark.parametrize("text", ["<https://example.org>", "https://example.org", "a@example.org"])
def test_an_address_alone_is_no_link(text: str) -> None:
    assert [] == assert_harmless(text).links


@pytest.mark.parametrize(
    "text", ['--8<-- "/etc/passwd"', "{{ 7 * 7 }}", "{% include 'x' %}", "${7*7}"]
)
def test_nothing_is_included_or_computed(text: str) -> None:
    html = markdown(text)
    assert "49" not in html
    assert "root:" not in html


@pytest.mark.parametrize("unit", ["[", "*", "- ", "**a", "[a](", "> ", "1. ", "_a_ ", "\\", "`"])
def test_a_text_made_to_be_slow_is_read(unit: str) -> None:
    assert_harmless(unit * 2000)


@given(st.text(alphabet=st.sampled_from(list("<>[]()!*_#-:&;\"'`\\/=. \nabjs1")), max_size=60))
def test_whatever_is_written_nothing_dangerous_comes_out(text: str) -> None:
    assert_harmless(text)
