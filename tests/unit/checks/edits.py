"""What officers and accidents do to the files of a registry, at random but repeatably."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

_DATES = ("2025-02-30", "2025..2024", "2027-01", "..2025-05-22", "2024", "2019-07-01")


def _other_year(line: str, random: Random) -> str:
    return re.sub(r"20\d\d", lambda _: str(random.randint(1990, 2030)), line)


def _other_date(line: str, random: Random) -> str:
    return re.sub(r"'\d{4}[^']*'", lambda _: f"'{random.choice(_DATES)}'", line)


def _misspelt(line: str, random: Random) -> str:
    return re.sub(r": (\w+)", lambda word: f": {word[1]}{random.choice('xyz')}", line)


def _look_alike(line: str, _: Random) -> str:
    return line.replace("a", "а", 1)  # a Cyrillic one


def _spaced(line: str, random: Random) -> str:
    return random.choice([f"{line}  ", line.replace(" ", "  ")])


def _appended(line: str, random: Random) -> str:
    return line + random.choice([" # x", " <b>", " &amp;"])


_LINES: tuple[Callable[[str, Random], str], ...] = (
    _other_year,
    _other_date,
    _misspelt,
    _look_alike,
    _spaced,
    _appended,
)


def edit(root: Path, random: Random) -> None:
    """Do one thing to a registry folder."""
    files = sorted(root.rglob("*.yml"))
    file = random.choice(files)
    match random.randrange(10):
        case 0:
            file.unlink()
        case 1:
            file.rename(file.with_name(f"{file.stem}-{random.randrange(9)}.yml"))
        case 2:
            others = sorted(root.glob("commitments/*/*.yml"))
            moved = f"moved_to: {random.choice(others).stem}\ntitle:"
            other = random.choice(others)
            other.write_text(other.read_text("utf-8").replace("title:", moved, 1), "utf-8")
        case 3:
            shutil.copy(file, file.with_name(f"{file.stem}-copy.yml"))
        case 4:
            file.unlink()
            file.symlink_to(files[0])
        case 5:
            lines = file.read_text("utf-8").split("\n")
            one, other_line = random.randrange(len(lines)), random.randrange(len(lines))
            lines[one], lines[other_line] = lines[other_line], lines[one]
            file.write_text("\n".join(lines), "utf-8")
        case _:
            lines = file.read_text("utf-8").split("\n")
            at = random.randrange(len(lines))
            lines[at] = random.choice(_LINES)(lines[at], random)
            file.write_text("\n".join(lines), "utf-8")
