"""Facts about how the percentages of a spending plan are written: percent signs, decimals, outer spaces (PLN016)."""

from decimal import Decimal

from perflint.facts.plan.period import Entry
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView
from perflint.facts.vocabulary import BOOL, INT, STRING, STRINGS
from perflint.typography import fold


def _readable(plan: PlanView) -> bool:
    """Return whether every cell is a percentage; a number without sign up to 1 could be a fraction."""
    return (
        plan.complete
        and not (plan.shares or plan.fraction or plan.amounts or plan.unread)
        and all(entry.sign or entry.number == 0 or (entry.number or 0) > 1 for entry in plan.typed)
    )


def _needed(number: Decimal) -> int:
    """Return the decimals that a number needs."""
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _is_padded(entry: Entry) -> bool:
    return entry.number is not None and entry.decimals > _needed(entry.number)


@PLAN.fact(
    "readable",
    BOOL,
    zh="各期是否都是百分比（不带%的数须大于1或为0）",
    en="whether every cell is a percentage; a number without % is one above 1, or 0",
)
def readable(plan: PlanView) -> bool:
    return _readable(plan)


@PLAN.fact(
    "sign_styles",
    INT,
    zh="百分号有几种写法（带与不带；单独的0不计）",
    en="how many ways of writing % there are (with and without; a bare 0 does not count)",
)
def sign_styles(plan: PlanView) -> int:
    return len({entry.sign for entry in plan.typed if entry.number or entry.sign})


@PLAN.fact("decimal_styles", INT, zh="小数位数有几种", en="how many numbers of decimals there are")
def decimal_styles(plan: PlanView) -> int:
    return len({entry.decimals for entry in plan.typed})


@PLAN.fact("padded", INT, zh="小数末尾补了0的期数", en="number of periods with zeros at the end of their decimals")
def padded(plan: PlanView) -> int:
    return sum(map(_is_padded, plan.typed))


@PLAN.fact("spaced", INT, zh="前后有空格的期数", en="number of periods with blanks around them")
def spaced(plan: PlanView) -> int:
    return sum(entry.text != entry.text.strip() for entry in plan.typed)


@PLAN.fact(
    "even", STRINGS, zh="统一写法后的各期百分比，按原顺序", en="the percentages written alike, in the order typed"
)
def even(plan: PlanView) -> tuple[str, ...]:
    if not _readable(plan):
        return ()
    sign = "%" if any(entry.sign for entry in plan.typed) else ""
    decimals = max(_needed(entry.number) for entry in plan.typed if entry.number is not None)
    alike = len({entry.decimals for entry in plan.typed}) == 1
    return tuple(_written(entry, entry.decimals if alike else decimals, sign) for entry in plan.typed)


def _written(entry: Entry, decimals: int, sign: str) -> str:
    own = fold(entry.text).removesuffix("%")
    unchanged = entry.decimals == decimals and own.replace(",", "") == own
    return (own if unchanged else f"{entry.number:.{decimals}f}") + sign


@PLAN.fact("heading", STRING, zh="支出计划的表头，照录", en="printed heading of the plan")
def heading(plan: PlanView) -> str:
    return plan.view.text("spending_plan_title").strip()


@PLAN.fact("heading_cumulative", BOOL, zh="表头是否写明“累计”", en="whether the heading says 累计 (cumulative)")
def heading_cumulative(plan: PlanView) -> bool:
    return "累计" in fold(heading(plan))
