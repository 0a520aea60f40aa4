"""An equation of amounts that should hold: a total and its items (domain: §3.6)."""

from decimal import Decimal

from msgspec import Struct

from perflint.facts.derived import derived
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount, tolerance, total_of
from perflint.facts.spot import Relation, Spot

SHOWN = 12
_SCALES = ((Decimal(10_000), "10000"), (Decimal(100), "100"))


class Equation(Struct, frozen=True, dict=True):
    """A total and what should add up to it; `items` are amounts with the place of their cell.

    `below_ok` says that the items may be less; `alternatives` are other sums that would be right too. `misplaced` says that
    rows outside the cost class were counted, `unsure` that some may be more than this budget pays,
    `broken_down` that the table accounts for the whole elsewhere, item by item. `explained` says that
    another equation already says what is wrong. `place` is where the total stands, if in a list.
    """

    scope: Scope
    kind: str
    total: Amount
    items: tuple[tuple[Amount, Spot], ...]
    below_ok: bool = False
    alternatives: tuple[Decimal, ...] = ()
    misplaced: bool = False
    explained: bool = False
    unsure: bool = False
    broken_down: bool = False
    place: Spot | None = None

    def spot(self, at: str) -> Spot:
        """Return the place of the total, of the item whose unit is suspected, or of the rows."""
        if at == "indicators":
            return Spot(at)
        return self.suspect[1] if at == "money.suspect" and self.suspect else self.place or Spot(self.total.field)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one equation has one set of parts
        """Return the places of the items."""
        return tuple(Relation(spot, amount.text, amount.text) for amount, spot in self.items[:SHOWN])

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one equation has one set of parts
        """Return the texts of the items and of the total, which may stand in another cell than the one marked."""
        return (*(amount.text for amount, _ in self.items), self.total.text)

    @derived
    def sum(self) -> Decimal:
        """What the items add up to, in 元."""
        return total_of(amount for amount, _ in self.items)

    @derived
    def tolerance(self) -> Decimal:
        """How far the sum may miss, in 元."""
        return tolerance(amount for amount, _ in self.items)

    @derived
    def holds(self) -> bool:
        """Whether the items add up to the total."""
        sums = (self.sum, *self.alternatives)
        if self.below_ok and self.sum <= self.total.yuan + self.tolerance:
            return True
        return any(abs(amount - self.total.yuan) <= self.tolerance for amount in sums)

    @property
    def slight(self) -> bool:
        """Whether the sum misses the total by so little (a thousandth) that no item can have been left out."""
        return abs(self.sum - self.total.yuan) * 1000 <= abs(self.total.yuan)

    @derived
    def scale(self) -> str:
        """`10000` or `100` if the equation would hold after a change of scale, else ""."""
        if self.holds or not self.sum or not self.total.yuan:
            return ""
        for factor, name in _SCALES:
            if self._near(self.sum * factor, self.total.yuan) or self._near(self.sum, self.total.yuan * factor):
                return name
        return ""

    def _near(self, one: Decimal, other: Decimal) -> bool:
        return abs(one - other) <= max(abs(one), abs(other)) / 10_000

    @derived
    def suspect(self) -> tuple[Amount, Spot] | None:
        """The only item, where 元 and 万元 were confused."""
        items = [item for item in self.items if item[0].yuan]
        return items[0] if self.scale == _SCALES[0][1] and len(items) == 1 else None
