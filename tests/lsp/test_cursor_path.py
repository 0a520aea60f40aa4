"""Where a cursor stands in text that is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.lsp.cursor_path import read_cursor_path

PLACES = [
    ("", (), None, ""),
    ("项", (), None, "项"),
    ("kind: 项目\n", (), None, ""),
    ("kind: 项", (), "kind", "项"),
    ("项目:\n  项目名称: x\n  资", ("项目",), None, "资"),
    ("项目:\n  项目名称: x\n预", (), None, "预"),
    ("绩效指标:\n- 一级指标: 产出", ("绩效指标",), "一级指标", "产出"),
    ("绩效指标:\n  - 一级指标: 产出\n    二级指标: 数", ("绩效指标",), "二级指标", "数"),
    ("绩效指标:\n  - 一级指标: 产出\n  - ", ("绩效指标",), None, ""),
    ("绩效指标:\n  - {一级指标: 产出, 二级指标: 数", ("绩效指标",), "二级指标", "数"),
    ("绩效指标:\n  - {一级指标: 产出,\n     二", ("绩效指标",), None, "二"),
    ("绩效指标:\n  - {标准值: {规划值: 1, 来", ("绩效指标", "标准值"), None, "来"),
    ("绩效指标:\n  - {标准值: {规划值: 1}, 权", ("绩效指标",), None, "权"),
    ("绩效指标:\n  - {一级指标: 产出\n  - {二", ("绩效指标",), None, "二"),
    ("预算: {合计: 1\nkind: 项", (), "kind", "项"),
    ('goals: "a: {b"\nki', (), None, "ki"),
    ("tables:\n  - budget:\n      upper: 1\n      o", ("tables", "budget"), None, "o"),
    ("项目: {名称: x} # {\nki", (), None, "ki"),
    ("project:\r\n  name: x\r\n  co", ("project",), None, "co"),
    ("project:\n  name: x\n---\nki", (), None, "ki"),
]


@pytest.mark.parametrize(("before", "path", "key", "typed"), PLACES)
def test_keys_around_a_cursor(before: str, path: tuple[str, ...], key: str | None, typed: str) -> None:
    assert read_cursor_path(before)[:3] == (path, key, typed)


def test_neighbours_of_a_cell_are_known() -> None:
    assert read_cursor_path("绩效指标:\n  - 一级指标: 效益指标 # x\n    二级指标: ").beside["一级指标"] == "效益指标"
    assert read_cursor_path("绩效指标:\n  - {一级指标: 效益指标, 二级指标: ").beside["一级指标"] == "效益指标"


@given(st.text(alphabet="项目ab:-{}[],#'\" \n\t\r", max_size=60))
def test_any_text_is_followed(text: str) -> None:
    cursor_path = read_cursor_path(text)
    assert cursor_path.typed in text.replace("\r", "") or "\t" in text
