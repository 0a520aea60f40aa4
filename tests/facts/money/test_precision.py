"""Amounts of 万元 with more than two decimals, wherever money stands."""

import pytest

from perflint.facts.money.precision import amount_views
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("currency_unit: 万元\nbudget: {total: '12.345'}\n", [3]),
        ("currency_unit: 万元\nbudget: {total: '１２.３４５６万元'}\n", [4]),
        ("currency_unit: 万元\nbudget: {total: '12.34'}\n", []),
        ("currency_unit: 元\nbudget: {total: '12.345'}\n", []),
        ("currency_unit: 万元\nbudget: {total: '12.345元'}\n", []),
        ("indicators:\n  - {level1: 产出指标, level2: 成本指标, name: 抽检费, value: 3.125万元}\n", [3]),
        ("indicators:\n  - {level1: 产出指标, level2: 数量指标, name: 补助, value: 3.125万元}\n", []),
    ],
)
def test_decimals(text: str, found: list[int]) -> None:
    assert [amount.decimals for amount in amount_views(view_of(text))] == found
