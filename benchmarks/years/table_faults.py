"""Faults of a whole table that only the years before show: copied, left standing, wrongly called new."""

from random import Random

from benchmarks.years.plain import happens
from benchmarks.years.planting import ECHO, Planted, pick_year
from benchmarks.years.project import YEARS, Project


def copied_forward(project: Project, random: Random) -> list[Planted]:
    """The first year's table again and again, with the year exchanged."""
    first = project.need(YEARS[0])
    judged = happens(random, 0.5)
    dated = happens(random, 0.5)
    for year in project.years:
        year.targets, year.rest = dict(first.targets), first.rest
        year.results = dict(first.targets) if judged and year.year < YEARS[-1] else None
        year.goal_year = 0 if dated else -1
    project.renew_priors()
    return [Planted(YEARS[-1], "copied-forward"),
            *(Planted(year, ECHO, also=("copied-forward",), must=False) for year in YEARS[1:3])]  # fmt: skip


def last_year_in_text(project: Project, random: Random) -> list[Planted]:
    """The goal, or the purpose, still speaks of last year."""
    year = pick_year(random)
    table = project.need(year)
    if happens(random, 0.5):
        table.goal_year = year - 1
        return [Planted(year, "last-year-in-text", "goal")]
    for one in project.years:
        dated = year - 1 if one.year == year else one.year
        one.purpose = f"用于{dated}年度{project.topic.name}的各项支出。"
    return [Planted(year, "last-year-in-text", "purpose")]


def last_year_deadline(project: Project, random: Random) -> list[Planted]:
    """The deadline is that of last year's table."""
    year = pick_year(random)
    table = project.need(year)
    table.deadline_year, table.results = year - 1, None
    return [Planted(year, "last-year-deadline", "deadline", ("last-year-in-text",))]


def continued_without_earlier(project: Project, random: Random) -> list[Planted]:
    """It is said to go on, and no earlier year has it, though its agency's other tables are there."""
    year = random.choice(YEARS[1:])
    for one in project.years:
        one.attribute, one.prior = "延续", one.prior or one.total
    project.years = project.since(year)
    project.renew_priors()
    return [Planted(year, "continued-without-earlier", "attribute")]


def new_with_earlier(project: Project, random: Random) -> list[Planted]:
    """It is said to be new, and last year had it."""
    year = pick_year(random)
    table = project.need(year)
    table.attribute, table.prior = "新增", None
    return [Planted(year, "new-with-earlier", "attribute")]
