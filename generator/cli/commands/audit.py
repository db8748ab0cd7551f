"""`portal audit`: what in the registry's history deserves a second look, and why."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from generator.audit import Request, audit, commits_of
from generator.cli.commands.check import FOUND, REVIEW, shown_folder
from generator.cli.invocation import Invocation, pass_invocation
from generator.errors import PortalError
from generator.reporting.verdict import Findings, forms, render

LOOKS_BACK = True


@click.command()
@click.option(
    "--since",
    metavar="REF|DATE",
    default="",
    help="Tell only what commits after it did: a day (2025-10-01), or a branch, tag or commit.",
)
@click.option(
    "--published",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="A build.json or versions.json of what was published: its commits must still be there.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(forms()),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@pass_invocation
def command(invocation: Invocation, since: str, published: tuple[Path, ...], form: str) -> int:
    """Look through the registry's history for what deserves a second look.

    An internal tool: it reads what the public edition withholds and names who committed.
    """
    known = [pair for file in published for pair in _published(file)]
    until = invocation.at or "HEAD"
    verdict = audit(Request(invocation.repository, until, since, known))
    found = Findings(
        verdict.findings, verdict.revisions, verdict.excused, shown_folder(invocation.folder)
    )
    click.echo(render(form, found, invocation.language), nl=False)
    if found.summary["errors"]:
        return FOUND
    return REVIEW if found.summary["reviews"] else 0


def _published(file: Path) -> Iterator[tuple[str, str]]:
    """Where it says so, and which commit was published.

    Raises:
        PortalError: the file is no JSON.
    """
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        raise PortalError("published_unreadable", path=file) from None
    return ((file.name, commit) for commit in commits_of(data))
