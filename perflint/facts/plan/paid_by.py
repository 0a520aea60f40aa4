"""A row that asks for a share of the money by a month (6月底资金支付进度 ≥70%) beside what the spending plan gives for it."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.plan.pace import is_steady
from perflint.facts.plan.planview import PlanView
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

PAID_BY = Vocabulary(
    "paid_by",
    "要求到某月支出多少的指标，对照资金支出计划",
    "a row that asks for spending by a month, beside the spending plan",
)
_PACE = pattern(r"(?:资金|预算|经费|财政)[^,，]{0,8}?(?:支付|支出|执行|拨付|使用)(?:进度|率)")
_MONTH = pattern(r"(?<!\d)(1[0-2]|[1-9])月(?:份|底|末|30日|31日)?")
_QUARTER = pattern(r"第?([一二三四])季度")
_HALF = pattern(r"上半年")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}


class PaidByView(Struct, frozen=True):
    """The row, the month that its name gives, and what the plan gives by that month."""

    scope: Scope
    row: RowView
    index: int
    period: str
    planned: Decimal

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the period of the plan."""
        return (Relation(Spot(f"spending_plan.{self.period}"), "支出计划", "the spending plan"),)


def paid_by_views(view: TableView) -> Iterator[PaidByView]:
    """Yield the rows that ask for spending by a month of which a readable cumulative plan has a period of its own."""
    rows = [(index, row) for index, row in view.filled_rows if _PACE.search(row.name)]
    plan = PlanView(view) if rows and view.table.plan else None
    if plan is None or not is_steady(plan):
        return
    for index, row in rows:
        month = _month(row.name)
        entry = next((entry for entry in plan.entries if entry.month == month), None) if month else None
        if entry is not None and entry.number is not None and _asked(row) is not None:
            yield PaidByView(view.scope, row, index, entry.name, entry.number)


def _month(name: str) -> int:
    plain = fold(name)
    month, quarter = _MONTH.search(plain), _QUARTER.search(plain)
    if month:
        return int(month[1])
    return _QUARTERS[quarter[1]] if quarter else 6 if _HALF.search(plain) else 0


def _asked(row: RowView) -> Decimal | None:
    part = joined(row).first
    plain = len(row.value.parts) == 1 and part.unit == "%" and part.op.direction >= 0
    return part.low if plain and isinstance(part.low, Decimal) else None


@PAID_BY.fact("name", STRING, zh="指标名称", en="name of the row")
def name(view: PaidByView) -> str:
    return view.row.text("name").strip()


@PAID_BY.fact("asked", DOUBLE, zh="指标要求的百分数", en="the percentage that the row asks for")
def asked(view: PaidByView) -> float:
    return float(_asked(view.row) or 0)


@PAID_BY.fact("period", STRING, zh="支出计划里的同一期", en="the same period of the plan")
def period(view: PaidByView) -> str:
    return view.period


@PAID_BY.fact(
    "planned", DOUBLE, zh="支出计划里到这一期的累计百分数", en="the cumulative percentage of the plan by then"
)
def planned(view: PaidByView) -> float:
    return float(view.planned)


@PAID_BY.fact("planned_text", STRING, zh="同上，供提示用", en="the same for a message")
def planned_text(view: PaidByView) -> str:
    return f"{view.planned.normalize():f}%"


SUBJECTS = (SubjectKind(PAID_BY, in_table=paid_by_views),)
