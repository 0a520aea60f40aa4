"""Which projects other agencies have: one that moved with a merger is not without a past."""

from collections.abc import Iterable

from perflint.across.case import Entry
from perflint.across.summary import Member
from perflint.across.years.naming import code_without_year, full_name
from perflint.typography import fold

_SHORTEST = 4


class Elsewhere:
    """The names and codes of all projects of a run by year, with the agencies that have them; small."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._known: dict[tuple[int, int], set[int]] = {}
        for member in members:
            for key in _keys(member):
                self._known.setdefault((member.table.year, hash(key)), set()).add(hash(fold(member.table.agency)))

    def has(self, entry: Entry) -> bool:
        """Return whether another agency had a project of this name or code in an earlier year, and has it no longer."""
        now = entry.member.table.year
        for key in map(hash, _keys(entry.member)):
            still = self._known.get((now, key), set())
            if any(self._known.get((year, key), set()) - still for year in range(now - 3, now)):
                return True
        return False


def _keys(member: Member) -> list[str]:
    """Return what a project is known by: its name without years, its code without that of the budget."""
    name, code = full_name(member.table.name), code_without_year(fold(member.table.code), member.table.year)
    return [key for key in (name, code) if len(key) >= _SHORTEST]
