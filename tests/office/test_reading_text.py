"""Text files: a line a cell, a line a row, separated values; what converters leave behind."""

import pytest

from perflint.office.grid import Grid, Paper, Paragraph, Unopened
from perflint.office.reading import read_document

_LINES = """ \n第二部分
[bookmark: _Toc_4]1.抽检经费绩效目标表
\t414001本级
\t单位：万元

\t预算数
\t5.00
\t其他资金
\t \n
\t
\t食品抽检
\n\n \n\t一级指标
\t指标值

\t产出指标
\t≥130批次
续行

\t
\t100% \n\n \t项目编码
\t\u3000

"""


def _read(text: str, name: str = "目标表.txt", charset: str = "utf-8") -> Paper:
    return read_document(text.encode(charset), name)


def _cells(grid: Grid) -> list[tuple[str, int, int, int, int, str]]:
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns, cell.place) for cell in grid.cells]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_line_a_cell(end: str, charset: str) -> None:
    paper = _read(_LINES.replace("\n", end), charset=charset)
    assert [part for part in paper.parts if isinstance(part, Paragraph)] == [
        Paragraph("第二部分", "第2行"), Paragraph("1.抽检经费绩效目标表", "第3行")]  # fmt: skip
    first, second, third = paper.grids
    assert _cells(first) == [
        ("414001本级", 0, 0, 1, 1, "第4行"), ("单位：万元", 0, 1, 1, 3, "第5行"),
        ("预算数", 1, 0, 2, 1, "第7行"), ("5.00", 1, 1, 1, 1, "第8行"), ("其他资金", 1, 2, 1, 1, "第9行"),
        ("", 1, 3, 1, 1, "第10行"), ("食品抽检", 2, 1, 1, 3, "第13行"),
    ]  # fmt: skip
    assert _cells(second) == [
        ("一级指标", 0, 0, 1, 1, "第17行"), ("指标值", 0, 1, 1, 1, "第18行"),
        ("产出指标", 1, 0, 2, 1, "第20行"), ("≥130批次\n续行", 1, 1, 1, 1, "第21行"), ("100% ", 2, 1, 1, 1, "第25行"),
    ]  # fmt: skip
    assert _cells(third) == [("项目编码", 0, 0, 1, 1, "第27行"), ("　", 0, 1, 1, 1, "第28行")]


def test_a_line_a_row() -> None:
    paper = _read('附件7-2\n\n## 目标表\n\n职责\t\t值\n\t甲\t100% \n无表\n乙\t<input type="checkbox" checked="">是\n')
    assert [part.text for part in paper.parts if isinstance(part, Paragraph)] == ["附件7-2", "目标表", "无表"]
    assert [_cells(grid) for grid in paper.grids] == [
        [("职责", 0, 0, 1, 1, "第5行第1列"), ("", 0, 1, 1, 1, "第5行第2列"), ("值", 0, 2, 1, 1, "第5行第3列"),
         ("", 1, 0, 1, 1, "第6行第1列"), ("甲", 1, 1, 1, 1, "第6行第2列"), ("100% ", 1, 2, 1, 1, "第6行第3列")],
        [("乙", 0, 0, 1, 1, "第8行第1列"), ("☑是", 0, 1, 1, 1, "第8行第2列")],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "box"),
    [('<input type="checkbox">', "☐"), ('<input checked="" type="checkbox">', "☑"), ('<input type="checkbox" checked/>', "☑"),
     ("<input checked=checked disabled type=checkbox>", "☑"), ('<input type="text">', '<input type="text">')],
)  # fmt: skip
def test_boxes_of_html_in_a_text(tag: str, box: str) -> None:
    assert _read(f"甲\t{tag}乙\n").grids[0].cells[1].text == f"{box}乙"


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.tsv", "\t"), ("a.csv", "\t")])
def test_separated_values(name: str, mark: str) -> None:
    (grid,) = _read(f'项目名称{mark}"甲\n乙"\n{mark}"说""好"""\n'.replace("\n", "\r\n"), name, "gb18030").grids
    assert _cells(grid) == [
        ("项目名称", 0, 0, 1, 1, "第1行第1列"), ("甲\n乙", 0, 1, 1, 1, "第1行第2列"),
        ("", 1, 0, 1, 1, "第2行第1列"), ('说"好"', 1, 1, 1, 1, "第2行第2列")]  # fmt: skip


def test_prose_alone_is_paragraphs() -> None:
    assert _read("一、总体目标\n\n做好工作。 \n").parts == (
        Paragraph("一、总体目标", "第1行"),
        Paragraph("做好工作。 ", "第3行"),
    )


def test_damaged_text_is_refused() -> None:
    with pytest.raises(Unopened, match="UTF-8"):
        read_document("绩效目标，绩效指标，产出指标".encode() + b"\xff\xfe\xff" + "满意度".encode(), "a.txt")
