"""Standards of texts and rows: money for each 亩, person or household, and the same in another unit (domain: XTB052)."""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.clause import around
from perflint.facts.goals.multiple import LARGEST
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, UnitTable, ValueReader, find_amounts

EACH = pattern(r"每(?:一)?(?P<each>平方米|公里|公顷|[亩人生名户村家座辆头只吨床])|(?P<mean>[亩人生户村床])均")
_PERIOD = pattern(r"每(?:个)?(?P<each>月|年|学期|天|日|次)|(?P<mean>[月年日])均")
_PEOPLE = frozenset({"人", "生", "名", "位", "人员", "学生"})
_TIMES = {
    "月": Decimal(12),
    "个月": Decimal(12),
    "年": Decimal(1),
    "年度": Decimal(1),
    "学年": Decimal(1),
    "学期": Decimal(2),
}
_SOME = pattern(r"不同|分档|分类|起步|上浮|提高|增加|上年|原|其中|超过部分|最高|以内|不超过|至少|不低于")
_JOINT = pattern(r"[·/.*]")
_NUMBERED = pattern(r"\d")


class Rate(Struct, frozen=True):
    """Money for each of something: 元 for one of `base`, for `period` (empty if none is named)."""

    yuan: Decimal
    base: str
    period: str


@lru_cache(maxsize=1024)
def rates_in(text: str, reader: ValueReader) -> tuple[tuple[Amount, Rate], ...]:
    """Return the exact standards of a text: 每亩150元, 生均1150元, 300元/人·月."""
    found = []
    for amount in find_amounts(text, reader):
        before, clause = around(text, amount)
        if (
            amount.dimension != "money"
            or amount.approx is not Approx.EXACT
            or not 0 < amount.low < LARGEST
            or _SOME.search(clause)
        ):
            continue
        each, period = EACH.search(before), _PERIOD.search(before)
        if amount.per:
            rate = _of_bases(amount.low, amount.per)
        elif each and not _NUMBERED.search(before[each.end() :]):
            rate = Rate(amount.low, each["each"] or each["mean"], (period["each"] or period["mean"]) if period else "")
        else:
            continue
        if rate:
            found.append((amount, rate))
    return tuple(found)


def _of_bases(yuan: Decimal, bases: tuple[str, ...]) -> Rate | None:
    named = [part for base in bases for part in _JOINT.split(base)]
    period = [base for base in named if base in _TIMES]
    things = [base for base in named if base not in _TIMES]
    return Rate(yuan, things[0], period[0] if period else "") if len(things) == 1 and len(period) <= 1 else None


def rate_of(row: RowView) -> Rate | None:
    """Return the standard that a row gives, plainly or as an upper bound."""
    part = joined(row).first
    number = part.low if isinstance(part.low, Decimal) else part.high
    if (
        part.dimension != "money"
        or not isinstance(number, Decimal)
        or number >= LARGEST
        or len(joined(row).parts) != 1
        or not part.per
    ):
        return None
    return None if row.midterm or part.low not in {None, number} else _of_bases(number, part.per)


def kind_of(base: str) -> str:
    return "人" if base in _PEOPLE else "area" if base in {"亩", "公顷"} else base


def converted_to(rate: Rate, other: Rate, units: UnitTable) -> Decimal | None:
    """Return a standard in the unit of another one, None where they cannot be compared."""
    yuan = rate.yuan
    if bool(rate.period) != bool(other.period):
        return None
    if rate.period != other.period:
        if rate.period not in _TIMES or other.period not in _TIMES:
            return None
        yuan = yuan * _TIMES[rate.period] / _TIMES[other.period]
    if rate.base != other.base and kind_of(rate.base) == "area":
        yuan *= units.convert(Decimal(1), other.base, rate.base)
    return yuan


def shown(yuan: Decimal, rate: Rate) -> str:
    bases = "·".join(part for part in (rate.base, rate.period) if part)
    return f"{yuan.quantize(Decimal('0.01')).normalize():f}元/{bases}"
