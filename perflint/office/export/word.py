"""Sheets as a Word document: A4, one table of the official form after the other, each on a page of its own."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from perflint.office.export.grid import edges_of, placed
from perflint.office.export.sheet import Panel, Prose, Sheet
from perflint.office.export.wordtable import word_table
from perflint.office.export.wordxml import FANG_SONG, HEI, KAI, SONG, Element, format_paragraph, paragraph

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_TITLE, _ANNEX, _BODY = 18, 12, 15
_INDENT: dict[str, str | int] = {"firstLineChars": 200, "firstLine": _BODY * 40}
_SPACING: dict[str, str | int] = {"line": 540, "lineRule": "exact"}


def write_word(sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of a .docx file."""
    from docx import Document  # noqa: PLC0415  # python-docx is an extra

    document = Document()
    _style(document)
    for number, sheet in enumerate(sheets):
        _open_page(document, sheet, sheets[number - 1] if number else None)
        for made in _parts(sheet, new_page=bool(number) and _fits(sheet, sheets[number - 1])):
            _append(document, made)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _style(document: "Document") -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415  # python-docx is an extra
    from docx.shared import Pt  # noqa: PLC0415  # the same

    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    lines = style.paragraph_format
    lines.space_before, lines.space_after, lines.line_spacing = Pt(0), Pt(0), 1
    document.core_properties.author = ""
    document.core_properties.comments = ""


def _fits(sheet: Sheet, before: Sheet) -> bool:
    """Return whether a sheet stands on the same paper as the one before it."""
    return (sheet.landscape, sheet.margin) == (before.landscape, before.margin)


def _open_page(document: "Document", sheet: Sheet, before: Sheet | None) -> None:
    from docx.enum.section import WD_SECTION  # noqa: PLC0415  # python-docx is an extra

    if before is None:
        _set_page(document.sections[0], sheet)
    elif not _fits(sheet, before):
        _set_page(document.add_section(WD_SECTION.NEW_PAGE), sheet)


def _set_page(section: "Section", sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENTATION  # noqa: PLC0415  # python-docx is an extra
    from docx.shared import Mm  # noqa: PLC0415  # the same

    section.orientation = WD_ORIENTATION.LANDSCAPE if sheet.landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (Mm(side) for side in sheet.paper)
    section.left_margin = section.right_margin = Mm(sheet.margin)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def _append(document: "Document", made: Element) -> None:
    document.element.body[-1].addprevious(made)  # the section's properties stay last


def _parts(sheet: Sheet, *, new_page: bool) -> list[Element]:
    made: list[Element] = []
    if sheet.annex:
        made += [paragraph(line, HEI, _ANNEX) for line in sheet.annex.split("\n")]
    made += [_title(line) for line in sheet.title.split("\n")]
    if new_page:
        format_paragraph(made[0], pageBreakBefore=None)
    last: Panel | Prose | None = None
    for part in sheet.parts:
        if isinstance(part, Panel) and isinstance(last, Panel):
            made.append(_hairline())
        made.append(
            word_table(placed(part.lines, edges_of([part])), sheet.size, sheet.least)
            if isinstance(part, Panel)
            else _prose(part)
        )
        last = part
    return made if isinstance(last, Prose) else [*made, _hairline()]


def _title(text: str) -> Element:
    made = paragraph(text, HEI, _TITLE, align="center")
    return format_paragraph(made, keepNext=None, spacing={"before": 60, "after": 120})


def _hairline() -> Element:
    """Return a paragraph as thin as a line: Word joins tables that nothing parts, and wants one after the last."""
    return format_paragraph(paragraph("", SONG, 1), spacing={"before": 0, "after": 0, "line": 20, "lineRule": "exact"})


def _prose(prose: Prose) -> Element:
    if prose.role == "caption":
        return paragraph(prose.text, SONG, _ANNEX, align="center")
    font = {"heading": HEI, "subheading": KAI}.get(prose.role, FANG_SONG)
    made = paragraph(prose.text, font, _BODY)
    keep = {} if prose.role == "body" else {"keepNext": None}
    return format_paragraph(made, **keep, spacing=_SPACING, ind=_INDENT)
