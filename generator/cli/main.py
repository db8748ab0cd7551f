"""The program `portal`: global options, commands, and how it says that it could not run."""

import sys
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

from generator.cli import commands, messages
from generator.cli.invocation import Invocation
from generator.cli.machine import default_folder, processors
from generator.errors import PortalError
from generator.text.catalogue import FALLBACK

COULD_NOT_RUN = 2


class _Commands(click.Group):
    """Finds its commands in the package `commands`: imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))

    def looks_back(self, name: str) -> bool:
        """Whether a command can be asked about a past commit: its module says `LOOKS_BACK`."""
        module = import_module(f"{commands.__name__}.{name.replace('-', '_')}")
        return bool(getattr(module, "LOOKS_BACK", False))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        found: click.Command = module.command
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--registry",
    type=click.Path(path_type=Path),
    default=Path("registry"),
    show_default=True,
    metavar="DIR",
    help="The folder of the records.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that is asked about. Default: that of the last commit; today while there are"
    " uncommitted edits.",
)
@click.option(
    "--at",
    metavar="REF",
    help="As known at a commit: its id, a branch or a tag. Default: the files as they are.",
)
@click.option(
    "--edition",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="What may be shown.",
)
@click.option("--lang", metavar="CODE", help="One of the registry's languages. Default: its first.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=None,
    help="Processes to use. Default: one for each processor.",
)
@click.option(
    "--cache",
    type=click.Path(path_type=Path),
    default=default_folder,
    metavar="DIR",
    help="Where to remember what was worked out. Default: the user's own folder for caches.",
)
@click.option("--no-cache", is_flag=True, help="Work everything out anew, and remember nothing.")
@click.pass_context
def portal(
    context: click.Context,
    registry: Path,
    as_of: datetime | None,
    at: str | None,
    edition: str,
    lang: str | None,
    jobs: int | None,
    cache: Path | None,
    no_cache: bool,
) -> None:
    """Check a registry of commitments and build its site.

    Exit status: 0 all is well; 1 errors were found; 2 it could not run; 3 no errors, but
    something needs the coordinating agency's review.
    """
    asked = context.invoked_subcommand or ""
    known = _Commands().list_commands(context)
    if at is not None and asked in known and not _Commands().looks_back(asked):
        raise PortalError("at_not_here", command=asked)
    day = as_of.date() if as_of else None
    context.obj = Invocation(
        registry,
        as_of=day,
        at=at,
        edition=edition,
        language=lang,
        jobs=jobs or processors(),
        cache=None if no_cache else cache,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run the program; what stops it is told in the reader's language."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding gets a substitute for what it cannot show, not a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = portal.main(list(arguments), prog_name="portal", standalone_mode=False)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.exceptions.NoArgsIsHelpError as ending:
        click.echo(ending.format_message())
        return COULD_NOT_RUN
    except (click.ClickException, PortalError) as problem:
        click.echo(messages.of(problem, _language(arguments)), err=True)
        return COULD_NOT_RUN
    except (click.Abort, BrokenPipeError):
        return COULD_NOT_RUN
    return status if isinstance(status, int) else 0


def _language(arguments: Sequence[str]) -> str:
    """The reader's language, even if the options are what is wrong."""
    given = dict(zip(arguments, [*arguments[1:], ""], strict=True))
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if equals:
            given[name] = value
    folder = Path(given.get("--registry", "registry"))
    try:
        return Invocation(folder, language=given.get("--lang")).language
    except PortalError:
        return Invocation(folder).language if folder.is_dir() else FALLBACK
