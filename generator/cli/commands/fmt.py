"""`portal fmt`: writes records in canonical form, and loses nothing but comments."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.checks.form import canonical_form, comment_lines
from generator.cli.invocation import Invocation, pass_invocation, selected
from generator.errors import Finding, PortalError
from generator.load import Document, Loaded, load, strict
from generator.load.files import list_folder, read_file
from generator.reporting import printable, worded
from generator.schema import schemas
from generator.text import catalogue
from generator.write import write_atomically

FOUND = 1


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing: fail if a file would change.")
@pass_invocation
def command(invocation: Invocation, paths: tuple[Path, ...], check: bool) -> int:
    """Bring the files of PATHS, or all, to canonical form."""
    if not invocation.languages:
        raise PortalError("languages_unknown", folder=invocation.folder)
    wanted = invocation.within(paths)
    failed = changed = 0
    loaded = load(_files(invocation.folder, wanted))
    for path, reason in _unreadable(loaded, invocation.language):
        failed += 1
        _say(invocation, "fmt.left_alone", path=printable(path), reason=reason)
    for document in loaded.documents:
        content = canonical_form(document, schemas(), invocation.languages)
        if not _is_same(content, document):
            failed += 1
            reason = catalogue(invocation.language).text("fmt.would_lose")
            _say(invocation, "fmt.left_alone", path=printable(document.path), reason=reason)
        elif content != document.content:
            changed += 1
            _change(invocation, document, None if check else content)
    summary = "fmt.would_change_files" if check else "fmt.changed_files"
    click.echo(catalogue(invocation.language).count(summary, changed))
    return FOUND if failed or (check and changed) else 0


def _say(invocation: Invocation, key: str, **arguments: str) -> None:
    """Tell what needs attention."""
    click.echo(catalogue(invocation.language).text(key, **arguments), err=True)


def _change(invocation: Invocation, document: Document, content: bytes | None) -> None:
    """Write a file's new content, if there is one, and say so."""
    path = printable(document.path)
    key = "fmt.changed" if content else "fmt.would_change"
    click.echo(catalogue(invocation.language).text(key, path=path))
    if lines := comment_lines(document.content):
        _say(invocation, "fmt.comments", path=path, lines=", ".join(map(str, lines)))
    if content:
        file = invocation.folder / document.path
        try:
            write_atomically(file, content)
        except OSError as problem:
            raise PortalError("cannot_write", path=file, detail=problem.strerror) from None


def _files(folder: Path, wanted: Sequence[str]) -> Iterator[tuple[str, bytes | Finding]]:
    """The files that are asked for: no other is read."""
    for path, stamp in list_folder(folder):
        if selected(path, wanted):
            yield path, stamp if isinstance(stamp, Finding) else read_file(folder / path, path)


def _unreadable(loaded: Loaded, language: str) -> Iterator[tuple[str, str]]:
    """Files that cannot be read as records, and why."""
    for finding in loaded.findings:
        yield finding.location.path, f"{finding.code} {worded(finding, language).message}"


def _is_same(content: bytes, document: Document) -> bool:
    """Whether the new file reads back as the same data, types included, in any order of keys."""
    return _exact(strict.parse(content)) == _exact(document.data)


def _exact(node: object) -> object:
    """Plain data in which `1`, `1.0` and `true` are three things."""
    if isinstance(node, dict):
        return {key: _exact(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_exact(value) for value in node]
    return type(node), node
