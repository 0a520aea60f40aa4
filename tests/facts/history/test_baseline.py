"""Claims of points above a former year, beside what the same narrative says of that year (domain: HIS016)."""

import pytest

from perflint.facts.history.baseline import CLAIM, ClaimView, claim_views
from tests.facts.tables import view_of

CLAIMED = "力争达到90.84%，比2020年提高1.1个百分点"


def contradictions(goal: str, value: str, *, kind: str = "department") -> list[object]:
    """Return the figures that contradict the claim in a row's value."""
    row = f"indicators:\n  - {{name: 全市市场主体年报公示率, value: '{value}'}}\n"
    view = view_of(f"kind: {kind}\nprofile: hebei\nyear: 2021\ngoals: {goal}\n{row}", "hebei")
    claims = (claim for claim in claim_views(view) if fact("difference", claim) > fact("rounding", claim) + 0.05)  # type: ignore[operator]
    return [fact("stated", claim) for claim in claims]


def fact(name: str, claim: ClaimView) -> object:
    return CLAIM.facts[f"claim.{name}"].derive(claim)


@pytest.mark.parametrize(
    ("goal", "stated"),
    [
        ("2020年年报公示率为88.2%。", ["88.2%"]),
        ("2020年全市市场主体年报公示率达到88.2%，居全省第三。", ["88.2%"]),
        ("2020年年报公示率为89.74%。", []),
        ("2020年年报公示率为89.7%。", []),
        ("2019年年报公示率为88.2%。", []),
        ("2020年企业登记率为88.2%。", []),
        ("年报公示率为88.2%。", []),
    ],
)
def test_figures_of_the_year_compared_with(goal: str, stated: list[str]) -> None:
    assert contradictions(goal, CLAIMED) == stated


def test_last_year_is_the_year_before_the_table() -> None:
    assert contradictions("2020年年报公示率为88.2%。", "达到90%，较上年提高5个百分点") == ["88.2%"]
    assert contradictions("2020年年报公示率为88.2%。", "达到86%，较上年降低2.2个百分点") == []


def test_only_narratives_are_judged() -> None:
    assert contradictions("2020年年报公示率为88.2%。", CLAIMED, kind="project") == []
