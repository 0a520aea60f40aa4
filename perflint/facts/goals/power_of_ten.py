"""Money of the goal that a row has with the same digits in another power of ten (20亿元 and 20万元)."""

from collections.abc import Sequence
from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.goals.showing import shows
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Part

_MONEY = "money"
_PART = pattern(r"其中|每|均|上年|去年|累计|较|比|增[长加幅速]")
_SHORTEST = 4  # characters of a name that says which money it is


def shifted(amount: Amount, clause: str, rows: Sequence[tuple[int, RowView]]) -> tuple[RowView, int] | None:
    """Return the row whose name the clause of an amount has in full and whose money is ten, a hundred … times more or less.

    None where any row has the amount itself, or where the clause speaks of a part, a mean or another year.
    """
    if amount.approx is not Approx.EXACT or amount.per or _PART.search(clause) or amount.low <= 0:
        return None
    named = [(row, index) for index, row in rows if _is_named(row, clause) and _is_shifted(amount, row.value.first)]
    if len(named) != 1:
        return None
    units = named[0][0].scope.knowledge.reader.units
    return None if any(shows(amount, row, units) for _, row in rows) else named[0]


def _is_named(row: RowView, clause: str) -> bool:
    name = plain_name(row.text("name"))
    return len(name) >= _SHORTEST and name in clause and len(row.value.parts) == 1


def _is_shifted(amount: Amount, part: Part) -> bool:
    end = part.low if isinstance(part.low, Decimal) else part.high
    if part.dimension != _MONEY or part.per or not isinstance(end, Decimal) or end <= 0 or end == amount.low:
        return False
    return (amount.low / end).normalize().as_tuple().digits == (1,)
