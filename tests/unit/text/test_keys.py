"""The code asks for texts that exist, and no text is left that nothing asks for.

What the code names is read from its syntax: calls such as `t("nav.home")` in Python and in
templates, and any other string that is a key.  A name put together from parts
(`f"status.{status}"`, `'status.' ~ status`) stands for each key of that pattern.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

from generator import audit, checks
from tests.tools.programs import ROOT
from tests.unit.text.test_catalogues import ENGLISH, placeholders

PLAIN = frozenset({"t", "text"})
COUNTED = frozenset({"n", "count"})

ASKED_BY_PARTS = {
    r"[A-Z]+\d\d\.(message|fix|why)": "a finding, by its code",
    r"[A-Z]+\d\d\.\w+\.\w+": "the words of a finding's value: reporting/wording.py",
    r"chrome\.\w+": "the theme's texts: site/assembly.py takes all of them",
    r"key\.[\w.]+": "the name of a record's key: pages/book.py",
}
"""Keys that no string in the code shows, and who asks for them."""

ANSWERED = frozenset({r"error\.[\w.]+"})
"""Patterns that need not be trusted: each `PortalError` shows its own key."""


@dataclass(frozen=True)
class Asked:
    """A text that the code asks for by its name, or by a pattern of it."""

    place: str
    key: re.Pattern[str]
    counted: bool
    given: frozenset[str] | None
    """The values for its placeholders; not known where they come in a mapping."""


def python() -> Iterator[Asked]:
    for file, tree in modules():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call.args:
                function = call.func
                name = function.attr if isinstance(function, ast.Attribute) else None
                name = function.id if isinstance(function, ast.Name) else name
                names = [word.arg for word in call.keywords]
                given = None if None in names else frozenset(str(word) for word in names)
                for pattern in patterns(call.args[0]):
                    place = f"{file.relative_to(ROOT)}:{call.lineno}"
                    if name == "PortalError":
                        yield Asked(
                            place, re.compile(f"error\\.{pattern}"), counted=False, given=given
                        )
                    elif name in PLAIN | COUNTED and (r"\." in pattern or name in {"t", "n"}):
                        yield Asked(place, re.compile(pattern), name in COUNTED, given)


def templates() -> Iterator[Asked]:
    for file in sorted((ROOT / "site_templates").rglob("*.html")):
        tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in {"t", "n", "text"}:
                given = frozenset(word.key for word in call.kwargs)
                for pattern in jinja_patterns(call.args[0]):
                    place = f"{file.relative_to(ROOT)}:{call.lineno}"
                    yield Asked(place, re.compile(pattern), call.node.name in COUNTED, given)


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted((ROOT / "generator").rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def patterns(node: ast.expr) -> Iterator[str]:
    """What a string, a choice of strings or a string with gaps may name."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.IfExp():
            yield from patterns(node.body)
            yield from patterns(node.orelse)
        case ast.JoinedStr():
            parts = (
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+"
                for part in node.values
            )
            yield "".join(parts)


def jinja_patterns(node: nodes.Expr) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(text)):
            yield re.escape(text)
        case nodes.CondExpr(expr1=first, expr2=second):
            yield from jinja_patterns(first)
            if second is not None:
                yield from jinja_patterns(second)
        case nodes.Concat():
            parts = ("".join(jinja_patterns(part)) or r"[\w.]+" for part in node.nodes)
            yield "".join(parts)


ALL = [*python(), *templates()]


def keys(asked: Asked) -> list[str]:
    return [key for key in ENGLISH if asked.key.fullmatch(key)]


EXACT = [
    (asked, key) for asked in ALL for key in keys(asked) if asked.key.pattern == re.escape(key)
]


def test_the_code_is_read() -> None:
    """A reader that finds nothing would pass everything."""
    found = {asked.key.pattern for asked in ALL}
    assert {r"period\.quarter", r"status\.[\w.]+", r"error\.no_catalogue", "slip"} <= found


def test_what_the_code_asks_for_is_there() -> None:
    assert [] == [(asked.place, asked.key.pattern) for asked in ALL if not keys(asked)]


def test_a_text_with_plural_forms_is_asked_for_with_a_number() -> None:
    wrong = [pair for pair in EXACT if pair[0].counted != ENGLISH[pair[1]].pluralizable]
    assert [] == wrong


def test_every_value_that_a_text_names_is_given() -> None:
    number = frozenset({"number"})
    wrong = [
        (asked.place, key)
        for asked, key in EXACT
        if asked.given is not None
        and not placeholders(ENGLISH[key]) <= asked.given | (number if asked.counted else set())
    ]
    assert [] == wrong


def test_every_finding_has_its_words_and_no_words_are_without_a_finding() -> None:
    told = {key.split(".")[0] for key in ENGLISH if re.match(r"[A-Z]+\d\d\.", key)}
    assert told == checks.codes().keys() | audit.codes().keys()
    for code in told:
        assert {f"{code}.{part}" for part in ("message", "fix", "why")} <= ENGLISH.keys()


def test_every_text_is_asked_for() -> None:
    """A pattern that begins with a gap would stand for anything, so it stands for nothing."""
    shown = {asked.key.pattern for asked in ALL} | {
        pattern
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr)
        for pattern in patterns(node)
        if re.match(r"\w+\\\.", pattern)
    }
    shown -= {pattern for pattern in shown if pattern.startswith("[")} | ANSWERED
    wanted = re.compile("|".join(sorted(shown | ASKED_BY_PARTS.keys())))
    assert [] == sorted(key for key in ENGLISH if not wanted.fullmatch(key))
