"""Facts about a spending plan: cumulative percentages by period (domain: §1.4, §3.3)."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from perflint.facts.kind import SubjectKind
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.plan.period import Entry, write_number
from perflint.facts.plan.planview import FULL, PlanView, plan_views
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS, Vocabulary
from perflint.typography import fold

PLAN = Vocabulary("plan", "资金支出计划：各期间的累计百分比", "the spending plan: cumulative percentages by period")


def _sums(plan: PlanView) -> tuple[str, ...]:
    """Return the running sums, in the style of the cells; the last is 100 where rounded shares miss it a little."""
    sums = list(accumulate(plan.numbers))
    sums[-1] = FULL
    decimals = max(entry.decimals for entry in plan.entries)
    return _written(plan, sums, decimals)


def _written(plan: PlanView, numbers: Sequence[Decimal], decimals: int) -> tuple[str, ...]:
    by_name = {
        entry.name: write_number(number, decimals, entry) for entry, number in zip(plan.entries, numbers, strict=True)
    }
    return tuple(by_name[entry.name] for entry in plan.typed)


@PLAN.fact(
    "shares", BOOL, zh="是否把各期占比当成了累计进度", en="whether shares stand where cumulative progress is asked for"
)
def shares(plan: PlanView) -> bool:
    return plan.shares


@PLAN.fact("exact", BOOL, zh="各数之和是否恰为100且无负数", en="whether the sum is exactly 100 and nothing is negative")
def exact(plan: PlanView) -> bool:
    return sum(plan.numbers) == FULL and not any(number < 0 for number in plan.numbers)


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
    return _written(plan, [number * FULL for number in plan.numbers], decimals)


@PLAN.fact(
    "percentages",
    STRINGS,
    zh="由金额换算的累计百分比，按原顺序",
    en="cumulative percentages worked out of amounts, in the order typed",
)
def percentages(plan: PlanView) -> tuple[str, ...]:
    if not plan.amounts:
        return ()
    done = list(plan.numbers) if plan.amounts == "cumulative" else list(accumulate(plan.numbers))
    parts = [(number * FULL / done[-1]).quantize(Decimal("0.01")) for number in done]
    whole = all(part == part.to_integral_value() for part in parts)
    by_name = {entry.name: f"{part:.{0 if whole else 2}f}%" for entry, part in zip(plan.entries, parts, strict=True)}
    return tuple(by_name[entry.name] for entry in plan.typed)


@PLAN.fact("fraction", BOOL, zh="是否写成了0到1的小数（最后一期为1）", en="whether it is written from 0 to 1")
def fraction(plan: PlanView) -> bool:
    return plan.fraction


@PLAN.fact(
    "amounts",
    STRING,
    zh="填的是金额：cumulative、shares；不是为空",
    en="amounts of money: cumulative or shares; empty if percentages",
)
def amounts(plan: PlanView) -> str:
    return plan.amounts


@PLAN.fact("count", INT, zh="期间个数", en="number of periods")
def count(plan: PlanView) -> int:
    return len(plan.typed)


@PLAN.fact(
    "drop", STRING, zh="第一个低于前一期的期间，没有为空", en="first period below the one before it, empty if none"
)
def drop(plan: PlanView) -> str:
    return _said(plan.drop)


@PLAN.fact(
    "fall",
    DOUBLE,
    zh="后一期比前一期最多低几个百分点，没有为0",
    en="percentage points by which a period is below the one before it at most, 0 if none is",
)
def fall(plan: PlanView) -> float:
    return float(plan.fall)


@PLAN.fact("highest", DOUBLE, zh="最大的一期，读不出为0", en="the highest number, 0 if none can be read")
def highest(plan: PlanView) -> float:
    return float(max(plan.numbers, default=0))


@PLAN.fact("above", STRING, zh="第一个超过100%的期间，没有为空", en="first period above 100 %, empty if none")
def above(plan: PlanView) -> str:
    return _said(plan.above)


@PLAN.fact(
    "unread",
    STRING,
    zh="第一个为负数、读不出数或带金额单位的期间，没有为空；空格不算",
    en="first period that is negative, holds no number, or one with a unit of money; empty if none. A blank cell does not count",
)
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


@PLAN.fact(
    "final_full",
    BOOL,
    zh="最后一期是否为100%（允许误差）；读不出时为是",
    en="whether the last period is 100 %; true where it cannot be read",
)
def final_full(plan: PlanView) -> bool:
    number = plan.entries[-1].number
    return number is None or abs(number - FULL) <= plan.tolerance


@PLAN.fact("carry_over", BOOL, zh="备注是否说明结转、跨年", en="whether the remark speaks of carry-over")
def carry_over(plan: PlanView) -> bool:
    remark = fold(plan.view.text("remark"))
    return any(word in remark for word in plan.scope.knowledge.lexicon.words("words.carry_over"))


@PLAN.fact(
    "ordered",
    BOOL,
    zh="期间是否按时间先后排列；止于同一个月的两期须数值相同，不认识的期间不计",
    en="whether the periods are in the order of the year; two that end in one month must hold one number, unknown ones do not count",
)
def ordered(plan: PlanView) -> bool:
    return plan.ordered


@PLAN.fact("distinct", BOOL, zh="各期间是否止于不同月份", en="whether the periods end in different months")
def distinct(plan: PlanView) -> bool:
    months = [entry.month for entry in plan.typed]
    return None not in months and len(set(months)) == len(months)


@PLAN.fact(
    "rearranged",
    STRINGS,
    zh="按时间排好的期间与百分比，逐一列出",
    en="period, percentage, period … in the order of the year",
)
def rearranged(plan: PlanView) -> tuple[str, ...]:
    return tuple(text for entry in plan.entries for text in (entry.name, entry.text))


@PLAN.fact(
    "sorted", STRING, zh="按时间排好的期间与百分比", en="the periods with their percentages in the order of the year"
)
def in_order(plan: PlanView) -> str:
    return "、".join(f"{entry.name} {entry.text.strip()}" for entry in plan.entries)


def table_of(view: PlanView) -> TableView:
    """Return the table that the plan is of."""
    return view.view


def money_of(view: PlanView) -> BudgetView:
    """Return the money of the table that the plan is of."""
    return BudgetView(view.view)


SUBJECTS = (
    SubjectKind(
        PLAN, in_table=plan_views, also=(("table", table_of), ("budget", money_of)), places=("plan.stray", "plan.order")
    ),
)
