"""The public site with a history: no byte of it tells who, in which commit, or what is hidden."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.history import open_repository
from generator.site import Settings, assemble_from
from tests.history.railway import CLERK, MESSAGES, NAMES, RAILWAY, TRANSPORT, railway
from tests.history.replay import Replay
from tests.tools.leaks import leaks
from tests.tools.registries import AS_OF, tokens

Files = Mapping[str, bytes]

COLLEAGUE = "Otha Renn <otha.renn@transport.valmora.example>"
HIDDEN = "commitments/external-affairs/qzx056-quiet-deal.yml"


def site(folder: Path, edition: str = "public") -> Files:
    """The pages and files of a registry with its history."""
    repository = open_repository(folder)
    assert repository
    found: dict[str, bytes] = {}
    for page in assemble_from(Settings(folder, AS_OF, edition, tip=repository.head)).pages:
        told = (page.title, page.description, str(page.contents), page.body)
        found[f"{page.language}/{page.address}"] = "\n".join(told).encode()
        found |= {f"{page.language}/{name}": content for name, content in page.files.items()}
    return found


def told(folder: Path, word: str, by: str, message: str) -> Replay:
    """The railway's history, and more of it that only the internal edition may tell."""
    replay = railway(folder)
    contact = f"contact:\n  en: {word}\n  fr: {word}\nkind: "
    replay.commit(
        message,
        {
            TRANSPORT: replay.text(TRANSPORT).decode().replace("kind: ", contact, 1),
            HIDDEN: replay.text(HIDDEN)
            .decode()
            .replace("title:\n  en: ", f"title:\n  en: {word} "),
        },
        by=by,
        on="2026-01-30T09:00:00-04:00",
    )
    return replay


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    replay = told(tmp_path_factory.mktemp("one"), "qzx901", CLERK, "Qzx902 call")
    replay.build()
    return replay


@pytest.fixture(scope="module")
def public(replay: Replay) -> Files:
    return site(replay.registry)


def test_nothing_that_is_hidden_is_in_any_byte(replay: Replay, public: Files) -> None:
    repository = open_repository(replay.registry)
    assert repository
    commits = [commit[:10] for commit in repository.chain()]
    hidden = [*tokens(), "qzx901", "qzx902", *NAMES, *MESSAGES, *commits]
    assert [] == leaks(public, hidden)


def test_the_internal_edition_tells_all_of_it(replay: Replay) -> None:
    inside = {token for _, token in leaks(site(replay.registry, "internal"), [*NAMES, "qzx901"])}
    assert {"Zorica", "Oduya", "Passerby", "qzx901"} <= inside


def test_the_public_site_does_not_change_with_hidden_values_of_the_past(
    public: Files, tmp_path: Path
) -> None:
    assert public == site(told(tmp_path, "qzx903", COLLEAGUE, "Another message").build())


def test_the_public_site_is_the_same_if_nothing_but_hidden_values_ever_changed(
    public: Files, tmp_path: Path
) -> None:
    assert public == site(railway(tmp_path).build())


def test_a_railway_that_is_hidden_today_has_no_public_past(tmp_path: Path) -> None:
    replay = railway(tmp_path)
    hiding = b"visibility: internal\nground: ongoing_talks\nsources:"
    replay.commit(
        "Hide it",
        {RAILWAY: replay.text(RAILWAY).replace(b"\nsources:", b"\n" + hiding, 1)},
        on="2026-01-30T09:00:00-04:00",
    )
    hidden = ["31 March 2029", "tunnels", "oristan-coastal-rail-2024/feed"]
    assert [] == leaks(site(replay.build()), hidden)
