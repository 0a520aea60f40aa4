"""The rows of two tables of one project: which are the same indicator, and their numbers in one unit."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from perflint.across.same_indicators import number_of
from perflint.across.summary import MemberRow, Sheet
from perflint.across.years.naming import row_name
from perflint.facts.likeness import likeness, overlapping
from perflint.quantity import UnitTable

_SIGNS = frozenset({"=", "none", ">=", ">", "<=", "<"})
_ALIKE = 0.6
_YEARLY = frozenset({"年", "年度"})
_RATES = frozenset({"%", ""})
_HUNDRED = Decimal(100)


class RowPair(NamedTuple):
    """A row and the same row of another table."""

    now: MemberRow
    then: MemberRow


class Paired(NamedTuple):
    """The rows of two tables that are the same, and those of each table that the other does not have."""

    pairs: tuple[RowPair, ...]
    added: tuple[MemberRow, ...]
    gone: tuple[MemberRow, ...]


def pair_rows(now: Sheet, then: Sheet) -> Paired:
    """Return the rows of two tables one to one: the same name once in each, in classes that agree."""
    ours, theirs = _named(now.rows), _named(then.rows)
    pairs = [RowPair(row, theirs[name]) for name, row in ours.items() if name in theirs]
    pairs = [pair for pair in pairs if _classes_agree(pair.now, pair.then)]
    known = {row_name(pair.now.years.label) for pair in pairs}
    added = tuple(row for row in now.rows if row_name(row.years.label) not in known)
    gone = tuple(row for name, row in theirs.items() if name not in known)
    names = {row_name(row.years.label) for row in now.rows}
    return Paired(tuple(pairs), added, tuple(row for row in gone if row_name(row.years.label) not in names))


def _named(rows: Sequence[MemberRow]) -> dict[str, MemberRow]:
    """Return the rows by name, without names that a table has twice."""
    found: dict[str, MemberRow] = {}
    twice = {""}
    for row in rows:
        name = row_name(row.years.label)
        if found.setdefault(name, row) is not row:
            twice.add(name)
    return {name: row for name, row in found.items() if name not in twice}


def _classes_agree(one: MemberRow, other: MemberRow) -> bool:
    if not one.class_id or not other.class_id or one.class_id == other.class_id:
        return True
    return one.class_id.partition(".")[0] == other.class_id.partition(".")[0]


def has_heir(row: MemberRow, added: Sequence[MemberRow]) -> bool:
    """Return whether a row may live on in one of the new rows: one of its class, or one that is called alike."""
    return any(one.class_id == row.class_id or _alike(row, one) for one in added)


def _alike(one: MemberRow, other: MemberRow) -> bool:
    first, second = row_name(one.years.label), row_name(other.years.label)
    return overlapping(first, second, ()) or likeness(first, second, _ALIKE) > 0


def target(row: MemberRow) -> Decimal | None:
    """Return the number of a target that is one plain number or bound, None for any other value."""
    return number_of(row.number) if row.number and row.single and row.op in _SIGNS else None


def in_unit(number: Decimal | None, of: MemberRow, row: MemberRow, units: UnitTable) -> Decimal | None:
    """Return a number that stands in the unit of one row in the unit of another, None where the two do not compare."""
    if number is None or of.unit == row.unit:
        return number
    (unit, *per), (wanted, *wanted_per) = of.unit.split("/"), row.unit.split("/")
    if [base for base in per if base not in _YEARLY] != [base for base in wanted_per if base not in _YEARLY]:
        return None
    if of.rate and row.rate and {unit, wanted} == _RATES:
        return _as_rate(number, unit, wanted)
    return units.convert(number, unit, wanted) if unit and wanted and units.comparable(unit, wanted) else None


def _as_rate(number: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Return a rate in percent as a fraction or the other way; a bare number above 1 is taken for percent."""
    if wanted == "%":
        return number * _HUNDRED if number <= 1 else number
    return None if unit == wanted else number / _HUNDRED
