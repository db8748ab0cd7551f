"""`portal serve`: the site on this computer, following every change of the registry."""

import click

from generator.cli.invocation import Invocation, pass_invocation
from generator.text import catalogue


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@pass_invocation
def command(invocation: Invocation, port: int) -> None:
    """Show the site while you edit; while a file is invalid, the last good site with findings."""
    from generator.cli.preview import Preview  # noqa: PLC0415 - it builds: see `build`

    texts = catalogue(invocation.language)
    with Preview(invocation, port) as preview:
        click.echo(texts.text("serve.ready", address=preview.address))
        click.echo(texts.text("serve.stop"))
        try:
            preview.follow(click.echo)
        except KeyboardInterrupt:
            click.echo()
