"""`portal check`: what is wrong in the registry, where, and what to do about it."""

import os
from pathlib import Path

import click

from generator.cli.invocation import Invocation, pass_invocation, selected
from generator.reporting.formats import Listing, names, render

LOOKS_BACK = True

FOUND = 1
REVIEW = 3


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(names()),
    default="text",
    show_default=True,
    help="How findings are written; github makes annotations of a pull request.",
)
@click.option(
    "--base",
    metavar="REF",
    help="Compare with a branch, tag or commit, too: what was published must not be rewritten.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings and reviews too.")
@pass_invocation
def command(
    invocation: Invocation, paths: tuple[Path, ...], form: str, base: str | None, strict: bool
) -> int:
    """Check the whole registry; show the findings of PATHS, or all."""
    wanted = invocation.within(paths)
    report = invocation.compared(base)
    shown = [finding for finding in report.findings if selected(finding.location.path, wanted)]
    records = sum(selected(path, wanted) for path in report.paths)
    listing = Listing(shown, records, shown_folder(invocation.folder))
    click.echo(render(form, listing, invocation.language), nl=False)
    summary = listing.summary
    if summary["errors"] or (strict and shown):
        return FOUND
    return REVIEW if summary["reviews"] else 0


def shown_folder(folder: Path) -> str:
    """A folder as its reader would write it: from where they stand, if it is below."""
    here, there = Path.cwd(), folder.resolve()
    if there.is_relative_to(here):
        return there.relative_to(here).as_posix()
    return Path(os.path.normpath(folder)).as_posix()
