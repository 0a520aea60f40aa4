"""Facts about a spending plan beside the deadlines of the timeliness rows: paid long before, or not paid after (PLN015)."""

from collections.abc import Iterator

from perflint.facts.derived import once
from perflint.facts.plan.pace import is_paid_at_once, is_paid_late, is_steady, period_said
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import FULL, PlanView
from perflint.facts.vocabulary import STRING
from perflint.facts.wordlist import first_word
from perflint.quantity import Kind
from perflint.quantity.day import Day
from perflint.typography import fold

_MONTHS = 12
_EARLY = 6  # months between the last payment and the first deadline
_PAYING = ("发放", "支付", "拨付", "兑付", "报销")


@PLAN.fact(
    "deadline_first",
    STRING,
    zh="时效指标中最早的期限（如 6月底），没有为空",
    en="earliest deadline among the timeliness rows, empty if none",
)
def deadline_first(plan: PlanView) -> str:
    months = sorted(month for month, _ in deadlines(plan))
    return f"{months[0]}月底" if months else ""


@once
def deadlines(plan: PlanView) -> tuple[tuple[int, bool], ...]:
    """Return the month of each deadline of the timeliness rows in the table's year, and whether it is that of a payment."""
    return tuple(_deadlines(plan))


def _deadlines(plan: PlanView) -> Iterator[tuple[int, bool]]:
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
    due = deadlines(plan) if full and is_steady(plan) else ()
    if full is None or not due or min(month for month, _ in due) - (full.month or _MONTHS) < _EARLY:
        return ""
    return "" if is_paid_at_once(plan) and not any(paying for _, paying in due) else period_said(full)


@PLAN.fact(
    "unpaid_after",
    STRING,
    zh="最后一个期限之后仍未到100%的那一期，没有为空（采购、工程按验收付款除外）",
    en="a period after the last deadline that is still below 100 %, empty if none; not for purchases and works",
)
def unpaid_after(plan: PlanView) -> str:
    due = [month for month, _ in deadlines(plan)] if is_steady(plan) else []
    if not due or len(due) < _timed_rows(plan) or is_paid_late(plan) or _is_accepted_first(plan):
        return ""
    after = (entry for entry in plan.entries if (entry.month or 0) > max(due))
    return period_said(next((entry for entry in after if (entry.number or FULL) < FULL - plan.tolerance), None))


def _timed_rows(plan: PlanView) -> int:
    """Return the number of timeliness rows: one without a deadline (全年, 及时率) may go on after the last of them."""
    return sum(row.class_id == "output.time" for _, row in plan.view.filled_rows)


def _is_accepted_first(plan: PlanView) -> bool:
    words, name = plan.scope.knowledge.lexicon.words, fold(plan.view.text("project.name"))
    return any(first_word(name, words(f"words.{some}")) for some in ("purchase", "works_broad", "one_off"))
