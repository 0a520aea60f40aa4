"""Facts about a spending plan: cumulative percentages by period (domain: §1.4, §3.3)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise

from perflint.facts.knowledge import Scope
from perflint.facts.amounts import table_total
from perflint.facts.period import Entry, read_entry, write_number
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS, Vocabulary
from perflint.typography import fold

PLAN = Vocabulary("plan", "资金支出计划：各期间的累计百分比", "the spending plan: cumulative percentages by period")

_FULL = Decimal(100)
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
            "plan.stray": self.stray,
        }.get(at)  # fmt: skip
        return Spot(f"spending_plan.{entry.name}") if entry else Spot("spending_plan")

    def spots(self, at: str) -> tuple[Spot, ...]:
        """Return the places of all percentages, and for `plan.order` of the period names before them."""
        values = [Spot(f"spending_plan.{entry.name}") for entry in self.typed]
        if at != "plan.order":
            return tuple(values)
        return tuple(spot for value in values for spot in (Spot(f"@key:{value.field}"), value))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The periods in the order of the year, as typed where one of them is not known."""
        if any(entry.month is None for entry in self.typed):
            return self.typed
        return tuple(sorted(self.typed, key=lambda entry: entry.month or 0))

    @cached_property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that can be read."""
        return tuple(entry.number for entry in self.entries if entry.number is not None)

    @property
    def complete(self) -> bool:
        """Whether every period has a number, and there are at least two."""
        return len(self.numbers) == len(self.entries) > 1

    @property
    def tolerance(self) -> Decimal:
        """Tolerance in percentage points."""
        return Decimal(str(self.scope.settings["plan.tolerance"]))

    @cached_property
    def shares(self) -> bool:
        """Whether shares of each period stand where cumulative progress is asked for: the sum is 100, the last is not."""
        if not self.complete or any(entry.sign not in {"", "%"} for entry in self.entries):
            return False
        equal = len(set(self.numbers)) == 1
        near = max(self.tolerance, _ROUNDED) if equal else self.tolerance
        return abs(sum(self.numbers) - _FULL) <= near and self.numbers[-1] < _WHOLE

    @cached_property
    def fraction(self) -> bool:
        """Whether the plan is written from 0 to 1 instead of 0 to 100."""
        return self.complete and max(self.numbers) <= 1 and self.numbers[-1] == 1

    @cached_property
    def amounts(self) -> str:
        """`cumulative` or `shares` if amounts of money stand in the plan, "" if percentages do."""
        total = table_total(self.view)
        if not self.complete or total is None or total.yuan <= 0:
            return ""
        signed = any(entry.sign in _UNITS for entry in self.entries)
        if not signed and max(self.numbers) <= _FULL + self.tolerance:
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

    @cached_property
    def drop(self) -> Entry | None:
        """The first period that is below the one before it."""
        known = [entry for entry in self.entries if entry.number is not None]
        return next((b for a, b in pairwise(known) if (b.number or 0) < (a.number or 0) - _STEP), None)

    @cached_property
    def above(self) -> Entry | None:
        """The first period above 100 %."""
        limit = _FULL + self.tolerance
        return next((entry for entry in self.entries if entry.number is not None and entry.number > limit), None)

    @cached_property
    def unread(self) -> Entry | None:
        """The first period whose cell is negative or no percentage."""
        return next((entry for entry in self.typed if _is_unread(entry)), None)

    @cached_property
    def stray(self) -> Entry | None:
        """The first period without a percentage or with an unknown name."""
        return next((entry for entry in self.typed if entry.blank or entry.month is None), None)

    @cached_property
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


def _sums(plan: PlanView) -> tuple[str, ...]:
    """Return the running sums, in the style of the cells; the last is 100 where rounded shares miss it a little."""
    sums = list(accumulate(plan.numbers))
    sums[-1] = _FULL
    decimals = max(entry.decimals for entry in plan.entries)
    return _written(plan, sums, decimals)


def _written(plan: PlanView, numbers: list[Decimal], decimals: int) -> tuple[str, ...]:
    by_name = {
        entry.name: write_number(number, decimals, entry) for entry, number in zip(plan.entries, numbers, strict=True)
    }
    return tuple(by_name[entry.name] for entry in plan.typed)


@PLAN.fact("shares", BOOL, zh="是否把各期间的占比当成了累计进度（合计约100%，最后一期不足100%）", en="whether shares stand where cumulative progress is asked for")
def shares(plan: PlanView) -> bool:
    return plan.shares


@PLAN.fact("exact", BOOL, zh="各数之和是否恰为100且无负数", en="whether the sum is exactly 100 and nothing is negative")
def exact(plan: PlanView) -> bool:
    return sum(plan.numbers) == _FULL and not any(number < 0 for number in plan.numbers)


@PLAN.fact("sum", DOUBLE, zh="各期间数值之和", en="sum of the numbers")
def total(plan: PlanView) -> float:
    return float(sum(plan.numbers))


@PLAN.fact("cells", STRING, zh="各期间数值，照录，以“、”相连", en="the cells as typed, joined")
def cells(plan: PlanView) -> str:
    return "、".join(entry.text.strip() for entry in plan.typed)


@PLAN.fact("running_sums", STRINGS, zh="逐期累加后的百分比，按原顺序", en="the running sums, in the order typed")
def running_sums(plan: PlanView) -> tuple[str, ...]:
    return _sums(plan) if plan.shares else ()


@PLAN.fact("hundredfold", STRINGS, zh="各数乘以100，按原顺序", en="the numbers times 100, in the order typed")
def hundredfold(plan: PlanView) -> tuple[str, ...]:
    if not plan.fraction:
        return ()
    decimals = max(max(entry.decimals for entry in plan.entries) - 2, 0)
    return _written(plan, [number * _FULL for number in plan.numbers], decimals)


@PLAN.fact("percentages", STRINGS, zh="由金额换算的累计百分比，按原顺序", en="cumulative percentages worked out of amounts, in the order typed")
def percentages(plan: PlanView) -> tuple[str, ...]:
    if not plan.amounts:
        return ()
    done = list(plan.numbers) if plan.amounts == "cumulative" else list(accumulate(plan.numbers))
    parts = [(number * _FULL / done[-1]).quantize(Decimal("0.01")) for number in done]
    whole = all(part == part.to_integral_value() for part in parts)
    by_name = {entry.name: f"{part:.{0 if whole else 2}f}%" for entry, part in zip(plan.entries, parts, strict=True)}
    return tuple(by_name[entry.name] for entry in plan.typed)


@PLAN.fact("fraction", BOOL, zh="是否写成了0到1的小数（最后一期为1）", en="whether it is written from 0 to 1")
def fraction(plan: PlanView) -> bool:
    return plan.fraction


@PLAN.fact("amounts", STRING, zh="填的是金额：cumulative（累计）、shares（分期）；不是金额为空", en="amounts of money: cumulative or shares; empty if percentages")
def amounts(plan: PlanView) -> str:
    return plan.amounts


@PLAN.fact("count", INT, zh="期间个数", en="number of periods")
def count(plan: PlanView) -> int:
    return len(plan.typed)


@PLAN.fact("drop", STRING, zh="第一个低于前一期的期间，没有为空", en="first period below the one before it, empty if none")
def drop(plan: PlanView) -> str:
    return _said(plan.drop)


@PLAN.fact("above", STRING, zh="第一个超过100%的期间，没有为空", en="first period above 100 %, empty if none")
def above(plan: PlanView) -> str:
    return _said(plan.above)


@PLAN.fact("unread", STRING, zh="第一个为负数或不是百分比的期间，没有为空", en="first period that is negative or no percentage, empty if none")
def unread(plan: PlanView) -> str:
    return _said(plan.unread)


def _said(entry: Entry | None) -> str:
    return f"{entry.name} {entry.text.strip()}" if entry else ""


@PLAN.fact("blank", STRING, zh="没有填百分比的期间，没有为空", en="periods without a percentage, empty if none")
def blank(plan: PlanView) -> str:
    return "、".join(entry.name for entry in plan.typed if entry.blank)


@PLAN.fact("unknown", STRING, zh="不认识的期间名称，没有为空", en="period names that are not known, empty if none")
def unknown(plan: PlanView) -> str:
    return "、".join(entry.name for entry in plan.typed if entry.month is None)


@PLAN.fact("last", STRING, zh="最后一期及其数值", en="the last period with its number")
def last(plan: PlanView) -> str:
    return _said(plan.entries[-1])


@PLAN.fact("final_full", BOOL, zh="最后一期是否为100%（允许误差）；读不出时为是", en="whether the last period is 100 %; true where it cannot be read")
def final_full(plan: PlanView) -> bool:
    number = plan.entries[-1].number
    return number is None or abs(number - _FULL) <= plan.tolerance


@PLAN.fact("carry_over", BOOL, zh="备注是否说明结转、跨年", en="whether the remark speaks of carry-over")
def carry_over(plan: PlanView) -> bool:
    remark = fold(plan.view.text("remark"))
    return any(word in remark for word in plan.scope.knowledge.lexicon.words("words.carry_over"))


@PLAN.fact("ordered", BOOL, zh="期间是否按时间先后排列", en="whether the periods are in the order of the year")
def ordered(plan: PlanView) -> bool:
    return plan.ordered


@PLAN.fact("distinct", BOOL, zh="各期间是否止于不同月份", en="whether the periods end in different months")
def distinct(plan: PlanView) -> bool:
    months = [entry.month for entry in plan.typed]
    return None not in months and len(set(months)) == len(months)


@PLAN.fact("rearranged", STRINGS, zh="按时间排好后，依次应写的期间与百分比", en="period and percentage, one after the other, in the order of the year")
def rearranged(plan: PlanView) -> tuple[str, ...]:
    return tuple(text for entry in plan.entries for text in (entry.name, entry.text))


@PLAN.fact("sorted", STRING, zh="按时间排好的期间与百分比", en="the periods with their percentages in the order of the year")
def in_order(plan: PlanView) -> str:
    return "、".join(f"{entry.name} {entry.text.strip()}" for entry in plan.entries)
