"""Forms as Word files, written with python-docx: merged cells, repeated header rows, page breaks, boxes as given."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.office.leaf import Lines, PageBreak, Part, placed, width

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
Node: TypeAlias = Any  # what python-docx returns is typed in part only
TICKED = "☑"


def write_word(path: Path, parts: Sequence[Part], boxes: str = "characters") -> None:
    """Write a .docx; `boxes` says how ☑ and ☐ are made: characters, controls, fields, symbols or letters."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, Lines):
            _add_table(document, part, boxes)
        elif isinstance(part, PageBreak):
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            document.add_paragraph(part)
    document.add_paragraph()  # a document of Word never ends with a table
    document.save(str(path))


def _add_table(document: Node, lines: Lines, boxes: str) -> None:
    table = document.add_table(rows=len(lines.rows), cols=width(lines))
    table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    for cell, row, column in placed(lines):
        first, last = grid[row][column], grid[row + cell.rows - 1][column + cell.cols - 1]
        target = first if first is last else first.merge(last)
        for number, line in enumerate(cell.text.split("\n")):
            _write(target.paragraphs[0] if number == 0 else target.add_paragraph(), line, boxes)
    for row in table.rows[: lines.header]:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx offers no repeated header rows
        properties.append(OxmlElement("w:tblHeader"))


def _write(paragraph: Node, line: str, boxes: str) -> None:
    """Write one line, each box in the way asked for."""
    start = 0
    for index, character in enumerate(line):
        if character in "☑☐" and boxes != "characters":
            paragraph.add_run(line[start:index])
            _BOXES[boxes](paragraph, ticked=character == TICKED)
            start = index + 1
    paragraph.add_run(line[start:])


def _control(paragraph: Node, *, ticked: bool) -> None:
    paragraph._p.append(parse_xml(  # noqa: SLF001  # python-docx offers no content controls
        f'<w:sdt {nsdecls("w")} {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{"☒" if ticked else "☐"}</w:t></w:r></w:sdtContent></w:sdt>'
    ))  # fmt: skip


def _field(paragraph: Node, *, ticked: bool) -> None:
    for kind, inner in (
        ("begin", f'<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="{int(ticked)}"/></w:checkBox></w:ffData>'),
        ("", "<w:instrText> FORMCHECKBOX </w:instrText>"), ("end", ""),
    ):  # fmt: skip
        body = f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>' if kind else inner
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{body}</w:r>"))  # noqa: SLF001  # no form fields either


def _symbol(paragraph: Node, *, ticked: bool) -> None:
    run = paragraph.add_run()
    symbol = OxmlElement("w:sym")
    symbol.set(qn("w:font"), "Wingdings")
    symbol.set(qn("w:char"), "F0FE" if ticked else "F0A8")
    run._r.append(symbol)  # noqa: SLF001  # python-docx offers no symbols


def _letter(paragraph: Node, *, ticked: bool) -> None:
    """Write R and £ in the font Wingdings 2, as Chinese offices tick a box."""
    run = paragraph.add_run("R" if ticked else "£")
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001  # the font's property sets one script only
    fonts.set(qn("w:ascii"), "Wingdings 2")
    fonts.set(qn("w:hAnsi"), "Wingdings 2")


_BOXES = {"controls": _control, "fields": _field, "symbols": _symbol, "letters": _letter}
