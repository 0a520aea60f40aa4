"""Rows of a list as entries of the table: blanks carried down, merged cells, halves of the form, values per town."""

from perflint.office.grid import GridCell
from perflint.office.recognition.columns import CLASS, NUMBER, Column
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.flat import HEAD
from perflint.office.recognition.naming import known_key
from perflint.office.recognition.placing import Placing
from perflint.office.recognition.wording import exact, trimmed
from perflint.typography import is_blank

_BELOW = {
    "level1": ("level2",),
    "duty.no": ("duty.name", "duty.item", "duty.goal"),
    "duty.name": ("duty.item", "duty.goal"),
    "duty.item": ("duty.goal",),
}
_MIDTERM = "中长期"
Filled = dict[str, tuple[Leaf, GridCell]]


def add_entries(desk: Desk, opened: OpenList, number: int, placing: Placing) -> None:
    """Add what a row holds to the table: an entry for each half, for each town one."""
    desk.draft.typed = desk.draft.typed or not desk.sheet.exact
    halves = sorted({column.half for column in opened.columns})
    filled = {half: _filled(desk, opened, number, placing, half, "") for half in halves}
    starts = bool(placing) and any(opened.columns[place].field in opened.listing.carried for place in placing)
    shared = _shared(desk, opened, filled)
    for half in halves:
        own = filled[half]
        last = half == halves[-1]
        towns = _towns(opened, placing, half)
        if (
            not _has_content(own, opened)
            and not towns
            and not (last and starts and opened.listing.name == "indicators")
        ):
            continue
        opened.left_used = opened.left_used or (not last)
        for town in towns or ("",):
            entry = _filled(desk, opened, number, placing, half, town) if town else own
            _add(desk, opened, {**shared, **entry}, half, midterm=not last, town=town)
    _note(desk, opened, placing)


def _towns(opened: OpenList, placing: Placing, half: int) -> tuple[str, ...]:
    columns = (opened.columns[place] for place in sorted(placing))
    return tuple(dict.fromkeys(column.region for column in columns if column.half == half and column.region))


def _note(desk: Desk, opened: OpenList, placing: Placing) -> None:
    for place, cell in placing.items():
        desk.draft.use(cell, f"{opened.listing.name}.{opened.columns[place].field}", "value")


def _has_content(own: Filled, opened: OpenList) -> bool:
    return any(trimmed(leaf.text) for field, (leaf, _) in own.items() if field not in opened.listing.carried)


def _filled(  # where from, and which part of the row
    desk: Desk, opened: OpenList, number: int, placing: Placing, half: int, town: str
) -> Filled:
    found: Filled = {}
    for place, column in enumerate(opened.columns):
        if column.half != half or column.field.startswith((HEAD, NUMBER)) or (column.region and column.region != town):
            continue
        cell = placing.get(place) or _merged(desk, opened, number, column)
        blank = cell or desk.sheet.at(number, column.start)
        if cell is not None:
            text = trimmed(cell.text) if column.field in opened.listing.carried else cell.text
            found[column.field] = (Leaf(text, cell.place), cell)
        elif (
            blank is not None
            and blank.row == number
            and is_blank(blank.text)
            and column.field not in opened.listing.carried
        ):
            found[column.field] = (Leaf(blank.text), blank)
    return found


def _merged(desk: Desk, opened: OpenList, number: int, column: Column) -> GridCell | None:
    """Return the cell above that is merged down into this row."""
    if not desk.sheet.exact:
        return None
    cell = desk.sheet.at(number, column.start)
    return cell if cell is not None and opened.first_row <= cell.row < number and trimmed(cell.text) else None


def _shared(desk: Desk, opened: OpenList, filled: dict[int, Filled]) -> Filled:
    """Return what both halves share: levels and duties, carried down where they are blank."""
    carried = opened.carried
    _drop_doubled(desk, filled)
    for field in opened.listing.carried:
        printed = [own[field] for own in filled.values() if field in own]
        if printed:
            if field not in carried or carried[field][0].text != printed[-1][0].text:
                for below in _BELOW.get(field, ()):
                    carried.pop(below, None)
            carried[field] = printed[-1]
    _check_parent(desk, opened, filled)
    return {field: carried[field] for field in opened.listing.carried if field in carried}


