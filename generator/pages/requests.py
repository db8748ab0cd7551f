"""Opinion requests: who was asked to comment on a draft, by when, and who has answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.metrics.instructions import Addressee
from generator.model.entities import Instruction, Response, Task, Text, Update
from generator.pages.book import Book
from generator.pages.instructions import Answer, Told, told
from generator.pages.page import Page
from generator.pages.programmes import Assignment, assignments

_KIND = "opinion_request"


@dataclass(frozen=True, slots=True)
class Request:
    """A request for an opinion, from a review or as a task of a programme."""

    anchor: str
    text: Text
    origin: str
    """What asked: the title of the review or programme."""
    address: str
    """Where it stands there."""
    item: Instruction | Task
    """What has its date."""
    asked: int
    answers: tuple[Answer, ...]
    waiting: tuple[Addressee, ...]
    overdue: bool

    @property
    def answered(self) -> int:
        """How many of those asked have answered."""
        return self.asked - len(self.waiting)


def pages(book: Book) -> Iterator[Page]:
    """The page of all requests: those that wait for answers, then those that everyone answered."""
    found = [*_of_reviews(book), *_of_programmes(book)]
    lists = {
        "waiting": sorted((one for one in found if one.waiting), key=lambda one: not one.overdue),
        "answered": [one for one in found if not one.waiting],
    }
    shown = {name: requests for name, requests in lists.items() if requests}
    yield book.page(
        "requests",
        addresses.REQUESTS,
        title=book.t("requests.title"),
        description=book.t("requests.description"),
        contents=[(name, book.t(f"requests.{name}")) for name in shown],
        lists=shown,
    )


def _of_reviews(book: Book) -> Iterator[Request]:
    for entry in told(book):
        if entry.follow_up.instruction.kind == _KIND:
            yield _of_review(book, entry)


def _of_review(book: Book, entry: Told) -> Request:
    review, instruction = entry.follow_up.review, entry.follow_up.instruction
    return Request(
        f"{review.id}-{instruction.id}",
        instruction.text,
        book.plain(review.title),
        entry.address,
        instruction,
        len(entry.follow_up.addressees),
        entry.answers,
        entry.waiting,
        entry.follow_up.overdue,
    )


def _of_programmes(book: Book) -> Iterator[Request]:
    for programme in book.registry.programmes.values():
        for entry in assignments(book.snapshot, programme):
            if entry.task.kind == _KIND:
                yield _of_programme(book, entry)


def _of_programme(book: Book, entry: Assignment) -> Request:
    task, programme = entry.task, entry.programme
    waits = task.lead_agency is not None and entry.delivery.status != "completed"
    asked = Addressee(task.lead_agency or "", entry.heirs, None, None)
    return Request(
        f"{programme.id}-{task.id}",
        task.title,
        book.plain(programme.title),
        addresses.task(programme.id, task.id),
        task,
        1 if task.lead_agency else 0,
        tuple(
            Answer(_response(task, update), expected=True, late=False)
            for stands, update in reversed(entry.log)
            if stands
        ),
        (asked,) if waits else (),
        entry.overdue,
    )


def _response(task: Task, update: Update) -> Response:
    """An update of the task, read as the answer that it is."""
    return Response(
        id=update.id,
        by=update.reported_by or task.lead_agency or "",
        responded_on=update.reported_on or update.state_on,
        state="done" if update.delivery_status == "completed" else "in_progress",
        text=update.summary,
        sources=update.sources,
    )
