"""A date found in plain text."""

import re

from msgspec import Struct

from perflint.quantity.day import Day
from perflint.quantity.value import Kind, Op


class Dated(Struct, frozen=True):
    """A date found at plain offsets: what kind, which comparator, from which day to which."""

    start: int
    end: int
    kind: Kind
    op: Op
    low: Day | None
    high: Day | None
    flags: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    within: bool = False


def until(found: re.Match[str], low: Day, high: Day, flags: tuple[str, ...], *, exact: bool) -> Dated:
    """The deadline, day or period that a match means, by the words around it; `exact` if it names a day."""
    till = found.groupdict().get("till") or found[0].startswith(("截", "到"))
    if found["before"] or found["edge"] or till or _finishes(found):
        return date_of(found, Kind.DEADLINE, Op.LE, None, high, flags)
    if exact:
        return date_of(found, Kind.DEADLINE, Op.NONE, high, high, flags)
    return date_of(found, Kind.PERIOD, Op.BETWEEN, low, high)


def _finishes(found: re.Match[str]) -> bool:
    return found.string.startswith(("完成", "完工", "竣工", "办结", "建成", "投入使用"), found.end()) and not (
        re.search(r"[0-9]", found.string[found.end() :])
    )


def date_of(
    found: re.Match[str], kind: Kind, op: Op, low: Day | None, high: Day | None, flags: tuple[str, ...] = ()
) -> Dated:
    """The date of a match, flagged if the calendar has no such day."""
    wrong = invalid(low) or invalid(high)
    within = found[0].endswith("内")
    return Dated(found.start(), found.end(), kind, op, low, high, flags + wrong, within=within)


def invalid(day: Day | None) -> tuple[str, ...]:
    """The flag of a day that the calendar does not have, () for one that it has."""
    return () if day is None or day.valid else ("invalid-date",)
