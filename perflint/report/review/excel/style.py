"""The look of a sheet: fonts that offices have, A4, a head that stays in sight and is printed on each page."""

from collections.abc import Iterable, Sequence

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from perflint.typography import display_width

_TEXT, _BOLD = Font(name="宋体", size=10.5), Font(name="黑体", size=10.5)
TITLE = Font(name="黑体", size=16)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(vertical="center", horizontal="center", wrap_text=True)
_LINE = Side(style="thin", color="FF999999")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", start_color="FFE7EBF0")
_YELLOW = PatternFill("solid", start_color="FFFFF9DB")
_OPEN = Protection(locked=False)
_LINE_HEIGHT, _TALLEST = 14.5, 409.0  # points; Excel makes no row taller
_MOST = 32_767  # characters that a cell can hold


def put(cell: Cell, value: str | int) -> None:
    """Write a value as text or number, never as a formula."""
    if isinstance(value, int):
        cell.value = value
    else:
        cell.value = value[:_MOST]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    cell.font, cell.alignment, cell.border = _TEXT, _WRAPPED, _BOX


def put_head(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    """Write the head of a list."""
    for column, text in enumerate(heads, 1):
        cell = sheet.cell(row, column)
        put(cell, text)
        cell.font, cell.alignment, cell.fill = _BOLD, _MIDDLE, _GREY
    sheet.row_dimensions[row].height = 2 * _LINE_HEIGHT


def leave_open(cell: Cell) -> None:
    """Let a cell be written in although its sheet is protected, and show that."""
    cell.fill, cell.protection = _YELLOW, _OPEN


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of the columns, in characters of Latin text."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def set_height(sheet: Worksheet, row: int, texts: Sequence[tuple[str, float]]) -> None:
    """Set a row's height to hold its texts in columns of so many characters; not every program does that by itself."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT + 3, _TALLEST)


def _lines(text: str, width: float) -> int:
    room = max(int(width) - 1, 1)
    return sum(max(1, -(-display_width(line) // room)) for line in text[:_MOST].split("\n"))


def prepare_page(sheet: Worksheet, head: int, *, landscape: bool = True) -> None:
    """Set A4, one page wide, the head's row repeated, page numbers."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.center.text = "&P / &N"
    sheet.freeze_panes = sheet.cell(head + 1, 1)


def fill(
    sheet: Worksheet, head: int, heads: Sequence[str], rows: Iterable[Sequence[str | int]], widths: Sequence[float], *,
    filtered: bool = False,
) -> None:  # fmt: skip
    """Fill a list below its head: a row each, high enough for its texts; `filtered` switches filters on."""
    put_head(sheet, head, heads)
    for at, row in enumerate(rows, head + 1):
        for column, value in enumerate(row, 1):
            put(sheet.cell(at, column), value)
        set_height(sheet, at, [(str(value), width) for value, width in zip(row, widths, strict=True)])
    if filtered:
        sheet.auto_filter.ref = f"A{head}:{sheet.cell(sheet.max_row, len(heads)).coordinate}"
    set_widths(sheet, widths)
    prepare_page(sheet, head)
