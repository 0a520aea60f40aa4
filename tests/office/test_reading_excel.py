"""Workbooks, new and old: numbers as shown, formulas by their value, merged and hidden cells, addresses as places."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from perflint.office.grid import Paper, Unopened
from perflint.office.reading import read_document

_DEFINED = re.compile(rb"<numFmts.*?</numFmts>")


def _read(book: Any, name: str = "目标表.xlsx") -> Paper:  # noqa: ANN401  # openpyxl ships no types
    held = io.BytesIO()
    book.save(held)
    return read_document(held.getvalue(), name)


def _texts(paper: Paper) -> list[tuple[str, str]]:
    return [(cell.place, cell.text) for grid in paper.grids for cell in grid.cells if cell.text]


def test_cells_as_they_are_shown() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表1"
    typed = [
        (1, "0%", "100%"), (5, "0.00", "5.00"), ("010", "@", "010"), ("5.00万元", "General", "5.00万元"),
        (414001, "General", "414001"), (True, "General", "TRUE"), (date(2023, 12, 31), 'yyyy"年"m"月"d"日"', "2023年12月31日"),
        (datetime(2023, 12, 31), "mm-dd-yy", "2023/12/31"), ("　", "General", "　"),  # noqa: DTZ001  # sheets have no zones
        ("甲\n乙\n", "General", "甲\n乙"),
    ]  # fmt: skip
    for row, (value, code, _) in enumerate(typed, start=1):
        sheet.cell(row, 3, value).number_format = code
    assert _texts(_read(book)) == [(f"表1!C{row}", text) for row, (*_, text) in enumerate(typed, start=1)]


def test_merged_cells_and_the_used_part() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["C3"] = "产出指标"
    sheet.merge_cells("C3:C4")
    sheet["D3"], sheet["D4"] = "数量指标", "质量指标"
    sheet["E3"] = "≥5"
    sheet.merge_cells("E3:F3")
    sheet.merge_cells("H9:J12")
    (grid,) = _read(book).grids
    assert (grid.height, grid.width, grid.name, grid.number) == (2, 4, "Sheet", 1)
    assert [(c.text, c.row, c.column, c.rows, c.columns, c.place) for c in grid.cells] == [
        ("产出指标", 0, 0, 2, 1, "Sheet!C3"),
        ("数量指标", 0, 1, 1, 1, "Sheet!D3"),
        ("≥5", 0, 2, 1, 2, "Sheet!E3"),
        ("质量指标", 1, 1, 1, 1, "Sheet!D4"),
        ("", 1, 2, 1, 1, "Sheet!E4"),
        ("", 1, 3, 1, 1, "Sheet!F4"),
    ]


def _noted(paper: Paper) -> list[str]:
    return [f"{note.place} {note.text}" for note in paper.notes]


def test_hidden_rows_are_read_and_hidden_sheets_only_noted() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B1"] = "见", "隐行", "隐列"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("旧")
    other["A1"] = "隐表"
    other.sheet_state = "hidden"
    book.create_sheet("空")
    paper = _read(book)
    assert _texts(paper) == [("Sheet!A1", "见"), ("Sheet!B1（隐藏）", "隐列"), ("Sheet!A2（隐藏）", "隐行")]
    assert _noted(paper) == ["旧!A1（隐藏） 隐表"]


def test_a_hidden_sheet_is_read_where_no_other_holds_anything() -> None:
    book = openpyxl.Workbook()
    other = book.create_sheet("旧")
    other["A1"] = "隐表"
    other.sheet_state = "hidden"
    assert _texts(_read(book)) == [("旧!A1（隐藏）", "隐表")]


def test_struck_through_text_is_left_out_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = CellRichText("≥", TextBlock(InlineFont(strike=True), "85"), "90%")
    sheet["A2"], sheet["A3"] = "旧值", "新值"
    sheet["A2"].font = Font(strike=True)
    paper = _read(book)
    assert _texts(paper) == [("Sheet!A1", "≥90%"), ("Sheet!A3", "新值")]
    assert _noted(paper) == [
        "Sheet!A1 （Sheet!A1 有带删除线的文字“85”，未读入）", "Sheet!A2 （Sheet!A2 有带删除线的文字“旧值”，未读入）"]  # fmt: skip


def test_struck_through_text_of_an_old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    struck = xlwt.easyfont("struck_out on")
    sheet.write_rich_text(0, 0, ["≥", ("85", struck), ("90%", xlwt.easyfont(""))])
    sheet.write(1, 0, "旧值", xlwt.easyxf("font: struck_out on"))
    paper = _read(book, "a.xls")
    assert _texts(paper) == [("表!A1", "≥90%")]
    assert [note.place for note in paper.notes] == ["表!A1", "表!A2"]


def test_comments_on_cells_are_noted() -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = "≥95%"
    book.active["B2"].comment = Comment("请提高到98%", "财政局")
    paper = _read(book)
    assert _texts(paper) == [("Sheet!B2", "≥95%")]
    assert _noted(paper) == ["Sheet!B2 （Sheet!B2 的批注：请提高到98%）"]


def test_formulas_by_their_last_value() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    held, made = io.BytesIO(), io.BytesIO()
    book.save(held)
    cells = ('<c r="A1"><f>5+5</f><v>10</v></c><c r="B1" t="str"><f>T(C1)</f><v>乙</v></c>'
             '<c r="C1"><f>SUM(A1:A2)</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')  # fmt: skip
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            page = f'<worksheet xmlns="{space}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
            new.writestr(member, page if member.endswith("sheet1.xml") else old.read(member))
    paper = read_document(made.getvalue(), "a.xlsx")
    assert [text for _, text in _texts(paper)] == ["10", "乙", "#DIV/0!"]
    assert [note.place for note in paper.notes] == ["Sheet!C1"]
    assert "=SUM(A1:A2)" in paper.notes[0].text


def test_formats_that_only_a_chinese_office_knows() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 45291
    book.active["A1"].number_format = "0.000"
    held, made = io.BytesIO(), io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            new.writestr(member, _DEFINED.sub(b"", old.read(member)).replace(b'numFmtId="164"', b'numFmtId="31"'))
    assert _texts(read_document(made.getvalue(), "a.xlsx")) == [("Sheet!A1", "2023年12月31日")]


def test_boxes_in_a_symbol_font() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "R"
    book.active["A1"].font = Font(name="Wingdings 2")
    (grid,) = _read(book).grids
    assert [(cell.text, cell.checked) for cell in grid.cells] == [("☑", True)]


def test_an_old_workbook() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("绩效目标")
    sheet.write_merge(0, 0, 0, 3, "项目绩效目标表")
    percent, money, day = (xlwt.easyxf(num_format_str=code) for code in ("0%", "0.00", 'yyyy"年"m"月"d"日"'))
    sheet.write(1, 0, 1, percent)
    sheet.write(1, 1, 5, money)
    sheet.write(1, 2, date(2023, 12, 31), day)
    sheet.write(1, 3, "≥130批次")
    sheet.write(2, 1, True)  # noqa: FBT003  # the cell's value
    sheet.row(2).hidden = True
    (grid,) = _read(book, "目标表.xls").grids
    assert [(cell.place, cell.text, cell.columns) for cell in grid.cells if cell.text] == [
        ("绩效目标!A1", "项目绩效目标表", 4), ("绩效目标!A2", "100%", 1), ("绩效目标!B2", "5.00", 1),
        ("绩效目标!C2", "2023年12月31日", 1), ("绩效目标!D2", "≥130批次", 1),
        ("绩效目标!B3（隐藏）", "TRUE", 1),
    ]  # fmt: skip


def test_old_workbooks_cut_short_or_changed() -> None:
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "甲")
    held = io.BytesIO()
    book.save(held)
    data = held.getvalue()
    for at in range(512, len(data), 97):
        for hurt in (data[:at], data[:at] + b"\xff\xff" + data[at + 2 :]):
            try:
                read_document(hurt, "a.xls")
            except Unopened as refusal:
                assert refusal.zh  # noqa: PT017  # either is right, as long as it is no traceback


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm"])
def test_a_book_without_text(name: str) -> None:
    assert _read(openpyxl.Workbook(), name).parts == ()


def test_a_book_of_another_program_without_named_styles_is_read_in_silence() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    held, made = io.BytesIO(), io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            new.writestr(member, re.sub(rb"<cellStyles.*?</cellStyles>", b"", old.read(member)))
    with pytest.warns(UserWarning, match="no default style"):
        openpyxl.load_workbook(io.BytesIO(made.getvalue()))
    assert _texts(read_document(made.getvalue(), "a.xlsx")) == [("Sheet!A1", "甲")]
