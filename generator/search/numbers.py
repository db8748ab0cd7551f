"""Numbers for pages: small ones, and the same as before for nearly all when a page comes.

A page's address decides which file of results it is in, so a new page moves only the few
behind it in one file; numbers in the order of addresses would move half of all pages, and
with them every list of the index.
"""

from collections.abc import Iterable
from operator import itemgetter
from zlib import crc32

_MOST = 32
"""The average number of results in a file stays below this, and above half of it."""


def files_for(count: int) -> int:
    """How many files the results of so many pages are in: a power of two."""
    return 1 << max(0, (count - 1) // _MOST).bit_length()


def numbered(addresses: Iterable[str]) -> dict[str, int]:
    """Address to number, in the order of numbers.

    A number is the place in the file, times the number of files, plus the number of the file.
    """
    ordered = sorted(addresses)
    files = files_for(len(ordered))
    taken = [0] * files
    numbers = {}
    for address in ordered:
        file = crc32(address.encode()) % files
        numbers[address] = taken[file] * files + file
        taken[file] += 1
    return dict(sorted(numbers.items(), key=itemgetter(1)))
