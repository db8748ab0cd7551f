"""For a comment or release notes: a list in Markdown in which nothing else is markup."""

from generator.reporting.events.telling import Telling
from generator.reporting.printable import plain_markdown


def render(telling: Telling) -> str:
    """A section for each day, and in it a list for each record."""
    lines = []
    for day, events in telling.by_day():
        lines += [f"## {day}", ""]
        for event in events:
            origin = telling.origin(event)
            told = f" ({plain_markdown(origin)})" if origin else ""
            lines.append(f"- **{plain_markdown(telling.title(event))}**{told}")
            lines += [f"  - {plain_markdown(telling.sentence(change))}" for change in event.changes]
        lines.append("")
    if not lines:
        return plain_markdown(telling.texts.text("event.none")) + "\n"
    return "\n".join(lines)
