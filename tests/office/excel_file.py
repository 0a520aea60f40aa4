"""Forms as Excel workbooks, written with openpyxl: merged cells, numbers under number formats, a hidden sheet."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Side

from tests.office.leaf import Lines, PageBreak, Part, placed, width

_PERCENT = re.compile(r"([1-9][0-9]*|0)%")
_NUMBER = re.compile(r"([1-9][0-9]*|0)(\.[0-9]+)?")
_THIN = Side(style="thin")


def write_excel(path: Path, sheets: Sequence[tuple[str, Sequence[Part]]]) -> None:
    """Write an .xlsx: a sheet for each (name, parts); what stands outside tables goes over the whole width."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, parts in sheets:
        _fill(book.create_sheet(name), parts)
    book.save(path)


def _fill(sheet: Any, parts: Sequence[Part]) -> None:  # noqa: ANN401  # openpyxl ships no types
    row = 1
    widest = max(width(part) for part in parts if isinstance(part, Lines))
    for part in parts:
        if isinstance(part, Lines):
            _add_table(sheet, part, row, widest)
            row += len(part.rows)
        elif not isinstance(part, PageBreak):
            sheet.cell(row, 1, part.strip() or None)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=widest)
            row += 1


def _add_table(sheet: Any, lines: Lines, first: int, widest: int) -> None:  # noqa: ANN401  # the same
    """Write a table; one narrower than the sheet is widened at its last column, as on paper."""
    own = width(lines)
    for cell, row, column in placed(lines):
        right = widest if column + cell.cols == own else column + cell.cols
        target = sheet.cell(first + row, column + 1)
        target.value, target.number_format = _typed(cell.text)
        if cell.text.startswith("="):  # a target such as =100%, typed as text
            target.data_type = "s"
        target.alignment = Alignment(wrap_text=True, vertical="center")
        target.border = Border(_THIN, _THIN, _THIN, _THIN)
        if cell.rows > 1 or right > column + 1:
            sheet.merge_cells(start_row=first + row, end_row=first + row + cell.rows - 1,
                              start_column=column + 1, end_column=right)  # fmt: skip


def _typed(text: str) -> tuple[Any, str]:
    """Return a value and its number format, as somebody types them: 100% is the number 1, 5.00 the number 5."""
    if _PERCENT.fullmatch(text):
        return int(text[:-1]) / 100, "0%"
    found = _NUMBER.fullmatch(text)
    if found and len(text) < 12:
        decimals = len(found[2] or ".") - 1
        return float(text) if decimals else int(text), f"0.{'0' * decimals}" if decimals else "General"
    return text or None, "General"
