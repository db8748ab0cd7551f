"""`portal build`: the site of the registry."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.invocation import Invocation, pass_invocation
from generator.cli.progress import reporter
from generator.text import catalogue


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Where the site goes; it is replaced in one step when all is finished.",
)
@click.option(
    "--allow-shallow",
    is_flag=True,
    help="Build from a clone that lacks the first commits; the site says that its history is cut.",
)
@pass_invocation
def command(invocation: Invocation, site_dir: Path, *, allow_shallow: bool) -> None:
    """Build the site."""
    # MkDocs takes a third of a second to import, which no other command should pay.
    from generator.theme import build  # noqa: PLC0415

    with reporter(invocation.language, sys.stderr) as progress:
        settings = replace(invocation.settings, allow_shallow=allow_shallow)
        build(settings, site_dir, progress, invocation.machine)
    click.echo(catalogue(invocation.language).text("build.done", folder=site_dir))
