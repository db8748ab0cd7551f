"""How far a build is: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from generator.text import catalogue

Progress = Callable[[str, int, int], None]
"""Called with a stage, what is done of it, and all of it (0: not known)."""

_STEP = 500
"""Every how many pages a plain line is written: a log is read, not watched."""


@contextmanager
def reporter(language: str, stream: TextIO) -> Iterator[Progress]:
    """What to call with progress; it writes to a stream."""
    with (_bar if stream.isatty() else _lines)(language, stream) as progress:
        yield progress


@contextmanager
def _lines(language: str, stream: TextIO) -> Iterator[Progress]:
    texts = catalogue(language)
    last: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        del total
        if stage not in last:
            finish()
        last[stage] = done
        if done and done % _STEP == 0:
            write(stage)

    def finish() -> None:
        for stage, done in last.items():
            if done % _STEP:
                write(stage)
        last.update(dict.fromkeys(last, 0))

    def write(stage: str) -> None:
        name = texts.text(f"build.stage.{stage}")
        stream.write(texts.text("build.progress", stage=name, done=last[stage]) + "\n")
        stream.flush()

    yield tell
    finish()


@contextmanager
def _bar(language: str, stream: TextIO) -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    texts = catalogue(language)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(file=stream)) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(
                    texts.text(f"build.stage.{stage}"), total=total or None
                )
            bars.update(tasks[stage], completed=done, total=total or None)

        yield tell
