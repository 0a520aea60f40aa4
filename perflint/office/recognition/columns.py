"""Columns of a list: which field each holds, in one or two halves of the form."""

from typing import NamedTuple

from perflint.office.grid import GridCell
from perflint.office.recognition.vocabulary import Listing
from perflint.office.recognition.wording import exact, trimmed

NUMBER, CLASS = "-", "="
_SPLIT = {"duty.name": ("duty.name", "duty.item")}
_FREE, _HEADING_LENGTH = 40, 14
_OPENING = frozenset({"level1", "level2", "name"})


class Column(NamedTuple):
    """A column: its field, first and last place, half of the form (0 left or only, 1 right), and the town it is of."""

    field: str
    start: int
    end: int
    half: int = 0
    region: str = ""


class Heading(NamedTuple):
    """A heading cell with the field that it names ("" for one that only stands over others)."""

    cell: GridCell
    field: str
    above: str = ""
    region: str = ""
    sure: float = 1.0


def columns_of(found: list[Heading], listing: Listing, *, trusted: bool) -> tuple[Column, ...]:
    """Return the columns that heading rows make, left to right; a field that comes again opens the right half."""
    below = {heading.above for heading in found if heading.above}
    alone = [
        heading if heading.field or heading.cell.text in below
        else heading._replace(field=listing.field(heading.cell.text) or own_key(heading.cell.text))
        for heading in found
    ]  # fmt: skip
    leaves = [heading for heading in alone if heading.field and heading.cell.text not in below]
    leaves.sort(key=lambda heading: heading.cell.column)
    fields = {heading.field for heading in leaves}
    for order in listing.orders if not trusted else ():
        if fields <= set(order) and {order[0], order[-1]} <= fields:
            return tuple(Column(field, place, place) for place, field in enumerate(order))
    columns: list[Column] = []
    half, seen = 0, set[tuple[str, str]]()
    for heading in leaves:
        if (heading.field, heading.region) in seen:
            if not half and heading.field in _OPENING and any(field == "value" for field, _ in seen):
                half, seen = 1, set()
            else:  # what comes twice in a half is kept under its heading
                heading = heading._replace(field=_another(heading.cell.text, seen))  # noqa: PLW2901  # the same heading
        seen.add((heading.field, heading.region))
        columns.extend(_placed(heading, half))
    return tuple(columns)


def _another(text: str, seen: set[tuple[str, str]]) -> str:
    name = own_key(text)
    taken = {field for field, _ in seen}
    return next(
        one for number in range(1, len(taken) + 2) if (one := name + (str(number) if number > 1 else "")) not in taken
    )


def _placed(heading: Heading, half: int) -> list[Column]:
    cell = heading.cell
    split = _SPLIT.get(heading.field)
    if split and cell.columns == len(split):
        return [Column(field, cell.column + place, cell.column + place, half) for place, field in enumerate(split)]
    return [Column(heading.field, cell.column, cell.column + cell.columns - 1, half, heading.region)]


def own_key(text: str) -> str:
    """Return the `x-` key of a heading that no field is known for."""
    return "x-" + exact(trimmed(text)[:_FREE])
