"""The codes of the loader: it gives them itself, file by file, before any check runs.

They are declared here so that they are documented, worded and tested like all others.
"""

from generator.checks.contract import Codes
from generator.errors import Severity

CODES = Codes(
    {
        f"{topic}{number:02}": Severity.ERROR
        for topic, count in (("LOAD", 5), ("YAML", 11), ("TEXT", 5))
        for number in range(1, count + 1)
    }
)
