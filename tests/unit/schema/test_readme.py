"""The explanation of the model names what there is, and says the same in both languages."""

import re

import pytest

from tests.unit.schema.schema_files import ENTITIES, FILES, FOLDER, keys, subschemas

READMES = {
    name: (FOLDER.parent / name).read_text("utf-8") for name in ("README.md", "README.vi.md")
}
COMPUTED = {"legal_status"}


def words(text: str) -> set[str]:
    """What stands in the text as code and looks like a key or a code."""
    return set(re.findall(r"`([a-z]+(?:_[a-z]+)*)`", text))


def test_both_languages_name_the_same() -> None:
    english, vietnamese = map(words, READMES.values())
    assert english == vietnamese


def test_what_is_named_is_in_the_schema() -> None:
    known = {key.path[-1] for file in ENTITIES.values() for key in keys(file)}
    written = [schema for content in FILES.values() for _, schema in subschemas(content)]
    known |= {value for schema in written for value in schema.get("enum", ())}
    known |= {str(schema.get(word)) for schema in written for word in ("x-type", "x-defines")}
    known |= {word for schema in written for word in schema}
    examples = {"economy_trade_investment", "null", "true", "false", "instructions"}
    assert words(READMES["README.md"]) - known - COMPUTED - examples == set()


@pytest.mark.parametrize("name", READMES)
def test_every_keyword_of_our_own_is_explained(name: str) -> None:
    written = [schema for content in FILES.values() for _, schema in subschemas(content)]
    own = {word for schema in written for word in schema if word.startswith("x-")}
    assert {word for word in own if f"`{word}`" not in READMES[name]} == set()
