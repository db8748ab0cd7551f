"""Options, commands, and what is said if the program could not run."""

from pathlib import Path
from pkgutil import iter_modules

import click
import pytest

from generator.cli import commands, main
from tests.unit.cli.conftest import Portal

COULD_NOT_RUN = main.COULD_NOT_RUN


@pytest.fixture
def vietnamese(registry: Path) -> Path:
    """The registry with Vietnamese as its first language."""
    file = registry / "registry.yml"
    file.write_bytes(file.read_bytes().replace(b"  - en\n", b"  - vi\n  - en\n"))
    return registry


def test_each_module_of_commands_is_a_command() -> None:
    context = click.Context(main.portal)
    for module in iter_modules(commands.__path__):
        found = main.portal.get_command(context, module.name.replace("_", "-"))
        assert isinstance(found, click.Command)
        assert found.get_short_help_str()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("check", "--help")])
def test_help_needs_no_registry(arguments: tuple[str, ...], portal: Portal) -> None:
    outcome = portal(*arguments)
    assert "Usage: portal" in outcome.out
    assert outcome.status == (0 if arguments else COULD_NOT_RUN)


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("chek",), "Không có lệnh chek."),
        (("check", "--foo"), "Không có tùy chọn --foo."),
        (("check", "--format"), "--format"),
        (("check", "--format", "xml"), "text"),
        (("--as-of", "2025-02-30", "check"), "--as-of"),
        (("--as-of=yesterday", "check"), "--as-of"),
        (("--jobs", "0", "check"), "--jobs"),
        (("--edition", "secret", "check"), "internal"),
        (("--lang", "fr", "check"), "fr"),
        (("--registry", "nowhere", "check"), "nowhere"),
        (("check", "nowhere.yml"), "nowhere.yml"),
        (("check", "/etc"), "/etc"),
        (("check", "--foo\x1b[2J"), r"\x1b"),
    ],
)
def test_what_is_wrong_is_said_in_the_registrys_language(
    arguments: tuple[str, ...], said: str, vietnamese: Path, portal: Portal
) -> None:
    outcome = portal("--registry", str(vietnamese), *arguments)
    assert outcome.status == COULD_NOT_RUN
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.startswith(("Lỗi: ", "Error: "))
    assert "Error" not in outcome.err[1:]
    assert outcome.err.replace("\n", "").isprintable()


def test_without_a_registry_it_is_said_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = portal("check")
    assert outcome.err == "Error: There is no registry folder registry. Name it with --registry.\n"


def test_the_language_that_is_asked_for_is_spoken(vietnamese: Path, portal: Portal) -> None:
    del vietnamese
    assert portal("--lang", "en", "chek").err.startswith("Error: There is no command chek.")
    assert portal("--lang=en", "check", "--foo").err.startswith("Error: There is no option")


def test_a_reader_who_leaves_early_is_no_crash(
    registry: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("generator.cli.commands.check.click.echo", closed)
    assert portal("--registry", str(registry), "check").status == COULD_NOT_RUN


def test_the_entry_point_ends_with_the_status(registry: Path) -> None:
    with pytest.raises(SystemExit) as ending:
        main.main(["--registry", str(registry), "--as-of", "2026-01-31", "check"])
    assert ending.value.code == 0
