"""By how much a row is apart from its earlier years, and whether it still means the same."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from perflint.across.years.money import QUANTITY
from perflint.across.years.records import Record
from perflint.across.years.rows import RowPair, target
from perflint.facts.likeness import likeness, overlapping
from perflint.pattern import pattern
from perflint.quantity import UnitTable
from perflint.typography import essence

_MEASURED = frozenset({
    "person", "person_time", "person_day", "person_month", "household", "household_time", "times", "event", "batch", "money",
    "ratio", "area", "length", "mass", "volume", "duration", "working_day", "data", "energy", "power", "concentration",
})  # fmt: skip
_DESCRIBED = 6
_SHARE = pattern(r"(.{4,}?)占.{2,}?(?:比例|比重|百分比)")
_ALIKE = 0.3
_THREE = 3


class Gaps(NamedTuple):
    """Percentages by which a target is worse (or better) than last year's result, last year's target, the mean; 0 if not.

    `spread` is how far the three years lie apart, in percent of their mean.
    """

    worse: float
    lowered: float
    raised: float
    mean: Decimal | None
    below_mean: float
    above_mean: float
    off_mean: float
    spread: float
    cost_rise: float
    redefined: str

    @property
    def speak(self) -> bool:
        """Whether there is anything to say of the row: one that only asks for more has nothing."""
        return bool(self.worse or self.lowered or self.off_mean or self.cost_rise or self.redefined)


def gaps_of(pair: RowPair, past: Mapping[int, Record], units: UnitTable) -> Gaps:
    """Return by how much a row is apart from its earlier years; `past` by how many years back, the last year among them."""
    row, last, now, better = pair.now, past[1], target(pair.now), pair.now.years.better
    mean, spread = _mean(past)
    below, above = _worse(now, mean, better), _worse(now, mean, -better)
    counts = row.class_id == QUANTITY and not row.rate
    return Gaps(
        _worse(now, last.best, better), _worse(now, last.target, better), _worse(now, last.target, -better), mean, below, above,
        below or (above if counts else 0.0), spread, _worse(now, last.target, -1) if "/" in row.unit else 0.0, _redefined(pair, units),
    )  # fmt: skip


def points(now: Decimal | None, then: Decimal | None, better: int) -> float:
    """Return by how much a number is worse than another in its own unit, 0 where it is not."""
    return 0.0 if now is None or then is None else float(max((then - now) * better, Decimal(0)))


def _worse(now: Decimal | None, then: Decimal | None, better: int) -> float:
    """Return by how many percent a number is worse than another, 0 where it is not, or none can be said."""
    if now is None or then is None or not better or then <= 0:
        return 0.0
    return round(max(float((then - now) * better) / float(then) * 100, 0.0), 2)


def _mean(past: Mapping[int, Record]) -> tuple[Decimal | None, float]:
    """Return the mean of the three years before, with their spread in percent of it; None where one is not known."""
    known = [past[back].best for back in range(1, _THREE + 1) if back in past]
    numbers = [number for number in known if number is not None]
    mean = sum(numbers, Decimal(0)) / _THREE
    if len(numbers) < _THREE or mean <= 0:
        return None, 0.0
    return mean, round(float(max(numbers) - min(numbers)) / float(mean) * 100, 2)


def _unit_changed(pair: RowPair, units: UnitTable) -> bool:
    """Return whether something else is measured: units of two dimensions, one of them of measures, heads or happenings."""
    (ours, *per), (theirs, *their_per) = pair.now.unit.split("/"), pair.then.unit.split("/")
    first, second = units.find(ours), units.find(theirs)
    if not first or not second or per or their_per or target(pair.now) is None or target(pair.then) is None:
        return False
    dimensions = {first.dimension, second.dimension}
    return len(dimensions) > 1 and bool(dimensions & _MEASURED)


def _redefined(pair: RowPair, units: UnitTable) -> str:
    """Return how the meaning of a row changed: its unit, its description, "" where neither did."""
    if pair.now.unit != pair.then.unit and _unit_changed(pair, units):
        return "unit"
    ours, theirs = essence(pair.now.description), essence(pair.then.description)
    if ours == theirs or min(len(ours), len(theirs)) < _DESCRIBED or overlapping(ours, theirs, ()):
        return ""
    counted, before = _counted(ours), _counted(theirs)
    return "" if likeness(counted, before, _ALIKE) else "description"


def _counted(description: str) -> str:
    """Return what a share is of, 抽查合格的证书 of 抽查合格的证书占抽查证书的比例; any other description as it is."""
    found = _SHARE.fullmatch(description)
    return found[1] if found else description
