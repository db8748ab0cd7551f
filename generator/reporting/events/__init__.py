"""Events in one format each, discovered: a module here is a value of `--format`.

Each has `render(telling: Telling) -> str`.
"""

from generator.reporting.events.telling import Telling, names, render

__all__ = ["Telling", "names", "render"]
