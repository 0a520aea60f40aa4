"""An Excel workbook (.xlsx, .xlsm) → paper: each sheet a grid, its cells as their number formats show them."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.dateformat import from_serial, is_date, printed
from perflint.office.reading.library import missing
from perflint.office.reading.limits import MOST_ROWS, too_much
from perflint.office.reading.numberformat import CHINESE_FORMATS, shown
from perflint.office.reading.ownwork import REMARKS
from perflint.office.reading.sheet import Sheet, paper_of
from perflint.office.reading.sheetcomments import comments_on
from perflint.office.reading.sheetmarks import Marks, read_marks
from perflint.office.reading.struck import struck_strings

_GENERAL: Final = "General"


def read_excel(data: bytes, name: str) -> Paper:
    """Return a workbook's sheets as grids; a sheet without text is left out, macros are neither run nor read.

    Formulas stand as the value that was last computed. What is not read is noted: a formula that no program has computed,
    struck-through text, comments, hidden sheets.

    Raises:
        Unopened: no workbook, or one that is broken or too large.
    """
    try:
        import openpyxl  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as lack:
        raise missing("openpyxl") from lack
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(data)) as archive:
            warnings.simplefilter("ignore")  # of styles and validations that it does not know: neither is text
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return paper_of(name, list(_sheets(book, archive)))
    except Unopened:
        raise
    except Exception as fault:  # whatever the library meets in a broken file
        raise _damaged(fault) from fault


def _damaged(fault: Exception) -> Unopened:
    return Unopened(
        f"Excel 文件已损坏，无法打开（{type(fault).__name__}）；请用 Excel 或 WPS 打开并另存为 .xlsx",
        f"the workbook is damaged ({type(fault).__name__}); open it in Excel or WPS and save it again as .xlsx",
    )


def _sheets(book: Any, archive: zipfile.ZipFile) -> Iterator[Sheet]:  # noqa: ANN401  # openpyxl ships no types
    strings = struck_strings(archive)
    remarks = book.defined_names.get(REMARKS)
    own = {name for name, _ in remarks.destinations} if remarks is not None else set()
    for page in book.worksheets:
        if page.title in own:
            continue
        xml = archive.read(page._worksheet_path)  # noqa: SLF001  # the library has no public name for it
        sheet = _sheet(page, read_marks(xml, strings), from_1904=book.epoch.year == 1904)  # noqa: PLR2004  # Mac's epoch
        for (row, column), text in comments_on(archive, page._worksheet_path):  # noqa: SLF001  # the same
            sheet.note(row, column, f"的批注：{text}")
        yield sheet


def _sheet(page: Any, marks: Marks, *, from_1904: bool) -> Sheet:  # noqa: ANN401  # the same
    sheet = Sheet(page.title, {}, marks.merged, marks.hidden_rows, marks.hidden_columns)
    sheet.is_hidden = page.sheet_state != "visible"
    for (row, column), formula in marks.formulas.items():
        sheet.note(
            row, column, f"是公式 {formula}，文件里没有存下计算结果，未读入；请用 Excel 或 WPS 打开并保存后再导入"
        )
    page.reset_dimensions()
    filled = 0
    for row in page.iter_rows():
        cells = [cell for cell in row if cell.value is not None]
        filled += bool(cells)
        if filled > MOST_ROWS:
            raise too_much("行", "rows", filled, MOST_ROWS)
        for cell in cells:
            _put(sheet, cell, marks, from_1904=from_1904)
    return sheet


def _put(sheet: Sheet, cell: Any, marks: Marks, *, from_1904: bool) -> None:  # noqa: ANN401  # the same
    at = cell.row - 1, cell.column - 1
    text = _text(cell, from_1904=from_1904)
    kept, struck = ("", text) if cell.font.strike else marks.struck.get(at, (text, ""))
    if struck.strip():
        sheet.note(*at, f"有带删除线的文字“{struck}”，未读入")
    sheet.put(*at, kept, cell.font.name or "")


def _text(cell: Any, *, from_1904: bool) -> str:  # noqa: ANN401  # openpyxl ships no types
    return cell_text(cell.value, CHINESE_FORMATS.get(cell.style_array.numFmtId) or cell.number_format,
                     from_1904=from_1904)  # fmt: skip


def cell_text(value: object, code: str | None, *, from_1904: bool = False) -> str:
    """Return a cell's value as its number format shows it."""
    code = code or _GENERAL
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        moment = from_serial(value, from_1904=from_1904) if is_date(code) else None
        return shown(value, code) if moment is None else printed(moment, code)
    if isinstance(value, datetime | date | time):
        return printed(value, code if is_date(code) else "yyyy-mm-dd")
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
