"""Rates per so many, and counts in fractions."""

import pytest

from perflint.facts.values import per_base
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("万台特种设备死亡率", "<0.36%", True),
        ("每万人口发明专利拥有量", "6%", True),
        ("万人计划完成率", "100%", False),
        ("万元产值能耗下降率", "3%", False),
        ("事故发生率", "1%", False),
    ],
)
def test_percentages_on_a_base(name: str, value: str, *, found: bool) -> None:
    assert per_base.percent_on_base(row_of(name, value)) is found


@pytest.mark.parametrize(
    ("name", "value", "broken"),
    [("培训人数", "12.5人", True), ("人数", "1.2万人", False), ("人均图书", "3.5个", False), ("面积", "1.5亩", False)],
)
def test_counts_in_fractions(name: str, value: str, *, broken: bool) -> None:
    assert violates("VAL028", row_of(name, value)) is broken


@pytest.mark.parametrize(
    ("value", "units"),
    [("12.5人", ("人",)), ("1.2万人", ()), ("12人", ()), ("1.5亩，2.5个", ("亩", "个")), ("3.5元/人", ())],
)
def test_units_that_are_counted_in_fractions(value: str, units: tuple[str, ...]) -> None:
    assert per_base.units_in_fractions(row_of("人数", value)) == units
