"""Facts about the pace of a spending plan: behind the usual checkpoints, all at once, standing still (domain: §3.3)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.period import Entry, last_month
from perflint.facts.plan import PLAN
from perflint.facts.planview import FULL, PlanView
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.facts.wordlist import first_word
from perflint.quantity import Kind
from perflint.quantity.day import Day
from perflint.typography import fold

_MONTHS = 12
_EARLY = 6  # months: what is paid later is no front-loading
_FRONT = Decimal(90)
_CHECKPOINT = re.compile(r"(.+?)[\s:：为达]*(\d{1,3}(?:\.\d{1,4})?)%?")
_PAYING = ("发放", "支付", "拨付", "兑付", "报销")
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


def _steady(plan: PlanView) -> bool:
    """Return whether the plan can be read as cumulative progress: complete, in percent, with known periods in order."""
    return (
        plan.complete
        and not (plan.shares or plan.fraction or plan.amounts or plan.drop or plan.unread)
        and all(entry.month is not None for entry in plan.entries)
    )


@PLAN.fact(
    "cumulative",
    BOOL,
    zh="是否可读作累计进度（填写完整、期间明确、没有别的错误）",
    en="whether it reads as cumulative progress: complete, with known periods and no other mistake",
)
def cumulative(plan: PlanView) -> bool:
    return _steady(plan)


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


def _behind(plan: PlanView) -> tuple[Checkpoint, Decimal] | None:
    written = plan.scope.settings["plan.checkpoints"]
    for checkpoint in read_checkpoints(written if isinstance(written, tuple) else ()):  # type: ignore[arg-type]
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
    found = _behind(plan) if _steady(plan) else None
    return f"{found[0].month}月底" if found else ""


@PLAN.fact("lag_floor", STRING, zh="该节点应达到的百分比", en="percentage asked for at this checkpoint")
def lag_floor(plan: PlanView) -> str:
    found = _behind(plan) if _steady(plan) else None
    return f"{found[0].floor.normalize():f}%" if found else ""


@PLAN.fact("lag_reached", STRING, zh="计划在该节点达到的百分比", en="percentage planned for this checkpoint")
def lag_reached(plan: PlanView) -> str:
    found = _behind(plan) if _steady(plan) else None
    return f"{found[1].quantize(Decimal('0.1')).normalize():f}%" if found else ""


@PLAN.fact(
    "paid_late",
    BOOL,
    zh="是否按考核、验收结果支付（工程、采购也是），或年中才开始",
    en="whether it is paid after assessment or acceptance, as works and purchases are, or starts within the year",
)
def paid_late(plan: PlanView) -> bool:
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
def one_off(plan: PlanView) -> bool:
    return bool(first_word(_told(plan), plan.scope.knowledge.lexicon.words("words.one_off")))


def _told(plan: PlanView) -> str:
    return "|".join(fold(plan.view.text(cell)) for cell in _TOLD)


@PLAN.fact("first", STRING, zh="第一期及其数值", en="the first period with its number")
def first(plan: PlanView) -> str:
    return _said(plan.entries[0])


@PLAN.fact(
    "front_loaded",
    BOOL,
    zh="上半年的第一期是否已达90%以上",
    en="whether the first period, in the first half of the year, is 90 % or more",
)
def front_loaded(plan: PlanView) -> bool:
    start = plan.entries[0]
    return _steady(plan) and (start.month or _MONTHS) <= _EARLY and (start.number or 0) >= _FRONT


@PLAN.fact("starts_at_zero", BOOL, zh="第一期是否为0", en="whether the first period is 0")
def starts_at_zero(plan: PlanView) -> bool:
    return _steady(plan) and plan.entries[0].number == 0


@PLAN.fact(
    "flat",
    STRING,
    zh="第一个与前一期相同且低于100%的期间，没有为空",
    en="first period equal to the one before it and below 100 %, empty if none",
)
def flat(plan: PlanView) -> str:
    return _said(plan.flat) if _steady(plan) else ""


def _said(entry: Entry | None) -> str:
    return f"{entry.name} {entry.text.strip()}" if entry else ""


@PLAN.fact(
    "last_month", INT, zh="最后一期止于几月，无法判断为 0", en="month in which the last period ends, 0 if unclear"
)
def last(plan: PlanView) -> int:
    return plan.entries[-1].month or 0 if all(entry.month for entry in plan.entries) else 0


@PLAN.fact(
    "quarterly",
    BOOL,
    zh="各期是否止于3、6、9、12月",
    en="whether the periods end in March, June, September and December",
)
def quarterly(plan: PlanView) -> bool:
    return [entry.month for entry in plan.entries] == [3, 6, 9, 12]


@PLAN.fact(
    "deadline_first",
    STRING,
    zh="时效指标中最早的期限（如 6月底），没有为空",
    en="earliest deadline among the timeliness rows, empty if none",
)
def deadline_first(plan: PlanView) -> str:
    months = sorted(month for month, _ in _deadlines(plan))
    return f"{months[0]}月底" if months else ""


def _deadlines(plan: PlanView) -> Iterator[tuple[int, bool]]:
    """Yield the month of each deadline of the timeliness rows in the table's year, and whether it is that of a payment."""
    for _, row in plan.view.filled_rows:
        if row.class_id == "output.time" and row.value.kind is Kind.DEADLINE:
            day = row.value.high
            if isinstance(day, Day) and day.month and (not plan.scope.year or day.year in (None, plan.scope.year)):
                yield day.month, any(word in row.name for word in _PAYING)


@PLAN.fact(
    "paid_before",
    STRING,
    zh="付清比所有期限早半年以上时，付清的那一期；否则为空",
    en="the period with 100 % if it is half a year or more before every deadline, else empty",
)
def paid_before(plan: PlanView) -> str:
    full = next((entry for entry in plan.entries if (entry.number or 0) >= FULL - plan.tolerance), None)
    due = list(_deadlines(plan)) if full and _steady(plan) else []
    if full is None or not due or min(month for month, _ in due) - (full.month or _MONTHS) < _EARLY:
        return ""
    return "" if one_off(plan) and not any(paying for _, paying in due) else _said(full)


@PLAN.fact(
    "unpaid_after",
    STRING,
    zh="最后一个期限之后仍未到100%的那一期，没有为空（采购、工程按验收付款除外）",
    en="a period after the last deadline that is still below 100 %, empty if none; not for purchases and works",
)
def unpaid_after(plan: PlanView) -> str:
    due = [month for month, _ in _deadlines(plan)] if _steady(plan) else []
    if not due or paid_late(plan) or _is_accepted_first(plan):
        return ""
    after = (entry for entry in plan.entries if (entry.month or 0) > max(due))
    return _said(next((entry for entry in after if (entry.number or FULL) < FULL - plan.tolerance), None))


def _is_accepted_first(plan: PlanView) -> bool:
    lexicon = plan.scope.knowledge.lexicon
    words = (*lexicon.words("words.purchase"), *lexicon.words("words.works_broad"), *lexicon.words("words.one_off"))
    return bool(first_word(fold(plan.view.text("project.name")), words))
