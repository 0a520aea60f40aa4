"""The few pieces of WordprocessingML that the forms need, as elements."""

from typing import Any, TypeAlias

from perflint.office.export.clean import printable
from perflint.pattern import pattern

# lxml has no types; what is passed around here are elements of a document.
Element: TypeAlias = Any
SONG, HEI, FANG_SONG, KAI = "宋体", "黑体", "仿宋_GB2312", "楷体_GB2312"
_SYMBOLS = "Segoe UI Symbol"  # 宋体 has no tick boxes
_PIECE = pattern(r"[☑☐]|\t|[^☑☐\t]+")


def element(tag: str, **attributes: str | int) -> Element:
    """Return a new element `w:tag` with attributes of the same namespace."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # python-docx is an extra
    from docx.oxml.ns import qn  # noqa: PLC0415  # the same

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    return made


def within(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Append a new element to another one and return it."""
    made = element(tag, **attributes)
    parent.append(made)
    return made


def twips(millimetres: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def paragraph(text: str, font: str, size: float, *, align: str = "left", bold: bool = False) -> Element:
    """Return a paragraph of one line of text; `size` in points."""
    made = element("p")
    within(within(made, "pPr"), "jc", val={"left": "left", "center": "center", "right": "right"}[align])
    for piece in _PIECE.findall(printable(text)):
        made.append(_run(piece, _SYMBOLS if piece in "☑☐" else font, size, bold=bold))
    return made


def _run(text: str, font: str, size: float, *, bold: bool) -> Element:
    from docx.oxml.ns import qn  # noqa: PLC0415  # python-docx is an extra

    made = element("r")
    style = within(made, "rPr")
    within(style, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, hint="eastAsia")
    if bold:
        within(style, "b")
    within(style, "sz", val=round(size * 2))
    within(style, "szCs", val=round(size * 2))
    if text == "\t":
        within(made, "tab")
    else:
        letters = within(made, "t")
        letters.text = text
        letters.set(qn("xml:space"), "preserve")
    return made


def format_paragraph(made: Element, **properties: dict[str, str | int] | None) -> Element:
    """Put properties into a paragraph, in the order that the schema asks for; return the paragraph."""
    style = made.pPr
    for tag, attributes in reversed(properties.items()):
        style.insert(0, element(tag, **(attributes or {})))
    return made
