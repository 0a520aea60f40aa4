"""What faults and right changes over years are made with, and how a planted fault is written down."""

from random import Random
from typing import NamedTuple

from benchmarks.years.plain import hundreds, make_results, near
from benchmarks.years.project import YEARS, Project


class Planted(NamedTuple):
    """A fault in the table of a year (or in its self-evaluation), and what else may rightly be said of that table."""

    year: int
    kind: str
    row: str = ""
    also: tuple[str, ...] = ()
    evaluation: bool = False
    must: bool = True


WORSE = ("worse-than-result", "worse-than-target", "far-from-mean")
CUT = (*WORSE, "quantities-cut-same-budget", "budget-same-quantities", "unit-cost-risen")
ECHO = "echo"


def pick_year(random: Random) -> int:
    """Return the year of an event: the last, or the one before, which then has a year after it."""
    return random.choice((2023, 2024, 2024))


def scale(project: Project, first: int, row: str, factor: float) -> None:
    """Multiply a row's targets and results from a year on."""
    for year in project.since(first):
        year.targets[row] = near(year.targets[row] * factor)
        if year.results:
            year.results[row] = near(year.results[row] * factor)


def shift(project: Project, first: int, row: str, points: int) -> None:
    """Add points to a row's targets and results from a year on."""
    for year in project.since(first):
        year.targets[row] += points
        if year.results:
            year.results[row] += points


def echoes(first: int, *also: str) -> list[Planted]:
    """Return what may be said of the years after a fault: its traces stand in their history."""
    return [Planted(year, ECHO, also=also, must=False) for year in YEARS if year > first]


def judge(project: Project, year: int, random: Random) -> dict[str, int]:
    """Return the results of a year, made if there were none."""
    table = project.need(year)
    table.results = table.results or make_results(table.targets, random)
    return table.results


def resize(project: Project, first: int, factor: float, *, only: bool = False) -> None:
    """Multiply quantities and the other money from a year on, or in it only; the budget follows."""
    for table in project.years:
        if table.year == first or (table.year > first and not only):
            table.rest = hundreds(table.rest * factor)
            for row in ("main", "second"):
                table.targets[row] = near(table.targets[row] * factor)
                if table.results:
                    table.results[row] = near(table.results[row] * factor)
    for table in project.years:
        table.attribute, table.prior = "", None
