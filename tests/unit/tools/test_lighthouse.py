"""`make lighthouse` asks about the right pages, sent as servers send them, and sees losses."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.sites import Site, served
from tests.lighthouse import run
from tests.lighthouse.run import LIMITS, Look, chosen, judged, reaches, read
from tests.lighthouse.server import CompressingHandler

FULL = dict.fromkeys(LIMITS, 100)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site("small", tmp_path)
    for address, size in (
        ("", 1),
        ("agencies/small", 10),
        ("agencies/large", 20),
        ("commitments/only", 10),
        ("commitments/status/done", 99),
        ("reviews/first", 10),
    ):
        (site.folder / address).mkdir(parents=True, exist_ok=True)
        (site.folder / address / "index.html").write_text("ă" * size, encoding="utf-8")
    (site.folder / "picture.png").write_bytes(b"\x89PNG")
    return site


@pytest.fixture
def home(site: Site) -> Iterator[str]:
    with served(site, CompressingHandler) as home:
        yield home


def get(address: str, encoding: str) -> tuple[str | None, str | None, bytes]:
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310 - our own
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own
        return answer.headers["Content-Encoding"], answer.headers["Content-Type"], answer.read()


def test_the_largest_page_of_each_kind_is_looked_at_in_both_languages(site: Site) -> None:
    pages = ("", "agencies/large/", "commitments/only/", "reviews/first/")
    assert [prefix + page for page in pages for prefix in ("", "en/")] == chosen(site)


def test_a_text_is_sent_compressed_to_whoever_can_read_that(home: str) -> None:
    encoding, kind, content = get(f"{home}agencies/small/", "gzip, br")
    assert "gzip" == encoding
    assert "text/html; charset=utf-8" == kind
    assert "ă" * 10 == gzip.decompress(content).decode()
    assert (None, "text/html", ("ă" * 10).encode()) == get(f"{home}agencies/small/", "identity")


def test_a_picture_is_sent_as_it_is(home: str) -> None:
    assert (None, "image/png", b"\x89PNG") == get(f"{home}picture.png", "gzip")


def test_a_page_that_is_not_there_is_told(home: str, site: Site) -> None:
    (site.folder / "404.html").write_text("none", encoding="utf-8")
    with pytest.raises(urllib.error.HTTPError) as answer:
        get(f"{home}agencies/none/", "gzip")
    assert 404 == answer.value.code
    answer.value.close()


def report(score: float) -> dict[str, object]:
    return {
        "categories": {
            name: {"score": score if name == "seo" else 1, "auditRefs": [{"id": name, "weight": 1}]}
            for name in LIMITS
        },
        "audits": {
            name: {"title": f"About {name}", "score": score if name == "seo" else 1}
            for name in LIMITS
        },
    }


def test_a_report_gives_points_and_what_cost_some() -> None:
    assert Look(FULL, ()) == read(report(1))
    assert Look(FULL | {"seo": 92}, ("About seo: 0.92",)) == read(report(0.92))


@pytest.mark.parametrize("category", LIMITS)
def test_each_limit_counts(category: str) -> None:
    assert reaches(Look(FULL, ()))
    assert reaches(Look(LIMITS, ()))
    assert not reaches(Look(FULL | {category: LIMITS[category] - 1}, ()))


@pytest.mark.parametrize(
    "points,counted,looks",
    [([99], 99, 1), ([95], 95, 1), ([80, 97, 96], 96, 3), ([80, 97, 81], 81, 3)],
)
def test_where_one_look_is_not_enough_the_median_of_three_counts(
    monkeypatch: pytest.MonkeyPatch, points: list[int], counted: int, looks: int
) -> None:
    coming = iter(points)
    seen = []

    def look(url: str, _: str) -> Look:
        seen.append(url)
        return Look(FULL | {"performance": next(coming)}, ())

    monkeypatch.setattr(run, "look_at", look)
    assert counted == judged("http://127.0.0.1/", "chromium").points["performance"]
    assert looks == len(seen)
