"""Struck-through text of a workbook: what of a string stays and what somebody struck out."""

import zipfile
from collections.abc import Mapping
from typing import Any, Final
from xml.etree.ElementTree import (
    Element,
    ParseError,
    fromstring,
)  # archives that declare entities were turned away before

from perflint.office.reading.zipped import broken

_STRINGS: Final = "xl/sharedStrings.xml"
_OFF: Final = frozenset({"0", "false"})
Struck = tuple[str, str]  # what stays, what is struck out


def struck_strings(archive: zipfile.ZipFile) -> Mapping[str, Struck]:
    """Return those of a workbook's shared strings, by number, of which a part is struck out.

    Raises:
        Unopened: the strings are broken.
    """
    if _STRINGS not in archive.namelist():
        return {}
    xml = archive.read(_STRINGS)
    if b"<strike" not in xml:
        return {}
    try:
        strings = fromstring(xml)  # noqa: S314  # the same
    except ParseError as fault:
        raise broken() from fault
    found = {str(number): parted(string) for number, string in enumerate(strings)}
    return {number: one for number, one in found.items() if one[1]}


def parted(string: Element) -> Struck:
    """Return what stays of a string element, and what is struck out."""
    kept, struck = "", ""
    for part in string:
        tag = part.tag.rpartition("}")[2]
        if tag == "t":
            kept += part.text or ""
        elif tag == "r":
            text = "".join(child.text or "" for child in part if child.tag.rpartition("}")[2] == "t")
            if _is_struck(part):
                struck += text
            else:
                kept += text
    return kept, struck


def _is_struck(run: Any) -> bool:  # noqa: ANN401  # an element
    marks = [mark for child in run if child.tag.endswith("}rPr") for mark in child if mark.tag.endswith("}strike")]
    return any((mark.get("val") or "1") not in _OFF for mark in marks)
