"""The XML of a part with the place of each element in its bytes, changed by splicing: what is not touched stays as typed."""

import re
from typing import Any, Final, NamedTuple, TypeAlias
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct, field

from perflint.office.annotate.options import Refused

Element: TypeAlias = Any  # an element of lxml, which ships no types
_OPEN: Final = re.compile(rb"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_ENCODING: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")
_MARK: Final = b"\xef\xbb\xbf"


class Extent(NamedTuple):
    """Where an element stands: its start, the start and the end of its content, its end. An empty tag has no content."""

    start: int
    inside: int
    after: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether it is written as one empty tag."""
        return self.after == self.end


class Markup(Struct):
    """The XML of a part: its bytes, its tree, where each element stands, and the edits so far."""

    data: bytes
    root: Element
    extents: dict[Element, Extent]
    edits: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    filled: dict[Element, list[str]] = field(default_factory=dict)

    def raw(self, element: Element) -> str:
        """Return an element as it is typed."""
        extent = self.extents[element]
        return self.data[extent.start : extent.end].decode()

    def opening(self, element: Element) -> str:
        """Return an element's start tag as it is typed, without its bracket at the end."""
        extent = self.extents[element]
        return self.data[extent.start : extent.inside].decode().rstrip(">").rstrip("/").rstrip()

    def content(self, element: Element) -> str:
        """Return what stands between an element's tags as it is typed."""
        extent = self.extents[element]
        return self.data[extent.inside : extent.after].decode() if not extent.is_empty else ""

    def tag(self, beside: Element, namespace: str, name: str) -> str:
        """Return the beginning of a start tag of a namespace as it has to be written within an element."""
        prefix = next((key for key, uri in beside.nsmap.items() if uri == namespace), "")
        if prefix == "" and namespace not in beside.nsmap.values():
            return f'<{name} xmlns="{namespace}"'
        return f"<{prefix}:{name}" if prefix else f"<{name}"

    def before(self, element: Element, text: str) -> None:
        """Put a text before an element."""
        start = self.extents[element].start
        self._edit(start, start, text)

    def behind(self, element: Element, text: str) -> None:
        """Put a text behind an element."""
        end = self.extents[element].end
        self._edit(end, end, text)

    def prepend(self, element: Element, text: str) -> None:
        """Put a text at the beginning of an element's content."""
        extent = self.extents[element]
        if extent.is_empty:
            self.filled.setdefault(element, []).append(text)
        else:
            self._edit(extent.inside, extent.inside, text)

    def append(self, element: Element, text: str) -> None:
        """Put a text at the end of an element's content."""
        extent = self.extents[element]
        if extent.is_empty:
            self.filled.setdefault(element, []).append(text)
        else:
            self._edit(extent.after, extent.after, text)

    def remove(self, element: Element) -> None:
        """Take an element out."""
        self.replace(element, "")

    def replace(self, element: Element, text: str) -> None:
        """Put a text in an element's place."""
        extent = self.extents[element]
        self._edit(extent.start, extent.end, text)

    def open_anew(self, element: Element, text: str) -> None:
        """Put a text in the place of an element's start tag, which is not that of an empty one."""
        extent = self.extents[element]
        self._edit(extent.start, extent.inside, text)

    def text(self) -> bytes:
        """Return the XML with its edits."""
        edits = {place: "".join(texts) for place, texts in self.edits.items()}
        for element, texts in self.filled.items():
            extent = self.extents[element]
            opening = self.opening(element)
            name = opening[1:].split(None, 1)[0]
            edits[extent.start, extent.end] = f"{opening}>{''.join(texts)}</{name}>"
        pieces, at = [], 0
        for (start, end), text in sorted(edits.items()):
            if start < at:
                raise AssertionError(f"edits overlap at {start}")
            pieces += [self.data[at:start], text.encode()]
            at = end
        return b"".join((*pieces, self.data[at:]))

    def _edit(self, start: int, end: int, text: str) -> None:
        self.edits.setdefault((start, end), []).append(text)


def read_markup(data: bytes) -> Markup:
    """Return the XML of a part with the place of each element.

    Raises:
        Refused: it is not well-formed, or in another encoding than UTF-8.
    """
    from lxml import etree  # noqa: PLC0415  # an extra, and slow to import

    encoding = _ENCODING.match(data.removeprefix(_MARK))
    if encoding and encoding[1].lower() not in {b"utf-8", b"utf8", b"us-ascii", b"ascii"}:
        raise unreadable()
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        extents = _extents(data)
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, expat.ExpatError, UnicodeError) as fault:
        raise unreadable() from fault
    elements = list(root.iter(etree.Element))
    if len(elements) != len(extents):
        raise unreadable()
    return Markup(data, root, dict(zip(elements, extents, strict=True)))


def _extents(data: bytes) -> list[Extent]:
    """Return where the elements of an XML text stand, in the order of their starts."""
    parser = expat.ParserCreate()
    starts: list[int] = []
    ends: dict[int, int] = {}
    open_: list[int] = []

    def begin(_name: str, _attributes: object) -> None:
        open_.append(len(starts))
        starts.append(parser.CurrentByteIndex)

    def finish(_name: str) -> None:
        ends[open_.pop()] = parser.CurrentByteIndex

    def declare(*_declaration: object) -> None:  # no office program writes a document type, and entities can explode
        raise unreadable()

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.StartDoctypeDeclHandler = declare
    parser.Parse(data, True)  # noqa: FBT003  # expat takes it by position
    return [_extent(data, start, ends[number]) for number, start in enumerate(starts)]


def _extent(data: bytes, start: int, end: int) -> Extent:
    tag = _OPEN.match(data, start)
    if tag is None:
        raise unreadable()
    if data[tag.end() - 2 : tag.end() - 1] == b"/":
        return Extent(start, tag.end(), tag.end(), tag.end())
    close = data.index(b">", end) + 1
    return Extent(start, tag.end(), end, close)


def unreadable() -> Refused:
    """Return what is said of XML that cannot be edited in place."""
    return Refused(
        "文件里有一个部件的 XML 无法逐字处理，未加批注；请用 Word、Excel 或 WPS 打开后另存，再试",
        "a part of the file holds XML that cannot be edited in place, and it was not annotated;"
        " open it in Word, Excel or WPS, save it again, then try",
    )


def typed(text: str) -> str:
    """Return a text as the content of an element; characters that XML cannot hold are left out."""
    return escape("".join(char for char in text if _is_character(char)))


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, without its quotation marks, which are double ones."""
    return quoteattr("".join(char for char in text if _is_character(char)), {'"': "&quot;"})[1:-1]


def _is_character(char: str) -> bool:
    code = ord(char)
    return char in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000  # noqa: PLR2004  # XML 1.0
