"""The equations of a table: which there are, whether they hold, and at which scale they would (domain: §3.6)."""

import pytest

from perflint.facts.money.balances import money_views
from perflint.facts.money.money import MONEY
from tests.facts.tables import view_of, with_costs

FACTS = MONEY.facts


def equations(text: str, profile: str = "general") -> dict[str, bool]:
    """Return whether each equation of a table holds, by kind."""
    return {equation.kind: equation.holds for equation in money_views(view_of(f"{text}\nindicators: []\n", profile))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("budget: {total: 30 万元, fiscal: 16 万}", {"funds": False}),
        ("budget: {total: 76万元, fiscal: 46万元, other: 30 万元}", {"funds": True}),
        ("budget: {total: 60, fiscal: 20, upper: 40}", {"funds": True}),
        ("budget: {total: 60, fiscal: 20, other: 待定}", {}),
        ("budget: {total: 60}", {}),
        ("budget: {total: ''}", {}),
        ("project: {purpose: 预算数1080万元，其中：财政资金1000万元。}", {"funds": False}),
        (
            "budget: {total: 30, fiscal: 30, sources: {total: 30, general: 16, other: 4}}",
            {"funds": True, "sources": False, "source-total": True, "general": True},
        ),
        (
            "budget: {total: 30, fiscal: 16, other: 14, sources: {general: 30}}",
            {"funds": True, "sources": True, "general": False},
        ),
    ],
)
def test_equations_of_the_funds(text: str, expected: dict[str, bool]) -> None:
    assert equations(text) == expected


def test_the_tasks_of_a_department_add_up_column_by_column() -> None:
    view = view_of(
        "kind: department\ntasks:\n  - {name: 人员, total: 2486.68, fiscal: 2486.68}\n"
        "  - {name: 公用, total: 795.49, fiscal: 795.49}\ntasks_total: {total: 3282.17, fiscal: 3228.17}\n"
    )
    assert [(equation.total.field, equation.holds) for equation in money_views(view)] == [
        ("tasks_total.total", True),
        ("tasks_total.fiscal", False),
    ]


@pytest.mark.parametrize(
    ("values", "holds", "scale", "rescaled"),
    [
        (("≤12万元", "8万元"), True, "", ""),
        (("12万元", "8.5万元"), False, "", ""),
        (("200000万元",), False, "10000", "200000元"),
        (("20元",), False, "10000", "20万元"),
        (("0.2万元",), False, "100", ""),
    ],
)
def test_the_cost_rows_against_the_budget(values: tuple[str, ...], *, holds: bool, scale: str, rescaled: str) -> None:
    (equation,) = money_views(with_costs(*values))
    shown = [FACTS[f"money.{name}"].derive(equation) for name in ("kind", "holds", "scale", "rescaled")]
    assert shown == ["cost", holds, scale, rescaled]


@pytest.mark.parametrize("values", [("项目总成本 20万元", "培训费 5万元"), ("甲 20万元", "乙 15万元", "丙 5万元")])
def test_a_total_beside_its_items_is_no_sum(values: tuple[str, ...]) -> None:
    assert list(money_views(with_costs(*values))) == []


def test_the_message_names_items_sum_and_difference() -> None:
    (equation,) = money_views(with_costs("3.3642万元", "22万元"))
    shown = [FACTS[f"money.{name}"].derive(equation) for name in ("items", "sum", "total", "difference", "above")]
    assert shown == ["3.3642万元 ＋ 22万元", "25.3642万元", "20万元", "5.3642万元", True]
