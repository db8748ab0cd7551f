"""Every finding can be said, in every language that the project speaks."""

import re
from pathlib import Path

import pytest

from generator.checks import codes
from generator.reporting import worded
from generator.reporting.documentation import FOLDER, documents
from generator.text import catalogue
from tests.checking import CASES, case

LANGUAGES = ("en", "fr", "vi")
PARTS = ("message", "fix", "why")


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", codes())
def test_a_code_says_what_is_wrong_what_to_do_and_why(code: str, language: str) -> None:
    texts = catalogue(language)
    missing = [f"{code}.{part}" for part in PARTS if not texts.has(f"{code}.{part}")]
    assert missing == []


@pytest.mark.parametrize("code", codes())
def test_a_code_says_the_same_in_each_language(code: str) -> None:
    for part in PARTS:
        said = [placeholders(catalogue(language).text(f"{code}.{part}")) for language in LANGUAGES]
        assert all(names == said[0] for names in said), f"{code}.{part}"


@pytest.mark.parametrize("folder", sorted(CASES.glob("*/bad")), ids=lambda path: path.parent.name)
def test_the_words_of_a_finding_leave_no_placeholder_open(folder: Path) -> None:
    for finding in case(folder).findings:
        for language in LANGUAGES:
            wording = worded(finding, language)
            assert wording.message
            assert wording.fix


def test_codes_that_no_longer_exist_have_no_texts() -> None:
    named = re.findall(
        r'^msgid "([A-Z]+\d\d)\.',
        (Path(__file__).parents[3] / "site_templates/locale/en.po").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    checked = {re.sub(r"\d", "", code) for code in codes()}
    ours = {code for code in named if re.sub(r"\d", "", code) in checked}
    assert ours <= set(codes())


@pytest.mark.parametrize("name", documents())
def test_the_documentation_of_codes_is_up_to_date(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert documents()[name] == written, "run: python -m generator.reporting.documentation"
