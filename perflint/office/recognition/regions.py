"""Tables with a row for each region and the names of the indicators as headings: 乡镇, 培训人数（人）, 合格率（%）."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from perflint.office.grid import GridCell
from perflint.office.recognition.columns import own_key
from perflint.office.recognition.content import column_texts
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.kinds import is_quantity, is_region
from perflint.office.recognition.money import put_money
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.vocabulary import Listing
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_UNIT = pattern(r"[（(]([^（()）]{1,6})[)）][ \u3000]*$")
_NUMBERS = frozenset({"序号", "编号", "No.", "NO"})
_DEPTH = ("level1", "level2")
_FEWEST, _MOST, _SURE = 2, 0.8, 0.7


class _Measure(NamedTuple):
    """A column: its heading, what it is (the name, unit and classes of an indicator) and whether it is money."""

    heading: GridCell
    name: str
    unit: str
    classes: dict[str, Leaf]
    is_money: bool


def read_regions(desk: Desk, row: Row) -> bool:
    """Read headings of which one is that of regions and the others name indicators; the rows of regions are awaited."""
    place = _of_regions(desk, row)
    if place is None:
        return False
    first = place.row + place.rows
    measures = [found for cell in _leaves(desk, row, place) if (found := _measure(desk, cell, place, first))]
    if sum(not one.is_money for one in measures) < _FEWEST:
        return False
    desk.opened, desk.pending = None, []
    _note_headings(desk, place)
    desk.awaiting = partial(_read_region, place=place, measures=tuple(measures))
    return True


def _note_headings(desk: Desk, place: GridCell) -> None:
    for row in desk.sheet.rows:
        for cell in row.cells if place.row <= row.number < place.row + place.rows else ():
            desk.draft.use(cell, "indicators", "label")
    desk.draft.guess("indicators", place.text, _SURE)


def _of_regions(desk: Desk, row: Row) -> GridCell | None:
    """Return the heading over a column of regions, where no column of names or targets stands beside it."""
    listing = _indicators(desk)
    if any(listing.field(cell.text) in {"level1", "level2", "name", "value"} for cell in row.cells):
        return None
    for cell in row.cells:
        texts = column_texts(desk.sheet, cell, cell.column, cell.row + cell.rows)
        towns = sum(is_region(text) for text in texts)
        if (
            towns >= _FEWEST
            and towns >= _MOST * (len(texts) - 1)
            and (listing.field(cell.text) == "region" or not is_region(cell.text))
        ):
            return cell
    return None


def _indicators(desk: Desk) -> Listing:
    return next(one for one in desk.vocabulary.listings if one.name == "indicators")


def _leaves(desk: Desk, row: Row, place: GridCell) -> list[GridCell]:
    """Return the lowest headings to the right of the regions."""
    last = place.row + place.rows - 1
    found = [desk.sheet.at(last, column) for column in range(place.column + place.columns, desk.sheet.grid.width)]
    return list(
        dict.fromkeys(one for one in found if one is not None and not is_blank(one.text) and one.row >= row.number)
    )


def _measure(desk: Desk, cell: GridCell, place: GridCell, first: int) -> _Measure | None:
    """Return what a column holds, nothing where its cells are no figures (notes, names of people)."""
    texts = column_texts(desk.sheet, cell, cell.column, first)
    field = desk.vocabulary.label(cell.text) or ""
    if exact(cell.text) in _NUMBERS or desk.vocabulary.level(cell.text) is not None:
        return None
    unit = _UNIT.search(trimmed(cell.text))
    name = trimmed(cell.text[: unit.start()]) if unit and len(trimmed(cell.text)) > len(unit[0]) else trimmed(cell.text)
    if field.startswith("budget."):
        return _Measure(cell, name, "", {}, is_money=True)
    figures = sum(is_quantity(text) or any(map(str.isdigit, text)) for text in texts)
    if not texts or figures < _MOST * len(texts):
        return None
    return _Measure(cell, name, unit[1] if unit else "", _classes(desk, cell, place), is_money=False)


def _classes(desk: Desk, cell: GridCell, place: GridCell) -> dict[str, Leaf]:
    """Return the classes that stand over a heading."""
    over = [desk.sheet.at(row, cell.column) for row in range(place.row, cell.row)]
    found = [(desk.vocabulary.level(one.text), one) for one in over if one is not None]
    return {_DEPTH[max(level, 1) - 1]: Leaf(trimmed(one.text), one.place) for level, one in found if level is not None}


def _read_region(desk: Desk, row: Row, place: GridCell, measures: Sequence[_Measure]) -> bool:
    """Read the row of a region, or their sum; the first other row ends them."""
    if row.number < place.row + place.rows:
        desk.awaiting = partial(_read_region, place=place, measures=measures)
        return True
    region = desk.sheet.at(row.number, place.column)
    if region is None or region.row != row.number or not (is_region(region.text) or _is_sum(desk, row)):
        return False
    own = {
        cell: one
        for cell in row.cells
        for one in measures
        if one.heading.column <= cell.column < one.heading.column + one.heading.columns
    }
    (_add_sum if _is_sum(desk, row) else partial(_add_region, region=region))(desk, own)
    if _is_sum(desk, row):
        desk.draft.use(row.cells[0], "indicators", "label")
    for cell in row.cells:
        if cell not in own and not (cell is row.cells[0] and _is_sum(desk, row)):
            desk.draft.use(
                cell, "indicators.region" if cell is region else "", "value" if cell is region else "heading"
            )
    desk.awaiting = partial(_read_region, place=place, measures=measures)
    return True


def _is_sum(desk: Desk, row: Row) -> bool:
    return exact(row.cells[0].text) in _indicators(desk).sum


def _add_region(desk: Desk, own: dict[GridCell, _Measure], region: GridCell) -> None:
    money = {
        own_key(plain(one.heading.text)): Leaf(trimmed(cell.text), cell.place)
        for cell, one in own.items()
        if one.is_money
    }
    for cell, one in own.items():
        desk.draft.use(cell, "indicators.value", "value")
        if one.is_money:
            continue
        branch: Branch = {**one.classes, "region": Leaf(trimmed(region.text), region.place), **money}
        branch["name"] = Leaf(one.name, one.heading.place)
        branch["value"] = Leaf(trimmed(cell.text), cell.place)
        if one.unit:
            branch["unit"] = Leaf(one.unit, one.heading.place)
        desk.draft.rows.append(branch)


def _add_sum(desk: Desk, own: dict[GridCell, _Measure]) -> None:
    total: Branch = {}
    for cell, one in own.items():
        if one.is_money:
            put_money(
                desk, desk.vocabulary.label(one.heading.text) or "budget.total", trimmed(cell.text), cell, one.heading
            )
        else:
            total[f"x-{fold(one.heading.text)}"] = Leaf(trimmed(cell.text), cell.place)
            desk.draft.use(cell, "indicators", "value")
    if total:
        desk.draft.tree.setdefault("x-indicators-total", total)
