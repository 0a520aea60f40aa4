"""Facts about the pace of a spending plan: behind the usual checkpoints, all at once, standing still (domain: §3.3)."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.derived import once
from perflint.facts.plan.period import Entry, last_month
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern
from perflint.typography import fold

_CHECKPOINT = pattern(r"(.+?)[\s:：为达]*(\d{1,3}(?:\.\d{1,4})?)%?")
_TOLD = ("project.name", "project.purpose", "remark", "project.schedule")


class Checkpoint(NamedTuple):
    """How much (percent) is to be spent by the end of a month."""

    month: int
    floor: Decimal


@lru_cache(maxsize=32)
def read_checkpoints(written: tuple[str, ...]) -> tuple[Checkpoint, ...]:
    """Return the checkpoints of a setting such as `[6月底 50%, 9月底 75%]` or `["6: 50"]`; others are left out."""
    found = (_CHECKPOINT.fullmatch(fold(text)) for text in written)
    read = ((last_month(hit[1] if "月" in hit[1] else f"{hit[1]}月"), Decimal(hit[2])) for hit in found if hit)
    return tuple(Checkpoint(month, floor) for month, floor in read if month is not None)


@once
def is_steady(plan: PlanView) -> bool:
    """Return whether the plan can be read as cumulative progress: complete, in percent, with known periods in order."""
    return (
        plan.complete
        and not (plan.shares or plan.fraction or plan.amounts or plan.drop or plan.above or plan.unread)
        and all(entry.month is not None for entry in plan.entries)
    )


@PLAN.fact(
    "cumulative",
    BOOL,
    zh="是否可读作累计进度（填写完整、期间明确、没有别的错误）",
    en="whether it reads as cumulative progress: complete, with known periods and no other mistake",
)
def cumulative(plan: PlanView) -> bool:
    return is_steady(plan)


def _reached(plan: PlanView, month: int) -> Decimal:
    """Return the progress by the end of a month, evenly spread between two periods.

    Where a period ends in the month after (10月底 for 9月底), the more lenient of the two is taken.
    """
    before, at = Decimal(0), 0
    for entry in plan.entries:
        end, number = entry.month or 0, entry.number or Decimal(0)
        if end >= month:
            near = number if end <= month + 1 else Decimal(0)
            even = before + (number - before) * (month - at) / (end - at) if end > at else number
            return max(near, even)
        before, at = number, end
    return before


@once
def _behind(plan: PlanView) -> tuple[Checkpoint, Decimal] | None:
    written = plan.scope.settings["plan.checkpoints"]
    for checkpoint in read_checkpoints(written if isinstance(written, tuple) else ()):
        reached = _reached(plan, checkpoint.month)
        if reached < checkpoint.floor - plan.tolerance:
            return checkpoint, reached
    return None


@PLAN.fact(
    "lag",
    STRING,
    zh="第一个达不到的进度节点（如 6月底），没有为空",
    en="first checkpoint that is missed, such as 6月底; empty if none",
)
def lag(plan: PlanView) -> str:
    found = _behind(plan) if is_steady(plan) else None
    return f"{found[0].month}月底" if found else ""


@PLAN.fact("lag_floor", STRING, zh="该节点应达到的百分比", en="percentage asked for at this checkpoint")
def lag_floor(plan: PlanView) -> str:
    found = _behind(plan) if is_steady(plan) else None
    return f"{found[0].floor.normalize():f}%" if found else ""


@PLAN.fact("lag_reached", STRING, zh="计划在该节点达到的百分比", en="percentage planned for this checkpoint")
def lag_reached(plan: PlanView) -> str:
    found = _behind(plan) if is_steady(plan) else None
    return f"{found[1].quantize(Decimal('0.1')).normalize():f}%" if found else ""


@PLAN.fact(
    "paid_late",
    BOOL,
    zh="是否按考核、验收结果支付（工程、采购也是），或年中才开始",
    en="whether it is paid after assessment or acceptance, as works and purchases are, or starts within the year",
)
def is_paid_late(plan: PlanView) -> bool:
    lexicon = plan.scope.knowledge.lexicon
    if first_word(fold(plan.view.text("project.name")), lexicon.words("words.works_strict")):
        return True
    return bool(first_word(_told(plan), lexicon.words("words.paid_late")))


@PLAN.fact(
    "one_off",
    BOOL,
    zh="是否补贴、租金、保险、会费一类一次支付的项目",
    en="whether it is paid at once: subsidies, rent, insurance, dues, transfers",
)
def is_paid_at_once(plan: PlanView) -> bool:
    return bool(first_word(_told(plan), plan.scope.knowledge.lexicon.words("words.one_off")))


@once
def _told(plan: PlanView) -> str:
    return "|".join(fold(plan.view.text(cell)) for cell in _TOLD)


@PLAN.fact("first", STRING, zh="第一期及其数值", en="the first period with its number")
def first(plan: PlanView) -> str:
    return period_said(plan.entries[0])


@PLAN.fact(
    "first_month", INT, zh="第一期止于几月，无法判断为0", en="month in which the first period ends, 0 if unclear"
)
def first_month(plan: PlanView) -> int:
    return plan.entries[0].month or 0


@PLAN.fact(
    "first_number", DOUBLE, zh="第一期的数值，读不出为0", en="the number of the first period, 0 if it cannot be read"
)
def first_number(plan: PlanView) -> float:
    return float(plan.entries[0].number or 0)


@PLAN.fact(
    "flat",
    STRING,
    zh="第一个与前一期相同的期间（0和100%除外），没有为空",
    en="first period equal to the one before it, between 0 and 100 %; empty if none",
)
def flat(plan: PlanView) -> str:
    return period_said(plan.flat)


def period_said(entry: Entry | None) -> str:
    """Return a period with its cell as messages name it, "" for none."""
    return f"{entry.name} {entry.text.strip()}" if entry else ""


@PLAN.fact(
    "last_month", INT, zh="最后一期止于几月，无法判断为 0", en="month in which the last period ends, 0 if unclear"
)
def last(plan: PlanView) -> int:
    return plan.entries[-1].month or 0 if all(entry.month for entry in plan.entries) else 0


@PLAN.fact(
    "months",
    STRINGS,
    zh="各期止于几月，按时间先后，无法判断为0",
    en="the months in which the periods end, in the order of the year, 0 if unclear",
)
def months(plan: PlanView) -> tuple[str, ...]:
    return tuple(str(entry.month or 0) for entry in plan.entries)
