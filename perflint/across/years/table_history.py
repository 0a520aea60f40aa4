"""Tables beside those of the year before: money and work, what was dropped, what they say of their own past."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate

from perflint.across.case import Case, Entry, Mention, mentions
from perflint.across.facts.table_history import DroppedView, TableHistoryView
from perflint.across.summary import MemberRow
from perflint.across.years.matching import Former, Years
from perflint.across.years.money import QUANTITY, change, is_sure, quantity_ratios, stands_still, unit_cost_change
from perflint.across.years.naming import full_name
from perflint.across.years.rows import Paired, has_heir
from perflint.facts.likeness import overlapping
from perflint.quantity import UnitTable
from perflint.typography import essence

_HUNDRED, _TEN = Decimal(100), Decimal(10)
_TOTAL, _PRIOR, _ATTRIBUTE, _NAME, _GOAL = (
    "budget.total", "budget.prior", "project.attribute", "project.name", "goals.annual",
)  # fmt: skip
_SURE = 1.0


def money_case(entry: Entry, last: Former, paired: Paired, units: UnitTable) -> Iterator[Case]:
    """Yield a table whose budget can be compared, with what became of its work."""
    now, then = entry.sheet, last.table.sheet
    changed = change(now, then)
    if changed is None:
        return
    ratios = quantity_ratios(paired, units)
    view = TableHistoryView(
        name=entry.title, year=last.year, table=last.table.title, budget=_typed(entry), former_budget=_typed(last.table),
        budget_change=changed, same_work=stands_still(paired, ratios, changed),
        unit_cost_change=unit_cost_change(now, then, paired, ratios), reasoned=now.reasoned,
    )  # fmt: skip
    yield Case("table_history", entry, view, now.note(_TOTAL), mentions((last.table,), _TOTAL))


def _typed(entry: Entry) -> str:
    total, sheet = entry.sheet.total, entry.sheet
    return "" if total is None else total.text if "元" in total.text else total.text + sheet.currency.rstrip("?")


def dropped_cases(entry: Entry, last: Former, paired: Paired) -> Iterator[Case]:
    """Yield each indicator of last year that is gone and that no new one may stand for."""
    then = last.table.sheet
    first = next((row for row in then.rows if row.class_id == QUANTITY), None)
    goal = essence(entry.sheet.note(_GOAL).text) if _GOAL in entry.sheet.notes else ""
    changed = change(entry.sheet, then) or 0.0
    share = 100 * len(paired.gone) / max(1, len(then.rows))
    for row in paired.gone:
        if not has_heir(row, paired.added):
            view = DroppedView(
                row.years.label, row.value.text, last.year, last.table.title, row.years.weight, row.class_id == QUANTITY,
                row is first, _is_in(row, goal), entry.sheet.reasoned, share, changed,
            )  # fmt: skip
            cells = (Mention(last.table, row.value),)
            yield Case("dropped_indicator", entry, view, entry.sheet.note(_NAME), cells, row.name)


def _is_in(row: MemberRow, goal: str) -> bool:
    return bool(row.number and row.unit) and essence(row.value.text) in goal


def attribute_case(entry: Entry, formers: Mapping[int, Former], years: Years, *, elsewhere: bool) -> Iterator[Case]:
    """Yield a project that ticks one of 新增 and 延续, with what the year before has of it."""
    if len(entry.sheet.attributes) != 1 or not entry.project:
        return
    last = years.by_year.get(entry.member.table.year - 1)
    before = [one for one in last.entries if one.project] if last else []
    sure = [former for former in formers.values() if former.confidence >= _SURE]
    same = [former for former in sure if _same_name(former.table, entry)]
    known = same[0] if same else None
    view = TableHistoryView(
        name=entry.title, year=known.year if known else entry.member.table.year - 1, table=known.table.title if known else "",
        attributes=entry.sheet.attributes, same_name=known is not None, projects_last_year=len(before),
        known_elsewhere=elsewhere or bool(formers) or any(_alike(one, entry) for one in before),
    )  # fmt: skip
    yield Case(
        "table_history", entry, view, entry.sheet.note(_ATTRIBUTE), mentions([known.table] if known else [], _NAME)
    )


def _same_name(one: Entry, other: Entry) -> bool:
    return full_name(one.member.table.name) == full_name(other.member.table.name) != ""


def _alike(one: Entry, other: Entry) -> bool:
    return overlapping(one.name, other.name, ()) or bool(one.code and one.code == other.code)


def prior_case(entry: Entry, formers: Mapping[int, Former]) -> Iterator[Case]:
    """Yield a table that prints the budget of the year before, beside that of the table of that year."""
    prior, last = entry.sheet.prior, formers.get(1)
    total = last.table.sheet.total if last else None
    if prior is None or not prior.yuan or last is None or total is None or not total.yuan or not total.yuan > 0:
        return
    if not (is_sure(entry.sheet) or "元" in prior.text) or not is_sure(last.table.sheet):
        return
    missing = max(abs(prior.yuan - total.yuan) - prior.slack - total.slack, Decimal(0))
    view = TableHistoryView(
        name=entry.title, year=last.year, table=last.table.title, prior=prior.text, former_budget=_typed(last.table),
        prior_difference=float(round(missing * _HUNDRED / total.yuan, 2)),
        prior_is_sum=_is_power_of_ten(prior.yuan / total.yuan) or _is_sum(prior.yuan, prior.slack, formers),
    )  # fmt: skip
    yield Case("table_history", entry, view, entry.sheet.note(_PRIOR), mentions((last.table,), _TOTAL))


def _is_power_of_ten(ratio: Decimal) -> bool:
    """Return whether two sums differ in their unit of money alone: that is for other rules."""
    return ratio != 1 and ratio.normalize().as_tuple().digits == (1,)


def _is_sum(yuan: Decimal, slack: Decimal, formers: Mapping[int, Former]) -> bool:
    totals = [former.table.sheet.total for _, former in sorted(formers.items())]
    sums = [total.yuan for total in totals if total and total.yuan]
    return any(abs(yuan - one) <= slack for one in (*sums, *accumulate(sums)))
