"""Ranges, empty bounds, satisfaction."""

import pytest

from perflint.facts.indicators import reach
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "upright"),
    [
        ("95%—90%", "90%—95%"),
        ("10-5天", "5-10天"),
        ("24～14℃", "14～24℃"),
        ("3万-5000元", ""),  # the scales differ: which number is wrong is open
    ],
)
def test_an_inverted_range_and_its_repair(value: str, upright: str) -> None:
    row = row_of("合格", value)
    assert violates("VAL008", row)
    assert reach.upright(row) == upright


@pytest.mark.parametrize("value", ["5-10天", "±5%", "5-10万元", "2023年1月1日—2022年1月1日", "95%", "JJG539-2016"])
def test_what_is_no_inverted_range(value: str) -> None:
    assert not violates("VAL008", row_of("合格", value))


@pytest.mark.parametrize(
    ("name", "value", "vacuous"),
    [
        ("合格率", "≥0", True),
        ("知晓率", ">0%", True),
        ("检查次数", "≥0次", True),
        ("检查次数", ">0次", False),
        ("收入增长率", "≥0%", False),
        ("能耗下降率", ">0%", False),
        ("投诉次数", "≥0次", False),
        ("合格率", "≥90%", False),
    ],
)
def test_bounds_that_nothing_can_miss(name: str, value: str, *, vacuous: bool) -> None:
    assert violates("VAL034", row_of(name, value)) is vacuous


@pytest.mark.parametrize(
    ("value", "ends"),
    [("95%—90%", (95.0, 90.0)), ("2-3个，5-1个", (5.0, 1.0)), ("5-10天", (5.0, 10.0)), ("95%", (0.0, 0.0))],
)
def test_the_ends_of_a_range(value: str, ends: tuple[float, float]) -> None:
    row = row_of("合格", value)
    assert (reach.range_from(row), reach.range_to(row)) == ends


@pytest.mark.parametrize(
    ("name", "level2", "counts"),
    [
        ("群众满意度", "质量指标", True),
        ("问责人员", "服务对象满意度指标", True),
        ("群众不满意率", "服务对象满意度指标", False),
        ("有效投诉率", "服务对象满意度指标", False),
        ("问卷调查覆盖率", "服务对象满意度指标", False),
        ("群众满意度提升", "服务对象满意度指标", False),
        ("检查覆盖率", "质量指标", False),
    ],
)
def test_what_counts_as_satisfaction(name: str, level2: str, *, counts: bool) -> None:
    assert reach.satisfaction(row_of(name, "90%", level2=level2)) is counts
