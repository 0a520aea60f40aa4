"""Which cost rows are amounts, which can be summed, and what they come to (domain: BUD003, BUD004)."""

from decimal import Decimal

import pytest

from perflint.facts.money.cost import COST, cost_views
from perflint.facts.money.cost_line import cost_lines
from tests.facts.tables import view_of, with_costs


def sum_of(*values: str) -> Decimal | None:
    """Return the sum of the cost rows in 元, None if they cannot be summed."""
    lines = cost_lines(with_costs(*values))
    return sum((line.amount.yuan for line in lines.counted), Decimal(0)) if lines.summable else None


@pytest.mark.parametrize(
    ("values", "yuan"),
    [
        (("≤20万元", "≤10万元"), 300_000),
        (("15000元/年", "15000元/年"), 30_000),
        (("33642元/年", "72960元/年", "148550元/年"), 255_152),
        (("1.0万", "0.5万", "3.0万"), 45_000),
        (("维修维护费5万，其他商品服务支出10万",), 150_000),
        (("其中:差旅费 5万元", "15万元"), 150_000),
        (("300元/天",), None),
        (("6万元", "300元/天"), None),
        (("补助标准 500元", "6万元"), None),
        (("≥95%", "6万元"), None),
        (("降低10%",), None),
    ],
)
def test_cost_rows_are_summed_where_all_are_amounts(values: tuple[str, ...], yuan: int | None) -> None:
    assert sum_of(*values) == yuan


def test_a_money_row_named_like_a_cost_counts_wherever_it_stands_and_income_does_not() -> None:
    view = view_of(
        "budget: {total: 50万元}\nindicators:\n"
        "  - {level1: 产出指标, level2: 时效指标, name: 劳务费, value: 10万元}\n"
        "  - {level1: 产出指标, level2: 成本指标, name: 办公费, value: 40万元}\n"
        "  - {level1: 产出指标, level2: 数量指标, name: 非税收入, value: 813万元}\n"
        "  - {level1: 产出指标, level2: 数量指标, name: 发放补贴, value: 300万元}\n"
    )
    lines = cost_lines(view)
    assert [line.name for line in lines.counted] == ["劳务费", "办公费"]
    assert lines.misplaced


@pytest.mark.parametrize(
    ("value", "exceeds", "scaled"),
    [("20万元", False, False), ("≤25万元", True, False), ("200000万元", True, True), ("0.5万元", False, False)],
)
def test_one_cost_beside_the_budget(value: str, *, exceeds: bool, scaled: bool) -> None:
    (cost,) = cost_views(with_costs(value))
    assert COST.facts["cost.exceeds"].derive(cost) is exceeds
    assert COST.facts["cost.scaled"].derive(cost) is scaled


def test_without_a_budget_there_is_nothing_to_compare() -> None:
    assert list(cost_views(with_costs("5万元", budget=""))) == []
