"""Web pages: spans, charsets, what a browser shows and what it does not."""

import pytest

from perflint.office.grid import Paper, Paragraph
from perflint.office.reading import read_document


def _read(page: str, charset: str = "utf-8") -> Paper:
    return read_document(page.encode(charset), "公开.html")


def _cell(inner: str) -> str:
    (grid,) = _read(f"<table><tr><td>{inner}</td></tr></table>").grids
    return grid.cells[0].text


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb2312", "gbk", "gb18030", "utf-16"])
def test_characters_whatever_the_head_says(charset: str) -> None:
    page = "<html><meta charset='gb2312'><p>绩效目标表</p><table><tr><td>≥95%</td></tr></table>"
    paper = _read(page, charset)
    assert paper.parts[0] == Paragraph("绩效目标表", "第1段")
    assert paper.grids[0].cells[0].text == "≥95%"


def test_spans() -> None:
    (grid,) = _read(
        "<table><thead><tr><th rowspan=2>产出<th colspan='2'>值</thead>"
        "<tbody><tr><td>甲<td>乙</tr><tr><td>丙<td>丁<td rowspan=0>戊</tr><tr><td>己<td>庚</table>"
    ).grids
    assert [(c.text, c.row, c.column, c.rows, c.columns, c.place) for c in grid.cells] == [
        ("产出", 0, 0, 2, 1, "表1 第1行第1列"), ("值", 0, 1, 1, 2, "表1 第1行第2列"),
        ("甲", 1, 1, 1, 1, "表1 第2行第2列"), ("乙", 1, 2, 1, 1, "表1 第2行第3列"),
        ("丙", 2, 0, 1, 1, "表1 第3行第1列"), ("丁", 2, 1, 1, 1, "表1 第3行第2列"), ("戊", 2, 2, 2, 1, "表1 第3行第3列"),
        ("己", 3, 0, 1, 1, "表1 第4行第1列"), ("庚", 3, 1, 1, 1, "表1 第4行第2列"),
    ]  # fmt: skip


def test_text_as_a_browser_shows_it() -> None:
    assert _cell(" 甲 \n  <b>乙</b>\n<i>丙</i> ") == "甲 乙 丙"
    assert _cell("甲<br>乙<p>丙</p><p>丁</p>") == "甲\n乙\n丙\n丁"
    assert _cell("&nbsp;") == ""
    assert _cell("　") == "　"
    assert (
        _cell("甲<script>x</script><style>y</style><del>旧</del><span style='display: none'>隐</span><!-- 注 -->乙")
        == "甲乙"
    )
    assert _cell("&ge;95&#37;") == "≥95%"


def test_boxes_and_fields() -> None:
    assert _cell("<input type=checkbox checked>新增<input type='checkbox'>延续") == "☑新增☐延续"
    assert _cell("<input type=radio checked>是") == "☑是"
    assert _cell("<input value='≥95%'>") == "≥95%"
    assert (
        _cell("<span style='font-family:\"Wingdings 2\"'>R</span>新增<font face='Wingdings'>o</font>延续")
        == "☑新增□延续"
    )


def test_paragraphs_and_nested_tables_in_order() -> None:
    paper = _read("<body>甲<div>乙<p>丙</p>丁</div><table><tr><td>外<table><tr><td>内</table></table><p>戊</body>")
    assert [part.text if isinstance(part, Paragraph) else [cell.text for cell in part.cells] for part in paper.parts] == [
        "甲", "乙", "丙", "丁", ["外"], ["内"], "戊"]  # fmt: skip
    assert [grid.number for grid in paper.grids] == [1, 2]
    assert paper.parts[-1] == Paragraph("戊", "第5段")
