"""Rows beside the same rows of earlier years: what was promised, what came of it, the mean of three years."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention
from perflint.across.facts.row_history import RowHistoryView
from perflint.across.summary import MemberRow
from perflint.across.years.money import QUANTITY
from perflint.across.years.records import Record
from perflint.across.years.row_comparing import Gaps, gaps_of, points
from perflint.across.years.rows import Paired, RowPair, target
from perflint.facts.history.historyview import MEAN
from perflint.quantity import UnitTable


class Money(NamedTuple):
    """What became of the money and the work from one year to the next: changes in percent, None where unknown."""

    change: float | None
    off_mean: float
    new_quantities: int
    growth: float


def row_cases(
    entry: Entry, paired: Paired, records: Mapping[int, Mapping[int, Record]], money: Money, units: UnitTable
) -> Iterator[Case]:
    """Yield each row that the year before had too, with what is known of it; `records` by how many years back."""
    for pair in paired.pairs:
        past = {back: found[pair.now.value.start] for back, found in records.items() if pair.now.value.start in found}
        if 1 in past and not _stands(pair, past):
            gaps = gaps_of(pair, past, units)
            if gaps.speak:
                mention = Mention(past[1].entry, past[1].row.value)
                yield Case(
                    "row_history", entry, _view(pair, past[1], gaps, money), pair.now.value, (mention,), pair.now.name
                )


def _stands(pair: RowPair, past: Mapping[int, Record]) -> bool:
    """Return whether a row stands as it stood in all years, without a result: there is nothing to say of it."""
    row, value = pair.now, pair.now.value.text
    return row.description == pair.then.description and all(
        record.result is None and record.row.value.text == value for record in past.values()
    )


def _view(pair: RowPair, last: Record, gaps: Gaps, money: Money) -> RowHistoryView:
    row, then, now, better = pair.now, pair.then, target(pair.now), pair.now.years.better
    return RowHistoryView(
        name=row.years.label, value=row.value.text, year=last.entry.member.table.year, table=last.entry.title,
        yardstick=last.text, yardstick_kind="target" if last.result is None else "result", former=then.value.text,
        class_id=row.class_id, quantity=row.class_id == QUANTITY and not row.rate, rate=row.rate, costs=is_cost(row),
        worse=gaps.worse, worse_points=points(now, last.best, better),
        lowered=gaps.lowered, lowered_points=points(now, last.target, better), raised=gaps.raised, reasoned=row.years.reasoned,
        budget_known=money.change is not None, budget_change=money.change or 0.0, budget_off_mean=money.off_mean, new_quantities=money.new_quantities,
        other_growth=money.growth, mean=_shown(gaps.mean), below_mean=gaps.below_mean,
        below_mean_points=points(now, gaps.mean, better), above_mean=gaps.above_mean, off_mean=gaps.off_mean, spread=gaps.spread,
        mean_printed=any(one.field == MEAN for one in row.years.printed), cost_rise=gaps.cost_rise,
        unit=row.unit.replace("/", "每", 1), former_unit=then.unit.replace("/", "每", 1), redefined=gaps.redefined,
        description=row.description, former_description=then.description,
    )  # fmt: skip


def is_cost(row: MemberRow) -> bool:
    """Return whether a row is about money spent."""
    return row.class_id.startswith("cost") or row.class_id.endswith("cost") or row.unit.partition("/")[0] == "元"


def _shown(number: Decimal | None) -> str:
    return "" if number is None else f"{round(number, 2).normalize():f}"
