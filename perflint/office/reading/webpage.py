"""A web page → paper: tables with rowspan and colspan, the text between them as paragraphs."""

from collections.abc import Iterator
from typing import Final

from perflint.office.grid import Grid, Paper, Paragraph, Unopened
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import lay
from perflint.office.reading.library import missing
from perflint.office.reading.limits import MOST_ELEMENTS, too_much
from perflint.office.reading.text import decoded
from perflint.office.reading.webtable import web_blocks
from perflint.office.reading.webtext import BREAK, LINES, Element, Lines, is_shown

_HOLDERS: Final = frozenset({"html", "body"})


def read_web_page(data: bytes, name: str) -> Paper:
    """Return a web page's paragraphs and tables; its characters may be UTF-8, GB2312, GBK or GB18030.

    Raises:
        Unopened: this is no text, or nothing can be read in it.
    """
    try:
        from lxml import etree, html  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as lack:
        raise missing("lxml") from lack
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    elements = data.count(b"<")
    if elements > MOST_ELEMENTS:
        raise too_much("内容项", "elements", elements, MOST_ELEMENTS)
    try:
        root = html.document_fromstring(decoded(data).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unopened(
            "网页中没有可读的内容（可能不完整）；请用浏览器打开后另存，再导入",
            "nothing can be read in this web page (perhaps it is cut short); open and save it in a browser, then import",
        ) from fault
    return Paper(name, tuple(_Page().parts(root)))


class _Page:
    """A page as it is read: how many paragraphs and tables came so far."""

    def __init__(self) -> None:
        self._tables = 0
        self._paragraphs = 0

    def parts(self, root: Element) -> Iterator[Paragraph | Grid]:
        """Yield the paragraphs and tables below an element in order."""
        lines = Lines()
        waiting: list[Element | str] = [root]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                lines.text(part)
            elif part.tag == "table":
                yield from self._paragraph(lines)
                yield from self._grids(part)
            elif is_shown(part):
                if part.tag in LINES:
                    yield from self._paragraph(lines)
                waiting.extend(_inside(part, lines))
        yield from self._paragraph(lines)

    def _paragraph(self, lines: Lines) -> Iterator[Paragraph]:
        for line in lines.taken():
            if joined([line]):
                self._paragraphs += 1
                yield Paragraph(line, f"第{self._paragraphs}段")

    def _grids(self, table: Element) -> Iterator[Grid]:
        """Yield a table and then the tables nested in its cells, numbered on."""
        waiting = [table]
        while waiting:
            blocks, nested = web_blocks(waiting.pop(0))
            waiting[:0] = nested
            if blocks:
                self._tables += 1
                yield lay(self._tables, "", blocks)


def _inside(element: Element, lines: Lines) -> list[Element | str]:
    """Return what stands in an element, the last first; controls and line breaks go to the lines at once."""
    lines.control(element)
    parts: list[Element | str] = [element.text or ""]
    for child in element.iterchildren("*"):
        parts += [child, child.tail or ""]
    if element.tag in LINES:
        parts.append(BREAK)
    return parts[::-1]
