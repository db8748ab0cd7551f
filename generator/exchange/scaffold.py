"""Makes a new commitment's file from a few answers: canonical, checked, not yet written."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import PortalError
from generator.schema import schemas
from generator.write import canonical

LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Draft:
    """A new file: its path in the registry and its content."""

    path: str
    content: bytes


def propose_id(title: str, year: str, taken: Collection[str]) -> str:
    """A descriptive id that is free: the title's words without marks, and the year."""
    # `đ` is a letter of its own: Unicode does not take it apart.
    plain = unicodedata.normalize("NFD", title.casefold().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()) or ["commitment"]
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word
        if len(longer) > LONGEST_ID - len("-0000-00"):
            break
        stem = longer
    stem = stem or words[0][: LONGEST_ID - len("-0000-00")]
    if year and not stem.endswith(f"-{year}"):
        stem = f"{stem}-{year}"
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return free


def scaffold(
    answers: Mapping[str, Any], folder: str, languages: Sequence[str], taken: Collection[str]
) -> Draft:
    """The file of a new commitment.

    Args:
        answers: plain data of a commitment without `schema_version`.
        folder: the agency that files it.
        languages: the registry's languages.
        taken: ids that exist.

    Raises:
        PortalError: the id exists.
    """
    if answers["id"] in taken:
        raise PortalError("id_taken", id=answers["id"])
    data = {"schema_version": 1, **answers}
    content = canonical(data, schemas().shape("commitments"), languages)
    return Draft(f"commitments/{folder}/{answers['id']}.yml", content)
