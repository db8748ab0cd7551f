"""A small invented site: what the theme gets from below, without a registry."""

import re
from datetime import date
from html import escape
from pathlib import Path

from generator import addresses
from generator.pages.page import Page, Rendered, ready
from generator.site import Assembly, Settings

LANGUAGES = ("vi", "en")
SITE_ADDRESS = "https://example.org/portal/"
SETTINGS = Settings(registry=Path("registry"), as_of=date(2032, 1, 1))

_TITLES = {
    "vi": {
        "": "Trang chủ",
        "commitments/": "Cam kết",
        "commitments/orchard-railway/": "Đường sắt Vườn Táo",
        "commitments/lantern-power/": "Điện gió Đèn Lồng",
        "agencies/": "Cơ quan",
        "agencies/office/": "Văn phòng <Mẫu>",
        "404.html": "Không tìm thấy trang",
    },
    "en": {
        "": "Home",
        "commitments/": "Commitments",
        "commitments/orchard-railway/": "Orchard railway",
        "commitments/lantern-power/": "Lantern wind power",
        "agencies/": "Agencies",
        "agencies/office/": "Office of <Samples>",
    },
}

_INTERFACE = {
    "vi": {
        "about": "Giới thiệu",
        "as_of": "Số liệu đến 1/4/2032",
        "build_page": "Bản dựng này",
        "contents": "Nội dung",
        "feed": "Thay đổi",
        "footer_notice": "Dữ liệu mẫu.",
        "language": "Ngôn ngữ",
        "licence": "CC BY 4.0",
        "menu": "Mục",
        "methodology": "Phương pháp",
        "scheme_dark": "Chuyển sang màu tối",
        "scheme_light": "Chuyển sang màu sáng",
        "scheme_system": "Theo màu của thiết bị",
        "search": "Tìm kiếm",
        "search_description": "Tìm trong các cam kết.",
        "search_failed": "Không tải được chỉ mục.",
        "search_found": "Số trang tìm thấy: {count}",
        "search_hint": "Có dấu hoặc không dấu",
        "search_more": "Xem thêm",
        "search_none": "Không tìm thấy.",
        "search_working": "Đang tìm…",
        "search_without_script": "Tìm kiếm cần JavaScript. Mọi hồ sơ đều có trong các danh mục:",
        "sections": "Các mục",
        "skip_to_content": "Đến nội dung",
    },
    "en": {
        "about": "About",
        "as_of": 'Data as of "1 April" 2032',
        "build_page": "This build",
        "contents": "Contents",
        "feed": "Changes",
        "footer_notice": "Sample data.",
        "language": "Language",
        "licence": "CC BY 4.0",
        "menu": "Menu",
        "methodology": "Methodology",
        "scheme_dark": "Switch to dark colours",
        "scheme_light": "Switch to light colours",
        "scheme_system": "Use the device's colours",
        "search": "Search",
        "search_description": "Search the commitments.",
        "search_failed": "The index could not be loaded.",
        "search_found": "Pages found: {count}",
        "search_hint": "With or without diacritics",
        "search_more": "Show more",
        "search_none": "Nothing found.",
        "search_working": "Searching…",
        "search_without_script": "Searching needs JavaScript. These lists lead to every record:",
        "sections": "Sections",
        "skip_to_content": "Skip to content",
    },
}


def assembly(**changes: object) -> Assembly:
    """The site, with some of its parts changed."""
    parts: dict[str, object] = {
        "pages": [
            _page(language, address) for language in LANGUAGES for address in _TITLES[language]
        ],
        "navigation": {
            language: [
                (_TITLES[language][address], address)
                for address in (addresses.HOME, addresses.COMMITMENTS, addresses.AGENCIES)
            ]
            for language in LANGUAGES
        },
        "title": {"vi": "Cổng & Mẫu", "en": "Sample & Portal"},
        "interface": _INTERFACE,
        "site_address": SITE_ADDRESS,
        "build": {"edition": "public"},
    }
    return Assembly(**{**parts, **changes})  # type: ignore[arg-type]


def specimen() -> Page:
    """A page that shows each component of the style sheet; only English has it."""
    body = (Path(__file__).parent / "specimen.html").read_text(encoding="utf-8")
    contents = re.findall(r'<h2 id="([^"]+)">([^<]+)<', body)
    return Page("specimen/", "en", "specimen", "Specimen", "", ready(body), tuple(contents))


def _page(language: str, address: str) -> Page:
    title = _TITLES[language][address]
    label = {"vi": "Tiến độ", "en": "Progress"}[language]
    source = {"vi": "Nguồn", "en": "Sources"}[language]
    return Page(
        address=address,
        language=language,
        kind="error" if address == addresses.ERROR else "record",
        title=title,
        description=f"{title}: “{label}”",
        render=lambda: Rendered(
            f"<h1>{escape(title)}</h1><p>{escape(title)}.</p>"
            f'<h2 id="progress">{label}</h2><p>{label}: 100 %</p>'
            f'<h2 id="sources">{source}</h2>',
            {"charts/delivery.svg": b"<svg/>"} if address == addresses.HOME else {},
        ),
        contents=(("progress", label), ("sources", source)) if address.count("/") > 1 else (),
        searchable=address != addresses.ERROR,
    )
