"""The Content-Security-Policy that every page carries: what a browser may load and run for it.

The theme has two short scripts inside its pages, which run before anything is drawn.  They are
allowed by their hashes, and no others are: a script that got into a page by way of a record
would stay text.  See docs/decisions.
"""

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Symbols are drawings inside the style sheets.
    "connect-src": "'self'",  # The search asks for parts of its index.
    "form-action": "'self'",
    "base-uri": "'none'",
    # No script of a page may take a text for HTML or for code, ours and the theme's included.
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}


def policy(scripts: str) -> str:
    """The policy of a page whose templates have these `<script>` elements, ready for HTML."""
    hashes = "".join(f" '{_source(script)}'" for script in _INLINE.findall(scripts))
    allowed = {**_DIRECTIVES, "script-src": f"{_DIRECTIVES['script-src']}{hashes}"}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def _source(script: str) -> str:
    """The hash of a script as a source: of the very bytes between its tags."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
