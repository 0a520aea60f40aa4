"""A spending plan as facts see it: its periods in the order of the year, and how they are to be read (domain: §1.4)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from perflint.facts.derived import derived
from perflint.facts.money.amounts import table_total
from perflint.facts.plan.period import Entry, read_entry
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

if TYPE_CHECKING:
    from perflint.facts.knowledge import Scope

FULL = Decimal(100)
_STEP = Decimal("0.005")
_WHOLE = Decimal("99.5")
_ROUNDED = Decimal(1)
_ABOUT = Decimal("0.005")
_UNITS = {"亿元": 10**8, "亿": 10**8, "万元": 10**4, "万": 10**4, "千元": 10**3, "元": 1}


class PlanView:
    """A table's spending plan; the numbers stand in the order of the year where every period is known."""

    def __init__(self, view: TableView) -> None:
        self.view = view
        self.scope: Scope = view.scope
        self.typed = tuple(read_entry(period.name, period.cell.text) for period in view.table.plan)

    def spot(self, at: str) -> Spot:
        """Return the place of the plan, or of the period that a rule is about."""
        entry = {
            "plan.last": self.entries[-1], "plan.drop": self.drop, "plan.above": self.above, "plan.unread": self.unread,
            "plan.stray": self.stray, "plan.flat": self.flat,
        }.get(at)  # fmt: skip
        if at == "spending_plan_title":
            return Spot(at)
        return Spot(f"spending_plan.{entry.name}") if entry else Spot("spending_plan")

    def spots(self, at: str) -> tuple[Spot, ...]:
        """Return the places of all percentages, and for `plan.order` of the period names before them."""
        values = [Spot(f"spending_plan.{entry.name}") for entry in self.typed]
        if at != "plan.order":
            return tuple(values)
        return tuple(spot for value in values for spot in (Spot(f"@key:{value.field}"), value))

    @derived
    def entries(self) -> tuple[Entry, ...]:
        """The periods in the order of the year, as typed where one of them is not known."""
        if any(entry.month is None for entry in self.typed):
            return self.typed
        return tuple(sorted(self.typed, key=lambda entry: entry.month or 0))

    @derived
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that can be read."""
        return tuple(entry.number for entry in self.entries if entry.number is not None)

    @derived
    def complete(self) -> bool:
        """Whether every period has a number, and there are at least two."""
        return len(self.numbers) == len(self.entries) > 1

    @derived
    def tolerance(self) -> Decimal:
        """Tolerance in percentage points."""
        return Decimal(str(self.scope.settings["plan.tolerance"]))

    @derived
    def shares(self) -> bool:
        """Whether shares of each period stand where cumulative progress is asked for: the sum is 100, the last is not."""
        if not self.complete or any(entry.sign not in {"", "%"} for entry in self.entries):
            return False
        equal = len(set(self.numbers)) == 1
        near = max(self.tolerance, _ROUNDED) if equal else self.tolerance
        return abs(sum(self.numbers) - FULL) <= near and self.numbers[-1] < _WHOLE

    @derived
    def fraction(self) -> bool:
        """Whether the plan is written from 0 to 1 instead of 0 to 100."""
        return self.complete and max(self.numbers) <= 1 and self.numbers[-1] == 1

    @derived
    def amounts(self) -> str:
        """`cumulative` or `shares` if amounts of money stand in the plan, "" if percentages do."""
        total = table_total(self.view)
        if not self.complete or total is None or total.yuan <= 0:
            return ""
        signed = any(entry.sign in _UNITS for entry in self.entries)
        if not signed and max(self.numbers) <= FULL + self.tolerance:
            return ""
        for scale in self._scales():
            for reading, number in (("cumulative", self.numbers[-1]), ("shares", sum(self.numbers))):
                if abs(number * scale - total.yuan) <= total.yuan * _ABOUT:
                    return reading
        return ""

    def _scales(self) -> tuple[Decimal, ...]:
        sign = self.entries[-1].sign
        if sign in _UNITS:
            return (Decimal(_UNITS[sign]),)
        currency = Decimal(_UNITS.get(self.scope.currency, 10**4))
        return (currency, Decimal(10**4), Decimal(1))

    @derived
    def _in_range(self) -> tuple[Entry, ...]:
        """The periods whose numbers can be compared: without those above 100 %, which are wrong themselves."""
        limit = Decimal("Infinity") if self.amounts else FULL + self.tolerance
        return tuple(entry for entry in self.entries if entry.number is not None and entry.number <= limit)

    @derived
    def drop(self) -> Entry | None:
        """The first period that is below the one before it."""
        return next((b for a, b in pairwise(self._in_range) if (b.number or 0) < (a.number or 0) - _STEP), None)

    @derived
    def fall(self) -> Decimal:
        """By how many percentage points a period is below the one before it at most, 0 where none is."""
        numbers = [entry.number or Decimal(0) for entry in self._in_range]
        return max((one - other for one, other in pairwise(numbers)), default=Decimal(0)).max(Decimal(0))

    @derived
    def flat(self) -> Entry | None:
        """The first period that stands where the one before it stood, between 0 and 100 %."""
        still = (b for a, b in pairwise(self.entries) if a.number is not None and a.number == b.number)
        return next((entry for entry in still if 0 < (entry.number or 0) < FULL), None)

    @derived
    def above(self) -> Entry | None:
        """The first period above 100 %."""
        limit = FULL + self.tolerance
        return next((entry for entry in self.entries if entry.number is not None and entry.number > limit), None)

    @derived
    def unread(self) -> Entry | None:
        """The first period whose cell is negative or no percentage."""
        return next((entry for entry in self.typed if _is_unread(entry)), None)

    @derived
    def stray(self) -> Entry | None:
        """The first period without a percentage or with an unknown name."""
        return next((entry for entry in self.typed if entry.blank or entry.month is None), None)

    @derived
    def ordered(self) -> bool:
        """Whether the periods follow the year; one month named twice must hold one number."""
        known = [entry for entry in self.typed if entry.month is not None]
        return all(_follows(first, second) for first, second in pairwise(known))


def _is_unread(entry: Entry) -> bool:
    return not entry.blank and (entry.number is None or entry.number < 0 or entry.sign not in {"", "%"})


def _follows(first: Entry, second: Entry) -> bool:
    one, two = first.month or 0, second.month or 0
    return one < two or (one == two and first.number == second.number)


def plan_views(view: TableView) -> Iterator[PlanView]:
    """Yield the spending plan of a table that has one."""
    if view.table.plan:
        yield PlanView(view)
