"""Sheets as an Excel workbook: one worksheet a table, set up to print on A4, every cell as text."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from perflint.office.export.excelgrid import Canvas, write_panel, write_text
from perflint.office.export.grid import edges_of, placed
from perflint.office.export.names import sheet_names
from perflint.office.export.sheet import Panel, Printed, Prose, Sheet
from perflint.office.export.wordxml import FANG_SONG, HEI

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE, _ANNEX, _PROSE = 18, 12, 12


def write_excel(sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of an .xlsx file.

    Raises:
        TooLong: a text is longer than a cell of a workbook can hold.
    """
    from openpyxl import Workbook  # noqa: PLC0415  # openpyxl is an extra

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    for name, sheet in zip(sheet_names(sheet.name for sheet in sheets), sheets, strict=True):
        _write(book.create_sheet(name), sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(page: "Worksheet", sheet: Sheet) -> None:
    panels = [part for part in sheet.parts if isinstance(part, Panel)]
    edges = edges_of(panels) or (0.0, sheet.width)
    canvas = Canvas(page, tuple(end - start for start, end in pairwise(edges)), sheet.size)
    canvas.set_widths()
    for line in sheet.annex.split("\n") if sheet.annex else ():
        write_text(canvas, Printed(line, 0, 0), HEI, _ANNEX)
    for line in sheet.title.split("\n"):
        write_text(canvas, Printed(line, 0, 0, align="center"), HEI, _TITLE)
    for part in sheet.parts:
        if isinstance(part, Panel):
            write_panel(canvas, placed(part.lines, edges), sheet.least)
        else:
            write_text(canvas, _indented(part), FANG_SONG if part.role in {"body", "caption"} else HEI, _PROSE)
    _set_up(page, sheet, canvas)


def _indented(prose: Prose) -> Printed:
    if prose.role == "caption":
        return Printed(prose.text, 0, 0, align="center")
    return Printed(prose.text if prose.role == "heading" else f"　　{prose.text}", 0, 0)


def _set_up(page: "Worksheet", sheet: Sheet, canvas: Canvas) -> None:
    """Set A4, margins, the width of one page, and the heading lines that stand on each page."""
    page.page_setup.paperSize = 9  # A4
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = sheet.margin / 25.4
    page.page_margins.top = page.page_margins.bottom = 20 / 25.4
    page.print_options.horizontalCentered = True
    page.sheet_view.showGridLines = False
    if canvas.heads:
        page.print_title_rows = f"{min(canvas.heads)}:{max(canvas.heads)}"
