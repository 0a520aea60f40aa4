"""Facts about a standard that the goal gives for each 亩, 人 or 户 beside a row that gives another (domain: XTB052)."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.goals.clause import around, of_other_years
from perflint.facts.goals.held_row import HeldRow, once_in_a_table
from perflint.facts.goals.standards_told import EACH, converted_to, kind_of, rate_of, rates_in, shown
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Relation
from perflint.facts.subject_matter import core
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.quantity import Amount, Op
from perflint.typography import fold

STANDARD = Vocabulary(
    "standard", "年度目标里每亩、每人等的标准", "a standard of the annual goal for each 亩, person and the like"
)


class StandardView(HeldRow, frozen=True):
    """A standard in the goal, the only row that gives one for the same thing, and the share by which the two differ."""

    amount: Amount
    in_row_unit: str
    gap: Decimal

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the standard in the goal."""
        return (Relation(self.told_at, "所写的标准", "the standard as told"),)


def standard_views(view: TableView) -> Iterator[StandardView]:
    """Yield the standards of the goal that the only row about the same thing gives otherwise."""
    return once_in_a_table(view, _standards_in)


def _standards_in(view: TableView, prose: Prose) -> Iterator[StandardView]:
    text, reader = prose.text, view.scope.knowledge.reader
    said = rates_in(text, reader)
    rows = [(index, row, rate) for index, row in view.filled_rows if said for rate in [rate_of(row)] if rate]
    for amount, rate in said:
        alike = [each for each in rows if kind_of(each[2].base) == kind_of(rate.base)]
        if len(alike) != 1 or len([each for _, each in said if kind_of(each.base) == kind_of(rate.base)]) != 1:
            continue
        index, row, other = alike[0]
        sure = not of_other_years(text, amount, view.scope.year) and _is_about(row, around(text, amount)[1])
        wanted = converted_to(rate, other, reader.units) if sure else None
        if wanted is not None:
            gap = _beyond(joined(row).first.op, other.yuan, wanted)
            yield StandardView(view, prose, row, index, amount.start, amount.end, amount, shown(wanted, other), gap)


def _is_about(row: RowView, clause: str) -> bool:
    """Return whether the clause of a standard has every character of what the row's name is about, at least two."""
    plain = EACH.sub("", core(row.name))
    return len(plain) > 1 and set(plain) <= set(fold(clause))


def _beyond(op: Op, yuan: Decimal, wanted: Decimal) -> Decimal:
    """Return the share by which a row's standard misses the one wanted, 0 where that keeps the row's bound."""
    kept = op.direction and (wanted - yuan) * op.direction >= 0
    return Decimal(0) if kept or not wanted else abs(wanted - yuan) / wanted


@STANDARD.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(standard: StandardView) -> bool:
    return standard.in_goal


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


@STANDARD.fact(
    "gap",
    DOUBLE,
    zh="指标的标准与目标的相差百分之几，目标的标准在指标的界限以内为0",
    en="by how many percent the two standards differ, 0 where the goal's keeps the row's bound",
)
def gap(standard: StandardView) -> float:
    return float(standard.gap * 100)


SUBJECTS = (SubjectKind(STANDARD, in_table=standard_views),)
