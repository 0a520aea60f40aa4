"""Chinese numerals, idle decimals, rates as fractions."""

import pytest

from perflint.facts.values import numeral
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("三次", "3次"),
        ("两次", "2次"),
        ("不少于十二项", "不少于12项"),
        ("百分之九十五", "95%"),
        ("三到五次", "3到5次"),
        ("一百二十人", "120人"),
        ("三千零五人", "3005人"),
        ("每季度一次", "每季度1次"),
    ],
)
def test_numerals_become_digits(value: str, digits: str) -> None:
    row = row_of("检查", value)
    assert numeral.in_han(row)
    assert numeral.in_digits(row) == digits


@pytest.mark.parametrize(
    "value",
    [
        "一户一档",
        "三个一批",
        "三类水",
        "五大类",
        "一期工程完工",
        "3次",
        "一次性通过",
        "半年",
        "第一",
        "二级以上",
        "不发生一起事故",
        "三分之二以上",
        "双随机检查3次",
    ],
)
def test_fixed_words_and_fractions_stay(value: str) -> None:
    assert not numeral.in_han(row_of("检查", value))


def test_a_phrase_is_not_written_half_in_digits() -> None:
    assert numeral.in_digits(row_of("检查", "两年一次")) == ""


@pytest.mark.parametrize(
    ("value", "zeros", "places"),
    [("2.0万元", 1, 0), ("90.8412%", 0, 4), ("90.84%", 0, 2), ("9.00%", 2, 2), ("14.8550万元", 0, 0), ("12次", 0, 0)],
)
def test_decimals(value: str, zeros: int, places: int) -> None:
    row = row_of("检查", value)
    assert (numeral.zero_decimals(row), numeral.percent_decimals(row)) == (zeros, places)


@pytest.mark.parametrize(
    ("name", "value", "percent"), [("合格率", "0.95", "95%"), ("合格率", "≥0.9", "≥90%"), ("完成率", "1", "100%")]
)
def test_fractions_become_percentages(name: str, value: str, percent: str) -> None:
    row = row_of(name, value)
    assert violates("VAL025", row)
    assert numeral.as_percent(row) == percent


@pytest.mark.parametrize(("name", "value"), [("收入增长率", "0.95%"), ("合格率", "95"), ("次数", "1"), ("合格率", "0")])
def test_what_is_no_fraction(name: str, value: str) -> None:
    assert not violates("VAL025", row_of(name, value))
