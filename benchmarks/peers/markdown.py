"""A commitment's page as Markdown, for stock MkDocs; `hugo/body.html` says the same."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

WORDS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "parts": {
            "lead": "Cơ quan chủ trì",
            "partners": "Đối tác",
            "content": "Nội dung",
            "progress": "Tiến độ",
            "time": "Thời gian thực hiện",
            "difficulties": "Khó khăn, vướng mắc",
            "recommendations": "Kiến nghị, đề xuất",
            "sources": "Nguồn",
        },
        "words": {
            "field": "Lĩnh vực",
            "kind": "Loại văn kiện",
            "day": "Ngày",
            "in_force": "Có hiệu lực",
            "assigned": "Phân công",
        },
    },
    "en": {
        "parts": {
            "lead": "Lead agency",
            "partners": "Partners",
            "content": "Content",
            "progress": "Progress",
            "time": "Time of implementation",
            "difficulties": "Difficulties",
            "recommendations": "Recommendations",
            "sources": "Sources",
        },
        "words": {
            "field": "Field",
            "kind": "Kind of instrument",
            "day": "Day",
            "in_force": "In force",
            "assigned": "Assigned",
        },
    },
}

Data = Mapping[str, Any]
Say = Callable[[Mapping[str, str] | None], str]
"""A text in the language of the page."""


def page(data: Data, language: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    """The page of a commitment in a language."""

    def said(text: Mapping[str, str] | None) -> str:
        return text.get(language, next(iter(text.values()))) if text else ""

    names = labels["names"]
    blocks = {
        "lead": _lead(data, names),
        "partners": (
            f"- {names[party['partner']]} {party.get('role', '')} {said(party.get('body'))}"
            for party in data["partners"]
        ),
        "content": _content(data, said, labels),
        "progress": _progress(data, said, names),
        "time": _time(data, said),
        "difficulties": (
            f"- {entry['raised_on']} {said(entry['description'])} "
            f"{names.get(entry.get('escalated_to', ''), '')} {said(entry.get('resolution'))}"
            for entry in data.get("difficulties", ())
        ),
        "recommendations": _recommendations(data, said, names),
        "sources": (
            f"- [{entry['title']}]({entry['url']}), {entry['publisher']}, {entry['published_on']}"
            for entry in data["sources"]
        ),
    }
    lines = [f"# {said(data['title'])}", "", f"*{said(data.get('official_title'))}*"]
    for part, block in blocks.items():
        lines += ["", f"## {labels['parts'][part]}", "", *block]
    return "\n".join(lines) + "\n"


def _lead(data: Data, names: Mapping[str, str]) -> Iterator[str]:
    if "lead_agency" in data:
        yield names[data["lead_agency"]]
        yield ""
    for support in data.get("supporting_agencies", ()):
        yield f"- {names[support['agency']]}"


def _content(data: Data, said: Say, labels: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    words = labels["words"]
    assignment = data.get("assignment", {})
    day = data.get("signed_on") or data.get("adopted_on") or data.get("declared_on", "")
    yield said(data.get("content"))
    yield "\n| | |\n|---|---|"
    yield f"| {words['field']} | {labels['fields'][data['field']]} |"
    yield f"| {words['kind']} | {labels['kinds'][data['instrument_kind']]} |"
    yield f"| {words['day']} | {day} |"
    yield f"| {words['in_force']} | {data.get('in_force_on', '')} |"
    yield f"| {words['assigned']} | {assignment.get('assigned_on', '')} |"
    yield ""
    for amount in data.get("amounts", ()):
        yield f"- {amount['value']} {amount['currency']}: {said(amount['what'])}"


def _progress(data: Data, said: Say, names: Mapping[str, str]) -> Iterator[str]:
    for entry in data.get("updates", ()):
        percent = entry.get("completion_percent", "")
        yield f"1.  **{entry['state_on']}** {entry['delivery_status']} {percent}\n"
        yield f"    {said(entry['summary'])} {said(entry.get('reason'))}\n"
        if "reported_by" in entry:
            yield f"    *{names[entry['reported_by']]}*\n"
    if "milestones" in data:
        yield "\n| | | | |\n|---|---|---|---|"
    for step in data.get("milestones", ()):
        slips = " ".join(
            f"{slip['slipped_on']} → {slip.get('to_on', '')} {said(slip.get('reason'))}"
            for slip in step.get("slips", ())
        )
        done = step.get("completed_on") or step.get("dropped_on", "")
        yield f"| {said(step['title'])} | {step.get('due_on', '')} | {slips} | {done} |"


def _time(data: Data, said: Say) -> Iterator[str]:
    if time := data.get("implementation"):
        yield f"{time['from_on']} – {time['to_on']}: {said(time['text'])}"


def _recommendations(data: Data, said: Say, names: Mapping[str, str]) -> Iterator[str]:
    for entry in data.get("recommendations", ()):
        reply = entry.get("reply", {})
        yield (
            f"- {names[entry['addressed_to']]}: {said(entry['text'])} "
            f"{reply.get('replied_on', '')} {reply.get('decision', '')} {said(reply.get('text'))}"
        )
