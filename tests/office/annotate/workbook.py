"""Workbooks with a form, and with what else a workbook may hold: notes, macros, drawings, protection."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from tests.office.annotate.word_package import parts_of

NAME = "绩效目标表.xlsx"
_ROWS = (
    ("项目支出绩效目标表",),
    ("项目名称", "办公楼运行", "年度", "2025"),
    ("预算数", "20.00", "财政资金", "20.00"),
    ("年度目标", "保障办公楼全年运行，设备完好率达到100%。"),
    ("一级指标", "二级指标", "三级指标", "指标值"),
    ("产出指标", "质量指标", "设备完好率", "≤98%"),
    ("产出指标", "数量指标", "巡检次数", "12次"),
)


def book(change: Callable[[Any], object] = lambda _book: None, *, note: str = "", at: str = "D7") -> bytes:
    """Return a workbook with a form; `change` is done to it before it is saved, `note` is somebody's on a cell."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "申报表"
    for row in _ROWS:
        sheet.append(row)
    sheet.column_dimensions[get_column_letter(2)].width = 30
    if note:
        sheet[at].comment = Comment(note, "王科长")
    change(made)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with more parts, or other ones."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts_of(data), **parts}.items():
            archive.writestr(name, content)
    return held.getvalue()


def notes_of(data: bytes, sheet: str = "申报表") -> dict[str, tuple[str, str]]:
    """Return the author and the text of each note of a sheet, as another library reads them."""
    page = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    return {cell.coordinate: (cell.comment.author, cell.comment.text) for row in page for cell in row if cell.comment}


def list_of(data: bytes, sheet: str = "审核意见") -> list[tuple[str, ...]]:
    """Return the texts of the list of remarks."""
    page = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    return [tuple("" if cell.value is None else str(cell.value) for cell in row) for row in page]
