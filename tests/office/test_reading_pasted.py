"""Text as people paste it: bars, spaces, a line for each cell; every form of it gives the same table, and no line is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perflint.office.grid import Paper, Paragraph
from perflint.office.reading import read_document
from perflint.office.recognition import recognise
from perflint.office.recognition.draft import Leaf

_ROWS = [
    ["产出指标", "数量指标", "新建道路里程", "≥10公里"],
    ["产出指标", "数量指标", "新建桥梁", "2座"],
    ["产出指标", "质量指标", "验收合格率", "≥95%"],
    ["满意度指标", "服务对象满意度指标", "村民满意度", "≥90%"],
]
_HEAD = ["一级指标", "二级指标", "三级指标", "指标值"]
_TABS = "\n".join(
    ["项目名称\t村级道路建设\t\t", "年度目标\t新建道路10公里。\t\t", *("\t".join(row) for row in [_HEAD, *_ROWS])]
)
_MARKDOWN = "\n".join([
    "| 项目名称 | 村级道路建设 | | |", "|---|:--|---|---|", "| 年度目标 | 新建道路10公里。 | | |",
    *(f"| {' | '.join(row)} |" for row in [_HEAD, *_ROWS]),
])  # fmt: skip
_BARS = "\n".join(
    ["项目名称|村级道路建设||", "年度目标|新建道路10公里。||", *("｜".join(row) for row in [_HEAD, *_ROWS])]
)
_RULED = "\n+---+---+\n".join(["", *(f"│ {' │ '.join(row)} │" for row in [_HEAD, *_ROWS]), ""])
_SPACES = "\n".join(
    ["项目名称  村级道路建设", "年度目标  新建道路10公里。", *("  ".join(row) for row in [_HEAD, *_ROWS])]
)
_LINES = "\n".join([
    "项目名称", "村级道路建设", "年度目标", "新建道路10公里。", *_HEAD, "产出指标", "数量指标", "新建道路里程", "≥10公里", "新建桥梁", "2座",
    "质量指标", "验收合格率", "≥95%", "满意度指标", "服务对象满意度指标", "村民满意度", "≥90%",
])  # fmt: skip


def _paper(text: str, name: str = "表.txt") -> Paper:
    return read_document(text.encode(), name)


def _rows(text: str, name: str = "表.txt") -> list[list[str]]:
    (table,) = recognise(_paper(text, name)).tables
    fields = ("level1", "level2", "name", "value")
    return [[cell.text for field in fields if isinstance(cell := row[field], Leaf)] for row in table.rows]


@pytest.mark.parametrize("text", [_TABS, _MARKDOWN, _BARS, _SPACES, _LINES, f"某文件\n\n{_LINES}"])
def test_every_way_to_divide_cells_gives_the_same_table(text: str) -> None:
    assert _rows(text) == _ROWS
    (table,) = recognise(_paper(text)).tables
    assert table.text("project.name") == "村级道路建设"
    assert table.text("goals.annual") == "新建道路10公里。"


@pytest.mark.parametrize("name", ["表.txt", "表.md"])
def test_a_ruled_table_and_markdown_under_its_own_name(name: str) -> None:
    assert _rows(_RULED, name) == _ROWS
    assert _rows(_MARKDOWN, name) == _ROWS


def test_cells_over_several_lines_of_a_ruled_table() -> None:
    text = "+--+--+\n| 项目名称 | 村级 |\n|  | 道路 |\n+--+--+\n| 年度目标 | 修路 |\n+--+--+\n"
    assert [cell.text for cell in _paper(text).grids[0].cells] == ["项目名称", "村级\n道路", "年度目标", "修路"]


def test_a_line_a_cell_with_a_column_behind_the_target_and_classes_without_indicators() -> None:
    text = _LINES.replace("指标值\n", "指标值\n备注\n").replace("公里\n新建桥梁", "公里\n重点\n新建桥梁").replace(
        "2座", "2座\n一般").replace("≥95%", "≥95%\n无").replace("≥90%", "≥90%\n无").replace(
        "满意度指标\n服务", "效益指标\n经济效益指标\n社会效益指标\n可持续影响\n指标\n满意度指标\n服务", 1)  # fmt: skip
    filled = [row for row in _rows(text) if row[3]]
    assert filled == _ROWS
    classes = [row[1] for row in _rows(text) if not row[3]]
    assert classes == ["经济效益指标", "社会效益指标", "可持续影响指标"]


def test_cells_that_fit_no_row_are_left_and_no_value() -> None:
    text = _LINES.replace("2座", "2座\n不知所云的一行文字太长不像指标值")
    (table,) = recognise(_paper(text)).tables
    values = [leaf.text for row in table.rows for leaf in row.values() if isinstance(leaf, Leaf)]
    assert "不知所云的一行文字太长不像指标值" not in values
    assert "≥10公里" not in values  # whose name it belongs to is not certain any more
    assert "≥95%" in values
    assert "不知所云的一行文字太长不像指标值" in [use.text for use in recognise(_paper(text)).loose]


def test_spaces_where_a_line_does_not_agree_are_no_columns() -> None:
    text = _SPACES.replace("新建桥梁  2座", "新建 桥梁  2座")
    assert not recognise(_paper(text)).tables or _rows(text) != _ROWS


def test_a_schedule_in_a_line_a_cell_is_rows_under_its_headings() -> None:
    text = _LINES.replace("年度目标", "实施内容\n开始时间\n完成时间\n修路\n2024年3月\n2024年9月\n年度目标", 1)
    (table,) = recognise(_paper(text)).tables
    assert [leaf.text for row in table.lists["project.schedule"] for leaf in row.values() if isinstance(leaf, Leaf)] == [
        "修路", "2024年3月", "2024年9月"]  # fmt: skip
    assert _rows(text) == _ROWS


def test_prose_is_no_table() -> None:
    paper = _paper("关于报送材料的通知\n\n各单位：\n请于本月底前报送有关材料。\n")
    assert recognise(paper).tables == ()


_WORD = st.sampled_from([*_LINES.split("\n"), "备注", "资金总额: 250", "长期目标", "实施内容", "开始时间", "完成时间", "可持续影响",
                         "指标", "(万元)", "说明文字", "…", ""])  # fmt: skip


@given(st.lists(_WORD, max_size=40), st.sampled_from(["\n", " | ", "  "]))
@example(["一级指标", "指标值", "指标", "产出指标", "村级道路建设"], "\n")  # the target stands before the name
def test_no_word_of_a_text_is_lost(words: list[str], between: str) -> None:
    text = between.join([*_HEAD, *words]) if between == "\n" else "\n".join([between.join(_HEAD), *words])
    paper = _paper(text)
    held = [part.text for part in paper.parts if isinstance(part, Paragraph)]
    held += [cell.text for grid in paper.grids for cell in grid.cells]
    assert sorted("".join("".join(held).replace("|", "").split())) == sorted("".join(text.replace("|", "").split()))
