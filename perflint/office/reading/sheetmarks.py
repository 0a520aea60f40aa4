"""What a worksheet's XML says of its shape: merged ranges, hidden rows and columns, formulas without a kept value."""

import io
from collections.abc import Mapping
from typing import Any, Final
from xml.etree.ElementTree import (  # archives that declare entities were turned away before
    Element,
    ParseError,
    iterparse,
)

from msgspec import Struct, field

from perflint.office.reading.limits import MOST_COLUMNS, MOST_SLOTS, too_large
from perflint.office.reading.sheet import Merged
from perflint.office.reading.struck import Struck, parted
from perflint.office.reading.zipped import broken
from perflint.pattern import pattern

_RANGE = pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_TRUE: Final = frozenset({"1", "true"})


class Marks(Struct):
    """The shape of a worksheet; rows and columns from 0.

    `formulas` are those whose value no program has kept; `struck` are cells of which a part is struck out.
    """

    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: dict[tuple[int, int], Struck] = field(default_factory=dict)
    strings: Mapping[str, Struck] = field(default_factory=dict)


def read_marks(xml: bytes, strings: Mapping[str, Struck]) -> Marks:
    """Return the marks of a worksheet's XML; `strings` are the workbook's of which a part is struck out.

    Raises:
        Unopened: it is broken, or its merged ranges cover more than can be read.
    """
    marks = Marks(strings=strings)
    try:
        for _, element in iterparse(io.BytesIO(xml)):  # noqa: S314  # the same
            _MARKED.get(element.tag.rpartition("}")[2], _nothing)(element, marks)
    except (ParseError, ValueError) as fault:
        raise broken() from fault
    if sum((one.bottom - one.top + 1) * (one.right - one.left + 1) for one in marks.merged) > MOST_SLOTS:
        raise too_large()
    return marks


def _nothing(element: Element, marks: Marks) -> None:
    pass


def _row(element: Element, marks: Marks) -> None:
    if element.get("hidden") in _TRUE and (element.get("r") or "").isdecimal():
        marks.hidden_rows.add(int(element.get("r", "1")) - 1)
    element.clear()


def _column(element: Element, marks: Marks) -> None:
    if element.get("hidden") in _TRUE:
        first = int(element.get("min", "1")) - 1
        marks.hidden_columns.update(range(first, min(int(element.get("max", "1")), first + MOST_COLUMNS)))


def _cell(element: Element, marks: Marks) -> None:
    found: Any = {child.tag.rpartition("}")[2]: child for child in element}
    at = _RANGE.fullmatch(element.get("r") or "")
    if at and "f" in found and not ("v" in found and found["v"].text) and "is" not in found:
        marks.formulas[int(at[2]) - 1, _number(at[1])] = f"={found['f'].text or ''}"
    struck = ("", "")
    if "is" in found:
        struck = parted(found["is"])
    elif element.get("t") == "s" and "v" in found:
        struck = marks.strings.get(found["v"].text or "", struck)
    if at and struck[1]:
        marks.struck[int(at[2]) - 1, _number(at[1])] = struck


def _merge(element: Element, marks: Marks) -> None:
    ends = _RANGE.fullmatch(element.get("ref") or "")
    if ends and ends[3]:
        marks.merged.append(Merged(int(ends[2]) - 1, _number(ends[1]), int(ends[4]) - 1, _number(ends[3])))


def _number(letters: str) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


_MARKED: Final = {"row": _row, "col": _column, "c": _cell, "mergeCell": _merge}
