"""Rows that say what one of something costs (元/人, 元/天, 户均…), with the quantities of the table that go with them."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.derived import derived
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount
from perflint.facts.money.cost_line import OTHER_COST
from perflint.facts.money.factor import (
    MONTHS,
    QUARTERS,
    TERMS,
    YEARLY,
    Count,
    count_of,
    heads_of,
    months_said,
    of_a_kind,
    of_others,
)
from perflint.facts.money.price import Price, price_of
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import shared
from perflint.facts.tableview import TableView
from perflint.quantity import Kind, Part

_HEADS = frozenset({"人", "名", "位", "人次"})
_PRICES = ("收费", "价格", "税", "罚", "电价", "水价", "气价", "售价", "保证金", "押金", "定金", "质保金")


class UnitCostView(Struct, frozen=True, dict=True):
    """A row with a unit cost, and the table that it stands in; `base` is what the cost is for each of, "" for a month."""

    view: TableView
    row: RowView
    index: int
    part: Part
    price: Price
    base: str

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the unit cost."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one quantity
        """Return the places of the quantities that it is multiplied by."""
        counts = (count for count in self.counts or () if count.index >= 0)
        return tuple(
            Relation(Spot("value", records="indicators", index=each.index), "数量", "the quantity") for each in counts
        )

    @derived
    def counts(self) -> tuple[Count, ...] | None:
        """What the price is multiplied by, a count for each base but a year; None where one is not plainly given."""
        found: list[Count] = []
        for base in self.price.bases:
            if base in YEARLY:
                continue
            count = self._count(base)
            if count is None and base not in TERMS:
                return None
            found += [count] if count else []
        return tuple(found) or None

    @derived
    def least(self) -> bool:
        """Whether the quantities are no more than the least there is: one term of the year, one visit of each person."""
        terms = any(base in TERMS and self._count(base) is None for base in self.price.bases)
        return terms or ("人次" in self.price.bases and not self._known("人次"))

    def _known(self, base: str) -> list[Count]:
        rows = [
            (index, row)
            for index, row in self.view.filled_rows
            if index != self.index and not of_a_kind(self.row.name, row.name + row.text("value"))
        ]
        known = [(row, each) for index, row in rows if (each := count_of(index, row, base))]
        return [each for row, each in known if base not in _HEADS or not of_others(self.row.name, row.name)]

    def _count(self, base: str) -> Count | None:
        rows = [row for index, row in self.view.filled_rows if index != self.index]
        known = self._known(base) or [
            each for index, row in self.view.filled_rows if index != self.index and (each := heads_of(index, row, base))
        ]
        if len(known) > 1:
            scores = [shared(self.row.name, each.row.name) for each in known if each.row]
            best = [each for each, score in zip(known, scores, strict=True) if score == max(scores) > 0]
            known = best if len(best) == 1 else []
        if not known and base in MONTHS:
            return months_said(self.view, rows)
        if not known and base in QUARTERS:
            return months_said(self.view, rows, each=3)
        return known[0] if len(known) == 1 else None

    @derived
    def product(self) -> Amount | None:
        """Unit cost × quantities in 元, None where the table does not plainly give one of each."""
        if not self.counts or any(other.counts == self.counts for other in self._rivals):
            return None
        if any(other.base == self.base and other.counts is None for other in self._rivals):
            return None
        yuan = self.price.yuan
        for count in self.counts:
            yuan *= count.number
        return Amount(
            yuan, Decimal(0), "×".join((self.price.printed, *(each.printed for each in self.counts))), "value"
        )

    @derived
    def _rivals(self) -> tuple["UnitCostView", ...]:
        return tuple(other for other in unit_cost_views(self.view) if other.index != self.index)


def unit_cost_views(view: TableView) -> Iterator[UnitCostView]:
    """Yield the annual cost rows whose only amount is for each of something else than a year."""
    for index, row in view.filled_rows:
        if row.side != "cost" or row.class_id in OTHER_COST or len(row.value.parts) != 1:
            continue
        price = price_of(row)
        if price is None or any(word in row.name for word in _PRICES) or row.value.kind is Kind.RELATIVE:
            continue
        bases = [base for base in price.bases if base not in YEARLY | MONTHS | TERMS]
        if bases or any(base in MONTHS for base in price.bases):
            yield UnitCostView(view, row, index, row.value.first, price, bases[0] if bases else "")
