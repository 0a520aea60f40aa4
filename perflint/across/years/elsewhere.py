"""Which projects other agencies have: one that moved with a merger is not without a past."""

from collections.abc import Iterable

from perflint.across.case import Entry
from perflint.across.summary import Member
from perflint.across.years.naming import code_without_year, full_name
from perflint.typography import fold

_SEVERAL = 0
_SHORTEST = 4


class Elsewhere:
    """The names and codes of all projects of a run by year, with the agency that has them; two numbers each are kept."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._known: dict[int, int] = {}
        for member in members:
            agency = _agency(member)
            for key in _keys(member):
                place = hash((member.table.year, key))
                self._known[place] = agency if self._known.get(place, agency) == agency else _SEVERAL

    def has(self, entry: Entry) -> bool:
        """Return whether another agency had a project of this name or code in an earlier year."""
        own = _agency(entry.member)
        years = range(entry.member.table.year - 3, entry.member.table.year)
        return any(self._known.get(hash((year, key)), own) != own for year in years for key in _keys(entry.member))


def _agency(member: Member) -> int:
    return hash(fold(member.table.agency))


def _keys(member: Member) -> list[str]:
    """Return what a project is known by: its name without years, its code without that of the budget."""
    name, code = full_name(member.table.name), code_without_year(fold(member.table.code), member.table.year)
    return [key for key in (name, code) if len(key) >= _SHORTEST]
