"""Cells on a worksheet: merged, bordered, as text, in lines high enough to be read."""

import math
from typing import TYPE_CHECKING

from msgspec import Struct, field

from perflint.office.export.clean import printable
from perflint.office.export.grid import Grid, Placed
from perflint.office.export.heights import HIGHEST, line_heights, text_height
from perflint.office.export.sheet import Printed
from perflint.office.export.wordxml import HEI, SONG

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 32_767  # characters that a cell holds
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the start of a formula


class TooLong(Exception):  # noqa: N818  # said of a text, not of the program
    """A text that no cell of a workbook can hold; `zh` and `en` say what to do."""

    def __init__(self, text: str) -> None:
        self.zh = f"“{text[:20]}…”有 {len(text)} 字，Excel 一个单元格最多 {MOST} 字；请导出为 .docx"
        self.en = f"“{text[:20]}…” has {len(text)} characters, an Excel cell holds {MOST} at most; export to .docx"
        super().__init__(self.en)


class Canvas(Struct):
    """A worksheet while it is filled: the widths of its columns (mm), the size of letters, the next free row."""

    page: "Worksheet"
    widths: tuple[float, ...]
    size: float
    row: int = 1
    heads: list[int] = field(default_factory=list)

    def set_widths(self) -> None:
        """Give the columns of the worksheet their widths, in characters of Excel's default font."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415  # openpyxl is an extra

        for number, width in enumerate(self.widths, 1):
            pixels = width / 25.4 * 96
            self.page.column_dimensions[get_column_letter(number)].width = max(1.0, (pixels - 5) / 7)


def write_text(canvas: Canvas, cell: Printed, font: str, size: float) -> None:
    """Write a text over the whole width, without borders."""
    height = text_height(cell.text, sum(canvas.widths), size) + 6
    rows = max(1, math.ceil(height / HIGHEST))
    for row in range(canvas.row, canvas.row + rows):
        canvas.page.row_dimensions[row].height = height / rows
    _put(canvas, canvas.row, 0, rows, Placed(0, 0, 1, len(canvas.widths), cell), (font, size))
    canvas.row += rows


def write_panel(canvas: Canvas, grid: Grid, least: float) -> None:
    """Write the cells of a panel below what is there; a line that is too high for Excel becomes several."""
    first: list[int] = []
    for number, height in enumerate(line_heights(grid, canvas.size, least)):
        first.append(canvas.row)
        rows = max(1, math.ceil(height / HIGHEST))
        for row in range(canvas.row, canvas.row + rows):
            canvas.page.row_dimensions[row].height = height / rows
            if number in grid.heads:
                canvas.heads.append(row)
        canvas.row += rows
    first.append(canvas.row)
    for cell in grid.cells:
        rows = first[cell.row + cell.rows] - first[cell.row]
        font = HEI if cell.cell.role == "head" else SONG
        _put(canvas, first[cell.row], cell.column, rows, cell, (font, canvas.size))


def _put(canvas: Canvas, row: int, column: int, rows: int, placed: Placed, letters: tuple[str, float]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # openpyxl is an extra
    from openpyxl.worksheet.cell_range import CellRange  # noqa: PLC0415  # the same

    text = printable(placed.cell.text)
    if len(text) > MOST:
        raise TooLong(text)
    target = canvas.page.cell(row, column + 1)
    target.number_format = "@"
    if text:
        target.value = text
        target.data_type = "s"  # also where it begins with =
        target.quotePrefix = text.startswith(_FORMULA)  # and once somebody edits it
    target.font = Font(name=letters[0], size=letters[1])
    target.alignment = Alignment(horizontal=placed.cell.align, vertical="center", wrap_text=True)
    bottom, right = row + rows - 1, column + placed.columns
    if placed.cell.width and placed.cell.role != "caption":
        _border(canvas, row, column + 1, bottom, right)
    if (rows, placed.columns) != (1, 1):
        # Not by merge_cells, which compares each range with all before it: cells never overlap here.
        canvas.page.merged_cells.ranges.add(CellRange(None, column + 1, row, right, bottom))


def _border(canvas: Canvas, top: int, left: int, bottom: int, right: int) -> None:
    from openpyxl.styles import Border, Side  # noqa: PLC0415  # openpyxl is an extra

    thin = Side(style="thin", color="000000")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            canvas.page.cell(row, column).border = border
