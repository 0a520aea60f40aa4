"""The workbook read back: a sheet a department, filters, what can be written in, and texts that are no formulas."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

openpyxl = pytest.importorskip("openpyxl")

from perflint.across.years.row_years import RowYears, YearFigure  # noqa: E402
from perflint.report.review.excel.names import SheetNames  # noqa: E402  # only where the library is
from perflint.report.review.excel.workbook import render_xlsx  # noqa: E402
from tests.report.review.sample import BROKEN, HISTORY, HOSTILE, RATE, review  # noqa: E402


def book(folder: Path, lang: str = "zh") -> Any:  # noqa: ANN401  # the library may be missing where types are checked
    return openpyxl.load_workbook(BytesIO(render_xlsx(review(folder, lang, a=RATE, b=HISTORY, c=HOSTILE, d=BROKEN))))


def test_each_department_has_its_sheet(tmp_path: Path) -> None:
    names = book(tmp_path).sheetnames
    assert names[0] == "汇总"
    assert names[1:5] == ["卢龙县市场监督管理局本级", "临沂市检验检测中心", '<b>&"单位"< b>', "（未填预算单位）"]


def test_a_finding_is_a_row_and_only_two_cells_of_it_can_be_written_in(tmp_path: Path) -> None:
    sheet = book(tmp_path)["卢龙县市场监督管理局本级"]
    heads = [cell.value for cell in sheet[3]]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[heads.index("规则")].value == "DIR001")
    assert row[0].value == "1-4"  # the table's number, the remark's
    assert row[heads.index("现填内容")].value == "≤100%"
    assert row[heads.index("建议修改为")].value == "100%"
    assert [head for head, cell in zip(heads, row, strict=True) if not cell.protection.locked] == [
        "建议修改为",
        "单位反馈",
    ]
    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter
    assert sheet.auto_filter.ref == f"A3:P{sheet.max_row}"
    assert sheet.freeze_panes == "A4"
    assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
    assert row[0].font.name == "宋体"
    assert row[0].parent.row_dimensions[row[0].row].height > 14


def test_the_sum_stands_under_the_agencies(tmp_path: Path) -> None:
    rows = list(book(tmp_path).worksheets[0].iter_rows(min_row=5, values_only=True))
    assert rows[-1][0] == "合计"
    assert rows[-1][1:] == tuple(sum(column) for column in zip(*(row[1:] for row in rows[:-1]), strict=True))


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    made = book(tmp_path, "en")
    cells = [cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=cmd|") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_earlier_years_have_a_sheet_that_says_where_they_come_from(tmp_path: Path) -> None:
    """A year is two columns, and a table without that year leaves them empty; the figures are texts as they were typed."""
    whole = review(tmp_path, "zh", a=RATE, b=HISTORY)
    known = RowYears(
        "抽检批次",
        "≥130批次",
        130,
        (YearFigure(2021, "=90批次", "", 90, None), YearFigure(2022, "120批次", "131批次", 120, 131)),
    )
    later = RowYears("合格率", "≥96%", 96, (YearFigure(2022, "≥95%", "97%", 95, 97),))
    first, second = (replace(sheet, years=(row,)) for sheet, row in zip(whole.sheets, (known, later), strict=True))
    made = openpyxl.load_workbook(BytesIO(render_xlsx(replace(whole, sheets=(first, second)))))
    rows = [tuple(cell.value or "" for cell in row) for row in made["往年各表"].iter_rows()]
    assert rows[0][0] == "往年的指标值和完成值（取自往年的表，不是本表所印）"
    assert rows[2][3:] == ("指标", "指标值", "2021年指标值", "2021年完成值", "2022年指标值", "2022年完成值")
    assert rows[3][2:] == (first.heading, "抽检批次", "≥130批次", "=90批次", "", "120批次", "131批次")
    assert rows[4][2:] == (second.heading, "合格率", "≥96%", "", "", "≥95%", "97%")
    assert made["往年各表"]["F4"].data_type == "s"


def test_a_review_of_one_year_has_no_sheet_of_earlier_ones(tmp_path: Path) -> None:
    assert "往年各表" not in book(tmp_path).sheetnames


def test_names_of_sheets_are_short_allowed_and_unequal() -> None:
    names = SheetNames()
    long = "很长" * 30
    given = [names.take(text) for text in ("甲/乙:局", "甲/乙:局", long, long, "", "History", "'引'")]
    assert given == ["甲 乙 局", "甲 乙 局 2", long[:31], long[:29] + " 2", "-", "History 2", "引"]
