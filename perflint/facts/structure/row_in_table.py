"""An indicator row together with the table around it: what a rule needs that asks for both (a basis where the budget is large)."""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import table_total
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.money.cost_line import CostLine, cost_lines
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.structure.table import filled_in, texts_of
from perflint.facts.structure.weights import weight_of
from perflint.facts.tableview import TableView
from perflint.facts.values.in_basis import figure_in_basis
from perflint.facts.vocabulary import DOUBLE, INT, STRING, STRINGS, TEXTS, Unknown, Vocabulary
from perflint.model import Record

ROW = Vocabulary(
    "row", "指标的一行，连同它所在的表（不适用的行不算）", "an indicator row with the table around it (rows that do not apply apart)"
)  # fmt: skip
_NO_TOTAL = Unknown("年度资金总额读不出金额", "the year's total is no amount")


class RowInTable(Struct, frozen=True):
    """One row of a table, by its index."""

    view: TableView
    index: int

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    @property
    def row(self) -> RowView:
        """The row by itself."""
        return self.view.rows[self.index]

    @property
    def record(self) -> Record:
        """The row as it was read, a bureau's own cells with it."""
        return self.view.table.rows[self.index]

    @property
    def cost(self) -> CostLine | None:
        """The row as money that the budget pays, None where it is none."""
        return next((line for line in cost_lines(self.view).counted if line.index == self.index), None)

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the row."""
        return Spot(at.removeprefix("row."), records="indicators", index=self.index)


def rows_in(view: TableView) -> Iterator[RowInTable]:
    """Yield the rows of a table that hold anything and do not decline their class."""
    for index, row in enumerate(view.rows):
        if not row.declined and (row.filled("name") or row.filled("value")):
            yield RowInTable(view, index)


@ROW.fact("number", INT, zh="第几行，从 1 起", en="which row of the table it is, from 1")
def number(row: RowInTable) -> int:
    return row.index + 1


@ROW.fact(
    "filled",
    STRINGS,
    zh="填了内容的单元格（标准名称，如 basis、history.last_year；自设栏目如 x-采集人）",
    en="the cells that are filled, by their canonical names, such as basis and history.last_year; a bureau's own as x-collector",
)
def filled(row: RowInTable) -> tuple[str, ...]:
    return (*filled_in(row.record.cells), *filled_in(row.record.own))


@ROW.fact(
    "cells",
    TEXTS,
    zh="各格的文字，按标准名称；自设栏目按键名，没有的格为空",
    en='the text of each cell by its canonical name, a bureau\'s own by its key; "" where the row has none',
)
def cells(row: RowInTable) -> dict[str, str]:
    return texts_of({**row.record.cells, **row.record.own})


@ROW.fact("basis", STRING, zh="指标值确定依据，照录，没有为空", en="the basis of the value as typed, empty if none")
def basis(row: RowInTable) -> str:
    return row.row.text("basis").strip()


@ROW.fact(
    "basis_figure",
    DOUBLE,
    optional=True,
    zh="依据里与指标值同一单位的唯一一个数，换算成指标值的单位（金额为元）",
    en="the one figure of the basis that has the value's unit or one that converts into it, in that unit (money in 元)",
)
def basis_figure(row: RowInTable) -> float | Unknown:
    return figure_in_basis(row.row)


@ROW.fact("weight", DOUBLE, optional=True, zh="权重（分）", en="the weight in points")
def weight(row: RowInTable) -> float | Unknown:
    found = weight_of(row.row)
    return Unknown("没有填权重，或不是数", "there is no weight, or it is no number") if found is None else float(found)


@ROW.fact(
    "cost_yuan",
    DOUBLE,
    zh="由预算支付的金额（元），不是带金额的成本行为 0",
    en="the money that the budget pays for it in 元, 0 where it is no cost row with an amount",
)
def cost_yuan(row: RowInTable) -> float:
    return float(row.cost.amount.yuan) if row.cost else 0.0


@ROW.fact(
    "cost_share",
    DOUBLE,
    optional=True,
    zh="该金额占年度资金总额的百分数，不是带金额的成本行为 0",
    en="percent of the year's total that this money is, 0 where it is no cost row with an amount",
)
def cost_share(row: RowInTable) -> float | Unknown:
    total = table_total(row.view)
    if total is None or total.yuan <= 0:
        return _NO_TOTAL
    return float(round(Decimal(100) * row.cost.amount.yuan / total.yuan, 2)) if row.cost else 0.0


def _money(row: RowInTable) -> BudgetView:
    return BudgetView(row.view)


SUBJECTS = (
    SubjectKind(
        ROW,
        in_table=rows_in,
        also=(
            ("indicator", attrgetter("row")),
            ("value", attrgetter("row")),
            ("table", attrgetter("view")),
            ("budget", _money),
        ),
    ),
)
