"""The unit of money that a table's own figures show."""

import pytest

from perflint.facts.money.currency import implied_currency
from tests.facts.tables import view_of, with_costs


@pytest.mark.parametrize(
    ("budget", "costs", "unit"),
    [
        ("500000", ("≤50万元",), "元"),
        ("50", ("≤50万元",), "万元"),
        ("80", ("设备 50万元", "安装 30万元"), "万元"),
        ("800000", ("设备 50万元", "安装 300000元"), "元"),
        ("80", ("补助标准 80元/人",), "万元?"),
        ("80", ("节约",), "万元?"),
        ("80万元", ("80万元",), "万元"),
        ("800,000元", (), "元"),
        ("125300.00", (), ""),
        ("125300", (), "元?"),
        ("5000", (), ""),
        ("0", ("0元",), ""),
        ("约80", ("80万元",), ""),
        ("", ("80万元",), ""),
    ],
)
def test_implied(budget: str, costs: tuple[str, ...], unit: str) -> None:
    assert implied_currency(with_costs(*costs, budget=budget)) == unit


def test_purpose_text() -> None:
    text = "project: {name: 甲, purpose: 预算数60万元，用于宣传。}\nbudget: {total: 600000}\nindicators: []"
    assert implied_currency(view_of(text)) == "元"
