"""The text of a Word paragraph as it is printed: check boxes and symbols as characters, deletions left out."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from perflint.office.reading.boxes import CHECKED, EMPTY, drawn, glyph

Element: TypeAlias = Any  # an element of lxml, which ships no types
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Tracked deletions, field codes, pictures and text boxes (an anchored box stands elsewhere on the page), properties.
_SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "drawing", "pict", "object", "pPr", "tbl",
                               "rt", "commentReference", "footnoteReference", "endnoteReference")}
    | {f"{_MC}AlternateContent"}
)  # fmt: skip
_PLAIN: Final = {
    f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}ptab": "\t",
}  # fmt: skip
_TEXTS: Final = frozenset({f"{W}t", f"{_M}t"})
_OFF: Final = frozenset({"0", "false", "off"})


def paragraph_text(paragraph: Element) -> str:
    """Return the text of a `w:p` element, its line breaks kept."""
    return "".join(text for text, _ in paragraph_pieces(paragraph))


def paragraph_pieces(paragraph: Element) -> Iterator[tuple[str, Element]]:
    """Yield the text of a `w:p` element piece by piece, each with the element that it stands in."""
    return _pieces(paragraph, "")


def is_on(element: Element) -> bool:
    """Return whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and (element.get(f"{W}val") or element.get(f"{W14}val") or "1") not in _OFF


def is_struck(properties: Element) -> bool:
    """Return whether the properties of a run strike its text out."""
    return any(is_on(properties.find(f"{W}{name}")) for name in ("strike", "dstrike"))


def _pieces(element: Element, font: str) -> Iterator[tuple[str, Element]]:
    for child in element.iterchildren("*"):
        tag = child.tag
        if tag in _TEXTS:
            yield drawn(font, child.text or "") if font else child.text or "", child
        elif tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is None or not (is_on(properties.find(f"{W}vanish")) or is_struck(properties)):
                yield from _pieces(child, _font(properties))
        elif tag in _PLAIN:
            yield _PLAIN[tag], child
        elif tag not in _SKIPPED:
            yield from _special(child, font)


def _special(element: Element, font: str) -> Iterator[tuple[str, Element]]:
    if element.tag == f"{W}br":
        yield "" if element.get(f"{W}type") in {"page", "column"} else "\n", element
    elif element.tag == f"{W}sym":
        yield _symbol(element), element
    elif element.tag == f"{W}fldChar":
        yield _form_box(element), element
    elif element.tag == f"{W}sdt":
        box = element.find(f"{W}sdtPr/{W14}checkbox")
        if box is None:
            yield from _pieces(element, font)
        else:
            yield CHECKED if is_on(box.find(f"{W14}checked")) else EMPTY, element
    elif element.tag not in {f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr"}:
        yield from _pieces(element, font)


def _font(properties: Element) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")


def _symbol(element: Element) -> str:
    code = element.get(f"{W}char") or ""
    try:
        return glyph(element.get(f"{W}font") or "", int(code, 16))
    except ValueError:
        return ""


def _form_box(element: Element) -> str:
    """Return the state of a legacy form field that is a check box, "" for any other field."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    switch = box.find(f"{W}checked")
    return CHECKED if is_on(box.find(f"{W}default") if switch is None else switch) else EMPTY
