"""Facts about each cost row that holds an amount, beside the budget of its table (domain: §3.6, BUD004)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount, table_total, tolerance
from perflint.facts.money.cost_line import CostLine, cost_lines
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.model import Record

COST = Vocabulary("cost", "一条带金额的成本", "one cost row with an amount")


class CostView(Struct, frozen=True):
    """One cost row beside the budget of its table; `op` is the sign of its comparator."""

    scope: Scope
    line: CostLine
    total: Amount
    tasks: tuple[Record, ...] = ()
    op: str = "none"

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a cost row has one amount
        """Return the place of the amount."""
        return Spot("value", records="indicators", index=self.line.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # there is one budget
        """Return the place of the budget."""
        return (Relation(Spot(self.total.field), "预算总额", "the budget"),)

    @property
    def exceeds(self) -> bool:
        """Whether this row alone is above the budget."""
        return self.line.amount.yuan > self.total.yuan + tolerance((self.line.amount, self.total))


def cost_views(view: TableView) -> Iterator[CostView]:
    """Yield the rows with an amount, where the table has a budget."""
    total = table_total(view)
    if total is None or total.yuan <= 0:
        return
    for line in cost_lines(view).counted:
        op = joined(view.rows[line.index]).op.sign
        yield CostView(view.scope, line, total, view.table.records.get("tasks", ()), op)


@COST.fact("exceeds", BOOL, zh="单项是否超过预算总额", en="whether the row alone is above the budget")
def exceeds(cost: CostView) -> bool:
    return cost.exceeds


@COST.fact(
    "all_years",
    BOOL,
    zh="是否跨年项目各年合计的总投资、总成本（起止年限超出本年，或说明里写有别的年度）",
    en="whether it is the whole cost of a project of several years: by its term, or by another year in the description",
)
def all_years(cost: CostView) -> bool:
    return cost.line.all_years


@COST.fact(
    "whole",
    BOOL,
    zh="名称是否为整个工程的投资、造价、合同价、几年合计，或看不出是本预算的支出",
    en="whether the name says an investment, a contract or several years as a whole, or no spending of this budget",
)
def whole(cost: CostView) -> bool:
    return cost.line.whole


@COST.fact(
    "scaled", BOOL, zh="是否恰为预算总额的10000倍或100倍（单位可疑）", en="whether it is 10,000 or 100 times the budget"
)
def scaled(cost: CostView) -> bool:
    return any(
        abs(cost.line.amount.yuan - cost.total.yuan * factor) <= cost.total.yuan * factor / 10_000
        for factor in (100, 10_000)
    )


@COST.fact("op", STRING, zh="比较符号：>= <= > < =，无则 none", en="comparator: >= <= > < =, or none")
def comparator(cost: CostView) -> str:
    return cost.op


@COST.fact(
    "from_budget", DOUBLE, zh="与预算总额相差多少（元）", en="by how much the amount differs from the budget, in 元"
)
def from_budget(cost: CostView) -> float:
    return float(abs(cost.line.amount.yuan - cost.total.yuan))


@COST.fact("yuan", DOUBLE, zh="金额（元）", en="the amount in 元")
def yuan(cost: CostView) -> float:
    return float(cost.line.amount.yuan)


@COST.fact("share", DOUBLE, zh="占预算总额的百分数", en="percent of the budget that it is")
def share(cost: CostView) -> float:
    return float(round(cost.line.amount.yuan * 100 / cost.total.yuan, 2))


@COST.fact("name", STRING, zh="指标名称", en="name of the row")
def name(cost: CostView) -> str:
    return cost.line.name


@COST.fact("amount", STRING, zh="金额，照录", en="the amount as typed")
def amount_text(cost: CostView) -> str:
    return cost.line.amount.text


@COST.fact("budget", STRING, zh="预算总额（万元）", en="the budget in 万元")
def budget(cost: CostView) -> str:
    return cost.total.ten_thousands


SUBJECTS = (SubjectKind(COST, in_table=cost_views),)
