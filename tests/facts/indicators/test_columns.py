"""Cells in the wrong column: sign and direction exchanged, a value in place of the name."""

import pytest

from perflint.facts.indicators.columns import direction_cell, name_is_value, op_cell
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("sign", "direction", "found"),
    [
        ("正向", "=", True), ("反向指标", "≤", True), ("正向", ">=", True), ("负向", "＜", True), ("适中", "定性", True),
        ("=", "正向", False), ("定性", "正向", False), ("正向", "", False), ("", "=", False), ("正向", "正向", False), ("≥", "≥", False),
    ],
)  # fmt: skip
def test_sign_and_direction(sign: str, direction: str, found: bool) -> None:  # noqa: FBT001  # a table of values
    assert violates("VAL080", row_of("设备完好率", "95", op=sign, direction=direction, unit="%")) is found


def test_the_two_columns_in_half_width() -> None:
    row = row_of("设备完好率", "95", op="＞＝", direction=" 正向 ")
    assert (op_cell(row), direction_cell(row)) == (">=", "正向")


@pytest.mark.parametrize("name", ["15万元。", "2020年全年。", "2023年12月底前", "≥12次", "95%", "３００人", "全年"])
def test_names_that_are_values(name: str) -> None:
    assert name_is_value(row_of(name, "1"))


@pytest.mark.parametrize(
    "name",
    [
        "五保户",
        "110接处警",
        "12345热线",
        "12月底前完成率",
        "一件事一次办",
        "三公经费",
        "工期",
        "2020年服务期限",
        "300人以上企业",
        "1",
        "",
    ],
)
def test_names_with_numbers(name: str) -> None:
    assert not name_is_value(row_of(name, "1"))
