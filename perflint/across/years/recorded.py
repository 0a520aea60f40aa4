"""Printed figures of the past beside the tables of these years, and targets of self-evaluations beside the approved ones."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention
from perflint.across.facts.record import ApprovedView, PrintedView
from perflint.across.same_indicators import number_of
from perflint.across.summary import MemberRow, Printed
from perflint.across.years.records import Record
from perflint.across.years.rows import Paired, in_unit, pair_rows, target
from perflint.facts.history.historyview import BEFORE, LAST, MEAN, NAMES_ZH, PLANNED
from perflint.quantity import UnitTable

_NAMES_EN = {MEAN: "mean of three years", LAST: "last year", BEFORE: "year before last", PLANNED: "planned value"}
_HUNDRED, _HALF = Decimal(100), Decimal("0.5")
_THREE = 3
Records = Mapping[int, Record]


class Known(NamedTuple):
    """A figure of the repository: the number, its text, what it is, and where it stands."""

    number: Decimal
    text: str
    kind: str
    record: Record


def printed_cases(entry: Entry, paired: Paired, records: Mapping[int, Mapping[int, Record]]) -> Iterator[Case]:
    """Yield each figure of the past that a row prints, of which the repository knows what it should be."""
    for pair in paired.pairs:
        past = {back: found[pair.now.value.start] for back, found in records.items() if pair.now.value.start in found}
        for printed in pair.now.years.printed:
            number, known = number_of(printed.number), _known(printed.field, past)
            if number is not None and known is not None and known.number > 0:
                view = _view(pair.now, printed, number, known)
                mention = Mention(known.record.entry, known.record.row.value)
                yield Case("printed_figure", entry, view, printed.note, (mention,), pair.now.name)


def _known(field: str, past: Records) -> Known | None:
    if field == MEAN:
        return _mean(past)
    if field == PLANNED:
        return _printed_then(past.get(1), PLANNED)
    if field == LAST:
        return _of_year(past.get(1))
    return _of_result(past.get(2)) or _printed_then(past.get(1), LAST)


def _of_result(record: Record | None) -> Known | None:
    return Known(record.result, record.text, "result", record) if record and record.result is not None else None


def _of_year(record: Record | None) -> Known | None:
    known = _of_result(record)
    if known or record is None or record.target is None:
        return known
    return Known(record.target, record.text, "target", record)


def _printed_then(record: Record | None, field: str) -> Known | None:
    """Return what the table of the year before printed itself, in its own unit, which must be that of its target."""
    if record is None:
        return None
    for one in record.row.years.printed:
        number, own = number_of(one.number), target(record.row)
        if one.field == field and number is not None and own is not None and own == record.target:
            return Known(number, one.note.text, "printed", record)
    return None


def _mean(past: Records) -> Known | None:
    found = [_of_year(past.get(back)) for back in range(1, _THREE + 1)]
    known = [one for one in found if one is not None]
    if len(known) < _THREE:
        return None
    mean = sum((one.number for one in known), Decimal(0)) / _THREE
    kind = "result" if all(one.kind == "result" for one in known) else "target"
    return Known(mean, f"{round(mean, 2).normalize():f}", kind, known[0].record)


def _view(row: MemberRow, printed: Printed, number: Decimal, known: Known) -> PrintedView:
    decimals = max(-int(number.normalize().as_tuple().exponent), 0)
    missing = max(abs(number - known.number) - _HALF.scaleb(-decimals), Decimal(0))
    return PrintedView(
        row.years.label, NAMES_ZH[printed.field], _NAMES_EN[printed.field], printed.note.text, known.text, known.kind,
        known.record.entry.member.table.year, known.record.entry.title, float(round(missing * _HUNDRED / known.number, 2)),
        row.years.reasoned,
    )  # fmt: skip


def approved_cases(entry: Entry, approved: Sequence[Entry], units: UnitTable) -> Iterator[Case]:
    """Yield each target of a self-evaluation that none of the project's tables of the year has, beside the nearest."""
    rows: dict[int, list[tuple[Entry, MemberRow, Decimal]]] = {}
    own: dict[int, MemberRow] = {}
    for table in approved:
        for pair in pair_rows(entry.sheet, table.sheet).pairs:
            number = in_unit(target(pair.then), pair.then, pair.now, units)
            if number is not None and target(pair.now) is not None:
                rows.setdefault(pair.now.value.start, []).append((table, pair.then, number))
                own[pair.now.value.start] = pair.now
    for start, row in own.items():
        yield from _beside_approved(entry, row, rows[start])


def _beside_approved(entry: Entry, row: MemberRow, known: Sequence[tuple[Entry, MemberRow, Decimal]]) -> Iterator[Case]:
    number = target(row)
    if number is None or any(other == number for _, _, other in known):
        return
    table, other, approved = known[0]
    if approved <= 0:
        return
    gap = (number - approved) * _HUNDRED / approved
    view = ApprovedView(
        row.years.label, row.value.text, other.value.text, table.title, table.member.stage,
        float(round(max(-gap * row.years.better, Decimal(0)), 2)), float(round(abs(gap), 2)),
        row.years.reasoned or entry.sheet.reasoned,
    )  # fmt: skip
    yield Case("approved_target", entry, view, row.value, (Mention(table, other.value),), row.name)
