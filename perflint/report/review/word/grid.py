"""Tables of a document: fixed widths, a head that is repeated on each page, short rows not torn apart.

They are written as XML and parsed once: cell by cell through the library, a county's tables would take minutes.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from perflint.report.review.word.style import CELL, GREY, HEAD, WIDTH, YELLOW
from perflint.report.xmltext import content

_TWIPS = 56.6929  # twentieths of a point in a millimetre
_TALL = 160  # characters in a row beyond which it may go over to the next page
_SHORT = 22  # characters of a fact beside which another one fits
_FACTS = (2.2, 5.8, 2.2, 5.8)


def add_table(
    document: Document, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]],
    marked: Collection[int] = (),
) -> None:  # fmt: skip
    """Add a table with a head; widths are shares of the text's width; the first cell of the rows `marked` is coloured."""
    sizes = _sizes(widths)
    _add(document, sizes, _rows(heads, sizes, rows, marked))


def add_facts(document: Document, facts: Sequence[tuple[str, str]]) -> None:
    """Add a table of names and texts, two pairs a row, on the page of what follows; a long text has a row of its own."""
    sizes = _sizes(_FACTS)
    _add(document, sizes, (_fact_row(pairs, sizes) for pairs in _paired(facts)))


def _rows(
    heads: Sequence[str], sizes: Sequence[int], rows: Iterable[Sequence[str]], marked: Collection[int]
) -> Iterator[str]:
    yield _row(
        (_cell(text, size, HEAD, GREY, kept=True) for text, size in zip(heads, sizes, strict=True)),
        "<w:cantSplit/><w:tblHeader/>",
    )
    for at, texts in enumerate(rows):
        whole = "<w:cantSplit/>" if sum(map(len, texts)) < _TALL else ""
        colours = (YELLOW if at in marked else "", *([""] * (len(sizes) - 1)))
        cells = zip(texts, sizes, colours, strict=True)
        yield _row((_cell(text, size, CELL, colour) for text, size, colour in cells), whole)


def _paired(facts: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = []
    for name, text in facts:
        fits = len(text) <= _SHORT
        if fits and rows and len(rows[-1]) == 1 and len(rows[-1][0][1]) <= _SHORT:
            rows[-1].append((name, text))
        else:
            rows.append([(name, text)])
    return rows


def _fact_row(pairs: Sequence[tuple[str, str]], sizes: Sequence[int]) -> str:
    cells = []
    for at, (name, text) in enumerate(pairs):
        cells.append(_cell(name, sizes[2 * at], HEAD, GREY, kept=True))
        cells.append(
            _cell(text, sizes[2 * at + 1], kept=True)
            if len(pairs) > 1
            else _cell(text, sum(sizes[1:]), span=len(sizes) - 1, kept=True)
        )
    return _row(cells, "<w:cantSplit/>")


def _cell(text: str, width: int, style: str = CELL, colour: str = "", span: int = 1, *, kept: bool = False) -> str:
    """Return a cell, a paragraph a line; one that is `kept` stays on the page of what follows."""
    keep = "<w:keepNext/>" if kept else ""
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr><w:r><w:t xml:space="preserve">{content(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{filled}</w:tcPr>{paragraphs}</w:tc>'


def _row(cells: Iterable[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _sizes(widths: Sequence[float]) -> list[int]:
    return [round(WIDTH * _TWIPS * width / sum(widths)) for width in widths]


def _add(document: Document, sizes: Sequence[int], rows: Iterable[str]) -> None:
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    made = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    document.element.body.insert_element_before(parse_xml(made), "w:sectPr")
