"""The money cells of a table beside each other, and what its cost consists of (domain: BUD005 to BUD020)."""

import pytest

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budget_checks import change  # noqa: F401  # its facts are entered at import
from perflint.facts.money.budgetview import BudgetView, is_leftover, stated_budget
from perflint.facts.money.named_money import named_money
from perflint.facts.money.unit_cost import UNIT_COST
from perflint.facts.money.unit_price import unit_cost_views
from tests.facts.tables import view_of, with_costs


def fact(name: str, text: str) -> object:
    """Return a fact of the money of a table."""
    return BUDGET.facts[f"budget.{name}"].derive(BudgetView(view_of(text)))


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("30 万元", "15 万", "增加100%"),
        ("30万元", "43 万元", "减少30.2%"),
        ("180万", "150", "增加20%"),
        ("5万元", "0", ""),
        ("", "5", ""),
        ("5", "2020年3万元、2021年4万元", ""),
    ],
)
def test_the_change_against_the_year_before(now: str, before: str, said: str) -> None:
    assert fact("change_said", f"budget: {{total: '{now}', prior: '{before}'}}") == said


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ("total: 15, midterm: {total: 10}", "midterm_below"),
        ("total: 15, midterm: {total: '', fiscal: 15}", "midterm_total_missing"),
        ("total: 20, procurement: 25", "procurement_above"),
        ("total: 20, procurement: 10, purchased_services: 12", "services_above"),
    ],
)
def test_a_cell_that_contradicts_another(cells: str, name: str) -> None:
    names = ("midterm_below", "midterm_total_missing", "procurement_above", "services_above")
    assert [each for each in names if fact(each, f"budget: {{{cells}}}")] == [name]


@pytest.mark.parametrize(
    "cells",
    [
        "total: 15, midterm: {total: 15, fiscal: 15}",
        "total: 15, midterm: {fiscal: 15}",
        "total: 15, procurement: 15.00",
        "total: ''",
        "total: 待定",
    ],
)
def test_cells_that_agree_or_say_nothing(cells: str) -> None:
    names = ("midterm_below", "midterm_total_missing", "procurement_above", "services_above")
    assert not any(fact(each, f"budget: {{{cells}}}") for each in names)


@pytest.mark.parametrize(
    ("purpose", "stated"),
    [
        ("预算数1080万元，其中：财政资金1000万元。", "1080万元"),
        ("抽检费50万元，设备40万元，共计90万元。", "90万元"),
        ("培训10万元、会议10万元，合计20万元，专家费60万元。", ""),
        ("项目总预算500万元，本年安排80万元。", ""),
        ("2022年预算60万元。", ""),
        ("三年共计90万元。", ""),
        ("合计3人，共计2场。", ""),
        ("", ""),
    ],
)
def test_the_budget_that_a_purpose_states(purpose: str, stated: str) -> None:
    amount = stated_budget(purpose, "万元")
    assert (amount.ten_thousands if amount else "") == stated


@pytest.mark.parametrize("name", ["其他商品服务及支出", "办公费等", "培训费及其他支出", "其他"])
def test_a_name_of_what_is_left_over(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["差旅费、办公费等", "其他资金", "办公费", "等级评定费"])
def test_a_name_that_says_what_it_is(name: str) -> None:
    assert not is_leftover(name)


@pytest.mark.parametrize(
    ("rows", "restated"),
    [
        (("预算控制数 20万元",), "预算控制数"),
        (("项目总成本 ≤20万元",), "项目总成本"),
        (("委托检验费 20万元",), ""),
        (("预算控制数 15万元",), ""),
        (("预算控制数 20万元", "检验费 ≤800元"), ""),
    ],
)
def test_the_cost_that_only_restates_the_budget(rows: tuple[str, ...], restated: str) -> None:
    assert BUDGET.facts["budget.restated"].derive(BudgetView(with_costs(*rows))) == restated


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("燃油费0.5万元", "0.5万元"),
        ("燃油费（0.5万元）", "0.5万元"),
        ("预计取证考核收费2.4万元", "2.4万元"),
        ("年产值超100万元", ""),
        ("2000万元以上企业", ""),
        ("每人补助500元", ""),
        ("设备3万元、耗材2万元", ""),
        ("考试影像存档费用0.5", ""),
        ("投资约50万元", ""),
    ],
)
def test_the_money_that_a_name_ends_in(name: str, typed: str) -> None:
    found = named_money(name)
    assert (found[0] if found else "") == typed


@pytest.mark.parametrize(
    ("quantity", "cost", "counted", "exceeds"),
    [
        ("120人", "500元/人", True, True),
        ("120人", "300元/人·月", True, False),
        ("80人", "500元/人", True, False),
        ("1次", "300元/天", False, False),
        ("300份", "≤100元/批次", True, False),
        ("12月31日前", "300元/天", False, False),
        ("5天", "300元/天", True, False),
    ],
)
def test_unit_costs(quantity: str, cost: str, *, counted: bool, exceeds: bool) -> None:
    view = view_of(
        "budget: {total: 4万元}\nindicators:\n"
        f"  - {{level1: 产出指标, level2: 数量指标, name: 数量, value: '{quantity}'}}\n"
        f"  - {{level1: 产出指标, level2: 成本指标, name: 补助, value: '{cost}'}}\n"
    )
    (subject,) = unit_cost_views(view)
    assert [UNIT_COST.facts[f"unit_cost.{name}"].derive(subject) for name in ("counted", "exceeds")] == [
        counted,
        exceeds,
    ]


def test_a_yearly_cost_is_no_unit_cost() -> None:
    assert list(unit_cost_views(with_costs("15000元/年", "20万元"))) == []


@pytest.mark.parametrize(
    ("cells", "readable", "yuan"),
    [
        ("total: 0", True, (0, 0, 0)),
        ("total: -5, fiscal: 0", True, (-50_000, 0, 0)),
        ("total: 0, fiscal: 3万元, other: 2", True, (0, 30_000, 20_000)),
        ("total: ''", False, (0, 0, 0)),
        ("total: 待定", False, (0, 0, 0)),
    ],
)
def test_amounts_in_yuan(cells: str, yuan: tuple[int, ...], *, readable: bool) -> None:
    assert fact("total_readable", f"budget: {{{cells}}}") is readable
    assert tuple(fact(f"{name}_yuan", f"budget: {{{cells}}}") for name in ("total", "fiscal", "other")) == yuan
