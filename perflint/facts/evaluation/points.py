"""Points and scores as cells of a form print them: 10, 9.5分, 10%, 100分."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.typography import fold

_POINTS = pattern(r"([-+]?\d{1,6})(?:\.(\d{1,8}))?(分|%)?")
_LABEL = pattern(r"(?:权重|分值|满分|共)?:?(\d{1,3}(?:\.\d{1,2})?)分[)）\]]?$|[(（\[](\d{1,3}(?:\.\d{1,2})?)[)）\]]$")
_HALF = Decimal("0.5")
_TINY = Decimal("0.000001")
_FINE = 2


class Points(NamedTuple):
    """A number of points, how many decimals it was typed with, and whether it is a percentage."""

    value: Decimal
    decimals: int
    percent: bool

    @property
    def slack(self) -> Decimal:
        """How far rounding may have moved it: half of the last decimal, nothing for a whole number."""
        return _HALF.scaleb(-self.decimals) if self.decimals else Decimal(0)


@lru_cache(maxsize=4096)
def read_points(text: str) -> Points | None:
    """Return the points of a cell, None where it is blank or holds anything else."""
    found = _POINTS.fullmatch(fold(text))
    if not found:
        return None
    decimals = found[2] or ""
    number = Decimal(f"{found[1]}.{decimals}") if decimals else Decimal(found[1])
    return Points(number, len(decimals), found[3] == "%")


@lru_cache(maxsize=1024)
def label_points(label: str) -> Decimal | None:
    """Return the points that the label of a class prints: 60 of 产出指标（60分） and of 产出指标（60）, None if it prints none."""
    found = _LABEL.search(fold(label))
    return Decimal(found[1] or found[2]) if found else None


def fits(printed: Points, exact: Decimal) -> bool:
    """Return whether a printed number is an exact one rounded or cut off to the decimals that it was typed with.

    From the second decimal on it may also be rounded up: a hundredth is no fault.
    """
    gap, unit = exact - printed.value, Decimal(1).scaleb(-printed.decimals)
    rounded_up = printed.decimals >= _FINE and -unit < gap
    return abs(gap) <= unit * _HALF + _TINY or 0 <= gap < unit or (rounded_up and gap < 0)


def shown(number: Decimal, decimals: int = 2) -> str:
    """Return a number for a message or a fix, with at most so many decimals and no zeros behind."""
    return f"{round(number, decimals).normalize():f}"


def points_of(rows: Iterable[RowView]) -> Decimal:
    """Return the points of rows: their weights, else those that the labels of their classes print; 0 where neither is printed."""
    known = tuple(rows)
    weights = total(found.value for row in known if (found := read_points(row.text("weight"))))
    labels = {row.text("level1").strip() for row in known}
    return weights or total(points for label in labels if (points := label_points(label)) is not None)


def total(numbers: Iterable[Decimal]) -> Decimal:
    """Return the sum of numbers."""
    return sum(numbers, Decimal(0))
