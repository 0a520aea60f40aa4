"""Which projects other agencies have: one that moved with a merger is not without a past."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

from perflint.across.case import Entry
from perflint.across.summary import Member
from perflint.across.years.naming import code_without_year, full_name
from perflint.typography import fold

FEWEST = 8
"""Tables, or targets of one name, of which it can be said what is usual."""
Trace = tuple[int, int, int]
"""A project by a number made of its name or code, a year in which it stands, and its agency as a number."""
Shared = Mapping[int, Mapping[int, frozenset[int]]]
_SHORTEST = 4


class Elsewhere:
    """The projects that several agencies have or had: their agencies by year. Few, whatever the number of tables."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def listed(self) -> list[tuple[int, list[tuple[int, list[int]]]]]:
        """Return the projects in one order, each with its years and the agencies of each."""
        return sorted(
            (project, sorted((year, sorted(agencies)) for year, agencies in years.items()))
            for project, years in self._shared.items()
        )

    def has(self, entry: Entry) -> bool:
        """Return whether another agency had a project of this name or code in an earlier year, and has it no longer."""
        now = entry.member.table.year
        for project, _, _ in traces_of(entry.member):
            agencies = self._shared.get(project, {})
            still = agencies.get(now, frozenset())
            if any(agencies.get(year, frozenset()) - still for year in range(now - 3, now)):
                return True
        return False


def traces_of(member: Member) -> Iterator[Trace]:
    """Yield what a table's project is known by: its name without years, its code without that of the budget."""
    table = member.table
    agency = mark(fold(table.agency))
    for key in (full_name(table.name), code_without_year(fold(table.code), table.year)):
        if len(key) >= _SHORTEST:
            yield mark(key), table.year, agency


def shared_projects(traces: Callable[[], Iterable[Trace]]) -> Shared:
    """Return the projects that more than one agency has or had; the traces are gone through twice."""
    first: dict[int, int] = {}
    several = {project for project, _, agency in traces() if first.setdefault(project, agency) != agency}
    found: dict[int, dict[int, frozenset[int]]] = {}
    for project, year, agency in traces() if several else ():
        if project in several:
            years = found.setdefault(project, {})
            years[year] = years.get(year, frozenset()) | {agency}
    return found


def mark(text: str) -> int:
    """Return a number that is the same for a text in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")
