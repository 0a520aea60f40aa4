"""Which tables are compared with each other: those of one agency, by year, by folder, and over the years."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import PurePosixPath

from perflint.across.summary import Member
from perflint.judge.everywhere import has_years
from perflint.pattern import pattern
from perflint.typography import fold

_AGENCY = pattern(r"^[0-9]+|[(（]?本级[)）]?$")


def agency_of(member: Member) -> tuple[str, str]:
    """Return whose table it is: the agency's name without code and 本级, else the file."""
    name = plain_agency(member.table.agency)
    return (name, "") if name else ("", member.path)


def plain_agency(name: str) -> str:
    """Return an agency's name without code and 本级, in one spelling."""
    return _AGENCY.sub("", fold(name))


def identity(member: Member) -> tuple[str, int, str, str, str]:
    """Return the order in which tables are compared: by what they are, and not by path."""
    table = member.table
    return table.agency, table.year, table.kind, table.code, table.name


def groups_of(members: Sequence[Member], key: Callable[[Member], Hashable], least: int = 2) -> Iterator[list[Member]]:
    """Yield the groups of at least so many tables."""
    groups: dict[Hashable, list[Member]] = {}
    for member in members:
        groups.setdefault(key(member), []).append(member)
    yield from (group for group in groups.values() if len(group) >= least)


def agency_and_year(member: Member) -> Hashable:
    """Return what tables share that are compared within a year: agency, year, stage, and whether results are told."""
    return (*agency_of(member), member.table.year, member.stage, member.evaluation)


def agency_and_folder(member: Member) -> Hashable:
    """Return what tables share whose years are compared: the agency and the folder."""
    return (*agency_of(member), str(PurePosixPath(member.path).parent))


def over_years(members: Sequence[Member]) -> Iterator[list[Member]]:
    """Yield the tables of each agency that have some of another year beside them."""
    for group in groups_of(members, agency_of):
        if has_years(group) and not all(member.past for member in group):
            yield group
