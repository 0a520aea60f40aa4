"""What stands in a Word document beside its text: comments, footnotes, page headers, text that is struck out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from perflint.office.grid import Paragraph
from perflint.office.reading.wordtext import Element, W, is_struck, paragraph_text

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_NAMES: Final = {"comments": "批注", "footnotes": "脚注", "endnotes": "尾注", "header": "页眉", "footer": "页脚"}
_LINES: Final = "separator", "continuationSeparator", "continuationNotice"  # of footnotes: drawn lines, no text


def word_notes(part: "DocumentPart", body: Element) -> Iterator[Paragraph]:
    """Yield what stands beside the text of a document, each with a word for its place."""
    yield from _struck(body)
    seen: set[tuple[str, str]] = set()
    for relation in part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in _NAMES or relation.is_external:
            continue
        for text in _texts(_root(relation.target_part)):
            if text and (kind, text) not in seen:
                seen.add((kind, text))
                yield Paragraph(text, _NAMES[kind])


def _root(part: "DocumentPart") -> Element:
    """Return the root of a part, which the library has parsed only for the kinds that it knows."""
    known = getattr(part, "element", None)
    if known is not None:
        return known
    from lxml import etree  # noqa: PLC0415  # an extra; the part is no document of its own

    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _texts(root: Element) -> Iterator[str]:
    """Yield the text of each note or comment, or of each paragraph of a page header."""
    notes = [one for one in root.iterchildren("*") if one.tag in {f"{W}comment", f"{W}footnote", f"{W}endnote"}]
    if not notes:
        yield from (paragraph_text(one).strip() for one in root.iter(f"{W}p"))
    for note in notes:
        if note.get(f"{W}type") not in _LINES:
            yield "\n".join(paragraph_text(one) for one in note.iter(f"{W}p")).strip()


def _struck(body: Element) -> Iterator[Paragraph]:
    """Yield what is said of struck-through text, a note a paragraph that has some."""
    for paragraph in body.iter(f"{W}p"):
        struck = ""
        for run in paragraph.iterchildren(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is not None and is_struck(properties):
                struck += "".join(text.text or "" for text in run.iter(f"{W}t"))
        if struck.strip():
            rest = paragraph_text(paragraph).strip()
            yield Paragraph(f"（“{rest[:20]}”处有带删除线的文字“{struck}”，未读入）", "删除线")
