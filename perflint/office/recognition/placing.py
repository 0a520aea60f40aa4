"""The cells of a row in the columns of a list, also where conversion to text moved them to the left or right."""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import comb

from perflint.office.grid import GridCell
from perflint.office.recognition.columns import Column
from perflint.office.recognition.wording import exact, plain
from perflint.pattern import pattern

_AMOUNT = pattern(r"^[\d.,，]+(?:万元|元|万|亿元)?$")
_STEP, _STRANGE, _WRONG, _UNPAIRED, _DRIFT = 0.6, 2.5, 4.0, 2.5, 0.8
_MOST = 5005
_WIDEST = 40
Placing = dict[int, GridCell]


def place_cells(
    cells: Sequence[GridCell], columns: Sequence[Column], levels: Mapping[str, int], money: frozenset[str], left: float
) -> Placing | None:
    """Return the best columns for the cells of a row that does not fit where it stands, None where there are none.

    `left` is what a cell in the left half costs more, because nothing stood there so far.
    """
    if not cells or len(columns) > _WIDEST or len(cells) > len(columns) or comb(len(columns), len(cells)) > _MOST:
        return None
    kinds = [_class_level(cells, place, levels) for place in range(len(cells))]
    costs = [
        [_cost(cell, kind, column, money, left) for column in columns] for cell, kind in zip(cells, kinds, strict=True)
    ]
    wide = range(len(columns))
    best = min(combinations(wide, len(cells)), key=lambda chosen: _total(chosen, cells, costs, columns))
    return dict(zip(best, cells, strict=True))


def _total(
    chosen: tuple[int, ...], cells: Sequence[GridCell], costs: list[list[float]], columns: Sequence[Column]
) -> float:
    total = sum(costs[place][column] for place, column in enumerate(chosen))
    moves = [columns[column].start - cells[place].column for place, column in enumerate(chosen)]
    total += sum(_DRIFT for before, after in pairwise(moves) if before != after)
    used = {(columns[column].field, columns[column].half) for column in chosen}
    return total + sum(_UNPAIRED for field, half in used if _lacks(field, half, used))


def _lacks(field: str, half: int, used: set[tuple[str, int]]) -> bool:
    return (field == "value" and ("name", half) not in used) or (field == "fiscal" and ("total", half) not in used)


def _cost(cell: GridCell, kind: int | None, column: Column, money: frozenset[str], left: float) -> float:
    away = max(column.start - cell.column, cell.column - column.end, 0) * _STEP
    return away + _misfit(cell, kind, column, money) + (left if _is_left_content(column) else 0)


def _misfit(cell: GridCell, kind: int | None, column: Column, money: frozenset[str]) -> float:
    if money:
        return _WRONG if (column.field in money) != is_amount(cell.text) else 0
    if kind is None:
        if column.field == "name" and is_amount(cell.text):
            return _STRANGE
        return _STRANGE if column.field in {"level1", "level2"} else 0
    if column.field == f"level{kind}":
        return 0
    return _WRONG


def _class_level(cells: Sequence[GridCell], place: int, levels: Mapping[str, int]) -> int | None:
    """Return the level of a class; one of both levels is the first where another class follows it."""
    here = exact(cells[place].text)
    level = levels.get(here, levels.get(plain(here)))
    if level != 0:
        return level
    following = exact(cells[place + 1].text) if place + 1 < len(cells) else here
    return 1 if following != here and following in levels else 2


def fits(  # where cells stand, how many there are, and what the columns are
    placing: Placing,
    count: int,
    columns: Sequence[Column],
    levels: Mapping[str, int],
    money: frozenset[str],
    left: float,
) -> bool:
    """Return whether cells where they stand make sense: classes under class headings, no target without its name."""
    if len(placing) < count or (left and any(_is_left_content(columns[place]) for place in placing)):
        return False
    cells = [placing[place] for place in sorted(placing)]
    for order, place in enumerate(sorted(placing)):
        if _misfit(placing[place], _class_level(cells, order, levels), columns[place], money):
            return False
    used = {(columns[place].field, columns[place].half) for place in placing}
    return not any(_lacks(field, half, used) for field, half in used)


def is_amount(text: str) -> bool:
    """Return whether a cell is nothing but an amount."""
    return _AMOUNT.match(exact(text)) is not None


def _is_left_content(column: Column) -> bool:
    return not column.half and column.field in {"name", "value"}