def _drop_doubled(desk: Desk, filled: dict[int, Filled]) -> None:
    """Drop a first level that only repeats the second: conversion wrote the label of merged cells twice."""
    for own in filled.values():
        first, second = own.get("level1"), own.get("level2")
        if not first or not second or desk.sheet.exact or first[0].text != second[0].text:
            continue
        if desk.vocabulary.level(first[0].text) in {0, 2}:
            own.pop("level1")
            desk.draft.doubled += 1


def _check_parent(desk: Desk, opened: OpenList, filled: dict[int, Filled]) -> None:
    """Drop a carried first level that the printed second level does not belong to: its label was lost."""
    second, first = opened.carried.get("level2"), opened.carried.get("level1")
    if second is None or first is None or any("level1" in own for own in filled.values()):
        return
    parent = desk.vocabulary.parents.get(exact(second[0].text), "")
    above = desk.vocabulary.parents.get(exact(first[0].text), "")
    if parent and above and parent != above and any("level2" in own for own in filled.values()):
        opened.carried.pop("level1")
        desk.draft.damage.append(second[0].place)


def _add(  # the entry and which part of the form it is
    desk: Desk, opened: OpenList, entry: Filled, half: int, *, midterm: bool, town: str
) -> None:
    branch: Branch = {}
    if _is_repeated(desk, opened, entry):
        desk.draft.rows.pop()
    for column in opened.columns:
        if (
            column.half in {half, 0}
            and not column.field.startswith((HEAD, NUMBER))
            and (not column.region or column.region == town)
        ):
            wanted = column.half == half or column.field in opened.listing.carried
            if wanted:
                leaf = entry[column.field][0] if column.field in entry else Leaf("")
                _put(branch, _key(opened, column.field), leaf)
    if "level1" in entry and "level1" not in branch and entry["level1"][1].row >= opened.first_row:
        branch = {"level1": entry["level1"][0], **branch}
    if (midterm or opened.midterm) and "horizon" not in branch:
        branch["horizon"] = Leaf(_MIDTERM)
    if town.startswith(CLASS):
        desk.draft.grouped = True
        branch = {"level1": Leaf(town.removeprefix(CLASS)), **branch}
    elif town:
        branch["region"] = Leaf(town)
    _rows(desk, opened.listing.name).append(branch)


def _is_repeated(desk: Desk, opened: OpenList, entry: Filled) -> bool:
    """Return whether the entry before says nothing but the class that this one begins with again."""
    rows = desk.draft.rows if opened.listing.name == "indicators" and not desk.sheet.exact else []
    if not rows or "level2" not in entry or not _has_content(entry, opened):
        return False
    last = {key: value.text for key, value in rows[-1].items() if isinstance(value, Leaf) and trimmed(value.text)}
    return last.pop("level2", "") == entry["level2"][0].text and not last.keys() - {"level1"}


def _key(opened: OpenList, field: str) -> str:
    """Return the key of a column in a row, `x-` before it where the format has none."""
    name = opened.listing.name
    return known_key(f"{name}.{field}").removeprefix(f"{name}.") if not field.startswith("x-") else field


def _put(branch: Branch, field: str, leaf: Leaf) -> None:
    *above, last = field.split(".")
    for step in above:
        inner = branch.setdefault(step, {})
        branch = inner if isinstance(inner, dict) else branch
    branch.setdefault(last, leaf)


def _rows(desk: Desk, name: str) -> list[Branch]:
    """Return the list that entries of a listing go to; indicators are kept apart until the table is complete."""
    if name == "indicators":
        return desk.draft.rows
    return desk.draft.lists.setdefault(name, [])
