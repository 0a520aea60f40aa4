"""A row with the table around it: own cells, weights as numbers, its part of the money, the figure of its basis."""

import pytest

from perflint.facts.structure.row_in_table import ROW, rows_in
from perflint.facts.vocabulary import Unknown
from tests.facts.tables import view_of


def fact(name: str, row: str, budget: str = "100万元") -> object:
    """Return a fact of the first row of a table."""
    view = view_of(f"budget: {{total: {budget}}}\nindicators:\n  - {{{row}}}\n")
    return ROW.facts[f"row.{name}"].derive(next(iter(rows_in(view))))


def test_rows_that_are_blank_or_decline_their_class_are_none() -> None:
    view = view_of(
        "indicators:\n  - {level2: 质量指标}\n  - {level2: 社会成本指标, name: 无, value: 无}\n  - {name: 抽检批次, value: 3批次}\n"
    )
    assert [row.index for row in rows_in(view)] == [2]


def test_a_bureaus_own_cells() -> None:
    row = "name: 抽检批次, value: 3批次, x-采集人: 监督科 , x-备查: ' ', x-表: [一, 二]"
    assert fact("filled", row) == ("name", "value", "x-采集人")
    assert fact("cells", row) == {"name": "抽检批次", "value": "3批次", "x-采集人": "监督科", "x-备查": ""}


@pytest.mark.parametrize(("weight", "points"), [("20", 20.0), ("12.5分", 12.5), ("10%", 10.0)])
def test_a_weight_in_points(weight: str, points: float) -> None:
    assert fact("weight", f"name: 批次, weight: '{weight}'") == points


@pytest.mark.parametrize("weight", ["", "高", "10+5"])
def test_a_weight_that_is_no_number(weight: str) -> None:
    assert isinstance(fact("weight", f"name: 批次, weight: '{weight}'"), Unknown)


def test_the_part_of_the_budget_that_a_cost_row_takes() -> None:
    cost = "level1: 成本指标, name: 设备购置费, value: ≤60万元"
    assert (fact("cost_yuan", cost), fact("cost_share", cost)) == (600_000.0, 60.0)
    assert fact("cost_share", "level2: 数量指标, name: 设备数量, value: 20台") == 0.0
    assert isinstance(fact("cost_share", cost, budget="待定"), Unknown)


@pytest.mark.parametrize(
    ("value", "basis", "figure"),
    [
        ("≥120批次", "省局下达任务100批次", 100.0),
        ("120批次", "任务书（100批次，其中食品100批次）", 100.0),
        ("6万元", "合同价58000元", 58_000.0),
        ("≥95%", "近三年均达到95%", 95.0),
        ("3公里", "设计长度3200米", 3.2),
    ],
)
def test_the_figure_of_a_basis_in_the_unit_of_the_value(value: str, basis: str, figure: float) -> None:
    assert fact("basis_figure", f"name: 某某数, value: '{value}', basis: '{basis}'") == figure


@pytest.mark.parametrize(
    ("value", "basis"),
    [
        ("120批次", "工作计划"),
        ("120批次", "合同价5万元"),
        ("120批次", "甲区60批次、乙区50批次"),
        ("及时保障", "任务100批次"),
        ("50批次至80批次，20人", "任务100批次"),
        ("120", "任务100批次"),
    ],
)
def test_a_basis_without_such_a_figure(value: str, basis: str) -> None:
    assert isinstance(fact("basis_figure", f"name: 某某数, value: '{value}', basis: '{basis}'"), Unknown)
