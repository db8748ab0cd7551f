"""Whose key signed which commit, by a list of allowed signers and nothing else.

Git and `ssh-keygen` compare them.  The list is given; what the builder's keyring or the
configuration of a checkout trusts is not asked, and their programs are not run.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import PortalError
from generator.history.running import Git

_PROGRAM = "ssh-keygen"
_GOOD = "G"
_AT_ONCE = 500
"""Commits that one process compares: `ssh-keygen` runs twice for each."""

_TELL = ("log", "--no-walk=unsorted", "--no-show-signature", "-z", "--format=%H%x00%G?%x00%GS")


def signers(git: Git, commits: Sequence[str], allowed: bytes) -> Mapping[str, str]:
    """Commit id to the name by which the list knows its signer, for those whose signature holds.

    Args:
        git: in the repository.
        commits: full ids of commits that carry a signature.
        allowed: the list, in the form of the file of allowed signers of `ssh-keygen`.

    Raises:
        PortalError: there is no `ssh-keygen`, or git could not read a commit.
    """
    if not commits or not allowed.strip():
        return {}
    if shutil.which(_PROGRAM) is None:
        raise PortalError("signatures_unreadable", program=_PROGRAM)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "allowed_signers"
        file.write_bytes(allowed)
        batches = (commits[at : at + _AT_ONCE] for at in range(0, len(commits), _AT_ONCE))
        return dict(pair for batch in batches for pair in _proven(git, batch, file))


def _proven(git: Git, commits: Sequence[str], file: Path) -> Iterator[tuple[str, str]]:
    settings = {
        "gpg.ssh.allowedSignersFile": str(file),
        "gpg.ssh.program": _PROGRAM,
        "gpg.ssh.revocationFile": "",
        # Other kinds of signature are nobody's: no keyring is asked.
        "gpg.program": "false",
        "gpg.openpgp.program": "false",
        "gpg.x509.program": "false",
    }
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    given = "".join(f"{commit}\n" for commit in commits).encode()
    told = git.run(*options, *_TELL, "--stdin", given=given).split(b"\0")
    for commit, state, signer in zip(told[::3], told[1::3], told[2::3], strict=False):
        if state.decode("ascii", "replace") == _GOOD:
            yield commit.decode("ascii"), signer.decode("utf-8", "replace")
