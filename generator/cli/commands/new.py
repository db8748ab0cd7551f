"""`portal new`: a record to begin with, in its canonical form."""

import sys
from collections.abc import Sequence
from typing import Any

import click

from generator.checks import run
from generator.cli.invocation import Invocation, pass_invocation
from generator.errors import Finding, PortalError, Severity
from generator.exchange import Draft, propose_id, scaffold
from generator.load import Document, Loaded, document_of
from generator.model.registry import Registry
from generator.reporting.formats import Listing, render
from generator.text import Catalogue, catalogue
from generator.write import write_atomically

_BASES = ("signed", "adopted", "declared")


@click.group()
def command() -> None:
    """Write a new record; nothing is written that the checks refuse."""


@command.command()
@click.option("--title", "titles", multiple=True, metavar="CODE=TEXT", help="Once per language.")
@click.option("--content", "contents", multiple=True, metavar="CODE=TEXT", help="What was agreed.")
@click.option("--basis", type=click.Choice(_BASES), help="How it was concluded.")
@click.option("--on", "day", metavar="DATE", help="The day, as closely as it is known.")
@click.option("--kind", metavar="CODE", help="From the vocabulary instrument-kinds.")
@click.option("--field", metavar="CODE", help="From the vocabulary fields.")
@click.option("--partner", "partners", multiple=True, metavar="ID", help="Once per partner.")
@click.option("--agency", metavar="ID", help="The lead agency.")
@click.option("--source", metavar="URL", help="Where it is published.")
@click.option("--id", "identifier", metavar="ID", help="Default: made from the title.")
@pass_invocation
def commitment(invocation: Invocation, /, **given: Any) -> int:  # noqa: ANN401 - click's options
    """Write a new commitment; on a terminal, what is missing is asked for."""
    registry = invocation.report.registry
    if registry is None:
        raise PortalError("registry_unsound", errors=invocation.report.count(Severity.ERROR))
    texts = catalogue(invocation.language)
    answers = _answers(registry, given, texts, ask=sys.stdin.isatty())
    draft = scaffold(
        answers,
        answers.get("lead_agency") or registry.settings.coordinating_agency,
        registry.settings.languages,
        registry.commitments,
    )
    if findings := _refused(invocation, draft):
        listing = Listing(findings, 1, str(invocation.folder))
        click.echo(render("text", listing, invocation.language), nl=False, err=True)
        click.echo(texts.text("new.refused"), err=True)
        return 1
    target = invocation.folder / draft.path
    write_atomically(target, draft.content)
    click.echo(texts.text("new.written", path=target))
    return 0


def _answers(
    registry: Registry, given: dict[str, Any], texts: Catalogue, *, ask: bool
) -> dict[str, Any]:
    """The commitment's plain data from the options, and from the person where they lack."""
    languages = registry.settings.languages

    def answer(key: str, value: Any, choices: Sequence[str] = ()) -> str:  # noqa: ANN401
        if value:
            return str(value)
        if not ask:
            raise PortalError("answer_missing", option=f"--{key}")
        hint = f" ({', '.join(choices)})" if choices else ""
        return str(click.prompt(texts.text(f"new.ask.{key}") + hint)).strip()

    titles = _by_language(given["titles"], "title", languages)
    titles = titles or {languages[0]: answer("title", "")}
    basis = answer("basis", given["basis"], _BASES)
    day = answer("on", given["day"])
    partners = given["partners"] or tuple(answer("partner", "").split())
    data: dict[str, Any] = {
        "title": titles,
        "basis": basis,
        "instrument_kind": answer("kind", given["kind"], tuple(registry.codes["instrument-kinds"])),
        f"{basis}_on": day,
        "partners": [{"partner": partner} for partner in partners],
        "field": answer("field", given["field"], tuple(registry.codes["fields"])),
        "lead_agency": answer("agency", given["agency"]),
        "sources": [{"id": "s1", "url": answer("source", given["source"])}],
    }
    if contents := _by_language(given["contents"], "content", languages):
        data["content"] = contents
    title = titles.get("en") or next(iter(titles.values()))
    identifier = given["identifier"] or propose_id(title, day[:4], registry.commitments)
    return {"id": identifier, **data}


def _by_language(values: Sequence[str], option: str, languages: Sequence[str]) -> dict[str, str]:
    found = {}
    for value in values:
        language, equals, words = value.partition("=")
        if not equals or language not in languages:
            raise PortalError(
                "answer_without_language", option=f"--{option}", known=", ".join(languages)
            )
        found[language] = words.strip()
    return found


def _refused(invocation: Invocation, draft: Draft) -> list[Finding]:
    """The errors that the registry would have with the new file."""
    made = document_of(draft.path, draft.content)
    if not isinstance(made, Document):
        return [made]
    loaded = invocation.loaded
    findings = run(Loaded((*loaded.documents, made), loaded.findings), invocation.as_of).findings
    return [
        finding
        for finding in findings
        if finding.severity is Severity.ERROR and finding.location.path == draft.path
    ]
