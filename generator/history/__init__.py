"""What git knows of a registry; nothing else reads git."""

from generator.history.approvals import Approval
from generator.history.blame import Origin, origins
from generator.history.commits import Commit, Person
from generator.history.derived import derived
from generator.history.head import Head, blob_id, head
from generator.history.past import Edit, documents_at, edits
from generator.history.repository import Repository, open_repository
from generator.history.revisions import Revision, Touch

__all__ = [
    "Approval",
    "Commit",
    "Edit",
    "Head",
    "Origin",
    "Person",
    "Repository",
    "Revision",
    "Touch",
    "blob_id",
    "derived",
    "documents_at",
    "edits",
    "head",
    "open_repository",
    "origins",
]
