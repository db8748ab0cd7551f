"""The settings, texts and vocabularies of a synthetic registry."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.synthetic.common import FIRST_REPORT, Data
from benchmarks.synthetic.words import Writer

COORDINATOR = "mfa"
"""The agency that coordinates the registry."""

FIELDS = {
    "politics_diplomacy": "Chính trị, ngoại giao|Politics and diplomacy",
    "economy_trade_investment": "Kinh tế, thương mại, đầu tư|Economy, trade and investment",
    "science_technology_innovation": "Khoa học, công nghệ|Science, technology and innovation",
    "education_training": "Giáo dục, đào tạo|Education and training",
    "energy": "Năng lượng|Energy",
    "security_defence": "An ninh, quốc phòng|Security and defence",
    "construction": "Xây dựng|Construction",
    "agriculture_environment": "Nông nghiệp, môi trường|Agriculture and environment",
    "health": "Y tế|Health",
    "labour": "Lao động|Labour",
    "culture": "Văn hóa|Culture",
    "justice": "Tư pháp|Justice",
    "people_to_people": "Giao lưu nhân dân|People-to-people exchange",
}
GROUNDS = {
    "international_relations": "Quan hệ quốc tế|International relations",
    "security_defence": "An ninh, quốc phòng|Security and defence",
    "commercial": "Bí mật kinh doanh|Commercial confidence",
    "negotiation": "Đang đàm phán|Under negotiation",
}
KINDS = {
    "ministry": "Bộ|Ministry",
    "ministry_level_agency": "Cơ quan ngang bộ|Ministry-level agency",
    "government_agency": "Cơ quan chính phủ|Government agency",
    "party_body": "Cơ quan đảng|Party body",
    "state_body": "Cơ quan nhà nước|State body",
    "assembly_body": "Cơ quan nghị viện|Body of the assembly",
    "mass_organisation": "Tổ chức nhân dân|Mass organisation",
    "subordinate_agency": "Cơ quan trực thuộc|Subordinate agency",
    "university": "Trường đại học|University",
    "province": "Tỉnh|Province",
    "state_enterprise": "Doanh nghiệp nhà nước|State enterprise",
    "private_enterprise": "Doanh nghiệp tư nhân|Private enterprise",
}
GROUPS = {
    "ministry": "all_ministries",
    "ministry_level_agency": "all_ministries",
    "government_agency": "all_agencies",
    "party_body": "all_agencies",
    "province": "all_localities",
}
SILENT_KINDS = ("assembly_body", "state_enterprise", "private_enterprise")
"""Agencies of these kinds owe no reports."""

_OTHERS: Mapping[str, Mapping[str, str]] = {
    "instrument-kinds": {
        "treaty": "Điều ước|Treaty",
        "agreement": "Hiệp định|Agreement",
        "mou": "Bản ghi nhớ|Memorandum of understanding",
        "joint_statement": "Tuyên bố chung|Joint statement",
        "contract": "Hợp đồng|Contract",
        "letter": "Công thư|Letter",
        "pledge": "Lời hứa|Pledge",
        "project": "Dự án|Project",
        "other": "Khác|Other",
    },
    "activity-kinds": {
        "visit_outbound": "Thăm nước ngoài|Visit abroad",
        "visit_inbound": "Đón khách|Visit received",
        "summit": "Hội nghị cấp cao|Summit",
        "conference": "Hội nghị|Conference",
        "ministerial_signing": "Lễ ký|Signing",
    },
    "difficulty-kinds": {
        "legal": "Pháp lý|Legal",
        "financial": "Tài chính|Financial",
        "technical": "Kỹ thuật|Technical",
        "land_clearance": "Giải phóng mặt bằng|Land clearance",
        "coordination": "Phối hợp|Coordination",
        "partner_side": "Phía đối tác|On the partner's side",
        "capacity": "Năng lực|Capacity",
    },
    "framework-levels": {
        "comprehensive_strategic": "Chiến lược toàn diện|Comprehensive strategic partnership",
        "strategic": "Chiến lược|Strategic partnership",
        "comprehensive": "Toàn diện|Comprehensive partnership",
    },
    "partner-kinds": {
        "country": "Quốc gia|Country",
        "company": "Doanh nghiệp|Company",
        "intergovernmental": "Tổ chức liên chính phủ|Intergovernmental organisation",
        "development_bank": "Ngân hàng phát triển|Development bank",
        "grouping": "Nhóm nước|Grouping",
        "development_agency": "Cơ quan phát triển|Development agency",
    },
    "partner-roles": {
        "party": "Bên tham gia|Party",
        "signatory": "Bên ký|Signatory",
        "depositary": "Cơ quan lưu chiểu|Depositary",
        "funder": "Bên tài trợ|Funder",
    },
    "project-categories": {
        "rail_link": "Đường sắt|Rail link",
        "energy_and_nuclear": "Năng lượng|Energy",
        "semiconductors": "Bán dẫn|Semiconductors",
        "other": "Khác|Other",
    },
}
VOCABULARIES: Mapping[str, Mapping[str, str]] = {
    "fields": FIELDS,
    "grounds": GROUNDS,
    "agency-kinds": KINDS,
    **_OTHERS,
}
CODES: Mapping[str, Sequence[str]] = {name: list(codes) for name, codes in VOCABULARIES.items()}
"""Vocabulary to its codes."""


def invented(writer: Writer) -> Data:
    """The note of every record."""
    return writer.known("Dữ liệu giả, bịa ra để thử.", "Synthetic: invented for tests.")


def settings(writer: Writer) -> Data:
    """The record `registry.yml`."""
    return {
        "schema_version": 1,
        "id": "registry",
        "title": writer.known(
            "Sổ cam kết giả định của Atlantis", "Synthetic registry of commitments of Atlantis"
        ),
        "publisher": writer.known("Bộ Ngoại giao Atlantis", "Atlantis Ministry of Foreign Affairs"),
        "country": "XA",
        "coordinating_agency": COORDINATOR,
        "site_address": "https://example.org/",
        "time_zone": "Asia/Ho_Chi_Minh",
        "languages": list(writer.languages),
        "terms": [
            {
                "id": f"term-{first}-{first + 4}",
                "title": writer.known(f"Nhiệm kỳ {first}-{first + 4}", f"Term {first}-{first + 4}"),
                "from_on": f"{first}-01-01",
                "to_on": f"{first + 4}-12-31",
            }
            for first in (2021, 2026)
        ],
        "reporting": {
            "cycle": "quarter",
            "days_allowed": 15,
            "first_period": f"{FIRST_REPORT.year}-Q{(FIRST_REPORT.month + 2) // 3}",
        },
        "limits": {"stale_days": 180, "assignment_days": 30},
        "withhold": [
            {"entity": "agencies", "key": "owners", "ground": "security_defence"},
        ],
        "retention": {"frozen_versions": 12},
        "licence": "CC-BY-4.0",
        "note": writer.known(
            "Toàn bộ sổ này là dữ liệu giả, do máy sinh ra để đo và thử. Atlantis không có thật.",
            "This whole registry is synthetic: a program made it up for measuring and testing. "
            "Atlantis does not exist.",
        ),
    }


def texts(writer: Writer) -> Iterator[Data]:
    """The publisher's own long texts."""
    for identifier, vi, en in (
        ("about", "Về trang này", "About"),
        ("contact", "Liên hệ", "Contact"),
        ("legal-notice", "Thông báo pháp lý", "Legal notice"),
    ):
        yield {
            "schema_version": 1,
            "id": identifier,
            "title": writer.known(vi, en),
            "body": writer.known(
                "**Dữ liệu giả.** Không có điều gì ở đây là thật.\n\n"
                "- Mọi tên, ngày và con số đều do máy sinh ra.\n- Không cơ quan nào có thật.",
                "**Synthetic data.** Nothing here is real.\n\n"
                "- A program made up every name, day and figure.\n- No agency here exists.",
            ),
        }


def vocabularies(writer: Writer) -> Iterator[Data]:
    """All vocabularies."""
    for name, labels in VOCABULARIES.items():
        codes: list[Data] = []
        for order, (code, label) in enumerate(labels.items(), 1):
            entry: Data = {"code": code, "label": writer.known(*label.split("|")), "order": order}
            if name == "grounds":
                entry["legal_basis"] = writer.known(
                    f"Điều {order}, luật giả định", f"Article {order} of an invented act"
                )
            if name == "agency-kinds":
                entry["reports"] = code not in SILENT_KINDS
                if code in GROUPS:
                    entry["groups"] = [GROUPS[code]]
            if order == 1:
                entry["description"] = writer.known("Loại hay gặp nhất.", "The most frequent one.")
            codes.append(entry)
        yield {"schema_version": 1, "id": name, "codes": codes, "note": invented(writer)}
