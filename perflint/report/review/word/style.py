"""The look of official documents (GB/T 9704): A4, 小标宋 for the title, 黑体 for headings, 仿宋 for the text."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

SONG, HEI, FANG, KAI = "方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"
_LATIN = "Times New Roman"
CELL, HEAD = "TableCell", "TableHead"  # names without a blank: each is its identifier, too
GREY, YELLOW = "F2F2F2", "FFF9E0"
WIDTH = 170  # mm of text on a page
_PAPER, _MARGINS = (210, 297), (30, 25, 20, 20)
_STYLES = (
    ("Normal", FANG, 12.0), ("Title", SONG, 22.0), ("Heading 1", HEI, 16.0), ("Heading 2", HEI, 14.0), ("Heading 3", KAI, 12.0),
)  # fmt: skip


def dress(document: Document) -> None:
    """Set paper, margins, fonts and the page number of a document."""
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _PAPER)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (Mm(m) for m in _MARGINS)
    for name, font, size in _STYLES:
        _set_style(document.styles[name], font, size)
    for name, font in ((CELL, FANG), (HEAD, HEI)):
        _add_cell_style(document, name, font)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    _add_field(foot, "PAGE")
    foot.add_run(" —")


def _add_cell_style(document: Document, name: str, font: str) -> None:
    """Add the style of what stands in tables."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _set_style(style, font, 10.5)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)


def _set_style(style: ParagraphStyle, font: str, size: float) -> None:
    style.font.name, style.font.size = _LATIN, Pt(size)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    style.font.bold = False
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = (Pt(0), Pt(0)) if style.name == "Normal" else (Pt(10), Pt(4))
    if style.name == "Title":
        spacing.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)  # noqa: SLF001  # python-docx has no call for fields
