"""Facts about a standard that the goal gives for each 亩, 人 or 户 beside a row that gives another (domain: XTB052)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.clause import around, of_other_years
from perflint.facts.goals.multiple import LARGEST
from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import core
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Op, UnitTable, ValueReader, find_amounts
from perflint.typography import fold

STANDARD = Vocabulary(
    "standard", "年度目标里每亩、每人等的标准", "a standard of the annual goal for each 亩, person and the like"
)
_EACH = pattern(r"每(?:一)?(?P<each>平方米|公里|公顷|[亩人生名户村家座辆头只吨床])|(?P<mean>[亩人生户村床])均")
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
_SLACK = Decimal("0.005")
_SOME = pattern(r"不同|分档|分类|起步|上浮|提高|增加|上年|原|其中|超过部分|最高|以内|不超过|至少|不低于")
_JOINT = pattern(r"[·/.*]")
_NUMBERED = pattern(r"\d")


class Rate(Struct, frozen=True):
    """Money for each of something: 元 for one of `base`, for `period` (empty if none is named)."""

    yuan: Decimal
    base: str
    period: str


class StandardView(Struct, frozen=True):
    """A standard in the goal, and the only row that gives one for the same thing."""

    view: TableView
    prose: Prose
    amount: Amount
    row: RowView
    index: int
    in_row_unit: str

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the standard in the goal."""
        return (
            Relation(part_of(self.prose, self.amount.start, self.amount.end), "所写的标准", "the standard as told"),
        )


def standard_views(view: TableView) -> Iterator[StandardView]:
    """Yield the standards of the goal that the only row about the same thing gives otherwise."""
    judged: set[int] = set()
    for prose in told_texts(view):
        found = tuple(_standards_in(view, prose))
        yield from (standard for standard in found if standard.index not in judged)
        judged |= {standard.index for standard in found}


def _standards_in(view: TableView, prose: Prose) -> Iterator[StandardView]:
    text, reader = prose.text, view.scope.knowledge.reader
    said = rates_in(text, reader)
    rows = [(index, row, rate) for index, row in view.filled_rows if said for rate in [_rate_of(row)] if rate]
    for amount, rate in said:
        alike = [each for each in rows if _kind(each[2].base) == _kind(rate.base)]
        if len(alike) != 1 or len([each for _, each in said if _kind(each.base) == _kind(rate.base)]) != 1:
            continue
        index, row, other = alike[0]
        sure = not of_other_years(text, amount, view.scope.year) and _is_about(row, around(text, amount)[1])
        wanted = _converted(rate, other, reader.units) if sure else None
        if wanted is not None and not _allows(joined(row).first.op, other.yuan, wanted):
            yield StandardView(view, prose, amount, row, index, _shown(wanted, other))


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
        each, period = _EACH.search(before), _PERIOD.search(before)
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


def _rate_of(row: RowView) -> Rate | None:
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


def _kind(base: str) -> str:
    return "人" if base in _PEOPLE else "area" if base in {"亩", "公顷"} else base


def _is_about(row: RowView, clause: str) -> bool:
    """Return whether the clause of a standard has every character of what the row's name is about, at least two."""
    plain = _EACH.sub("", core(row.name))
    return len(plain) > 1 and set(plain) <= set(fold(clause))


def _converted(rate: Rate, other: Rate, units: UnitTable) -> Decimal | None:
    """Return a standard in the unit of another one, None where they cannot be compared."""
    yuan = rate.yuan
    if bool(rate.period) != bool(other.period):
        return None
    if rate.period != other.period:
        if rate.period not in _TIMES or other.period not in _TIMES:
            return None
        yuan = yuan * _TIMES[rate.period] / _TIMES[other.period]
    if rate.base != other.base and _kind(rate.base) == "area":
        yuan *= units.convert(Decimal(1), other.base, rate.base)
    return yuan


def _allows(op: Op, yuan: Decimal, wanted: Decimal) -> bool:
    """Return whether a row's standard is the one wanted, or a bound that it keeps."""
    if op.direction and (wanted - yuan) * op.direction >= 0:
        return True
    return abs(wanted - yuan) <= wanted * _SLACK


def _shown(yuan: Decimal, rate: Rate) -> str:
    bases = "·".join(part for part in (rate.base, rate.period) if part)
    return f"{yuan.quantize(Decimal('0.01')).normalize():f}元/{bases}"


@STANDARD.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(standard: StandardView) -> bool:
    return standard.prose.field == GOAL


@STANDARD.fact("text", STRING, zh="目标里的标准，照录", en="the standard as the goal has it")
def text(standard: StandardView) -> str:
    return around(standard.prose.text, standard.amount)[1]


@STANDARD.fact("converted", STRING, zh="换算成指标的单位", en="the standard in the unit of the row")
def converted(standard: StandardView) -> str:
    return standard.in_row_unit


@STANDARD.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(standard: StandardView) -> str:
    return standard.row.text("name").strip()


@STANDARD.fact("value", STRING, zh="指标值，照录，带单位", en="target value as typed, with its unit")
def value(standard: StandardView) -> str:
    typed, unit = standard.row.text("value").strip(), standard.row.text("unit").strip()
    return standard.row.text("op").strip() + typed + ("" if typed.endswith(unit) else unit)


SUBJECTS = (SubjectKind(STANDARD, in_table=standard_views),)
