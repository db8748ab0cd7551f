"""Made-up histories: one in which all is in order, and one planted case of each rule on top.

Nothing here happened.  A plant is a function named by its code; it adds to the clean history
what the rule must find, and returns what is known of it from elsewhere, if anything.
"""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.audit import Request, Verdict, audit
from generator.history import open_repository
from tests.checking import BASE, SOLAR, base, read, solar, words
from tests.history.replay import ENVIRONMENT, Replay, git
from tests.tools import programs

REGISTRY = "registry.yml"
WIND = "commitments/energy/wind.yml"
MILESTONE = {"id": "m1", "title": words("First section"), "due_on": "2025-12-31"}
MAI = "mai@coordinator.example.org"
APPROVED = "Reviewed-by: Mai <mai@coordinator.example.org>"

Known = Sequence[tuple[str, str]]


def entry(name: str, day: str, percent: int, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """An entry of a log."""
    said = {"summary": words("Work goes on."), "sources": ["gazette"]}
    return {"id": name, "state_on": day, **said, "completion_percent": percent} | keys


FIRST, SECOND = entry("u1", "2025-01-02", 20), entry("u2", "2025-01-04", 40)


def record(*updates: dict[str, Any], **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """The commitment as it stands, with some entries after those of the clean history."""
    return solar(milestones=[MILESTONE], updates=[FIRST, SECOND, *updates]) | keys


def wind(**keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """Another commitment."""
    return solar(id="wind", title=words("Wind power")) | keys


def settings(**audit: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """The settings, with rules of their own for the audit."""
    return base(REGISTRY) | {"audit": audit}


def clean(folder: Path) -> Replay:
    """A history in which every commit is in order."""
    replay = Replay(folder, base=False)
    files: dict[str, Any] = {
        path: content for path, content in read(BASE).items() if isinstance(content, bytes)
    }
    for agency in ("coordinator", "energy"):
        path = f"agencies/{agency}.yml"
        files[path] = base(path) | {"author_domains": [f"{agency}.example.org"]}
    files[SOLAR] = solar(milestones=[MILESTONE])
    files["/README.md"] = "A made-up registry.\n"
    replay.commit("Begin", files, by="mai")
    replay.branch("report")
    replay.commit("Report", {SOLAR: solar(milestones=[MILESTONE], updates=[FIRST])}, by="ngan")
    replay.switch("main")
    replay.merge("report", "Merge pull request #1 from energy/report", by="mai")
    by_energy = {"by": "ngan", "body": APPROVED}
    replay.commit("Report again (#2)", {SOLAR: record()}, **by_energy)
    commented = b"# the same\n" + replay.text(SOLAR)
    replay.commit("Write it otherwise", {SOLAR: commented}, **by_energy)
    replay.commit("Add a commitment", {WIND: wind(place=words("Huế"))}, by="mai")
    replay.commit("Explain", {"/README.md": "A made-up registry, explained.\n"}, by="otto")
    replay.tag("v1")
    return replay


def judge(replay: Replay, known: Known = (), since: str = "") -> Verdict:
    """What the audit finds in a history."""
    replay.build()
    return judge_built(replay, known, since)


def judge_built(replay: Replay, known: Known = (), since: str = "") -> Verdict:
    """What the audit finds in a repository as it is."""
    repository = open_repository(replay.registry)
    assert repository is not None
    return audit(Request(repository, since=since, published=known))


def judge_plant(code: str, folder: Path) -> Verdict:
    """What the audit finds if a case of a rule is planted in the clean history."""
    replay = clean(folder)
    known = PLANTS[code](replay)
    replay.build()
    if code in BUILT:
        BUILT[code](replay)
    return judge_built(replay, known or ())


def _edit(replay: Replay, *updates: dict[str, Any], **keys: Any) -> None:  # noqa: ANN401 - plain data
    replay.commit("Edit", {SOLAR: record(*updates, **keys)}, by="ngan", body=APPROVED)


def aud02(replay: Replay) -> None:
    """An exception for what nobody did."""
    exception = {"code": "AUD07", "id": "solar", "reason": words("It was a test.")}
    replay.commit("Excuse", {REGISTRY: settings(exceptions=[exception])})


def aud03(replay: Replay) -> None:
    """A baseline in which nothing was wrong; git's ids need a repository."""
    replay.build()
    baseline = {"commit": replay.id("Begin"), "reason": words("An import.")}
    replay.commit("Excuse", {REGISTRY: settings(baselines=[baseline])})


def aud04(replay: Replay) -> None:
    """A baseline that the branch does not have."""
    baseline = {"commit": "0123456789ab", "reason": words("An import.")}
    replay.commit("Excuse", {REGISTRY: settings(baselines=[baseline])})


def aud05(replay: Replay) -> None:
    """A tag on what was left behind."""
    replay.branch("old")
    replay.commit("Publish", {WIND: wind(place=words("Vinh"))})
    replay.tag("v2")
    replay.switch("main")


def aud06(replay: Replay) -> Known:
    """A published commit on what was left behind."""
    replay.branch("old")
    replay.commit("Publish", {WIND: wind(place=words("Vinh"))})
    replay.switch("main")
    replay.build()
    return [("build.json", replay.id("Publish"))]


def aud07(replay: Replay) -> None:
    """A commitment that is not wanted any more."""
    replay.commit("Tidy up", {WIND: None})


def aud08(replay: Replay) -> None:
    """A file that breaks, and is mended later."""
    replay.commit("Break", {WIND: b"\tno"})
    replay.commit("Mend", {WIND: wind(place=words("Huế"))})


def aud09(replay: Replay) -> None:
    """An entry that says something else than it did."""
    told = FIRST | {"summary": words("Nothing was done.")}
    replay.commit("Edit", {SOLAR: record(updates=[told, SECOND])}, by="ngan", body=APPROVED)


def aud10(replay: Replay) -> None:
    """A source that is exchanged for another one."""
    replay.commit("Edit", {WIND: wind(sources=[{"id": "gazette", "document": "2/2025"}])})


def aud11(replay: Replay) -> None:
    """Less than before, and nobody says why."""
    _edit(replay, entry("u3", "2025-01-08", 10))


def aud12(replay: Replay) -> None:
    """A milestone that slips, twice."""
    slips = [
        {"id": f"s{at}", "slipped_on": f"2025-01-0{7 + at}", "to_on": f"202{5 + at}-06-30"}
        for at in (1, 2)
    ]
    for last in (1, 2):
        _edit(replay, milestones=[MILESTONE | {"slips": slips[:last]}])


def aud13(replay: Replay) -> None:
    """A sum that grows, and shrinks to what it was."""
    for value in (5, 7, 5):
        amount = {"id": "a1", "value": value, "currency": "USD", "what": words("Loan")}
        replay.commit("Edit", {WIND: wind(amounts=[amount])})


def aud14(replay: Replay) -> None:
    """A report of October, written down in January."""
    late = {"reported_by": "energy", "reported_on": "2024-10-10", "period": "2024-Q3"}
    _edit(replay, entry("u3", "2024-09-30", 10, **late))


def aud15(replay: Replay) -> None:
    """An entry of next month."""
    _edit(replay, entry("u3", "2025-02-15", 50))


def aud16(replay: Replay) -> None:
    """One commit, progress of four agencies."""
    files: dict[str, Any] = {}
    for name in ("health", "justice", "labour", "trade"):
        files[f"agencies/{name}.yml"] = base("agencies/energy.yml") | {
            "id": name,
            "name": words(name.title()),
        }
    replay.commit("Add agencies", files)
    reports = {
        f"commitments/{name}/{name}-pact.yml": wind(
            id=f"{name}-pact", lead_agency=name, updates=[entry("u1", "2025-01-08", 10)]
        )
        for name in ("health", "justice", "labour", "trade")
    }
    replay.commit("Report for all", reports)


def aud17(replay: Replay) -> None:
    """More than anybody reads."""
    replay.commit(
        "Import",
        {f"commitments/energy/c{at}.yml": wind(id=f"c{at}") for at in range(21)},
    )


def aud18(replay: Replay) -> None:
    """The energy ministry writes about another country."""
    path = "partners/otherland.yml"
    edited = base(path) | {"name": words("The other land")}
    replay.commit("Edit", {path: edited}, by="ngan", body=APPROVED)


def aud19(replay: Replay) -> None:
    """Somebody whom nobody knows."""
    replay.commit("Edit", {WIND: wind(place=words("Vinh"))}, by="otto", body=APPROVED)


def aud20(replay: Replay) -> None:
    """An author who merges, and claims that another one looked at it."""
    replay.branch("quick")
    edited = {WIND: wind(place=words("Vinh"))}
    replay.commit("Edit", edited, by="ngan", body=APPROVED)
    replay.switch("main")
    replay.merge("quick", "Merge pull request #3 from energy/quick", by="ngan")


def aud21(replay: Replay) -> None:
    """A commit without a signature, where one is asked for."""
    replay.commit("Ask for signatures", {REGISTRY: settings(signed_from_on="2025-01-09")})
    replay.commit("Explain again", {"/README.md": "On.\n"}, on="2024-06-01T00:00:00")


def aud22(replay: Replay) -> None:
    """A commit that a stranger signed in another's name: see `BUILT`."""
    replay.commit("Ask for signatures", {REGISTRY: settings(signed_from_on="2025-03-01")})


def aud23(replay: Replay) -> None:
    """A stranger who puts a key on the list, and signs with it: see `BUILT`."""
    aud22(replay)


def sign_and_list_oneself(replay: Replay) -> None:
    """Mai begins the list; somebody else adds a key for Mai's name, and signs with it."""
    mai, otto = make_key(replay, "mai"), make_key(replay, "otto")
    file = replay.folder / "allowed_signers"
    for key, *listed in ((mai, mai), (otto, mai, otto)):
        file.write_text("".join(line_of(each) for each in listed), encoding="utf-8")
        git(replay.folder, "add", "allowed_signers")
        signed(replay, key)


def line_of(key: Path, principals: str = MAI, options: str = "") -> str:
    """The line of a list of allowed signers that allows a key."""
    kind, public = key.with_suffix(".pub").read_text(encoding="utf-8").split()[:2]
    return f"{principals} {options} {kind} {public}\n"


def sign_as_a_stranger(replay: Replay) -> None:
    """A commit with the key of somebody who is on no list."""
    signed(replay, make_key(replay, "otto"))


def make_key(replay: Replay, name: str) -> Path:
    """A new key, beside the repository; without the program, the test is skipped."""
    program = programs.SSH_KEYGEN.path() or pytest.skip("ssh-keygen is not installed")
    file = replay.folder.parent / f"{name}-key"
    command = [program, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
    subprocess.run(command, check=True, env=ENVIRONMENT)
    return file


def signed(replay: Replay, key: Path, subject: str = "Sign", day: str = "2025-04-01") -> str:
    """A commit of Mai's on `main` of the built repository, signed with a key; its id."""
    chosen = {"gpg.format": "ssh", "gpg.ssh.program": "ssh-keygen", "user.signingkey": str(key)}
    options = [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
    when = f"{day}T09:00:00+00:00"
    message = ("commit", "--quiet", "--allow-empty", "-S", "-m", subject)
    git(replay.folder, *options, *message, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return git(replay.folder, "rev-parse", "HEAD")


PLANTS: Mapping[str, Callable[[Replay], Known | None]] = {
    name.upper(): plant
    for name, plant in globals().items()
    if name.startswith("aud")
    if name[3:].isdigit()
}
"""Code to what is planted for it."""

BUILT: Mapping[str, Callable[[Replay], None]] = {
    "AUD22": sign_as_a_stranger,
    "AUD23": sign_and_list_oneself,
}
"""What is planted in the built repository: replayed commits carry no signature."""
