"""Which reader a document needs: by the name of its file, checked against what the file holds."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.conversion import CONVERTED, convert
from perflint.office.reading.excel import read_excel
from perflint.office.reading.limits import MOST_BYTES, bounded, too_long
from perflint.office.reading.oldexcel import read_old_excel
from perflint.office.reading.ownwork import review_in
from perflint.office.reading.pdf import read_pdf
from perflint.office.reading.refusal import check
from perflint.office.reading.sniffing import held_in
from perflint.office.reading.text import read_separated_file, read_text
from perflint.office.reading.webarchive import read_web_archive
from perflint.office.reading.webpage import read_web_page
from perflint.office.reading.word import read_word
from perflint.office.reading.xmlsheet import read_xml_sheet

_READERS: Final[Mapping[str, Callable[[bytes, str], Paper]]] = {
    ".docx": read_word,
    ".docm": read_word,
    ".xlsx": read_excel,
    ".xlsm": read_excel,
    ".xls": read_old_excel,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".txt": read_text,
    ".md": read_text,
    ".pdf": read_pdf,
    ".tsv": read_separated_file,
    ".csv": read_separated_file,
    ".xml": read_xml_sheet,
    ".mht": read_web_archive,
    ".mhtml": read_web_archive,
}
# WPS writes formats of Microsoft under names of its own; platforms export web pages and new formats under old names.
_OWN_NAMES: Final = frozenset({".wps", ".et", ".doc", ".xls"})
_BETTER: Final[Mapping[str, str]] = {
    ".dotx": ".docx", ".dotm": ".docx", ".dot": ".docx", ".wpt": ".docx",
    ".xlsb": ".xlsx", ".xltx": ".xlsx", ".xltm": ".xlsx", ".xlt": ".xlsx", ".ett": ".xlsx",
}  # fmt: skip
SUFFIXES: Final = (*_READERS, *CONVERTED)


def read_document(data: bytes, name: str) -> Paper:
    """Return a document as paper; its kind goes by the suffix of the name, which has to fit what the bytes hold.

    Raises:
        Unopened: it cannot be opened; the exception says why and what to do, in both languages.
    """
    if len(data) > MOST_BYTES:
        raise too_long(len(data))
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise _unknown(name)
    if not data:
        raise Unopened("文件是空的（0 字节）", "the file is empty (0 bytes)")
    held, members = held_in(data, suffix)
    check(suffix, held, members)
    review = review_in(data, members, name)
    if review is not None:
        return review
    if held.value in _READERS and suffix in _OWN_NAMES:
        return bounded(_READERS[held.value](data, name))
    if suffix in CONVERTED:
        made, fresh = convert(data, suffix)
        return bounded(_READERS[fresh](made, name))
    return bounded(_READERS[suffix](data, name))


def converted(data: bytes, name: str) -> tuple[bytes, str]:
    """Return a document and its name as the readers take it: one that only an office program can open comes converted.

    Raises:
        Unopened: it cannot be converted.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in CONVERTED or not data or len(data) > MOST_BYTES:
        return data, name
    held, members = held_in(data, suffix)
    check(suffix, held, members)
    if held.value in _READERS and suffix in _OWN_NAMES:
        return data, PurePath(name).stem + held.value
    made, fresh = convert(data, suffix)
    return made, PurePath(name).stem + fresh


def _unknown(name: str) -> Unopened:
    suffix = PurePath(name).suffix.lower()
    better = _BETTER.get(suffix)
    if better:
        return Unopened(
            f"不读入 {suffix} 文件（可能含宏，或是模板）；请用 Word、Excel 或 WPS 打开后另存为 {better} 再导入",
            f"{suffix} files are not read (they may hold macros or be templates); save it as {better}, then import",
        )
    known = " ".join(SUFFIXES)
    return Unopened(f"不认识这种文件：{name}；可导入：{known}", f"unknown kind of file: {name}; known: {known}")
