"""One item of what the budget consists of (`budget.breakdown`): its amount, its basis, its part of the whole."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount, read_amount
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.spot import Spot
from perflint.facts.structure.table import filled_in, texts_of
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, STRINGS, TEXTS, Unknown, Vocabulary
from perflint.model import Record

COST_ITEM = Vocabulary("cost_item", "成本构成的一项", "one item of what the budget consists of")
_LIST = "budget.breakdown"


class CostItem(Struct, frozen=True):
    """One item of the cost with its table."""

    view: TableView
    record: Record

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    @property
    def amount(self) -> Amount | None:
        """The amount, None where it cannot be read."""
        return read_amount(self.record.text("amount"), self.scope.currency)

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the item: of its amount, unless another is named."""
        field = at.removeprefix("cost_item").removeprefix(".")
        return Spot(field or "amount", records=_LIST, index=self.record.index)


def cost_items(view: TableView) -> Iterator[CostItem]:
    """Yield the items that are named or have an amount."""
    for record in view.table.records.get(_LIST, ()):
        if record.text("item").strip() or record.text("amount").strip():
            yield CostItem(view, record)


@COST_ITEM.fact("name", STRING, zh="项，照录", en="the item as typed")
def name(item: CostItem) -> str:
    return item.record.text("item").strip()


@COST_ITEM.fact("amount", STRING, zh="金额，照录", en="the amount as typed")
def amount_text(item: CostItem) -> str:
    return item.record.text("amount").strip()


@COST_ITEM.fact("basis", STRING, zh="测算依据，照录，没有为空", en="how it was reckoned, as typed, empty if not told")
def basis(item: CostItem) -> str:
    return item.record.text("basis").strip()


@COST_ITEM.fact("yuan", DOUBLE, zh="金额（元），读不出为0", en="the amount in 元, 0 if unreadable")
def yuan(item: CostItem) -> float:
    return float(item.amount.yuan) if item.amount else 0.0


@COST_ITEM.fact(
    "share", DOUBLE, optional=True, zh="占年度资金总额的百分数", en="percent of the year's total that it is"
)
def share(item: CostItem) -> float | Unknown:
    total = _money(item).amount("total")
    if total is None or total.yuan <= 0 or item.amount is None:
        return Unknown("这一项或年度资金总额读不出金额", "the item or the year's total is no amount")
    return float(round(item.amount.yuan * 100 / total.yuan, 2))


@COST_ITEM.fact("filled", STRINGS, zh="填了内容的单元格", en="the cells that are filled, by their canonical names")
def filled(item: CostItem) -> tuple[str, ...]:
    return (*filled_in(item.record.cells), *filled_in(item.record.own))


@COST_ITEM.fact(
    "cells",
    TEXTS,
    zh="各格的文字，按标准名称，没有的格为空",
    en='the text of each cell by name; "" where there is none',
)
def cells(item: CostItem) -> dict[str, str]:
    return texts_of({**item.record.cells, **item.record.own})


def _view(item: CostItem) -> TableView:
    return item.view


def _money(item: CostItem) -> BudgetView:
    return BudgetView(item.view)


SUBJECTS = (SubjectKind(COST_ITEM, in_table=cost_items, also=(("table", _view), ("budget", _money))),)
