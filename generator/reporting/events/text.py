"""For a person at a terminal: a life in sentences, the newest last."""

from generator.reporting.events.telling import Telling


def render(telling: Telling) -> str:
    """A paragraph for each record that something happened to on a day."""
    lines = []
    for day, events in telling.by_day():
        for event in events:
            lines.append(f"{day}  {telling.title(event)}  ({event.entity}/{event.id})")
            lines += [f"    {telling.sentence(change)}" for change in event.changes]
            if origin := telling.origin(event):
                lines.append(f"    ({origin})")
            lines.append("")
    if not lines:
        return telling.texts.text("event.none") + "\n"
    return "\n".join(lines)
