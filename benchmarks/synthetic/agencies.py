"""The agencies of a synthetic government, and how they passed into each other.

Ministries were merged in 2025, one of them split by field and one reached by a chain;
provinces were merged in 2025, one of them for the second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.synthetic.common import Data, inferred, record, rng_of, source, turn
from benchmarks.synthetic.settings import FIELDS, invented
from benchmarks.synthetic.words import Writer, latin, name, slug

MERGER = date(2025, 3, 1)
PROVINCES_MERGED = date(2025, 7, 1)
_DAY = timedelta(days=1)


@dataclass
class Body:
    """One agency, before it is written down."""

    id: str
    vi: str
    en: str
    kind: str
    fields: tuple[str, ...] = ()
    """What it signs commitments in; any field if empty."""
    begins: date | None = None
    ends: date | None = None
    parent: str = ""
    successors: list[tuple[str, date, tuple[str, ...]]] = field(default_factory=list)
    """(agency, first day, fields); without fields the default."""

    def active(self, first: date, last: date) -> bool:
        """Whether it exists all days from `first` to `last`."""
        return (self.begins is None or self.begins <= first) and (
            self.ends is None or last <= self.ends
        )

    def hand_over(self, to: str, day: date, *fields: str) -> None:
        """Pass everything on and end, or pass fields on."""
        self.successors.append((to, day, fields))
        if not fields:
            self.ends = day - _DAY


_MINISTRIES = """
mfa|Bộ Ngoại giao|Ministry of Foreign Affairs|politics_diplomacy people_to_people
trade|Bộ Thương mại|Ministry of Trade|economy_trade_investment energy
finance|Bộ Tài chính|Ministry of Finance|economy_trade_investment
planning|Bộ Kế hoạch|Ministry of Planning|economy_trade_investment
science|Bộ Khoa học|Ministry of Science|science_technology_innovation
information|Bộ Thông tin|Ministry of Information|science_technology_innovation culture
education|Bộ Giáo dục|Ministry of Education|education_training
power|Bộ Điện lực|Ministry of Power|energy
industry|Bộ Công nghiệp|Ministry of Industry|energy construction
defence|Bộ Quốc phòng|Ministry of Defence|security_defence
security|Bộ An ninh|Ministry of Security|security_defence justice
construction|Bộ Xây dựng|Ministry of Construction|construction
transport|Bộ Giao thông|Ministry of Transport|construction
agriculture|Bộ Nông nghiệp|Ministry of Agriculture|agriculture_environment
environment|Bộ Môi trường|Ministry of the Environment|agriculture_environment
land-and-sea|Bộ Đất và Biển|Ministry of Land and Sea|agriculture_environment
health|Bộ Y tế|Ministry of Health|health labour
social|Bộ Xã hội|Ministry of Social Affairs|labour education_training
home|Bộ Nội vụ|Ministry of Home Affairs|labour people_to_people
culture|Bộ Văn hóa|Ministry of Culture|culture people_to_people
justice|Bộ Tư pháp|Ministry of Justice|justice
"""
_OTHERS = """
central-bank|Ngân hàng trung ương|Central Bank|ministry_level_agency
inspectorate|Thanh tra|Inspectorate|ministry_level_agency
government-office|Văn phòng chính phủ|Government Office|ministry_level_agency
head-of-government|Người đứng đầu chính phủ|Head of Government|state_body
presidency|Văn phòng nguyên thủ|Office of the Head of State|state_body
rail-working-group|Tổ công tác đường sắt|Working Group on Railways|government_agency
energy-working-group|Tổ công tác năng lượng|Working Group on Energy|government_agency
academy|Viện hàn lâm|Academy of Sciences|government_agency
broadcaster|Đài phát thanh|Broadcaster|government_agency
news-agency|Thông tấn xã|News Agency|government_agency
external-commission|Ban đối ngoại|Commission for External Affairs|party_body
economic-commission|Ban kinh tế|Commission for the Economy|party_body
assembly-foreign|Ủy ban đối ngoại nghị viện|Assembly Committee on Foreign Affairs|assembly_body
assembly-law|Ủy ban luật nghị viện|Assembly Committee on Law|assembly_body
women-union|Hội phụ nữ|Union of Women|mass_organisation
youth-union|Đoàn thanh niên|Union of Youth|mass_organisation
friendship-union|Hội hữu nghị|Union of Friendship|mass_organisation
"""
_RENAMED_EVERY = 3
_OLD_PROVINCES = 36
_UNTOUCHED = 8


def bodies() -> dict[str, Body]:
    """All agencies by id."""
    made = [*_ministries(), *_others(), *_companies(), *_provinces()]
    made += _subordinates({body.id: body for body in made})
    return {body.id: body for body in made}


def _ministries() -> Iterator[Body]:
    found = {}
    for line in _MINISTRIES.split("\n")[1:-1]:
        identifier, vi, en, fields = line.split("|")
        found[identifier] = Body(identifier, vi, en, "ministry", tuple(fields.split()))
    found["power"].hand_over("industry", date(2022, 7, 1))
    found["industry"].begins = date(2022, 7, 1)
    found["industry"].hand_over("construction", MERGER, "construction")
    found["industry"].hand_over("trade", MERGER)
    found["health"].hand_over("social", date(2023, 5, 1), "labour")
    found["information"].hand_over("culture", MERGER, "culture", "people_to_people")
    found["information"].hand_over("science", MERGER)
    found["social"].hand_over("education", MERGER, "education_training")
    found["social"].hand_over("home", MERGER)
    found["planning"].hand_over("finance", MERGER)
    found["transport"].hand_over("construction", MERGER)
    found["agriculture"].hand_over("land-and-sea", MERGER)
    found["environment"].hand_over("land-and-sea", MERGER)
    found["land-and-sea"].begins = MERGER
    yield from found.values()


def _others() -> Iterator[Body]:
    for line in _OTHERS.split("\n")[1:-1]:
        identifier, vi, en, kind = line.split("|")
        yield Body(identifier, vi, en, kind)


def _companies() -> Iterator[Body]:
    rng = rng_of("companies")
    fields = list(FIELDS)
    for number in range(14):
        kind, vi, en = (
            ("state_enterprise", "Tổng công ty", "Corporation"),
            ("private_enterprise", "Công ty", "Company"),
            ("university", "Đại học", "University"),
        )[number % 3]
        own = name(rng)
        field_ = "education_training" if kind == "university" else fields[number % len(fields)]
        yield Body(f"{slug(own)}-{slug(en)}", f"{vi} {own}", f"{latin(own)} {en}", kind, (field_,))


def _provinces() -> Iterator[Body]:
    rng = rng_of("provinces")
    names = list(dict.fromkeys(name(rng) for _ in range(2 * _OLD_PROVINCES)))
    old = [
        Body(f"p-{slug(own)}", f"Tỉnh {own}", f"{latin(own)} Province", "province")
        for own in names[:_OLD_PROVINCES]
    ]
    yield from old
    old[0].hand_over(old[2].id, date(2023, 1, 1))  # and old[2] is merged again below
    merging = old[2:-_UNTOUCHED]
    for number, (one, other) in enumerate(zip(merging[::2], merging[1::2], strict=True)):
        own = names[_OLD_PROVINCES + number]
        new = Body(f"p-{slug(own)}", f"Tỉnh {own}", f"{latin(own)} Province", "province")
        if number % _RENAMED_EVERY:  # a new legal person under an old name
            new = Body(f"{one.id}-2025", one.vi, one.en, "province")
        new.begins = PROVINCES_MERGED
        one.hand_over(new.id, PROVINCES_MERGED)
        other.hand_over(new.id, PROVINCES_MERGED)
        yield new


def _subordinates(others: dict[str, Body]) -> Iterator[Body]:
    ministries = [body for body in others.values() if body.kind == "ministry"]
    for number, parent in enumerate(ministries):
        body = Body(
            f"{parent.id}-department",
            f"Cục thuộc {parent.vi}",
            f"Department of the {parent.en}",
            "subordinate_agency",
            parent.fields,
            parent=parent.id,
        )
        body.begins = parent.begins
        if turn(number, 5, 1):
            body.hand_over(parent.id, date(2024, 1, 1))
        yield body


def _lifetime(body: Body) -> Data:
    lifetime = {
        "parent": body.parent,
        "active_from_on": body.begins and body.begins.isoformat(),
        "active_to_on": body.ends and body.ends.isoformat(),
    }
    return {key: value for key, value in lifetime.items() if value}


def written(body: Body, number: int, writer: Writer) -> Data:
    """An agency's record."""
    rng = rng_of("agency", body.id)
    letters = "".join(word[0] for word in body.en.split() if word[0].isupper())
    data: Data = {"name": writer.known(body.vi, body.en), "kind": body.kind}
    if body.kind != "province":
        data["abbreviation"] = writer.known(letters, letters)
    if turn(number, 11):
        data["other_names"] = [writer.phrase(rng, 3, 5)]
    data |= _lifetime(body)
    if not body.ends:
        data["contact"] = writer.prose(rng, 6, 9)
        data["owners"] = [f"@atlantis/{body.id}"]
        data["author_domains"] = [f"{body.id}.example.org"]
    if body.successors:
        data["succession"] = [
            {"to": to, "from_on": day.isoformat()}
            | ({"fields": list(fields)} if fields else {"default": True})
            | {"functions": writer.prose(rng, 5, 10), "sources": ["decree"]}
            for to, day, fields in body.successors
        ]
    if turn(number, 7, 2) and "abbreviation" in data:
        data["inferred"] = inferred("abbreviation", writer.prose(rng, 6, 10))
    if turn(number, 23, 5) and "contact" in data:
        data["withheld"] = [{"key": "contact", "ground": "security_defence"}]
    decree = source(rng, "decree", f"Decree {number}", body.begins or date(2021, 1, 4))
    decree["document"] = f"{number + 1:03}/ND-XA"
    return record(body.id, data, invented(writer), [decree])
