"""All that is compared between the tables of one agency over the years."""

from collections.abc import Iterator, Mapping, Sequence

from perflint.across.case import Case, Entry, Surroundings
from perflint.across.years.copied import copied_case, stale_case
from perflint.across.years.elsewhere import Elsewhere
from perflint.across.years.matching import Former, Years
from perflint.across.years.money import change, growth, new_quantities, off_mean, quantity_ratios
from perflint.across.years.recorded import approved_cases, printed_cases
from perflint.across.years.records import records_of
from perflint.across.years.row_history import Money, row_cases
from perflint.across.years.rows import Paired, pair_rows
from perflint.across.years.table_history import attribute_case, dropped_cases, money_case, prior_case

_BACK = (1, 2, 3)
_MONITORING = "监控"


def compare_years(group: Sequence[Entry], around: Surroundings, elsewhere: Elsewhere) -> Iterator[Case]:
    """Yield what is there to judge of each table of an agency beside those of earlier years, and of its own year's approval."""
    years = Years(group, around)
    for entry in group:
        if entry.member.past or not entry.member.table.year or _MONITORING in entry.member.stage:
            continue
        approved = years.of_this_year(entry) if entry.member.evaluation else []
        if entry.member.evaluation:
            yield from approved_cases(entry, approved, around.units)
            continue
        formers = {back: found for back in _BACK if (found := years.former(entry, back))}
        yield from attribute_case(entry, formers, years, elsewhere=elsewhere.has(entry))
        if formers:
            yield from _beside_formers(entry, formers, around)


def _beside_formers(entry: Entry, formers: Mapping[int, Former], around: Surroundings) -> Iterator[Case]:
    paired = {back: pair_rows(entry.sheet, former.table.sheet) for back, former in formers.items()}
    yield from prior_case(entry, formers)
    yield from copied_case(entry, float(str(around.settings["history.unchanged_share"])), formers, paired)
    if 1 not in formers:
        return
    last, now = formers[1], paired[1]
    units = around.units
    sheets = [former.table.sheet for former in formers.values()]
    money = Money(
        change(entry.sheet, last.table.sheet), off_mean(entry.sheet, sheets), new_quantities(now),
        growth(quantity_ratios(now, units)),
    )  # fmt: skip
    records = {back: records_of(paired[back], former, units) for back, former in formers.items()}
    yield from money_case(entry, last, now, units)
    yield from _dropped(entry, formers, paired)
    yield from stale_case(entry, last, now)
    yield from row_cases(entry, now, records, money, units)
    yield from printed_cases(entry, now, records)


def _dropped(entry: Entry, formers: Mapping[int, Former], paired: Mapping[int, Paired]) -> Iterator[Case]:
    """Yield what was dropped since last year; and in it, where last year's table is not judged itself."""
    yield from dropped_cases(entry, formers[1], paired[1])
    if formers[1].table.member.past and 2 in formers:  # noqa: PLR2004  # two years back
        kept = {row.name for row in formers[1].table.sheet.rows}
        yield from (case for case in dropped_cases(entry, formers[2], paired[2]) if case.indicator not in kept)
