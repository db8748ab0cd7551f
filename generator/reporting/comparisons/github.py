"""For a pull request on GitHub: a notice on each file, and one for each part that they move."""

from generator.reporting.comparisons.comparison import Comparison, RecordChanges
from generator.reporting.printable import printable, workflow_data, workflow_property


def render(comparison: Comparison) -> str:
    """Workflow commands, and what was compared as a plain line.

    Nothing in a record may become a command of its own, or begin a line.
    """
    commands = [_record(comparison, record) for record in comparison.records]
    commands += [
        f"::notice title={workflow_property(title)}::" + workflow_data("\n".join(lines))
        for title, lines in comparison.sections()
    ]
    return "\n".join([*commands, *comparison.notes(), comparison.heading(), ""])


def _record(comparison: Comparison, record: RecordChanges) -> str:
    title = workflow_property(comparison.title(record))
    # A file that is gone has no line to stand on.
    file = f"file={workflow_property(printable(record.path))},line=1," if record.path else ""
    sentences = "\n".join(comparison.sentence(change) for change in record.changes)
    return f"::notice {file}title={title}::{workflow_data(sentences)}"
