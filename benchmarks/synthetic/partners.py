"""The partners of a synthetic registry, with their frameworks through time."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from benchmarks.synthetic.common import TODAY, Data, between, inferred, record, rng_of, source, turn
from benchmarks.synthetic.settings import invented
from benchmarks.synthetic.words import Writer, latin, name, slug

# ISO 3166 leaves these codes to users: no country has them, and XA is Atlantis itself.
COUNTRIES = (
    *(f"q{letter}" for letter in ascii_lowercase[12:]),
    *(f"x{letter}" for letter in ascii_lowercase[1:] if letter != "l"),  # xl looks like xi
    "zz",
)
_ORGANISATIONS = (
    (12, "intergovernmental", "Tổ chức", "Organisation"),
    (4, "development_bank", "Ngân hàng phát triển", "Development Bank"),
    (5, "grouping", "Cộng đồng", "Community"),
    (4, "development_agency", "Cơ quan phát triển", "Development Agency"),
    (15, "company", "Tập đoàn", "Group"),
)


@dataclass(frozen=True)
class Partner:
    """One partner, before it is written down."""

    id: str
    vi: str
    en: str
    kind: str
    country: str = ""


def partners() -> tuple[Partner, ...]:
    """All partners; countries first, the frequent ones first among them."""
    return (*_countries(), *_organisations())


def _countries() -> Iterator[Partner]:
    rng = rng_of("countries")
    for code in COUNTRIES:
        own = name(rng)
        yield Partner(code, own, latin(own), "country")


def _organisations() -> Iterator[Partner]:
    rng = rng_of("organisations")
    for count, kind, vi, en in _ORGANISATIONS:
        for _ in range(count):
            own = name(rng)
            home = rng.choice(COUNTRIES).upper() if kind == "company" else ""
            identifier = f"{slug(own)}-{slug(en)}"
            yield Partner(identifier, f"{vi} {own}", f"{latin(own)} {en}", kind, home)


def written(
    partner: Partner, number: int, statements: Sequence[tuple[str, date]], writer: Writer
) -> Data:
    """A partner's record.

    Args:
        partner: the partner.
        number: its place among all.
        statements: joint statements with it: (commitment id, day), oldest first.
        writer: the languages.
    """
    rng = rng_of("partner", partner.id)
    data: Data = {"name": writer.known(partner.vi, partner.en), "kind": partner.kind}
    if partner.country:
        data["country"] = partner.country
    if partner.kind == "country" and not turn(number, 5, 4):
        data["frameworks"] = _frameworks(rng, number, statements)
    if turn(number, 9, 2):
        data["inferred"] = inferred("name", writer.prose(rng, 6, 10))
    paper = source(rng, "gazette", writer.phrase(rng)[writer.languages[0]], date(2021, 3, 1))
    return record(partner.id, data, invented(writer), [paper])


def _frameworks(
    rng: random.Random, number: int, statements: Sequence[tuple[str, date]]
) -> list[Data]:
    """From comprehensive upwards; now and then a strategic one beside it, for one field."""
    day = between(rng, date(2004, 1, 1), date(2020, 12, 31))
    found: list[Data] = [
        {"level": "comprehensive", "from_on": day.isoformat(), "sources": ["gazette"]}
    ]
    levels = ["strategic", "comprehensive_strategic"][: number % 3]
    for level, (commitment, since) in zip(levels, statements, strict=False):
        framework = {"level": level, "from_on": since.isoformat(), "commitment": commitment}
        found.append({**framework, "sources": ["gazette"]})
    if turn(number, 7) and "strategic" not in levels[: len(statements)]:
        since = between(rng, date(2021, 1, 1), TODAY)
        found.append(
            {
                "level": "strategic",
                "from_on": since.isoformat(),
                "fields": ["agriculture_environment"],
                "sources": ["gazette"],
            }
        )
    if len(found) == 1 and turn(number, 3):
        found[0]["to_on"] = between(rng, date(2021, 1, 1), TODAY).isoformat()
    return sorted(found, key=lambda framework: str(framework["from_on"]))
