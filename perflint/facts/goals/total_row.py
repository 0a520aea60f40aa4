"""The row that has the total of a product, and whether it is that total (domain: XTB050)."""

from collections.abc import Sequence
from decimal import Decimal

from perflint.facts.goals.multiple import LARGEST, Multiple
from perflint.facts.goals.named import number_of
from perflint.facts.goals.phrase import are_one, phrase_of
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Op

_PART_OF = pattern(r"每|均|频[次率]|[月周日季]度?(?:次数|完成)|其中|比例|率$")
_COUNTED = pattern(r"[总合]?(?:数量|总数|面积|里程|长度|.数|.次|次数|总?量|规模|数)$")
_CONVERTED = frozenset({"mass", "area", "length", "volume", "times", "dose", "person"})


def other_total(
    multiple: Multiple, rows: Sequence[tuple[int, RowView]], actions: tuple[str, ...]
) -> tuple[int, RowView] | None:
    """Return the only row for the thing of a product, with its index, where that row has another total."""
    counting = [(index, row) for index, row in rows if _counts(row, multiple)]
    named = [(index, row) for index, row in counting if _is_named(row, multiple, actions)]
    if len(named) != 1 or (len(counting) > 1 and not multiple.periodic):
        return None
    part = joined(named[0][1]).first
    total = number_of(part)
    return None if total is None or _agrees(total, part.op, multiple, named[0][1]) else named[0]


def _counts(row: RowView, multiple: Multiple) -> bool:
    """Return whether a row has one plain total in a unit of the product."""
    part = joined(row).first
    if (
        row.midterm
        or len(joined(row).parts) != 1
        or part.per
        or (number_of(part) or LARGEST) >= LARGEST
        or _PART_OF.search(row.name)
    ):
        return False
    return part.unit == multiple.unit or (part.dimension == multiple.dimension and part.dimension in _CONVERTED)


def _is_named(row: RowView, multiple: Multiple, actions: tuple[str, ...]) -> bool:
    if multiple.periodic:
        return are_one(phrase_of(multiple.thing, actions), phrase_of(row.name, actions))
    return set(_COUNTED.sub("", row.name)) <= set(multiple.thing)


def _agrees(total: Decimal, op: Op, multiple: Multiple, row: RowView) -> bool:
    """Return whether a total lies between the least and the most that a product may come to, as its bounds allow."""
    least, most = (_in_unit_of(row, end, multiple.unit) for end in (multiple.least, multiple.most))
    if op.direction < 0 and total >= least:
        return True
    return total >= least if multiple.at_least else least <= total <= most


def _in_unit_of(row: RowView, number: Decimal, unit: str) -> Decimal:
    units, own = row.scope.knowledge.reader.units, joined(row).first.unit
    return units.convert(number, unit, own) if units.comparable(unit, own) else number
