"""The money cells as numbers: 元 from any unit, shares of the total, unknown where a cell cannot be read."""

import pytest

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import Unknown
from tests.facts.tables import view_of


def fact(name: str, text: str) -> object:
    """Return a fact of the money of a table."""
    return BUDGET.facts[f"budget.{name}"].derive(BudgetView(view_of(text)))


@pytest.mark.parametrize(
    ("cells", "name", "yuan"),
    [
        ("total: 20, prior: 15万元", "prior_yuan", 150_000.0),
        ("total: 20万元, upper: 50000元", "upper_yuan", 50_000.0),
        ("total: 20万元, procurement: 0.5亿元", "procurement_yuan", 50_000_000.0),
        ("total: 20万元, midterm: {total: 60, fiscal: 30}", "midterm_yuan", 600_000.0),
        ("total: 20万元, sources: {general: 8}", "general_source_yuan", 80_000.0),
        ("total: 20万元", "procurement_yuan", 0.0),
        ("total: 20万元, own: 待定", "own_yuan", 0.0),
    ],
)
def test_an_amount_in_yuan(cells: str, name: str, yuan: float) -> None:
    assert fact(name, f"budget: {{{cells}}}") == yuan


@pytest.mark.parametrize(
    ("cells", "name", "share"),
    [
        ("total: 100万元, fiscal: 80万元", "fiscal_share", 80.0),
        ("total: 30万元, fiscal: 10万元", "fiscal_share", 33.33),
        ("total: 100万元, procurement: 300000元", "procurement_share", 30.0),
        ("total: 100万元", "other_share", 0.0),
        ("total: 100万元, fiscal: ''", "fiscal_share", 0.0),
    ],
)
def test_a_share_of_the_total(cells: str, name: str, share: float) -> None:
    assert fact(name, f"budget: {{{cells}}}") == share


@pytest.mark.parametrize(
    "cells", ["fiscal: 80万元", "total: 0, fiscal: 0", "total: 待定, fiscal: 3", "total: 10, fiscal: 见附件"]
)
def test_a_share_that_nobody_can_know(cells: str) -> None:
    assert isinstance(fact("fiscal_share", f"budget: {{{cells}}}"), Unknown)
