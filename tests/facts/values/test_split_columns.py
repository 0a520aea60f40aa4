"""Targets split over columns, and units written twice."""

import pytest

from perflint.facts.values import split_columns
from tests.facts.judging import violates
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
    assert violates("VAL029", row_of("抽检", value, **texts)) is wrong


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
    assert violates("VAL030", row) is conflict
    assert split_columns.unit_twice(row) is twice


@pytest.mark.parametrize(
    ("value", "unit", "cell", "column"),
    [
        ("28.8万元", "元", ("money", 10000.0), ("money", 1.0)),
        ("28.8", "万元", ("", 0.0), ("money", 10000.0)),
        ("300元/人", "元", ("", 0.0), ("money", 1.0)),
        ("300", "", ("", 0.0), ("", 0.0)),
    ],
)
def test_what_the_units_of_value_and_column_measure(
    value: str, unit: str, cell: tuple[str, float], column: tuple[str, float]
) -> None:
    row = row_of("抽检", value, unit=unit)
    assert (split_columns.cell_dimension(row), split_columns.cell_factor(row)) == cell
    assert (split_columns.column_dimension(row), split_columns.column_factor(row)) == column


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
