"""A result beside its target: whether it meets it, by how much it misses, how far it is above."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from perflint.facts.direction import NEGATIVE, POSITIVE, UPPER
from perflint.facts.evaluation.aligning import aligned, end_of
from perflint.facts.evaluation.answer import BOUND, DATE, DONE, NONE_OF_IT, NUMBER, PERCENT, PROSE, answered, asked
from perflint.facts.history.alignment import Pair
from perflint.facts.history.historyview import HistoryView
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Approx, Day, Op, find_dates
from perflint.typography import fold

_HUNDRED, _HALF = Decimal(100), Decimal("0.5")
_ABOUT = Decimal("0.1")  # how far 约 may be off
_CONVERTED = Decimal("2e-7")  # how far a conversion may be off (亩 and 公顷)
_ANY_YEAR = 2000  # months of one year, where the table does not say which
_LOWER, _UPPER = frozenset({Op.GE, Op.GT}), frozenset({Op.LE, Op.LT})
_PLAIN = frozenset({Op.NONE, Op.EQ})
_DONE_ON = pattern(
    r"(?:已?于|在)?(?:前|底)?(?:已|全部|均|全面)*[\u4e00-\u9fff]{0,4}(?:完成|完毕|到位|办结|竣工|完工|验收|结束|交付|建成)[。;；]?"
)


class Outcome(NamedTuple):
    """How a result stands to its target, in percent of the target.

    `shortfall` is 0 where it is met; `reached` is the share of the target where more is better, else 0. `explicit` says that the
    target prints a bound, or a full 100 %, so that the direction is no guess. `surplus` is what is above it, in its own unit.
    """

    shortfall: Decimal
    reached: Decimal
    explicit: bool
    surplus: Decimal


MET = Outcome(Decimal(0), Decimal(0), explicit=False, surplus=Decimal(0))


def compare(row: RowView) -> Outcome | None:
    """Return how the result of a row stands to its target, None where the two cannot be compared for certain."""
    wanted, given = asked(row), answered(row)
    if wanted == DATE and given in {DATE, PROSE}:
        return _dated(row) if given == DATE else _done_on(row)
    if given == DONE:
        return MET
    if wanted not in {NUMBER, PERCENT, NONE_OF_IT} or given not in {NUMBER, PERCENT}:
        return None
    if given == PERCENT and wanted == NUMBER:
        return None
    found = aligned(row)
    if found.problem or not found.pairs:
        return None
    outcomes = [_judge(row, pair) for pair in found.pairs]
    known = [outcome for outcome in outcomes if outcome is not None]
    return max(known, key=lambda outcome: outcome.shortfall) if len(known) == len(outcomes) else None


def _judge(row: RowView, pair: Pair) -> Outcome | None:
    part = pair.part
    low = part.low if isinstance(part.low, Decimal) else None
    high = part.high if isinstance(part.high, Decimal) else None
    if part.op in _LOWER and low is not None:
        return _at_least(low, pair, explicit=True) if _agrees(row, 1) else None
    if part.op in _UPPER and high is not None:
        return _at_most(high, pair, explicit=True) if _agrees(row, -1) else None
    if part.op is Op.BETWEEN and low is not None and high is not None:
        return _at_least(low, pair, explicit=True) if pair.reference <= high else _at_most(high, pair, explicit=True)
    if part.op in {Op.UP, Op.DOWN} and low is not None:
        return _at_least(low, pair, explicit=False)
    return _plain(row, pair, low) if part.op in _PLAIN and low is not None and low == high else None


def _agrees(row: RowView, better: int) -> bool:
    """Return whether nothing in the name speaks against the side on which a bound stands (DIR speaks of those)."""
    if better > 0:
        return row.direction != NEGATIVE or row.side == "cost"
    return row.direction != POSITIVE


def _plain(row: RowView, pair: Pair, target: Decimal) -> Outcome | None:
    """Return how a result stands to a target without a bound, whose direction is that of the name."""
    slack = target * _ABOUT if pair.part.approx is Approx.ABOUT else Decimal(0)
    full = pair.part.unit == "%" and target == _HUNDRED
    if row.direction == UPPER or (row.side == "cost" and not full):
        return None  # 成本 and 执行率: less than planned may be thrift
    if full and row.direction != NEGATIVE:
        return _at_least(target, pair, explicit=True)
    earned = row.side == "benefit" and pair.part.dimension == "money" and row.direction != "moderate"
    better = HistoryView(row).better or int(earned)
    if better > 0:
        return _at_least(target - slack, pair, explicit=False)
    return _at_most(target + slack, pair, explicit=False) if better < 0 else None


def _at_least(bound: Decimal, pair: Pair, *, explicit: bool) -> Outcome:
    result = pair.reference
    missing = max(bound - result - _rounding(pair, bound), Decimal(0))
    reached = result * _HUNDRED / bound if bound > 0 else Decimal(0)
    return Outcome(_percent(missing, bound), reached, explicit, max(result - bound, Decimal(0)) / pair.part.scale)


def _at_most(bound: Decimal, pair: Pair, *, explicit: bool) -> Outcome:
    above = max(pair.reference - bound - _rounding(pair, bound), Decimal(0))
    return Outcome(_percent(above, bound), Decimal(0), explicit, Decimal(0))


def _percent(gap: Decimal, bound: Decimal) -> Decimal:
    return gap * _HUNDRED / abs(bound) if bound else (_HUNDRED if gap else Decimal(0))


def _rounding(pair: Pair, bound: Decimal) -> Decimal:
    """Return how far a result may be off by conversion, or by being typed with fewer decimals than its target (90 for 89.974)."""
    scale = pair.part.scale
    finer, coarser = (max(-int((n / scale).normalize().as_tuple().exponent), 0) for n in (bound, pair.reference))
    return _HALF.scaleb(-coarser) * scale if finer > coarser else abs(bound) * _CONVERTED


def _dated(row: RowView) -> Outcome | None:
    """Return whether a result that is a date is late: it, or all of a span of time, after the last day of the target."""
    year, result = row.scope.year or _ANY_YEAR, row.read("actual")
    due, done = _day(row.value.high, year), _day(result.low or result.high, year)
    if due is None or done is None or len(row.value.parts) != 1 or len(result.parts) != 1:
        return None
    return MET if done <= due else Outcome(_HUNDRED, Decimal(0), explicit=True, surplus=Decimal(0))


def _done_on(row: RowView) -> Outcome | None:
    """Return whether the only day of a result in words (9月15日发放到位) is late, None where the words say anything else."""
    text, year = row.text("actual"), row.scope.year or _ANY_YEAR
    days = find_dates(text)
    due = _day(row.value.high, year)
    if len(days) != 1 or due is None or len(row.value.parts) != 1:
        return None
    said = fold(text[: days[0].start] + text[days[0].end :])
    done = _day(days[0].low or days[0].high, year)
    if done is None or not _DONE_ON.fullmatch(said):
        return None
    return MET if done <= due else Outcome(_HUNDRED, Decimal(0), explicit=True, surplus=Decimal(0))


def _day(end: Decimal | Day | None, year: int) -> date | None:
    return end.resolve(year) if isinstance(end, Day) else None


def is_copy(row: RowView) -> bool:
    """Return whether a result repeats the bound of its target (≥95% beside ≥95%)."""
    target, result = row.value.first, row.read("actual").first
    same_end = end_of(target) is not None and end_of(target) == end_of(result)
    return answered(row) == BOUND and same_end and target.op.direction == result.op.direction
