"""The targets and results of a table's indicators in the years before, for a reader to look at."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Entry, Surroundings
from perflint.across.years.matching import Years
from perflint.across.years.records import Record, records_of
from perflint.across.years.row_years import RowYears, YearFigure
from perflint.across.years.rows import pair_rows, target

_BACK = (3, 2, 1)


class Series(NamedTuple):
    """A table, and those of its indicators that earlier years have too."""

    entry: Entry
    rows: tuple[RowYears, ...]


def series_of(group: Sequence[Entry], around: Surroundings) -> Iterator[Series]:
    """Yield each table of an agency that has an earlier one, with its indicators in these years."""
    years = Years(group, around)
    for entry in group:
        if entry.member.past or entry.member.evaluation or not entry.member.table.year:
            continue
        formers = [former for back in _BACK if (former := years.former(entry, back))]
        records = {
            former.year: records_of(pair_rows(entry.sheet, former.table.sheet), former, around.units)
            for former in formers
        }
        rows = tuple(_rows(entry, records))
        if rows:
            yield Series(entry, rows)


def _rows(entry: Entry, records: Mapping[int, Mapping[int, Record]]) -> Iterator[RowYears]:
    for row in entry.sheet.rows:
        found = [_figure(year, known[row.value.start]) for year, known in records.items() if row.value.start in known]
        if found:
            yield RowYears(row.years.label, row.value.text, _drawn(target(row)), tuple(found))


def _figure(year: int, record: Record) -> YearFigure:
    result = record.row.years.result_text if record.result is not None else ""
    return YearFigure(year, record.planned, result, _drawn(record.target), _drawn(record.result))


def _drawn(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
