"""What the repository has of a row in one earlier year: its target and its result, in the unit of today's row."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Entry
from perflint.across.same_indicators import number_of
from perflint.across.summary import MemberRow
from perflint.across.years.matching import Former
from perflint.across.years.rows import Paired, in_unit, pair_rows, target
from perflint.quantity import UnitTable


class Record(NamedTuple):
    """What the repository has of a row in one earlier year: the table and row, target and result in the unit of today's row.

    `planned` is the target as typed.
    """

    entry: Entry
    row: MemberRow
    target: Decimal | None
    result: Decimal | None
    planned: str

    @property
    def best(self) -> Decimal | None:
        """The result where there is one, else the target."""
        return self.target if self.result is None else self.result

    @property
    def text(self) -> str:
        """The result or target as typed."""
        return self.row.value.text if self.result is None else self.row.years.result_text


def records_of(paired: Paired, former: Former, units: UnitTable) -> dict[int, Record]:
    """Return the records of an earlier year, by the start of today's row."""
    results = _results(former)
    found = {}
    for pair in paired.pairs:
        then = results.get(pair.then.years.label, pair.then)
        result = in_unit(number_of(then.years.result), then, pair.now, units) if then.years.result else None
        planned = in_unit(target(pair.then), pair.then, pair.now, units)
        shown = then if result is not None else pair.then
        entry = former.result if result is not None and former.result else former.table
        found[pair.now.value.start] = Record(entry, shown, planned, result, pair.then.value.text)
    return found


def _results(former: Former) -> Mapping[str, MemberRow]:
    """Return the rows of the self-evaluation by the label of the row in the table of targets."""
    if former.result is None or former.result is former.table:
        return {}
    pairs = pair_rows(former.table.sheet, former.result.sheet).pairs
    return {pair.now.years.label: pair.then for pair in pairs}
