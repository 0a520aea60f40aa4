"""Units: any word behind a number is one, the name may hold it, and none is invented."""

import pytest

from perflint.facts.values.unit_named import unit_named, unit_understood, wanted_unit
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    "value",
    ["550万粒", "≥20万棒", "3万羽", "12万TEU", "5万标箱", "30万美元", "30万吨公里", "≥5000册次", "0.3MPa", "12ppm", "5栏",
     "400元/人·天", "400元/人、天", "500\n万元", "12\n次", "30帧/秒", "6元/棒", "25NTU以下"],
)  # fmt: skip
def test_any_word_or_symbol_behind_a_number_is_a_unit(value: str) -> None:
    assert not violates("VAL003", row_of("项目实施情况", value))


@pytest.mark.parametrize("value", ["10", "≥10", "3.5", "28.40/株", "100以上", "约50"])
def test_a_bare_number_or_a_base_alone_is_none(value: str) -> None:
    assert violates("VAL003", row_of("项目实施情况", value))


@pytest.mark.parametrize(
    ("name", "missing"),
    [("受益人口(人)", False), ("受益人口数(≥**人)", False), ("种植面积（≥亩）", False), ("投资额（单位：万元）", False),
     ("补贴标准/元", False), ("建设项目个数(含续建)", True), ("项目数量（一期）", True), ("空气质量指数", False)],
)  # fmt: skip
def test_a_unit_in_the_name_counts(name: str, *, missing: bool) -> None:
    assert violates("VAL003", row_of(name, "200")) is missing


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("受益人口(人)", "人"),
        ("种植面积［亩］", "亩"),
        ("投资额（单位：万元）", "万元"),
        ("补贴标准/元", "元"),
        ("项目数量（一期）", ""),
    ],
)
def test_the_unit_in_the_name(name: str, unit: str) -> None:
    assert unit_named(row_of(name, "200")) == unit


@pytest.mark.parametrize(
    ("name", "unit", "understood"),
    [("建设项目个数(含续建)", "个", True), ("化妆品抽验批次", "批次", True), ("人均培训学时", "学时", True), ("培训人数", "人", True),
     ("每百万人口不良反应报告数", "", True), ("补贴渔船数", "", True), ("监管企业数", "", True), ("培训成本", "", False),
     ("种植面积", "", False)],
)  # fmt: skip
def test_a_counter_at_the_end_of_the_name_is_the_only_unit_proposed(name: str, unit: str, *, understood: bool) -> None:
    row = row_of(name, "6")
    assert (wanted_unit(row), unit_understood(row)) == (unit, understood)


@pytest.mark.parametrize(
    "cells", [{"value": "≤28.40/株"}, {"op": "≤", "value": "28.40/株"}, {"op": "≤", "value": "28.40", "unit": "/株"}]
)
def test_a_base_is_no_unit_in_one_cell_and_in_split_columns(cells: dict[str, str]) -> None:
    others = {name: text for name, text in cells.items() if name != "value"}
    assert violates("VAL003", row_of("种苗补助(≤**元/株)", cells["value"], **others))
