from generator.metrics.statements import statements
from tests.builders import commitment, snapshot, statement


def test_each_published_figure_stands_beside_the_registry_s_own_by_the_same_rule() -> None:
    found = statements(
        snapshot(
            "2026-01-01",
            commitment("a", signed_on="2024-05-01"),
            commitment("b", signed_on="2025-05-01"),
            commitment("c", signed_on="2025-07-01"),
            statement("all", value=350),
            statement("first-half", period="2025-01..2025-06", value=250),
            statement("growth", metric="growth_ratio", value=2.5),
            statement(
                "against-first-half",
                metric="growth_ratio",
                period="2025-Q3",
                compared_with="2025-01..2025-06",
            ),
            statement("oceans", metric="voluntary_commitments"),
            statement("to-come", stated_on="2026-01-02"),
            statement("perhaps", stated_on="2026"),
        )
    )
    assert [
        ("against-first-half", 1),
        ("growth", 2),
        ("first-half", 1),
        ("all", 2),
        ("perhaps", 2),
        ("oceans", None),
    ] == [(entry.statement.id, entry.own.value if entry.own else None) for entry in found]
