"""Rows that say what one of something costs (元/人, 元/天), with the quantity of the table that goes with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perflint.facts.derived import derived
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount
from perflint.facts.money.cost_line import OTHER_COST
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.quantity import Kind, Part

_IMPLIED = frozenset({"年", "年度", "月", "个月", "季", "季度", "学年", "学期", "半年"})
_PRICES = ("收费", "价格", "税", "罚", "电价", "水价", "气价", "售价")


@dataclass(frozen=True)
class UnitCostView:
    """A row with a unit cost, and the table that it stands in; `base` is what the cost is for each of."""

    view: TableView
    row: RowView
    index: int
    part: Part
    base: str

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the unit cost."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one quantity
        """Return the place of the quantity that it is multiplied by."""
        if self.quantity is None:
            return ()
        return (Relation(Spot("value", records="indicators", index=self.quantity[0]), "数量", "the quantity"),)

    @derived
    def quantity(self) -> tuple[int, Part] | None:
        """The only quantity of this unit in the table, None if there are none or several."""
        found = [
            (index, row.value.first)
            for index, row in self.view.filled_rows
            if row.class_id == "output.quantity" and len(row.value.parts) == 1 and row.value.first.unit == self.base
        ]
        return found[0] if len(found) == 1 and isinstance(found[0][1].low, Decimal) else None

    @derived
    def product(self) -> Amount | None:
        """Unit cost × quantity in 元, None where the table does not give exactly one of each."""
        price = self.part.high if isinstance(self.part.high, Decimal) else self.part.low
        rivals = [view for view in unit_cost_views(self.view) if view.base == self.base]
        if self.quantity is None or len(rivals) != 1 or not isinstance(price, Decimal):
            return None
        count = self.quantity[1]
        yuan = price * (count.low if isinstance(count.low, Decimal) else Decimal(0))
        return Amount(yuan, Decimal(0), f"{self.part.printed}×{count.printed}", "value")


def unit_cost_views(view: TableView) -> Iterator[UnitCostView]:
    """Yield the annual cost rows whose only amount is for each of something else than a year."""
    for index, row in view.filled_rows:
        if row.side != "cost" or row.class_id in OTHER_COST or len(row.value.parts) != 1:
            continue
        part = row.value.first
        if part.dimension == "money" and part.per and not any(word in row.name for word in _PRICES):
            bases = [base for per in part.per for base in re.split(r"[·./*]", per) if base not in _IMPLIED]
            if bases and row.value.kind is not Kind.RELATIVE:
                yield UnitCostView(view, row, index, part, bases[0])
