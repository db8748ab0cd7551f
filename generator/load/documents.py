"""Files of a registry as documents: plain data that know where they stand."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import Finding, Location, Severity
from generator.load import files, strict
from generator.model import paths
from generator.model.registry import ENTITIES

_SETTINGS = "registry.yml"
_DEPTHS = {"commitments": 3}
"""How many parts a path has, where it is not folder and file."""


Parser = Callable[[bytes], dict[str, Any] | strict.Problem]


@dataclass(frozen=True)
class Document:
    """One well-formed file: `path` is relative to the registry, `id` the stem of its name."""

    path: str
    entity: str
    id: str
    data: Mapping[str, Any]
    content: bytes

    @classmethod
    def kept(cls, path: str, digest: str, data: Mapping[str, Any]) -> "Document":
        """A document that was read before: without its bytes, which few ask for again."""
        document = cls(path, entity_of(path) or "", stem(path), data, b"")
        vars(document)["digest"] = digest  # not a field: a copy with other data has another one
        return document

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the path and of what the file holds: two documents of one digest are equal."""
        # A document that was redacted has no file of its own: its data tell what it holds.
        return digest_of(self.path, self.content or msgspec.json.encode(self.data))

    @cached_property
    def _positions(self) -> Mapping[paths.Path, strict.Position]:
        return strict.positions(self.content) if self.content else {}

    def at(self, *path: str | int) -> Location:
        """The location of a place in the data, or of the nearest that exists above it."""
        known = path
        while known and known not in self._positions:
            known = known[:-1]
        line, column = self._positions.get(known, (1, 1))
        return Location(self.path, line, column, paths.key_path(self.data, path))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a registry folder holds: the documents that could be read, and what is wrong."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=65536)
def entity_of(path: str) -> str | None:
    """The entity whose records stand at such a path, or `None` if it has no place here."""
    if path == _SETTINGS:
        return "registry"
    folder, *rest = path.split("/")
    if folder in ENTITIES and folder != "registry" and 1 + len(rest) == _DEPTHS.get(folder, 2):
        return folder
    return None


@lru_cache(maxsize=65536)
def stem(path: str) -> str:
    """The id that a file's name says."""
    return path.rpartition("/")[2].removesuffix(".yml")


def digest_of(path: str, content: bytes) -> str:
    """What tells a file from every other."""
    name = path.encode("utf-8", "surrogatepass")
    return hashlib.sha256(b"\0".join((name, content))).hexdigest()


def document_of(path: str, content: bytes, parse: Parser = strict.parse) -> Document | Finding:
    """A file's document, or the first problem of its text.

    Args:
        path: relative to the registry.
        content: the file's bytes.
        parse: what reads them, if they may have been read before.
    """
    entity = entity_of(path)
    if entity is None:
        return Finding("LOAD05", Severity.ERROR, Location(path), {"folders": ", ".join(ENTITIES)})
    data = parse(content)
    if isinstance(data, strict.Problem):
        place = Location(path, data.line, data.column)
        return Finding(data.code, Severity.ERROR, place, data.arguments)
    return Document(path, entity, stem(path), data, content)


def load(contents: Iterable[tuple[str, bytes | Finding]]) -> Loaded:
    """The documents of files that were read, sorted by path, and the findings among them."""
    ordered = sorted(contents, key=lambda entry: entry[0])
    return sorted_out(
        content if isinstance(content, Finding) else document_of(path, content)
        for path, content in ordered
    )


def sorted_out(made: Iterable[Document | Finding]) -> Loaded:
    """What was made of files, the documents apart from the findings."""
    documents: list[Document] = []
    findings: list[Finding] = []
    for each in made:
        if isinstance(each, Finding):
            findings.append(each)
        else:
            documents.append(each)
    return Loaded(tuple(documents), tuple(findings))


def load_folder(root: Path) -> Loaded:
    """The documents of a registry folder.

    Raises:
        PortalError: the folder itself cannot be read.
    """
    return load(files.read_folder(root))
