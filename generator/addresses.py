"""Every address of the site, in one place.

Addresses are relative to the root of one language's site: `""` is its home page.
A folder address ends in `/`; the file behind it is `index.html`.
"""

HOME = ""
ATTENTION = "attention/"
AGENCIES = "agencies/"
PARTNERS = "partners/"
FIELDS = "fields/"
COMMITMENTS = "commitments/"
CHANGES = "changes/"
AUDIT = "audit/"
ACTIVITIES = "activities/"
REVIEWS = "reviews/"
REQUESTS = "opinion-requests/"
PROGRAMMES = "programmes/"
PROJECTS = "projects/"
DIFFICULTIES = "difficulties/"
FRAMEWORKS = "frameworks/"
STATEMENTS = "statements/"
ENDED_AGENCIES = "ended-agencies/"
CONTRIBUTING = "contributing/"
METHODOLOGY = "methodology/"
BUILD = "build/"
SEARCH = "search/"
ERROR = "404.html"
BUILD_JSON = "build.json"


def record(entity: str, identifier: str) -> str:
    """The page of a record of any kind; empty where its kind has no pages of its own."""
    pages = {
        "activities": activity,
        "agencies": agency,
        "commitments": commitment,
        "partners": partner,
        "programmes": programme,
        "reviews": review,
        "texts": text,
    }
    return pages[entity](identifier) if entity in pages else ""


def feed(page: str) -> str:
    """The Atom feed of a page."""
    return f"{page}feed.xml"


def record_changes(page: str) -> str:
    """All that happened to what a page is about, where it is too much for the page."""
    return f"{page}changes/"


def changes_in(month: str) -> str:
    """What happened in a month."""
    return f"{CHANGES}{month}/"


def attention(name: str) -> str:
    """The whole list of what needs attention for one reason."""
    return f"{ATTENTION}{name.replace('_', '-')}/"


def agency_list(identifier: str, name: str) -> str:
    """One of an agency's lists, whole."""
    return f"{AGENCIES}{identifier}/{name.replace('_', '-')}/"


def partner_list(identifier: str, code: str) -> str:
    """A partner's commitments in one field, whole."""
    return f"{PARTNERS}{identifier}/{code.replace('_', '-')}/"


def field_list(code: str, name: str) -> str:
    """One of a field's lists, whole."""
    return f"{FIELDS}{code.replace('_', '-')}/{name}/"


def agency(identifier: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{identifier}/"


def partner(identifier: str) -> str:
    """The page of a partner."""
    return f"{PARTNERS}{identifier}/"


def field(code: str) -> str:
    """The page of a field of cooperation."""
    return f"{FIELDS}{code.replace('_', '-')}/"


def commitment(identifier: str) -> str:
    """The page of a commitment."""
    return f"{COMMITMENTS}{identifier}/"


def commitments_by_status(status: str) -> str:
    """The list of commitments whose delivery has a status."""
    return f"{COMMITMENTS}status/{status.replace('_', '-')}/"


def commitments_new_in(period: str) -> str:
    """The list of commitments that are new in a quarter or year."""
    return f"{COMMITMENTS}new/{period}/"


def activity(identifier: str) -> str:
    """The page of a high-level activity."""
    return f"{ACTIVITIES}{identifier}/"


def activity_commitments(identifier: str) -> str:
    """The whole list of what was concluded at an activity, if it is long."""
    return f"{activity(identifier)}commitments/"


def review(identifier: str) -> str:
    """The page of a review round."""
    return f"{REVIEWS}{identifier}/"


def instruction(review_id: str, identifier: str) -> str:
    """An instruction on the page of the review that gave it."""
    return f"{review(review_id)}#instruction-{identifier}"


def programme(identifier: str) -> str:
    """The page of a programme."""
    return f"{PROGRAMMES}{identifier}/"


def task(programme_id: str, identifier: str) -> str:
    """A task on the page of its programme."""
    return f"{programme(programme_id)}#task-{identifier}"


def difficulties(name: str) -> str:
    """All open difficulties, or all waiting recommendations, where they are many."""
    return f"{DIFFICULTIES}{name}/"


def text(identifier: str) -> str:
    """The page of one of the publisher's own texts: all below `about/`."""
    return "about/" if identifier == "about" else f"about/{identifier}/"


def chart(name: str) -> str:
    """The drawing of a chart."""
    return f"charts/{name}.svg"


def rooted(address: str, language: str, languages: tuple[str, ...]) -> str:
    """The address from the root of the version: the first language has no prefix."""
    return address if language == languages[0] else f"{language}/{address}"


def relative(target: str, page: str) -> str:
    """How a page names another address of the same version; both are from its root.

    The error page has no place of its own, since it stands in for any: its links must
    be absolute and are not made here.
    """
    depth = page.count("/")
    return "../" * depth + target or "./"
