"""Units that cannot be meant: things in years, lengths in M, standards without a base."""

import pytest

from perflint.facts.measure import odd_units
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "odd"),
    [
        ("制作宣传横幅", "1年", True),
        ("更换垃圾桶", "12个月", True),
        ("购买设备维护服务", "1年", False),
        ("制作工期", "3个月", False),
        ("租赁办公设备", "1年", False),
        ("制作宣传横幅", "50条", False),
    ],
)
def test_things_are_not_counted_in_time(name: str, value: str, *, odd: bool) -> None:
    assert violates("VAL046", row_of(name, value, level2="数量指标")) is odd


@pytest.mark.parametrize(
    ("name", "verb", "thing", "lasting"),
    [
        ("制作宣传横幅", "制作", "横幅", ""),
        ("购买设备（含安装）", "购买", "设备", ""),
        ("租赁办公设备", "", "设备", "租"),
    ],
)
def test_words_for_making_things_and_for_what_lasts(name: str, verb: str, thing: str, lasting: str) -> None:
    row = row_of(name, "1年")
    assert (odd_units.making_verb(row), odd_units.thing_word(row), odd_units.lasting_word(row)) == (
        verb,
        thing,
        lasting,
    )


@pytest.mark.parametrize(
    ("name", "value", "odd"),
    [
        ("雾炮车射程", "≥80M", True),
        ("护岸长度", "１２００Ｍ", True),
        ("护岸长度", "1200m", False),
        ("网络专线带宽", "100M", False),
        ("装机容量", "5MW", False),
    ],
)
def test_a_length_is_not_in_mega(name: str, value: str, *, odd: bool) -> None:
    assert violates("VAL047", row_of(name, value)) is odd


@pytest.mark.parametrize(
    ("name", "value", "odd"),
    [
        ("公路补助标准", "≤120万元", True),
        ("公路补助标准", "≤120万元/公里", False),
        ("人均补助标准", "3000元", False),
        ("补助标准（元/人）", "500", False),
        ("最高奖励标准", "≤50万元", False),
        ("补助标准符合率", "100%", False),
    ],
)
def test_a_standard_says_for_each_of_what(name: str, value: str, *, odd: bool) -> None:
    assert odd_units.standard_for_what(row_of(name, value, level2="成本指标")) is odd


@pytest.mark.parametrize(
    ("name", "value", "odd"),
    [
        ("参审案件补助", "100元", True),
        ("参审案件补助", "１００元", True),
        ("参审案件补助", "100元/件", False),
        ("遗属补助", "≤43200元", False),
        ("村级补助", "≤1万元", False),
    ],
)
def test_an_allowance_of_a_few_hundred_yuan_is_for_each_of_something(name: str, value: str, *, odd: bool) -> None:
    assert odd_units.rate_for_what(row_of(name, value, level2="成本指标")) is odd
