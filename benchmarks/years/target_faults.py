"""Faults of targets that only the years before show."""

from random import Random

from benchmarks.years.plain import hundreds, near
from benchmarks.years.planting import CUT, WORSE, Planted, echoes, judge, pick_year, scale, shift
from benchmarks.years.project import YEARS, Project


def worse_than_result(project: Project, random: Random) -> list[Planted]:
    """Last year came to much more than this year promises."""
    year, row = pick_year(random), random.choice(("main", "second", "rate", "coverage"))
    results = judge(project, year - 1, random)
    if row in {"rate", "coverage"}:
        results[row] = min(100, results[row] + random.choice((7, 8)))
        for one in project.since(year):
            one.targets[row] = min(one.targets[row], results[row] - 6)
    else:
        results[row] = near(results[row] * random.uniform(1.15, 1.3))
    return [Planted(year, "worse-than-result", row, (*WORSE,)), *echoes(year, *WORSE)]


def worse_than_target(project: Project, random: Random) -> list[Planted]:
    """There is no result, and this year promises much less than last year did."""
    year, row = pick_year(random), random.choice(("second", "rate", "coverage", "unwanted", "limit"))
    for one in project.years:
        one.results = None
    if row in {"rate", "coverage"}:
        shift(project, year, row, -random.choice((6, 7, 8)))
    else:
        scale(project, year, row, random.uniform(0.7, 0.85) if row == "second" else 2)
    return [Planted(year, "worse-than-target", row, CUT), *echoes(year, *WORSE)]


def printed_last_year(project: Project, random: Random) -> list[Planted]:
    """The form prints a last year that the self-evaluation of last year contradicts."""
    year, row = pick_year(random), random.choice(("main", "second", "rate"))
    result = judge(project, year - 1, random)[row]
    project.need(year).last_year[row] = result - 6 if row == "rate" else near(result * random.uniform(0.78, 0.88))
    return [Planted(year, "printed-last-year", row)]


def printed_average(project: Project, random: Random) -> list[Planted]:
    """The form prints a mean of three years that the three self-evaluations contradict."""
    row = random.choice(("main", "second"))
    mean = sum(judge(project, year, random)[row] for year in YEARS[:3]) / 3
    table = project.need(YEARS[-1])
    table.average[row] = near(mean * random.choice((0.84, 0.87)))
    table.last_year[row] = judge(project, YEARS[-2], random)[row]
    return [Planted(YEARS[-1], "printed-mean", row)]


def slipping(project: Project, random: Random) -> list[Planted]:
    """Each year is within the tolerance of the year before, and the last far below the mean of the three."""
    row, total = random.choice(("main", "second")), project.need(YEARS[0]).total
    first = project.need(YEARS[0]).targets[row]
    for number, year in enumerate(project.years):
        year.results = None
        year.targets[row] = max(1, round(first * 0.96**number))
        year.budget = hundreds(total * 1.01**number)
    project.renew_priors()
    return [Planted(YEARS[-1], "slipping-below-mean", row, (*CUT, "far-from-mean"))]


def far_above_mean(project: Project, random: Random) -> list[Planted]:
    """Much more is promised than in the three years before, and no more money asked for."""
    scale(project, YEARS[-1], "second", random.uniform(1.7, 2.2))
    return [Planted(YEARS[-1], "far-above-mean", "second", ("far-from-mean",))]


def evaluation_lowered(project: Project, random: Random) -> list[Planted]:
    """The self-evaluation measures itself at a lower target than was approved."""
    year, row = random.choice(YEARS[:3]), random.choice(("main", "second", "rate"))
    results, table = judge(project, year, random), project.need(year)
    if row == "rate":
        table.lowered[row], results[row] = table.targets[row] - 7, table.targets[row] - 6
    else:
        table.lowered[row], results[row] = near(table.targets[row] * 0.83), near(table.targets[row] * 0.85)
    return [Planted(year, "evaluation-target-lowered", row, evaluation=True)]


def main_dropped(project: Project, random: Random) -> list[Planted]:
    """The main quantity is no longer promised."""
    year = pick_year(random)
    for one in project.since(year):
        one.dropped.add("main")
    return [Planted(year, "indicator-dropped", "main")]


def heavy_dropped(project: Project, random: Random) -> list[Planted]:
    """An unwanted event that counted 15 points is no longer promised to stay rare."""
    year = pick_year(random)
    project.weighted = True
    for one in project.since(year):
        one.dropped.add("unwanted")
    return [Planted(year, "indicator-dropped", "unwanted")]


def definition_changed(project: Project, random: Random) -> list[Planted]:
    """The same name now means something else."""
    year = pick_year(random)
    for one in project.since(year):
        one.meanings["rate"] = "专家评议得分达到80分的事项占抽查事项的比例"
    return [Planted(year, "definition-changed", "rate")]
