"""An Excel workbook of 1997 to 2003 (.xls) → paper."""

import io
from typing import Any, Final

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.excel import cell_text
from perflint.office.reading.library import missing
from perflint.office.reading.limits import MOST_SLOTS, too_large
from perflint.office.reading.numberformat import CHINESE_FORMATS
from perflint.office.reading.sheet import Merged, Sheet, paper_of
from perflint.office.reading.struck import Struck

_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = 1, 2, 3, 4, 5
_ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_old_excel(data: bytes, name: str) -> Paper:
    """Return an .xls workbook's sheets as grids.

    Raises:
        Unopened: no workbook, or one that is broken, locked or too large.
    """
    try:
        import xlrd  # noqa: PLC0415  # an extra
    except ImportError as lack:
        raise missing("xlrd") from lack
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return paper_of(name, [_sheet(book, page) for page in book.sheets()])
    except Unopened:
        raise
    except Exception as fault:  # whatever the library meets in a broken file
        raise _said(fault) from fault


def _said(fault: Exception) -> Unopened:
    if "encrypted" in str(fault).lower():
        return Unopened("工作簿带有密码，无法打开；请取消密码后再导入",
                        "the workbook is locked with a password; remove the password, then import")  # fmt: skip
    return Unopened(
        f"Excel 文件已损坏，无法打开（{type(fault).__name__}）；请用 Excel 或 WPS 打开并另存为 .xlsx",
        f"the workbook is damaged ({type(fault).__name__}); open it in Excel or WPS and save it as .xlsx",
    )


def _sheet(book: Any, page: Any) -> Sheet:  # noqa: ANN401  # xlrd ships no types
    merged = [Merged(top, left, bottom - 1, right - 1) for top, bottom, left, right in page.merged_cells]
    if sum((one.bottom - one.top + 1) * (one.right - one.left + 1) for one in merged) > MOST_SLOTS:
        raise too_large()
    hidden_rows = {number for number, info in page.rowinfo_map.items() if info.hidden}
    hidden_columns = {number for number, info in page.colinfo_map.items() if info.hidden}
    sheet = Sheet(page.name, {}, merged, hidden_rows, hidden_columns, page.visibility != 0)
    for row in range(page.nrows):
        for column in range(page.row_len(row)):
            _put(book, page, sheet, row, column)
    return sheet


def _put(book: Any, page: Any, sheet: Sheet, row: int, column: int) -> None:  # noqa: ANN401  # the same
    kind, value = page.cell_type(row, column), page.cell_value(row, column)
    style = book.xf_list[page.cell_xf_index(row, column)]
    font = book.font_list[style.font_index]
    if kind == _TEXT:
        kept, struck = _parted(book, page, (row, column), font)
        sheet.put(row, column, kept, font.name)
    elif kind in {_NUMBER, _DATE, _TRUTH, _ERROR}:
        code = CHINESE_FORMATS.get(style.format_key) or book.format_map[style.format_key].format_str
        text = _shown(kind, value, code, from_1904=bool(book.datemode))
        kept, struck = ("", text) if font.struck_out else (text, "")
        sheet.put(row, column, kept)
    else:
        return
    if struck.strip():
        sheet.note(row, column, f"有带删除线的文字“{struck}”，未读入")


def _shown(kind: int, value: Any, code: str, *, from_1904: bool) -> str:  # noqa: ANN401  # xlrd ships no types
    if kind == _ERROR:
        return _ERRORS.get(value, "#N/A")
    return cell_text(bool(value), None) if kind == _TRUTH else cell_text(value, code, from_1904=from_1904)


def _parted(book: Any, page: Any, at: tuple[int, int], font: Any) -> Struck:  # noqa: ANN401  # the same
    """Return what stays of a text and what is struck out; runs with fonts of their own begin at offsets."""
    text = page.cell_value(*at)
    runs = [(0, font), *((start, book.font_list[index]) for start, index in page.rich_text_runlist_map.get(at, ()))]
    ends = [start for start, _ in runs[1:]] + [len(text)]
    parts = [(text[start:end], bool(one.struck_out)) for (start, one), end in zip(runs, ends, strict=True)]
    return ("".join(part for part, struck in parts if not struck), "".join(part for part, struck in parts if struck))
