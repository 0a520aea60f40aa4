"""Tables of a document: fixed widths, a head that is repeated on each page, rows that are not torn apart."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from perflint.report.review.word.style import GREY, HEI, WIDTH, set_font, shade

_SMALL = 10.5
_TALL = 160  # characters in a row beyond which it may go over to the next page


def add_table(
    document: Document, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]
) -> Table:
    """Add a table with a head and return it; widths are shares of the text's width."""
    made = _new(document, len(heads), widths)
    for cell, head in zip(_filled(made.rows[0]), heads, strict=True):
        write(cell, head, bold=True)
        shade(cell, GREY)
    _mark(made.rows[0], "w:tblHeader")
    for texts in rows:
        row = _added(made)
        if sum(map(len, texts)) < _TALL:
            _mark(row, "w:cantSplit")
        for cell, text, width in zip(_filled(row), texts, widths, strict=True):
            cell.width = Mm(WIDTH * width / sum(widths))
            write(cell, text)
    return made


def add_facts(document: Document, facts: Sequence[tuple[str, str]]) -> None:
    """Add a table of names and texts, two pairs a row; a long text has a row of its own."""
    widths = (2.2, 5.8, 2.2, 5.8)
    made = _new(document, len(widths), widths)
    made._tbl.remove(made.rows[0]._tr)  # noqa: SLF001  # no call takes a row away
    for pairs in _paired(facts):
        row = _added(made)
        _mark(row, "w:cantSplit")
        cells = _filled(row)
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(WIDTH * width / sum(widths))
        for at, (name, text) in enumerate(pairs):
            write(cells[2 * at], name, bold=True)
            shade(cells[2 * at], GREY)
            write(cells[2 * at + 1], text)
        if len(pairs) == 1:
            cells[1].merge(cells[3])


def _paired(facts: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = []
    for name, text in facts:
        alone = len(text) > 22  # noqa: PLR2004  # what one column holds on two lines
        if rows and len(rows[-1]) == 1 and not alone and len(rows[-1][0][1]) <= 22:  # noqa: PLR2004
            rows[-1].append((name, text))
        else:
            rows.append([(name, text)])
    return rows


def write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    """Write a text into a cell, a paragraph a line."""
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
        run = paragraph.add_run(line)
        run.font.size = Pt(_SMALL)
        if bold:
            set_font(run, HEI)


def _filled(row: _Row) -> list[_Cell]:
    return list(row.cells)


def _new(document: Document, columns: int, widths: Sequence[float]) -> Table:
    made: Table = document.add_table(1, columns, style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(WIDTH * width / sum(widths))
    for cell, width in zip(made.rows[0].cells, widths, strict=True):
        cell.width = Mm(WIDTH * width / sum(widths))
    return made


def _added(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library leaves it untyped
    return row


def _mark(row: _Row, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # no call for it
