"""What differs between two states, in one format each: a module here is a value of `--format`.

Each has `render(comparison: Comparison) -> str`.
"""

from generator.reporting.comparisons.comparison import (
    Comparison,
    PageChange,
    RecordChanges,
    names,
    render,
)

__all__ = ["Comparison", "PageChange", "RecordChanges", "names", "render"]
