"""Rules of a registry's history: one file each, discovered; see `contract` for what a rule is.

To add a rule is to add a module here, its texts to the catalogues, and a planted case of each
of its codes to `tests/unit/audit/planted.py`.
"""

from generator.audit.published import commits_of
from generator.audit.runner import Request, Verdict, audit, codes

__all__ = ["Request", "Verdict", "audit", "codes", "commits_of"]
