"""One page of each kind, for the tests that look at all of them."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Kind:
    """A page, and what it is an example of."""

    name: str
    site: str
    address: str


RAILWAY = "commitments/lao-cai-hanoi-hai-phong-railway/"

KINDS = (
    Kind("home", "real", ""),
    Kind("home-en", "real", "en/"),
    Kind("home-rich", "rich", ""),
    Kind("attention", "real", "attention/"),
    Kind("attention-rich", "rich", "attention/"),
    Kind("agencies", "real", "agencies/"),
    Kind("agency", "real", "agencies/moc/"),
    Kind("agency-en", "real", "en/agencies/moit/"),
    Kind("agency-ended", "real", "agencies/mot/"),
    Kind("agency-split", "rich", "agencies/environment/"),
    Kind("agency-idle", "real", "agencies/p-kon-tum/"),
    Kind("partners", "real", "partners/"),
    Kind("partner", "real", "partners/cn/"),
    Kind("partner-rich", "rich", "partners/xm/"),
    Kind("fields", "real", "fields/"),
    Kind("field", "real", "fields/construction/"),
    Kind("commitments", "real", "commitments/"),
    Kind("list-status", "real", "commitments/status/not-stated/"),
    Kind("list-period", "real", "commitments/new/2025-Q3/"),
    Kind("list-empty", "rich", "commitments/new/2026-Q1/"),
    Kind("commitment", "real", RAILWAY),
    Kind("commitment-en", "real", f"en/{RAILWAY}"),
    Kind("commitment-sparse", "real", "commitments/china-cross-border-economic-zone-study-2024/"),
    Kind("commitment-not-concluded", "real", "commitments/ninh-thuan-1-nuclear-power-plant/"),
    Kind("commitment-disputed", "rich", "commitments/oristan-health-2023/"),
    Kind("commitment-withheld", "rich", "commitments/norderland-offshore-wind-2023/"),
    Kind("commitment-milestones", "rich", "commitments/oristan-coastal-rail-2024/"),
    Kind("commitment-moved", "rich", "commitments/oristan-railway-2024/"),
    Kind("list-long", "real", "attention/not-reported/"),
    Kind("list-long-next", "real", "attention/not-reported/2/"),
    Kind("list-status-next", "real", "commitments/status/not-reported/2/"),
    Kind("activities", "real", "activities/"),
    Kind("activities-rich", "rich", "activities/"),
    Kind("activity", "rich", "activities/signing-session-2025/"),
    Kind("reviews", "real", "reviews/"),
    Kind("review", "real", "reviews/review-2025-10-01/"),
    Kind("review-rich", "rich", "reviews/review-2026-01-22/"),
    Kind("requests", "rich", "opinion-requests/"),
    Kind("programmes-empty", "real", "programmes/"),
    Kind("programme", "rich", "programmes/blue-economy-2025-2027/"),
    Kind("projects", "real", "projects/"),
    Kind("projects-rich", "rich", "projects/"),
    Kind("difficulties", "rich", "difficulties/"),
    Kind("difficulties-empty", "real", "difficulties/"),
    Kind("frameworks", "real", "frameworks/"),
    Kind("statements", "real", "statements/"),
    Kind("statements-rich", "rich", "statements/"),
    Kind("ended", "real", "ended-agencies/"),
    Kind("contributing", "real", "contributing/"),
    Kind("methodology", "real", "methodology/"),
    Kind("about", "real", "about/"),
    Kind("about-more", "real", "about/legal-notice/"),
    Kind("using", "real", "en/using/"),
    Kind("changes", "real", "changes/"),
    Kind("changes-month", "real", "changes/2026-11/"),
    Kind("changes-agency", "real", "agencies/mot/changes/"),
    Kind("changes-partner", "real", "partners/sg/changes/"),
    Kind("changes-partner-next", "real", "en/partners/cn/changes/2/"),
    Kind("build", "real", "build/"),
    Kind("search", "real", "search/"),
    Kind("search-results", "real", "search/?q=duong+sat"),
    Kind("error", "real", "404.html"),
)

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
