"""The comments on the cells of a worksheet."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import ParseError, fromstring  # archives that declare entities were turned away before

from perflint.office.reading.zipped import broken
from perflint.pattern import pattern

_AT = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_KIND: Final = "/comments"


def comments_on(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield row and column, from 0, and the text of each comment of the worksheet that a member of a workbook holds.

    Raises:
        Unopened: the comments are broken.
    """
    folder, name = posixpath.split(sheet.lstrip("/"))
    relations = f"{folder}/_rels/{name}.rels"
    names = archive.namelist()
    try:
        for relation in fromstring(archive.read(relations)) if relations in names else ():  # noqa: S314  # the same
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
            if (relation.get("Type") or "").endswith(_KIND) and target in names:
                yield from _comments(archive.read(target))
    except ParseError as fault:
        raise broken() from fault


def _comments(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for element in fromstring(xml).iter():  # noqa: S314  # the same
        at = _AT.fullmatch(element.get("ref") or "")
        if at and element.tag.endswith("}comment"):
            text = "".join(part.text or "" for part in element.iter() if part.tag.endswith("}t")).strip()
            column = 0
            for letter in at[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            if text:
                yield (int(at[2]) - 1, column - 1), text
