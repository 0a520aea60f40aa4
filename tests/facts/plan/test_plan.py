"""Readings of spending plans: shares, cumulative progress, amounts, fractions (domain: PLN001's table)."""

import pytest

from perflint.facts.plan.period import last_month
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView
from tests.facts.tables import view_of

PLAN_FACTS = PLAN.facts


def plan_of(
    cells: str, *, budget: str = "", names: tuple[str, ...] = ("3月底", "6月底", "9月底", "12月底")
) -> PlanView:
    """Return the plan of a table with the cells at four (or fewer, the last) dates."""
    texts = cells.split("/")
    rows = "\n".join(f"  {name}: {text}" for name, text in zip(names[-len(texts) :], texts, strict=True))
    return PlanView(view_of(f"budget: {{total: {budget}}}\nspending_plan:\n{rows}\n"))


@pytest.mark.parametrize(
    ("cells", "sums"),
    [
        ("25/25/25/25", "25/50/75/100"),
        ("10/20/30/40", "10/30/60/100"),
        ("50/50/0/0", "50/100/100/100"),
        ("100/0/0/0", "100/100/100/100"),
        ("40/30/20/10", "40/70/90/100"),
        ("33/33/34", "33/66/100"),
        ("33/33/33", "33/66/100"),
        ("33.3/33.3/33.3", "33.3/66.6/100.0"),
        ("25%/25%/25%/25%", "25%/50%/75%/100%"),
        ("12.5/12.5/25/50", "12.5/25.0/50.0/100.0"),
    ],
)
def test_shares_become_running_sums(cells: str, sums: str) -> None:
    plan = plan_of(cells)
    assert plan.shares
    assert PLAN_FACTS["plan.running_sums"].derive(plan) == tuple(sums.split("/"))


@pytest.mark.parametrize(
    "cells",
    [
        "0/0/0/100", "0/50/50/100", "100/100/100/100", "25/50/75/100", "30/60/90/100", "32/63/100/100", "33/66/100/100",
        "10/40/60/100", "20/30/50/100", "30.00/60.00/90.00/100.00", "50%/100%/100%/100%",
    ],
)  # fmt: skip
def test_cumulative_plans_are_in_order(cells: str) -> None:
    plan = plan_of(cells)
    assert not plan.shares
    assert plan.drop is None
    assert plan.above is None
    assert plan.unread is None
    assert plan.ordered
    assert PLAN_FACTS["plan.final_full"].derive(plan) is True


def test_running_sums_are_safe_only_if_the_sum_is_exact() -> None:
    exact = PLAN_FACTS["plan.exact"].derive
    assert exact(plan_of("25/25/25/25")) is True
    assert exact(plan_of("33/33/33")) is False
    assert exact(plan_of("60/60/-20")) is False


@pytest.mark.parametrize(
    ("cells", "budget", "reading"),
    [
        ("50/100/150/200", "200万元", "cumulative"),
        ("50/50/120/80", "300万元", "shares"),
        ("10万元/30万元", "40", "shares"),
        ("25/50/75/100", "100万元", ""),
        ("25/50/75/105", "100万元", ""),
        ("25/50/75/105", "", ""),
    ],
)
def test_amounts_are_told_by_the_budget(cells: str, budget: str, reading: str) -> None:
    assert plan_of(cells, budget=budget).amounts == reading


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("3月底", 3), ("6月末", 6), ("10月", 10), ("1—3月", 3), ("1-9月份", 9), ("第一季度", 3), ("四季度", 12), ("Q2", 6),
        ("上半年", 6), ("全年", 12), ("前三季度", 9), ("截至６月底", 6), ("2023年12月31日", 12), ("年底", 12), ("13月底", None), ("首付", None),
    ],
)  # fmt: skip
def test_periods_end_in_a_month(name: str, month: int | None) -> None:
    assert last_month(name) == month


def test_periods_out_of_order_are_read_in_order() -> None:
    plan = plan_of("50/25/75/100", names=("6月底", "3月底", "9月底", "12月底"))
    assert not plan.ordered
    assert plan.drop is None
    assert PLAN_FACTS["plan.rearranged"].derive(plan) == ("3月底", "25", "6月底", "50", "9月底", "75", "12月底", "100")
