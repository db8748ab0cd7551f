"""Programmes: numbered tasks, each with who leads it, when it is due, and how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.metrics.snapshot import Snapshot
from generator.model import states
from generator.model.entities import Programme, Task, Update
from generator.model.responsibility import default_heirs
from generator.model.states import Delivery
from generator.pages.book import Book
from generator.pages.figures import KeyFigure
from generator.pages.page import Page
from generator.pages.past import past_of


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task on the day."""

    programme: Programme
    task: Task
    heirs: tuple[str, ...]
    """Who stands for its lead now: the lead itself, or its successors by default."""
    delivery: Delivery
    overdue: bool
    log: tuple[tuple[bool, Update], ...]
    """Its updates, newest first, each with whether it still stands."""

    @property
    def status(self) -> str:
        """The delivery status; a standing task without any is `standing`."""
        if self.task.kind == "standing" and not self.delivery.status:
            return "standing"
        return self.delivery.reading


def pages(book: Book) -> Iterator[Page]:
    """The list of programmes, and one page for each."""
    programmes = sorted(
        book.registry.programmes.values(), key=lambda one: one.period.last, reverse=True
    )
    tasks = {programme.id: assignments(book.snapshot, programme) for programme in programmes}
    yield book.page(
        "programmes",
        addresses.PROGRAMMES,
        title=book.t("programmes.title"),
        description=book.t("programmes.description"),
        programmes=[(programme, tasks[programme.id]) for programme in programmes],
    )
    for programme in programmes:
        yield _page(book, programme, tasks[programme.id])


def assignments(snapshot: Snapshot, programme: Programme) -> list[Assignment]:
    """The tasks of a programme, in the order of their numbers."""
    return [
        _assignment(snapshot, programme, task)
        for task in sorted(programme.tasks, key=lambda task: task.number)
    ]


def _assignment(snapshot: Snapshot, programme: Programme, task: Task) -> Assignment:
    as_of, agencies = snapshot.as_of, snapshot.registry.agencies
    since = programme.adopted_on.last if programme.adopted_on else programme.period.first
    delivery = states.delivery(task.updates, as_of)
    kept = {update.id for update in states.standing_updates(task.updates, as_of)}
    # The log is appended to: of one day's entries, the last is the newest.
    log = sorted(task.updates, key=lambda update: update.state_on.last)[::-1]
    return Assignment(
        programme,
        task,
        default_heirs(task.lead_agency, agencies, since, as_of) if task.lead_agency else (),
        delivery,
        # A standing task is never done, and so never late.
        overdue=task.kind != "standing"
        and task.due_on is not None
        and task.due_on.last < as_of
        and delivery.status not in states.FINISHED,
        log=tuple((update.id in kept, update) for update in log),
    )


def _page(book: Book, programme: Programme, tasks: list[Assignment]) -> Page:
    reported = [entry for entry in tasks if entry.log]
    past = past_of(book, "programmes", programme.id)
    sections = {"tasks": True, "progress": reported, "sources": programme.sources}
    return book.page(
        "programme",
        addresses.programme(programme.id),
        title=book.plain(programme.title),
        description=_summary(book, programme, tasks),
        contents=[
            *((name, book.t(f"programme.{name}")) for name, there in sections.items() if there),
            *([past.contents] if past else []),
        ],
        programme=programme,
        past=past,
        summary=_summary(book, programme, tasks),
        figures=_figures(book, programme, tasks),
        tasks=tasks,
        reported=reported,
        citations={source.id: number for number, source in enumerate(programme.sources, start=1)},
    )


def _summary(book: Book, programme: Programme, tasks: list[Assignment]) -> str:
    return book.n(
        "programme.summary",
        len(tasks),
        by=book.name("agencies", programme.issued_by),
        period=book.writer.period(programme.period),
    )


def _figures(book: Book, programme: Programme, tasks: list[Assignment]) -> list[KeyFigure]:
    """How many tasks stand where; they are listed below."""
    counts = {
        "overdue": sum(entry.overdue for entry in tasks),
        "unreported": sum(entry.status == "not_reported" for entry in tasks),
        "moving": sum(
            entry.task.kind != "standing"
            and entry.delivery.latest is not None
            and entry.delivery.status not in states.FINISHED
            for entry in tasks
        ),
        "completed": sum(entry.delivery.status == "completed" for entry in tasks),
    }
    address = f"{addresses.programme(programme.id)}#tasks"
    return [
        KeyFigure(name, book.t(f"programme.figure.{name}"), value, address)
        for name, value in counts.items()
    ]
