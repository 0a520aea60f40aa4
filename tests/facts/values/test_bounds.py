"""The bound of a target beside the direction of its indicator (domain: §3.5)."""

import pytest

from perflint.facts.dates.lateness import due_day
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.values.value import VALUE
from perflint.typography import fold
from tests.facts.rows import row_under


def value_fact(name: str, value: str, **cells: str) -> object:
    """Return a fact of the value vocabulary for a row with this value."""
    return VALUE.facts[f"value.{name}"].derive(
        row_under(frozenset(), {"level2": "", "name": "指标", "value": value} | cells)
    )


def name_fact(fact: str, name: str, **cells: str) -> object:
    """Return a fact of the indicator vocabulary for a row with this name."""
    return INDICATOR.facts[f"indicator.{fact}"].derive(row_under(frozenset(), {"level2": "", "name": name} | cells))


@pytest.mark.parametrize("value", ["90%", "９０％", "5万元", "5", "0.2%", "300元/人·月"])
def test_one_number_without_comparator_is_bare(value: str) -> None:
    assert value_fact("bare", value) is True


@pytest.mark.parametrize(
    "value", ["≥90%", "=90%", "90%以上", "达到90%", "约90%", "90%-95%", "5个；3次", "良好", "2023年", "", "力争90%"]
)
def test_what_is_not_bare(value: str) -> None:
    assert value_fact("bare", value) is False


def test_a_comparator_in_its_column_counts() -> None:
    assert value_fact("bare", "90", op="≥", unit="%") is False
    assert value_fact("capped", "90", op="=", unit="%") == ""


@pytest.mark.parametrize(
    ("value", "capped"),
    [
        ("5万元", "≤5万元"),
        ("=3%", "≤3%"),
        ("＝3%", "≤3%"),
        ("62万。", ""),
        ("差旅费等6万元", ""),
        ("≥3%", ""),
        ("良好", ""),
    ],
)
def test_value_with_an_upper_bound(value: str, capped: str) -> None:
    assert value_fact("capped", value) == capped


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (">100%", (0, 100, 100, 100)), ("≥101%", (101, 0, 100, 100)), ("<0%", (0, 0, 100, 0)), ("不低于980%", (980, 0, 100, 100)),
        ("≤-1%", (0, 0, -1, 100)), ("≥90%；≥95%", (95, 0, 100, 100)), ("100%", (0, 0, 100, 100)), ("≤120%", (0, 0, 120, 100)),
        ("≥101次", (0, 0, 100, 100)), ("比上年提高120%", (0, 0, 100, 100)),
    ],
)  # fmt: skip
def test_bounds_in_percent(value: str, bounds: tuple[float, ...]) -> None:
    facts = ("percent_at_least", "percent_above", "percent_at_most", "percent_below")
    assert tuple(value_fact(fact, value) for fact in facts) == bounds


@pytest.mark.parametrize(("value", "lone"), [("≥100%", True), ("5个；3次", False), ("约90%", False), ("良好", False)])
def test_one_number_and_nothing_else(value: str, *, lone: bool) -> None:
    assert value_fact("lone", value) is lone


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("安全事故起数", True),
        ("群众投诉次数", True),
        ("交通事故死亡人数", True),
        ("受理投诉次数", False),
        ("发现违规次数", False),
        ("扑灭火灾起数", False),
        ("减少事故起数", False),
        ("检查次数", False),
        ("投诉率", False),
    ],
)
def test_counts_of_negative_events(name: str, *, counts: bool) -> None:
    assert name_fact("events_counted", name) is counts


def test_soft_events_are_often_work() -> None:
    assert name_fact("workload_named", "信访件数") is True
    assert name_fact("workload_named", "安全事故起数") is False


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("≥2023年12月31日", "2023年12月31日"),
        ("12月底以后", "12月底"),
        ("2023年9月30日之后完成", "2023年9月30日"),
        ("不早于2023年10月31日", "2023年10月31日"),
        ("＞2023-12-31", "2023-12-31"),
        ("2023年12月31日前", ""),
        ("≤12月31日", ""),
        ("≥12月", ""),
        ("≥12个月", ""),
        ("收到申请5日后", ""),
        ("2022年1月1日起", ""),
        ("后" * 5000, ""),
    ],
)
def test_earliest_days(text: str, day: str) -> None:
    assert due_day(fold(text), lower=False) == day


def test_an_earliest_day_by_column() -> None:
    assert due_day("12月31日", lower=True) == "12月31日"
    assert due_day("12月", lower=True) == ""


@pytest.mark.parametrize(
    ("name", "value", "wait", "lasting"),
    [
        ("故障响应时间", "≥30分钟", True, False),
        ("设备质保期", "≤3年", False, True),
        ("缩短等待时间", "≥10分钟", False, False),
        ("业务办理时限", "压缩3天", False, False),
        ("响应时间达标率", "≥95%", False, False),
    ],
)
def test_times_that_should_be_short_or_long(name: str, value: str, *, wait: bool, lasting: bool) -> None:
    assert (name_fact("wait", name, value=value), name_fact("lasting", name, value=value)) == (wait, lasting)
