"""Rows beside the same rows of earlier years: what was promised, what came of it, the mean of three years."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention
from perflint.across.facts.row_history import RowHistoryView
from perflint.across.same_indicators import number_of
from perflint.across.summary import MemberRow
from perflint.across.years.matching import Former
from perflint.across.years.rows import Paired, RowPair, in_unit, pair_rows, target
from perflint.facts.history.historyview import MEAN
from perflint.facts.likeness import likeness, overlapping
from perflint.quantity import UnitTable
from perflint.typography import essence

_HUNDRED = Decimal(100)
_MEASURED = frozenset({
    "person", "person_time", "person_day", "person_month", "household", "household_time", "times", "event", "batch", "money",
    "ratio", "area", "length", "mass", "volume", "duration", "working_day", "data", "energy", "power", "concentration",
})  # fmt: skip
_DESCRIBED = 6
_ALIKE = 0.3
_THREE = 3
QUANTITY = "output.quantity"


class Record(NamedTuple):
    """What the repository has of a row in one earlier year: the table and row, target and result in the unit of today's row.

    `planned` is the target as typed.
    """

    entry: Entry
    row: MemberRow
    target: Decimal | None
    result: Decimal | None
    planned: str

    @property
    def best(self) -> Decimal | None:
        """The result where there is one, else the target."""
        return self.target if self.result is None else self.result

    @property
    def text(self) -> str:
        """The result or target as typed."""
        return self.row.value.text if self.result is None else self.row.years.result_text


class Money(NamedTuple):
    """What became of the money and the work from one year to the next."""

    change: float | None
    widened: bool


def records_of(paired: Paired, former: Former, units: UnitTable) -> dict[int, Record]:
    """Return the records of an earlier year, by the start of today's row."""
    results = _results(former)
    found = {}
    for pair in paired.pairs:
        then = results.get(pair.then.years.label, pair.then)
        result = in_unit(number_of(then.years.result), then, pair.now, units) if then.years.result else None
        planned = in_unit(target(pair.then), pair.then, pair.now, units)
        shown = then if result is not None else pair.then
        entry = former.result if result is not None and former.result else former.table
        found[pair.now.value.start] = Record(entry, shown, planned, result, pair.then.value.text)
    return found


def _results(former: Former) -> Mapping[str, MemberRow]:
    """Return the rows of the self-evaluation by the label of the row in the table of targets."""
    if former.result is None or former.result is former.table:
        return {}
    pairs = pair_rows(former.table.sheet, former.result.sheet).pairs
    return {pair.now.years.label: pair.then for pair in pairs}


def row_cases(
    entry: Entry, paired: Paired, records: Mapping[int, Mapping[int, Record]], money: Money, units: UnitTable
) -> Iterator[Case]:
    """Yield each row that the year before had too, with what is known of it; `records` by how many years back."""
    for pair in paired.pairs:
        past = {back: found[pair.now.value.start] for back, found in records.items() if pair.now.value.start in found}
        if 1 in past and not _stands(pair, past):
            view = _view(pair, past, money, units)
            if not view.differs:
                continue
            mention = Mention(past[1].entry, past[1].row.value)
            yield Case("row_history", entry, view, pair.now.value, (mention,), pair.now.name)


def _stands(pair: RowPair, past: Mapping[int, Record]) -> bool:
    """Return whether a row stands as it stood in all years, without a result: there is nothing to say of it."""
    row, value = pair.now, pair.now.value.text
    return row.description == pair.then.description and all(
        record.result is None and record.row.value.text == value for record in past.values()
    )


def _view(pair: RowPair, past: Mapping[int, Record], money: Money, units: UnitTable) -> RowHistoryView:
    row, last = pair.now, past[1]
    now = target(row)
    mean, spread = _mean(past)
    counts = row.class_id == QUANTITY and not row.rate
    better = row.years.better
    return RowHistoryView(
        name=row.years.label, value=row.value.text, year=last.entry.member.table.year, table=last.entry.title,
        yardstick=last.text, yardstick_kind="target" if last.result is None else "result",
        former=pair.then.value.text, class_id=row.class_id, quantity=counts, rate=row.rate,
        costs=is_cost(row), worse=_worse(now, last.best, better), worse_points=_points(now, last.best, better),
        lowered=_worse(now, last.target, better), lowered_points=_points(now, last.target, better),
        raised=_worse(now, last.target, -better), reasoned=row.years.reasoned,
        budget_known=money.change is not None, budget_change=money.change or 0.0, widened=money.widened,
        mean=_shown(mean), below_mean=_worse(now, mean, better), below_mean_points=_points(now, mean, better),
        above_mean=_worse(now, mean, -better),
        off_mean=_worse(now, mean, better) or (_worse(now, mean, -better) if counts else 0.0), spread=spread,
        mean_printed=any(one.field == MEAN for one in row.years.printed),
        cost_rise=_worse(now, last.target, -1) if "/" in row.unit else 0.0,
        unit=row.unit.replace("/", "每", 1), former_unit=pair.then.unit.replace("/", "每", 1),
        redefined=_redefined(pair, units), description=row.description,
        former_description=pair.then.description,
    )  # fmt: skip


def is_cost(row: MemberRow) -> bool:
    """Return whether a row is about money spent."""
    return row.class_id.startswith("cost") or row.class_id.endswith("cost") or row.unit.partition("/")[0] == "元"


def _worse(now: Decimal | None, then: Decimal | None, better: int) -> float:
    """Return by how many percent a number is worse than another, 0 where it is not, or none can be said."""
    if now is None or then is None or not better or then <= 0:
        return 0.0
    return float(round(max((then - now) * better / then * _HUNDRED, Decimal(0)), 2))


def _points(now: Decimal | None, then: Decimal | None, better: int) -> float:
    return 0.0 if now is None or then is None else float(max((then - now) * better, Decimal(0)))


def _mean(past: Mapping[int, Record]) -> tuple[Decimal | None, float]:
    """Return the mean of the three years before, with their spread in percent of it; None where one is not known."""
    known = [past[back].best for back in range(1, _THREE + 1) if back in past]
    numbers = [number for number in known if number is not None]
    mean = sum(numbers, Decimal(0)) / _THREE
    if len(numbers) < _THREE or mean <= 0:
        return None, 0.0
    return mean, float(round((max(numbers) - min(numbers)) / mean * _HUNDRED, 2))


def _shown(number: Decimal | None) -> str:
    return "" if number is None else f"{round(number, 2).normalize():f}"


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
    return "" if likeness(ours, theirs, _ALIKE) else "description"
