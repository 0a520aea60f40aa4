"""What kind of document bytes hold, whatever the file is called."""

from enum import Enum
from typing import Final

from perflint.office.reading.zipped import look_over

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 2048
# Names of the streams that tell what an OLE file holds, in UTF-16 as its directory has them.
_ENCRYPTED, _DOC, _XLS, _OLD_XLS = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument", "Workbook", "Book")
)


_SPREADSHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_ARCHIVE_STARTS: Final = (b"from:", b"mime-version:", b"content-type:", b"subject:", b"date:")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # how UTF-16 begins
_BLANK, _BREAKS = 0x20, frozenset(b"\t\n\r\x0b\x0c\x1a")


class Held(Enum):
    """What a file holds; the value is the suffix that it ought to have."""

    WORD = ".docx"
    EXCEL = ".xlsx"
    OLD_WORD = ".doc"
    OLD_EXCEL = ".xls"
    LOCKED = "locked"
    OPEN_TEXT = ".odt"
    OPEN_SHEET = ".ods"
    PDF = ".pdf"
    RICH_TEXT = ".rtf"
    WEB_PAGE = ".html"
    WEB_ARCHIVE = ".mht"
    XML_SHEET = ".xml"
    TEXT = ".txt"
    PICTURE = "picture"
    ARCHIVE = ".zip"
    OTHER = ""


_STARTS: Final = (
    (b"%PDF-", Held.PDF),
    (b"{\\rtf", Held.RICH_TEXT),
    (b"\x89PNG", Held.PICTURE),
    (b"\xff\xd8\xff", Held.PICTURE),
    (b"II*\0", Held.PICTURE),
    (b"Rar!", Held.ARCHIVE),
    (b"7z\xbc\xaf", Held.ARCHIVE),
)


def held_in(data: bytes, suffix: str) -> tuple[Held, frozenset[str]]:
    """Return what bytes hold, and the names of its members where it is an archive.

    `suffix` decides for an old file that holds both a document and a workbook, one embedded in the other.

    Raises:
        Unopened: an archive that is broken, locked, or unpacks to too much.
    """
    if data.startswith(b"PK"):
        names = look_over(data)
        return _zipped(data, names), names
    if data.startswith(_OLE):
        return _compound(data, suffix), frozenset()
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind, frozenset()
    return _written(data), frozenset()


def _written(data: bytes) -> Held:
    """Return what a file of characters holds; one of bytes that are none is OTHER."""
    start = data[:_HEAD].replace(b"\0", b"")
    if _SPREADSHEET in start:
        return Held.XML_SHEET
    if start.lstrip().lower().startswith(_ARCHIVE_STARTS) and b"multipart/related" in start.lower():
        return Held.WEB_ARCHIVE
    if _is_web_page(data):
        return Held.WEB_PAGE
    written = data.startswith(_WIDE) or not any(byte < _BLANK and byte not in _BREAKS for byte in start)
    return Held.TEXT if b"\t" in start and written else Held.OTHER


def _zipped(data: bytes, names: frozenset[str]) -> Held:
    if any(name.startswith("word/") for name in names):
        return Held.WORD
    if any(name.startswith("xl/") for name in names):
        return Held.EXCEL
    if b"application/vnd.oasis.opendocument.text" in data[:_HEAD]:
        return Held.OPEN_TEXT
    if b"application/vnd.oasis.opendocument.spreadsheet" in data[:_HEAD]:
        return Held.OPEN_SHEET
    return Held.ARCHIVE


def _compound(data: bytes, suffix: str) -> Held:
    if _ENCRYPTED in data:
        return Held.LOCKED
    document, workbook = _DOC in data, _XLS in data or _OLD_XLS in data
    if workbook and (suffix in {".xls", ".et"} or not document):
        return Held.OLD_EXCEL
    return Held.OLD_WORD if document else Held.OTHER


def _is_web_page(data: bytes) -> bool:
    start = data[:_HEAD].replace(b"\0", b"").lower()
    return any(mark in start for mark in (b"<html", b"<!doctype html", b"<table", b"<body"))
