"""Rates written as fractions, or without %."""

import pytest

from perflint.facts.measure import answer, shares
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "unit", "meant"),
    [
        ("抽检合格率", "0.95", "%", "95%"),
        ("抽检合格率", "≥0.95%", "", "≥95%"),
        ("群众满意度", "0.9", "%", "90%"),
        ("抽检合格率", "95", "%", ""),
        ("抽检合格率", "1", "%", ""),
        ("差错率", "0.95%", "", ""),
        ("死亡率", "0.5%", "", ""),
        ("产值增长率", "0.95%", "", ""),
        ("能耗下降率", "0.8", "%", ""),
    ],
)
def test_a_high_rate_below_one_per_cent_has_slipped(name: str, value: str, unit: str, meant: str) -> None:
    assert shares.slipped_share(row_of(name, value, unit=unit)) == meant


@pytest.mark.parametrize(
    ("name", "value", "unit", "bare"),
    [
        ("苗木成活率", "≥85", "", True),
        ("群众满意度", "90", "", True),
        ("苗木成活率（%）", "≥85", "", False),
        ("苗木成活率", "85", "%", False),
        ("苗木成活率", "0.85", "", False),
        ("工作效率", "85", "", False),
        ("用户增长数", "85", "", False),
    ],
)
def test_a_rate_without_its_sign(name: str, value: str, unit: str, *, bare: bool) -> None:
    assert shares.bare_share(row_of(name, value, unit=unit)) is bare


@pytest.mark.parametrize(
    ("name", "value", "level2", "day"),
    [
        ("项目完成时间", "44,927", "时效指标", "2023年1月1日"),
        ("竣工日期", "45291", "质量指标", "2023年12月31日"),
        ("处理工单", "12000", "时效指标", ""),
        ("受益人数", "45000", "数量指标", ""),
        ("完成时间", "45291件", "时效指标", ""),
    ],
)
def test_a_serial_number_stands_for_a_day(name: str, value: str, level2: str, day: str) -> None:
    assert answer.serial_date(row_of(name, value, level2=level2)) == day
