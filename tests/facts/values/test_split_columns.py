"""Targets split over columns, and units written twice."""

import pytest

from perflint.facts.values import split_columns
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "texts", "wrong"),
    [
        ("按月安排", {"value_type": "定量"}, True),
        ("及时抽检", {"op": "≥"}, True),
        ("零事故", {"op": "="}, False),
        ("12月底前", {"op": "≤"}, False),
        ("200", {"op": "≥", "unit": "次"}, False),
        ("及时", {"op": "定性"}, False),
    ],
)
def test_a_quantity_without_a_number(value: str, texts: dict[str, str], *, wrong: bool) -> None:
    assert split_columns.wordless_number(row_of("抽检", value, **texts)) is wrong


@pytest.mark.parametrize(
    ("value", "texts", "wrong"),
    [
        ("应保尽保", {"value_type": "定性", "unit": "%"}, True),
        ("≥95%", {"op": "定性"}, True),
        ("2023年12月底前", {"op": "定性"}, False),
        ("二级以上", {"op": "定性", "unit": "级"}, False),
        ("符合GB/T19001标准", {"op": "定性"}, False),
        ("95", {"op": "≥", "unit": "%"}, False),
    ],
)
def test_a_quality_with_a_number(value: str, texts: dict[str, str], *, wrong: bool) -> None:
    assert split_columns.counted_quality(row_of("抽检", value, **texts)) is wrong


@pytest.mark.parametrize(
    ("value", "unit", "conflict", "twice"),
    [
        ("28.8万元", "%", True, False),
        ("28.8万元", "元", True, False),
        ("300人次", "人次", False, True),
        ("95%", "百分比", False, True),
        ("1.2万", "人", False, False),
        ("300", "人次", False, False),
        ("5次/年", "次", False, False),
        ("100%%", "", False, True),
        ("5万元万元", "", False, True),
        ("5万元", "", False, False),
    ],
)
def test_units_of_value_and_column(value: str, unit: str, *, conflict: bool, twice: bool) -> None:
    row = row_of("抽检", value, unit=unit)
    assert split_columns.unit_conflict(row) is conflict
    assert split_columns.unit_twice(row) is twice


@pytest.mark.parametrize(
    ("value", "unit", "once"),
    [
        ("100%%", "", "100%"),
        ("13969.56标箱标箱", "", "13969.56标箱"),
        ("5万元元", "", "5万元"),
        ("≥300人次", "人次", "≥300"),
    ],
)
def test_a_unit_once(value: str, unit: str, once: str) -> None:
    assert split_columns.unit_once(row_of("抽检", value, unit=unit)) == once
