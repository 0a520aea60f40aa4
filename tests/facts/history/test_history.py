"""A target beside its history and standards: gaps, misfits, means that cannot be, plans of several years (domain: §3.7)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import HistoryView
from tests.facts.rows import row_under

FACTS = HISTORY.facts


def view_of(name: str, value: str, **references: str) -> HistoryView:
    """Return the view of a row; `average_3y`, `last_year`, `planned`, `current`, `source` are its reference cells."""
    history = {"average_3y", "last_year", "year_before_last"}
    cells = {f"{'history' if key in history else 'standard'}.{key}": text for key, text in references.items()}
    return HistoryView(row_under(frozenset(), {"level2": "", "name": name, "value": value} | cells))


def fact(view: HistoryView, name: str) -> object:
    """Return a fact of the history vocabulary."""
    return FACTS[f"history.{name}"].derive(view)


@pytest.mark.parametrize(
    ("name", "value", "average", "below"),
    [
        ("抽检批次数", "14000批次", "15000批次", 6.7),
        ("抽检批次数", "16000批次", "15000批次", 0.0),
        ("抽检批次数", "1.4万批次", "15000批次", 6.7),
        ("投诉率", "≤3%", "2%", 50.0),
        ("投诉率", "≤1%", "2%", 0.0),
        ("合格率", "≥９０％", "100%", 10.0),
        ("运行费用", "5万元", "4万元", 0.0),  # neither more nor less of an amount of money is better by itself
        ("抽检批次数", "14000批次", "/", 0.0),
        ("抽检批次数", "14000批次", "800批次 120批次", 0.0),
        ("培训次数", "12次", "每年12次", 0.0),
        ("规范程度", "良好", "优秀", 0.0),
        ("人员经费占比", "30%", "35%", 0.0),  # a share is neither better nor worse by itself
        ("产值增长率", "5%", "8%", 37.5),
    ],
)
def test_percent_below_the_mean(name: str, value: str, average: str, below: float) -> None:
    assert fact(view_of(name, value, average_3y=average), "below_average") == pytest.approx(below, abs=0.05)


@pytest.mark.parametrize(
    ("value", "reference", "problem"),
    [
        ("12次", "300人", "unit"),
        ("200个参数；12项标准", "4000个参数", "parts"),
        ("1000批次", "比2019年增加一倍(15000批次)", "relative"),
        ("12次", "每年12次", ""),
        ("12次", "12次/年", ""),
        ("100万元", "800000元", ""),
        ("≥98%", "98.5", ""),
        ("12次", "/", ""),
        ("12次", "不适用", ""),
    ],
)
def test_references_that_cannot_be_compared(value: str, reference: str, problem: str) -> None:
    assert fact(view_of("扩项数", value, planned=reference), "misfit") == problem


@pytest.mark.parametrize(
    ("value", "average", "last", "above"),
    [
        ("200个参数；12项标准", "2000个参数；8项标准", "1534个参数；9项标准", 33.3),
        ("380批次", "300批次", "300批次", 26.7),
        ("980批次", "600批次", "980批次", 0.0),
        ("500人次", "300人次", "/", 0.0),
        ("2次", "1次", "1次", 0.0),
    ],
)
def test_rise_above_both_references(value: str, average: str, last: str, above: float) -> None:
    view = view_of("扩项数", value, average_3y=average, last_year=last)
    assert fact(view, "above_both") == pytest.approx(above, abs=0.05)


@pytest.mark.parametrize(
    ("average", "last", "impossible"),
    [
        ("300批次", "1000批次", True),
        ("333批次", "1000批次", False),
        ("332批次", "1000批次", True),
        ("1000批次", "2200批次", False),
        ("0.3万批次", "10000批次", False),  # 0.3万 may be 3,333
        ("0.2万批次", "10000批次", True),
        ("300批次", "1000人", False),
        ("300批次", "1000批次 2000批次", False),
        ("/", "1000批次", False),
    ],
)
def test_mean_below_a_third_of_last_year(average: str, last: str, *, impossible: bool) -> None:
    view = view_of("抽检批次数", "1000批次", average_3y=average, last_year=last)
    assert fact(view, "average_too_low") is impossible


@given(st.tuples(*[st.integers(0, 10**6)] * 3), st.integers(0, 4))
def test_the_mean_of_three_counts_is_possible(years: tuple[int, int, int], digits: int) -> None:
    mean = (Decimal(sum(years)) / 3).quantize(Decimal(1).scaleb(-digits))
    view = view_of("检查户数", "100户", average_3y=f"{mean}户", last_year=f"{years[2]}户")
    assert fact(view, "average_too_low") is False
    assert fact(view, "average_fraction") is False


@pytest.mark.parametrize(
    ("average", "odd"), [("100.2户", True), ("100.33户", False), ("100.5户", False), ("93.2%", False)]
)
def test_fractions_of_a_mean(average: str, *, odd: bool) -> None:
    unit = "%" if average.endswith("%") else "户"
    assert fact(view_of("检查户数", "100户", average_3y=average, last_year=f"110{unit}"), "average_fraction") is odd


@pytest.mark.parametrize(
    ("value", "planned", "reached"),
    [
        ("200个参数；12项标准", "3年提升4000个参数", 15),
        ("100张", "2021-2025年新增床位1000张", 50),
        ("100张", "十四五期间新增床位1000张", 50),
        ("100张", "到2025年床位总量达到1000张", 100),
        ("100张", "五年内每年1000张", 100),
        ("20%", "5年提高40%", 100),
        ("100张", "2023年1000张", 100),
        ("100张", "近三年完成900张", 100),
        ("100张", "/", 100),
    ],
)
def test_share_of_a_plan_of_several_years(value: str, planned: str, reached: float) -> None:
    assert fact(view_of("新增数", value, planned=planned), "plan_reached") == pytest.approx(reached)


@pytest.mark.parametrize(
    ("name", "value", "cells", "missed"),
    [
        ("优良天数比率", "≥80%", {"current": "85%", "source": "国家标准"}, "standard.current"),
        ("优良天数比率", "≥80%", {"current": "85%", "source": "十四五规划"}, "standard.current"),
        ("优良天数比率", "≥80%", {"current": "85%", "source": "市自然资源和规划局任务"}, ""),
        ("优良天数比率", "≥85%", {"current": "85%", "source": "国家标准"}, ""),
        ("差错率", "≤3%", {"current": "2%", "source": "行业标准"}, "standard.current"),
        ("差错率", "≤1%", {"current": "2%", "source": "行业标准"}, ""),
        ("合格率", "88%", {"planned": "2023年达到92%"}, "standard.planned"),
        ("合格率", "88%", {"planned": "2025年达到92%"}, ""),
        ("合格率", "88%", {"planned": "92%"}, "standard.planned"),
        ("新建里程", "100公里", {"planned": "500公里"}, ""),
    ],
)
def test_standards_that_are_not_met(name: str, value: str, cells: dict[str, str], missed: str) -> None:
    assert fact(view_of(name, value, **cells), "missed_standard") == missed


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_all_facts(value: str, reference: str, plan: str) -> None:
    view = view_of("抽检批次数😀", value, average_3y=reference, last_year=plan, current=reference, planned=plan)
    for entry in FACTS.values():
        entry.derive(view)
