"""What stopped the program, in the reader's language; click itself speaks English only."""

from collections.abc import Iterator

import click

from generator.errors import PortalError
from generator.reporting import printable
from generator.reporting.wording import explained
from generator.text import catalogue


def of(problem: click.ClickException | PortalError, language: str) -> str:
    """The message, and how to get help."""
    texts = catalogue(language)
    if isinstance(problem, PortalError):
        return texts.text("error.line", message=explained(problem, language))
    key, arguments = _key(problem)
    message = texts.text(key, **{name: printable(value) for name, value in arguments.items()})
    lines = [texts.text("error.line", message=message), *_help(problem, language)]
    return "\n".join(lines)


def _key(problem: click.ClickException) -> tuple[str, dict[str, object]]:
    """The text of a problem and what it names."""
    match problem:
        case click.NoSuchOption():
            told = "no_such_option", {"option": problem.option_name}
        case click.BadOptionUsage():
            told = "option_needs_value", {"option": problem.option_name}
        case click.exceptions.NoSuchCommand():
            told = "no_such_command", {"command": problem.command_name}
        case click.MissingParameter():
            told = "missing", {"name": _name(problem)}
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=allowed))):
            told = "bad_choice", {"name": _name(problem), "allowed": ", ".join(allowed)}
        case click.BadParameter():
            told = "bad_value", {"name": _name(problem)}
        case _:
            told = "other", {"detail": problem.format_message()}
    return f"usage.{told[0]}", dict(told[1])


def _name(problem: click.BadParameter) -> str:
    hint = problem.param_hint or (problem.param.opts if problem.param else "?")
    return hint if isinstance(hint, str) else " / ".join(hint)


def _help(problem: click.ClickException, language: str) -> Iterator[str]:
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    if context:
        yield catalogue(language).text("usage.help", command=f"{context.command_path} --help")
