"""Tentative, open-ended and punctuated targets."""

import pytest

from perflint.facts.values import phrasing
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "decided"),
    [
        ("预计检验80台", "检验80台"),
        ("力争达到90%", "达到90%"),
        ("参与完成30万吨", "30万吨"),
        ("原则上不超过5天", "不超过5天"),
    ],
)
def test_tentative_words(value: str, decided: str) -> None:
    row = row_of("检验", value)
    assert phrasing.tentative_words(row)
    assert phrasing.decided(row) == decided


@pytest.mark.parametrize("value", ["计划完成率100%", "按计划完成100%", "模拟演练2次", "80台", "拟定方案1份"])
def test_what_is_not_tentative(value: str) -> None:
    assert not phrasing.tentative_words(row_of("检验", value))


@pytest.mark.parametrize(
    "value", ["办案20件等", "若干", "多次", "每月1-3次不等", "数量不确定", "桌椅、电脑等。", "培训……"]
)
def test_open_ended(value: str) -> None:
    assert phrasing.open_ended(row_of("办案", value))


@pytest.mark.parametrize(
    "value", ["优等", "质量等级合格", "男女平等", "差旅费等6万元", "一批次", "多项式1个", "20件", "-", "等级"]
)
def test_closed(value: str) -> None:
    assert not phrasing.open_ended(row_of("办案", value))


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("2万元。", "。"),
        ("≥95%；", "；"),
        ("合格。", "。"),
        ("1台，2套。；", "。；"),
        ("2万元", ""),
        ("2万元……", ""),
        ("。", ""),
    ],
)
def test_marks_at_the_end(value: str, mark: str) -> None:
    assert phrasing.trailing_mark(row_of("费用", value)) == mark


@pytest.mark.parametrize(
    ("value", "idle"),
    [
        ("2万元。", True),
        ("≥95%；", True),
        ("合格。", True),
        ("1台，2套。", False),
        ("促使经济健康发展、营造良好环境。", False),
    ],
)
def test_a_figure_or_a_short_phrase_needs_no_mark(value: str, *, idle: bool) -> None:
    assert violates("VAL023", row_of("费用", value)) is idle


@pytest.mark.parametrize(
    ("name", "value", "bare"),
    [
        ("重大案件发生次数", "重大案件发生0次", "0次"),
        ("投诉率", "投诉率≤1%", "≤1%"),
        ("检查", "共3次", "共3次"),
        ("检查", "零投诉", "零投诉"),
        ("检查", "3次", "3次"),
    ],
)
def test_the_words_before_a_number(name: str, value: str, bare: str) -> None:
    assert phrasing.without_label(row_of(name, value)) == bare


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("重大案件发生次数", "重大案件发生0次", True),
        ("投诉率", "投诉率≤1%", True),
        ("办结率", "投诉率≤1%", False),
        ("投诉", "零投诉", False),
        ("检查", "3次", False),
    ],
)
def test_the_name_in_the_value(name: str, value: str, *, found: bool) -> None:
    assert violates("VAL019", row_of(name, value)) is found
