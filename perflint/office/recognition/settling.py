"""Headings made sure by what stands below them: columns that their cells decide, columns of years, targets in parts."""

from collections.abc import Sequence

import msgspec

from perflint.office.recognition.columns import Heading
from perflint.office.recognition.content import agrees, are_points, are_targets, column_texts, field_by_content
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.owners import owned
from perflint.office.recognition.wording import dated
from perflint.office.recognition.years import by_year, one_target
from perflint.pattern import pattern

_YEAR, _TITLE_YEAR = pattern(r"20\d\d"), pattern(r"(?<!\d)20[0-4]\d(?=年)")
_BY_CONTENT, _ONLY_ONE, _READ = 0.7, 0.6, 0.9
_DECIDED = frozenset({"op", "value_type", "direction"})
_OPEN = frozenset({"level1", "level2", "x-", "?"})


def settled(desk: Desk, found: Sequence[Heading], first_row: int) -> list[Heading]:
    """Return the headings of indicators with the fields that their columns show them to be."""
    over = {one.above for one in found}
    found = owned(desk, found, first_row)
    parted = [part for one in found for part in ([one] if one.cell.text in over else _parted(desk, one, first_row))]
    decided = [_decided(desk, one, parted, first_row) for one in parted]
    decided = one_target(by_year(decided, _year(desk)))
    return [_confirmed(desk, one, first_row) for one in _with_target(desk, decided, first_row)]


def _year(desk: Desk) -> str:
    """Return the year of the table in digits as far as it is known: 2024 of `2024年度`."""
    found = _YEAR.search(dated(desk.draft.text("year"))) or _TITLE_YEAR.search(dated(desk.draft.text("title")))
    return found[0] if found else desk.year


def _texts(desk: Desk, one: Heading, first_row: int) -> list[str]:
    return column_texts(desk.sheet, one.cell, one.cell.column, first_row)


def _parted(desk: Desk, one: Heading, first_row: int) -> list[Heading]:
    """Return a heading over several columns as one for each where the cells below are comparators, numbers, units."""
    columns = range(one.cell.column, one.cell.column + one.cell.columns)
    if one.field not in {"value", ""} or len(columns) not in {2, 3}:
        return [one]
    first = column_texts(desk.sheet, one.cell, columns[0], first_row)
    second = column_texts(desk.sheet, one.cell, columns[1], first_row)
    if not second or field_by_content(first, desk.vocabulary) != "op":
        return [one]
    return [
        one._replace(field=field, cell=msgspec.structs.replace(one.cell, column=column, columns=1), sure=_BY_CONTENT)
        for field, column in zip(("op", "value", "unit"), columns, strict=False)
    ]


def _decided(desk: Desk, one: Heading, every: Sequence[Heading], first_row: int) -> Heading:
    """Return a heading with the field that its cells can only be, where its label leaves that open or says otherwise."""
    open_ = one.field.startswith(("?", "x-")) or one.field in _DECIDED or (one.sure < 1 and one.field in _OPEN)
    if not open_:
        return one
    texts = _texts(desk, one, first_row)
    by_content = field_by_content(texts, desk.vocabulary)
    taken = {other.field for other in every if other is not one}
    if by_content and by_content != one.field and by_content not in taken:
        if one.field == "op" and by_content != "value_type":
            return one
        return one._replace(field=by_content, sure=_BY_CONTENT)
    if one.field.startswith("?"):
        return one._replace(field="value_type" if "value_type" not in taken else f"x-{one.cell.text}", sure=_ONLY_ONE)
    if one.field.startswith("x-") and "weight" not in taken and are_points(texts):
        return one._replace(field="weight", sure=_BY_CONTENT)
    return one


def _confirmed(desk: Desk, one: Heading, first_row: int) -> Heading:
    """Return a heading that was read by its words as one that is sure where its cells are of the kind that they name."""
    if one.sure < _READ or one.sure >= 1:
        return one
    texts = _texts(desk, one, first_row)
    return one._replace(sure=1.0) if agrees(one.field, texts, desk.vocabulary) else one


def _with_target(desk: Desk, found: list[Heading], first_row: int) -> list[Heading]:
    """Return the headings with the one unknown column that holds targets as the target, where no other does."""
    if any(one.field in {"value", ""} for one in found):
        return found
    unknown = [one for one in found if one.field.startswith("x-") and are_targets(_texts(desk, one, first_row))]
    if len(unknown) != 1:
        return found
    return [one._replace(field="value", sure=_ONLY_ONE) if one is unknown[0] else one for one in found]
