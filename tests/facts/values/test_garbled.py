"""Numbers that were mangled, and dates that became numbers."""

import pytest

from perflint.facts.values.garbled import garbled
from perflint.facts.values.serial import date_serial
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    "value", ["%=99百分比", "二100百分比", "abc99%", "≥9O%", "99..5%", "百分之95%", "9?5%", "＝%95"]
)
def test_garbled(value: str) -> None:
    assert garbled(row_of("设备完好率", value))


@pytest.mark.parametrize(
    "value",
    [
        "≥99%",
        "百分之九十五",
        "2024.12.31前",
        "PM2.5下降5%",
        "GDP5%",
        "1.2.3版",
        "二季度20次",
        "3-5个",
        "99.5%",
        "A级",
        "",
    ],
)
def test_not_garbled(value: str) -> None:
    assert not garbled(row_of("设备完好率", value))


@pytest.mark.parametrize(
    ("name", "level2", "value", "day"),
    [
        ("项目完成时间", "时效指标", "45,291", "2023年12月31日"),
        ("资金拨付", "时效指标", "45260", "2023年11月30日"),
        ("完工日期", "质量指标", "45291", "2023年12月31日"),
        ("受益人数", "数量指标", "45291", ""),
        ("受益人数", "时效指标", "45291人", ""),
        ("办理时限", "时效指标", "30", ""),
        ("完成时间", "时效指标", "99999999999", ""),
    ],
)
def test_a_day_that_became_a_number(name: str, level2: str, value: str, day: str) -> None:
    assert date_serial(row_of(name, value, level2=level2)) == day
