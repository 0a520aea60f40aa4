"""The entries of a baseline: findings that are known."""

from pathlib import Path

from msgspec import Struct

from perflint.judge import Finding, TableName
from perflint.typography import fold

_SHOWN = 200
Identity = tuple[str, str, int, str]


class BaselineError(Exception):
    """A baseline that cannot be used; the text names the file and what to do."""


class Entry(Struct, frozen=True):
    """One known finding: its fingerprint and parts, and what a reviewer wants to see of it (long values are cut)."""

    fingerprint: str
    code: str
    table: TableName
    indicator: str
    field: str
    value: str
    parts: tuple[str, ...] = ()


class Baseline(Struct, frozen=True):
    """The entries of a baseline file, in the order of the file; `earlier`: version 0.1 wrote some of them."""

    path: Path
    entries: tuple[Entry, ...]
    earlier: bool = False


def identity(table: TableName) -> Identity:
    """Return what makes two tables the same one: kind, agency, year, and project code or else name."""
    return (table.kind, fold(table.agency), table.year, table.code or fold(table.name))


def entry_of(finding: Finding) -> Entry:
    """Return a finding as an entry."""
    value = finding.value if len(finding.value) <= _SHOWN else finding.value[: _SHOWN - 1] + "…"
    step = finding.place.pointer.rpartition("/")[2]
    field = "" if step.isdecimal() else step.replace("~1", "/").replace("~0", "~")
    return Entry(finding.fingerprint, finding.code, finding.table, finding.indicator or "", field, value, finding.parts)
