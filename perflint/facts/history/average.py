"""Facts about a mean of three years that cannot be one (domain: HIS010)."""

from decimal import Decimal

from perflint.facts.history.alignment import align
from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import LAST, MEAN, HistoryView
from perflint.facts.values.bounds import is_count
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.quantity import Op, Part, Value

_THREE = Decimal(3)
_SIGNED = pattern(
    r"增|涨|跌|降|变动|变化|同比|环比|利润|盈|亏|净"
)  # such figures may be negative, and bring a mean down
_RATES = frozenset({"%", "‰"})
_HALF = Decimal("0.5")


def _single(value: Value) -> Part | None:
    """Return the only part of a reference that is a plain number, None if it is anything else."""
    part = value.first
    plain = len(value.parts) == 1 and not value.residue and part.op in {Op.NONE, Op.EQ} and not part.per
    return part if plain and isinstance(part.low, Decimal) and part.number else None


@HISTORY.fact(
    "average_too_low",
    BOOL,
    zh="前三年均值是否小于上年值的三分之一（不可能）",
    en="whether the mean of three years is below a third of last year, which cannot be",
)
def average_too_low(view: HistoryView) -> bool:
    if not (view.given(MEAN) and view.given(LAST)) or _SIGNED.search(view.row.name):
        return False
    mean, last = view.row.read(MEAN), view.row.read(LAST)
    first = _single(mean)
    other = _single(last)
    if first is None or other is None or (not first.unit and other.unit in _RATES):
        return False  # 0.97 beside 98% is the same rate without its sign
    pairs = align(mean, last, view.scope.knowledge.reader.units).pairs
    return any(pair.target >= 0 and (pair.target + _slack(first)) * _THREE < pair.reference for pair in pairs)


def _slack(part: Part) -> Decimal:
    """Return half of the last digit typed."""
    return _HALF.scaleb(-_decimals(part)) * part.scale


def _decimals(part: Part) -> int:
    return min(len(part.number.partition(".")[2]), 20)


@HISTORY.fact(
    "average_fraction",
    BOOL,
    zh="件数的前三年均值是否带有三个整数的平均不会有的小数",
    en="whether the mean of three counts has a fraction that no three whole numbers give",
)
def average_fraction(view: HistoryView) -> bool:
    if not (view.given(MEAN) and view.given(LAST)):
        return False
    mean, last = _single(view.row.read(MEAN)), _single(view.row.read(LAST))
    if mean is None or last is None or mean.scale != 1 or last.scale != 1:
        return False
    if not is_count(mean) or _decimals(mean) == 0 or _decimals(last) > 0 or not isinstance(mean.low, Decimal):
        return False
    return not any(_is_near_whole(mean.low * years, years * _slack(mean)) for years in (2, 3))


def _is_near_whole(number: Decimal, slack: Decimal) -> bool:
    return abs(number - number.to_integral_value()) <= slack
