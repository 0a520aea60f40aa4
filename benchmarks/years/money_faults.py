"""Faults of money that only the years before, or the same table elsewhere, show."""

from random import Random

from benchmarks.years.plain import hundreds
from benchmarks.years.planting import CUT, ECHO, WORSE, Planted, echoes, pick_year, scale
from benchmarks.years.project import YEARS, Project


def budget_up(project: Project, random: Random) -> list[Planted]:
    """Half as much money again, or more, for the same quantities."""
    year, factor = pick_year(random), random.uniform(1.45, 2.3)
    for one in project.since(year):
        one.rest += hundreds(one.total * (factor - 1))
    project.renew_priors()
    return [Planted(year, "budget-same-quantities", "budget", ("prior-year-swing",))]


def budget_down(project: Project, random: Random) -> list[Planted]:
    """Half the money for the same quantities."""
    year, factor = pick_year(random), random.uniform(0.5, 0.62)
    for one in project.since(year):
        one.targets["cost"] = max(1, int(one.targets["cost"] * factor))
        one.rest = hundreds(one.rest * factor)
        if one.results:
            one.results["cost"] = one.targets["cost"]
    project.renew_priors()
    return [Planted(year, "budget-same-quantities", "budget", ("prior-year-swing",))]


def quantities_cut(project: Project, random: Random) -> list[Planted]:
    """A quarter less work for the same money."""
    year, factor = pick_year(random), random.uniform(0.68, 0.82)
    for one in project.since(year):
        one.budget = one.total
    scale(project, year, "main", factor)
    scale(project, year, "second", factor)
    return [Planted(year, "quantities-cut-same-budget", "main", CUT), *echoes(year, *WORSE)]


def unit_cost_risen(project: Project, random: Random) -> list[Planted]:
    """Two fifths dearer a piece; the budget stays within its usual growth since the rest was cut."""
    year, factor = pick_year(random), random.uniform(1.36, 1.5)
    for one in project.since(year):
        one.rest = hundreds(one.targets["main"] * one.targets["cost"] * 0.08)
    scale(project, year, "cost", factor)
    project.renew_priors()
    return [Planted(year, "unit-cost-risen", "cost", (*WORSE, "budget-same-quantities", "prior-year-swing")),
            *echoes(year, *WORSE)]  # fmt: skip


def prior_wrong(project: Project, random: Random) -> list[Planted]:
    """The money of the year before is not what last year's table has."""
    year = pick_year(random)
    table, before = project.need(year), project.need(year - 1)
    table.attribute = "延续"
    table.prior = hundreds(before.total * random.choice((0.85, 0.88, 1.15, 1.2)))
    return [Planted(year, "prior-budget-wrong", "prior")]


def peer_outlier(project: Project, random: Random) -> list[Planted]:
    """One agency pays five times what all others pay for the same."""
    factor = random.uniform(4.8, 6)
    scale(project, YEARS[0], "cost", factor)
    for one in project.years:
        one.rest = int(one.rest * factor)
        one.attribute, one.prior = "", None
    return [Planted(YEARS[-1], "peer-outlier", "cost"),
            *(Planted(year, ECHO, also=("peer-outlier",), must=False) for year in YEARS[:-1])]  # fmt: skip
