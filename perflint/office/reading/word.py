"""A Word document (.docx, .docm) → paper: paragraphs and tables in order."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from perflint.office.grid import Grid, Paper, Paragraph, Unopened
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, drawn_blocks, lay
from perflint.office.reading.library import missing
from perflint.office.reading.wordnotes import word_notes
from perflint.office.reading.wordnumbers import Numbering, numbering_of
from perflint.office.reading.wordtable import contents, word_blocks
from perflint.office.reading.wordtext import Element, W

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_Reader: TypeAlias = Callable[[Element], str]


def read_word(data: bytes, name: str) -> Paper:
    """Return a .docx file's paragraphs and tables; a text box stands behind the paragraph or table that holds it.

    Tracked deletions are left out. Page headers, footnotes, comments and struck-through text are noted.

    Raises:
        Unopened: no Word document, or one that is broken or too large.
    """
    part, body, numbering = _opened(data)
    return Paper(name, tuple(_parts(body, numbering.text)), tuple(word_notes(part, body)))


def _opened(data: bytes) -> "tuple[DocumentPart, Element, Numbering]":
    try:
        part = _main_part(data)
        roots = [_root(part, kind) for kind in ("numbering", "styles")]
        return part, next(part.element.iterchildren(f"{W}body")), numbering_of(*roots)
    except Unopened:
        raise
    except Exception as fault:  # whatever the library meets in a broken file
        raise Unopened(
            f"Word 文件已损坏，无法打开（{type(fault).__name__}）；请用 Word 或 WPS 打开并另存为 .docx",
            f"the Word file is damaged ({type(fault).__name__}); open it in Word or WPS and save it again as .docx",
        ) from fault


def _main_part(data: bytes) -> "DocumentPart":
    """Return the main part of a .docx file, or of a .docm file, which the library itself does not take for a Word file."""
    try:
        import docx  # noqa: F401, PLC0415  # an extra, and slow to import
        from docx.opc.part import PartFactory  # noqa: PLC0415  # as above
        from docx.package import Package  # noqa: PLC0415  # as above
        from docx.parts.document import DocumentPart  # noqa: PLC0415  # as above
    except ImportError as lack:
        raise missing("python-docx") from lack
    PartFactory.part_type_for.setdefault(_WITH_MACROS, DocumentPart)
    part = Package.open(io.BytesIO(data)).main_document_part
    if not isinstance(part, DocumentPart):
        raise ValueError(type(part).__name__)  # noqa: TRY004  # of the file, not of a caller
    return part


def _root(part: "DocumentPart", kind: str) -> Element | None:
    """Return the root of the part that a document calls its `numbering` or `styles`, None where it has none."""
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return relation.target_part.element
    return None


def _parts(body: Element, read: _Reader) -> Iterator[Paragraph | Grid]:
    tables = 0
    paragraphs = 0
    for element, place in _elements(body):
        if element.tag == f"{W}p":
            paragraphs += not place
            text = joined(read(element).split("\n"))
            if text:
                yield Paragraph(text, f"第{paragraphs}段{place}")
        else:
            for grid in _grids(element, tables, read):
                tables = grid.number
                yield grid


def located(body: Element, read: _Reader) -> Iterator[tuple[str, Element]]:
    """Yield the place of each paragraph and cell of a body with the element that it was read from.

    Raises:
        Unopened: a table covers more than can be read.
    """
    tables = 0
    paragraphs = 0
    for element, place in _elements(body):
        if element.tag == f"{W}p":
            paragraphs += not place
            read(element)
            yield f"第{paragraphs}段{place}", element
        else:
            for number, blocks in _tables(element, tables, read):
                tables = number
                yield from ((block.place, block.origin) for block in drawn_blocks(number, blocks))


def _elements(body: Element) -> Iterator[tuple[Element, str]]:
    """Yield the paragraphs and tables of a body, each with `文本框` where it stands in a text box of the one before."""
    for element in contents(body):
        yield element, ""
        boxes = [box for box in element.iter(f"{W}txbxContent") if not _is_copy(box)]
        for number, box in enumerate(boxes, start=1):
            for place, inner in enumerate(contents(box), start=1):
                yield inner, f"文本框{number}第{place}行"


def _grids(table: Element, before: int, read: _Reader) -> Iterator[Grid]:
    """Yield a table and then the tables nested in its cells, numbered on."""
    for number, blocks in _tables(table, before, read):
        yield lay(number, "", blocks)


def _tables(table: Element, before: int, read: _Reader) -> Iterator[tuple[int, list[Block]]]:
    """Yield the number and the blocks of a table and then of the tables nested in its cells."""
    waiting = [table]
    while waiting:
        blocks, nested = word_blocks(waiting.pop(0), read)
        waiting[:0] = nested
        if blocks:
            before += 1
            yield before, blocks


def _is_copy(box: Element) -> bool:
    """Return whether a text box is the copy that older programs show in its place, or stands in another box."""
    return any(str(above.tag).endswith(("}Fallback", "}txbxContent")) for above in box.iterancestors())
