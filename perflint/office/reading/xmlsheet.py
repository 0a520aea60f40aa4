"""A workbook as XML Spreadsheet 2003, which budget platforms export under .xml or .xls → paper."""

from typing import Any, Final

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.library import missing
from perflint.office.reading.limits import MOST_ELEMENTS, too_much
from perflint.office.reading.sheet import Merged, Sheet, paper_of

_SPACE: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
_WIDEST: Final = 16_384
MARK: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def read_xml_sheet(data: bytes, name: str) -> Paper:
    """Return the sheets of an XML Spreadsheet as grids.

    Raises:
        Unopened: this is no such workbook, or one that is broken or too large.
    """
    try:
        from lxml import etree  # noqa: PLC0415  # an extra
    except ImportError as lack:
        raise missing("lxml") from lack
    elements = data.count(b"<")
    if elements > MOST_ELEMENTS:
        raise too_much("内容项", "elements", elements, MOST_ELEMENTS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.LxmlError, ValueError) as fault:
        raise _broken() from fault
    pages = list(root.iter(f"{_SPACE}Worksheet"))
    if not pages:
        raise _broken()
    return paper_of(name, [_sheet(page, number) for number, page in enumerate(pages, start=1)])


def _broken() -> Unopened:
    return Unopened(
        "这不是 XML 电子表格，或文件不完整；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入",
        "this is no XML Spreadsheet, or it is cut short; open it in Excel or WPS, save it as .xlsx, then import",
    )


def _sheet(page: Any, number: int) -> Sheet:  # noqa: ANN401  # lxml ships no types
    sheet = Sheet(page.get(f"{_SPACE}Name") or f"Sheet{number}")
    sheet.is_hidden = any((one.text or "").startswith("SheetHidden") for one in page.iter("{*}Visible"))
    row = -1
    for line in page.iterfind(f"{_SPACE}Table/{_SPACE}Row"):
        row = _index(line, row + 1)
        if line.get(f"{_SPACE}Hidden") == "1":
            sheet.hidden_rows.add(row)
        _put_row(sheet, line, row)
    return sheet


def _put_row(sheet: Sheet, line: Any, row: int) -> None:  # noqa: ANN401  # the same
    column = -1
    for cell in line.iterfind(f"{_SPACE}Cell"):
        column = _index(cell, column + 1)
        across, down = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
        data = cell.find(f"{_SPACE}Data")
        text = "".join(data.itertext()) if data is not None else ""
        if column + across >= _WIDEST:
            raise _broken()
        sheet.put(row, column, text)
        if across or down:
            sheet.merged.append(Merged(row, column, row + down, column + across))
        column += across


def _index(element: Any, usual: int) -> int:  # noqa: ANN401  # the same
    """Return the place of a row or cell, from 0: the one that it names, else the next."""
    named = element.get(f"{_SPACE}Index", "")
    return max(int(named) - 1, 0) if named.isascii() and named.isdecimal() and len(named) <= len("1048576") else usual


def _count(cell: Any, name: str) -> int:  # noqa: ANN401  # the same
    named = cell.get(f"{_SPACE}{name}", "")
    return int(named) if named.isascii() and named.isdecimal() and len(named) <= len("16384") else 0
