"""Known faults over years: each changes a project and says which table a reviewer would send back, and why."""

from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple, TypeAlias

from benchmarks.years.project import YEARS, Project, Year, make_results, near


class Planted(NamedTuple):
    """A fault in the table of a year (or in its self-evaluation), and what else may rightly be said of that table."""

    year: int
    kind: str
    row: str = ""
    also: tuple[str, ...] = ()
    evaluation: bool = False
    must: bool = True


Fault: TypeAlias = Callable[[Project, Random], list[Planted]]

_WORSE = ("worse-than-result", "worse-than-target", "far-from-mean")
_CUT = (*_WORSE, "quantities-cut-same-budget", "budget-same-quantities", "unit-cost-risen")
_ECHO = "echo"


def pick_year(random: Random) -> int:
    """Return the year of an event: the last, or the one before, which then has a year after it."""
    return random.choice((2023, 2024, 2024))


def scale(project: Project, first: int, row: str, factor: float) -> None:
    """Multiply a row's targets and results from a year on."""
    for year in _since(project, first):
        year.targets[row] = near(year.targets[row] * factor)
        if year.results:
            year.results[row] = near(year.results[row] * factor)


def shift(project: Project, first: int, row: str, points: int) -> None:
    """Add points to a row's targets and results from a year on."""
    for year in _since(project, first):
        year.targets[row] += points
        if year.results:
            year.results[row] += points


def renew_priors(project: Project) -> None:
    """Print the totals of the years before as they now are."""
    for year in project.years:
        before = project.of(year.year - 1)
        if year.prior is not None and before:
            year.prior = before.total


def need(project: Project, year: int) -> Year:
    """Return the table of a year that is known to be there.

    Raises:
        LookupError: it is not there.
    """
    if (found := project.of(year)) is None:
        raise LookupError(year)
    return found


def _since(project: Project, first: int) -> list[Year]:
    return [year for year in project.years if year.year >= first]


def _echoes(first: int, *also: str) -> list[Planted]:
    """Return what may be said of the years after a fault: its traces stand in their history."""
    return [Planted(year, _ECHO, also=also, must=False) for year in YEARS if year > first]


def _judge(project: Project, year: int, random: Random) -> dict[str, int]:
    table = need(project, year)
    table.results = table.results or make_results(table.targets, random)
    return table.results


def worse_than_result(project: Project, random: Random) -> list[Planted]:
    """Last year came to much more than this year promises."""
    year, row = pick_year(random), random.choice(("main", "second", "rate", "coverage"))
    results = _judge(project, year - 1, random)
    if row in {"rate", "coverage"}:
        results[row] = min(100, results[row] + random.choice((7, 8)))
        for one in _since(project, year):
            one.targets[row] = min(one.targets[row], results[row] - 6)
    else:
        results[row] = near(results[row] * random.uniform(1.15, 1.3))
    return [Planted(year, "worse-than-result", row, (*_WORSE,)), *_echoes(year, *_WORSE)]


def worse_than_target(project: Project, random: Random) -> list[Planted]:
    """There is no result, and this year promises much less than last year did."""
    year, row = pick_year(random), random.choice(("second", "rate", "coverage", "unwanted", "limit"))
    for one in project.years:
        one.results = None
    if row in {"rate", "coverage"}:
        shift(project, year, row, -random.choice((6, 7, 8)))
    else:
        scale(project, year, row, random.uniform(0.7, 0.85) if row == "second" else 2)
    return [Planted(year, "worse-than-target", row, _CUT), *_echoes(year, *_WORSE)]


def printed_last_year(project: Project, random: Random) -> list[Planted]:
    """The form prints a last year that the self-evaluation of last year contradicts."""
    year, row = pick_year(random), random.choice(("main", "second", "rate"))
    result = _judge(project, year - 1, random)[row]
    need(project, year).last_year[row] = result - 6 if row == "rate" else near(result * random.uniform(0.78, 0.88))
    return [Planted(year, "printed-last-year", row)]


def printed_average(project: Project, random: Random) -> list[Planted]:
    """The form prints a mean of three years that the three self-evaluations contradict."""
    row = random.choice(("main", "second"))
    mean = sum(_judge(project, year, random)[row] for year in YEARS[:3]) / 3
    table = need(project, YEARS[-1])
    table.average[row] = near(mean * random.choice((0.84, 0.87)))
    table.last_year[row] = _judge(project, YEARS[-2], random)[row]
    return [Planted(YEARS[-1], "printed-mean", row)]


def slipping(project: Project, random: Random) -> list[Planted]:
    """Each year is within the tolerance of the year before, and the last far below the mean of the three."""
    row, total = random.choice(("main", "second")), need(project, YEARS[0]).total
    first = need(project, YEARS[0]).targets[row]
    for number, year in enumerate(project.years):
        year.results = None
        year.targets[row] = max(1, round(first * 0.96**number))
        year.budget = round(total * 1.01**number, -2)
    renew_priors(project)
    return [Planted(YEARS[-1], "slipping-below-mean", row, (*_CUT, "far-from-mean"))]


def far_above_mean(project: Project, random: Random) -> list[Planted]:
    """Much more is promised than in the three years before, and no more money asked for."""
    scale(project, YEARS[-1], "second", random.uniform(1.7, 2.2))
    return [Planted(YEARS[-1], "far-above-mean", "second", ("far-from-mean",))]


def copied_forward(project: Project, random: Random) -> list[Planted]:
    """The first year's table again and again, with the year exchanged."""
    first = need(project, YEARS[0])
    judged = random.random() < 0.5
    dated = random.random() < 0.5
    for year in project.years:
        year.targets, year.rest = dict(first.targets), first.rest
        year.results = dict(first.targets) if judged and year.year < YEARS[-1] else None
        year.goal_year = 0 if dated else -1
    renew_priors(project)
    return [Planted(YEARS[-1], "copied-forward"),
            *(Planted(year, _ECHO, also=("copied-forward",), must=False) for year in YEARS[1:3])]  # fmt: skip


def last_year_in_text(project: Project, random: Random) -> list[Planted]:
    """The goal, or the purpose, still speaks of last year."""
    year = pick_year(random)
    table = need(project, year)
    if random.random() < 0.5:
        table.goal_year = year - 1
        return [Planted(year, "last-year-in-text", "goal")]
    table.purpose = f"用于{year - 1}年度{project.topic.name}的各项支出。"
    return [Planted(year, "last-year-in-text", "purpose")]


def last_year_deadline(project: Project, random: Random) -> list[Planted]:
    """The deadline is that of last year's table."""
    year = pick_year(random)
    table = need(project, year)
    table.deadline_year, table.results = year - 1, None
    return [Planted(year, "last-year-deadline", "deadline", ("last-year-in-text",))]


def budget_up(project: Project, random: Random) -> list[Planted]:
    """Half as much money again, or more, for the same quantities."""
    year, factor = pick_year(random), random.uniform(1.45, 2.3)
    for one in _since(project, year):
        one.rest += round(one.total * (factor - 1), -2)
    renew_priors(project)
    return [Planted(year, "budget-same-quantities", "budget", ("prior-year-swing",))]


def budget_down(project: Project, random: Random) -> list[Planted]:
    """Half the money for the same quantities."""
    year, factor = pick_year(random), random.uniform(0.5, 0.62)
    for one in _since(project, year):
        one.targets["cost"] = max(1, int(one.targets["cost"] * factor))
        one.rest = round(one.rest * factor, -2)
        if one.results:
            one.results["cost"] = one.targets["cost"]
    renew_priors(project)
    return [Planted(year, "budget-same-quantities", "budget", ("prior-year-swing",))]


def quantities_cut(project: Project, random: Random) -> list[Planted]:
    """A quarter less work for the same money."""
    year, factor = pick_year(random), random.uniform(0.68, 0.82)
    for one in _since(project, year):
        one.budget = one.total
    scale(project, year, "main", factor)
    scale(project, year, "second", factor)
    return [Planted(year, "quantities-cut-same-budget", "main", _CUT), *_echoes(year, *_WORSE)]


def unit_cost_risen(project: Project, random: Random) -> list[Planted]:
    """Two fifths dearer a piece; the budget stays within its usual growth since the rest was cut."""
    year, factor = pick_year(random), random.uniform(1.36, 1.5)
    for one in _since(project, year):
        one.rest = round(one.targets["main"] * one.targets["cost"] * 0.08, -2)
    scale(project, year, "cost", factor)
    renew_priors(project)
    return [Planted(year, "unit-cost-risen", "cost", (*_WORSE, "budget-same-quantities", "prior-year-swing")),
            *_echoes(year, *_WORSE)]  # fmt: skip


def main_dropped(project: Project, random: Random) -> list[Planted]:
    """The main quantity is no longer promised."""
    year = pick_year(random)
    for one in _since(project, year):
        one.dropped.add("main")
    return [Planted(year, "indicator-dropped", "main")]


def heavy_dropped(project: Project, random: Random) -> list[Planted]:
    """An unwanted event that counted 15 points is no longer promised to stay rare."""
    year = pick_year(random)
    project.weighted = True
    for one in _since(project, year):
        one.dropped.add("unwanted")
    return [Planted(year, "indicator-dropped", "unwanted")]


def continued_without_earlier(project: Project, random: Random) -> list[Planted]:
    """It is said to go on, and no earlier year has it, though its agency's other tables are there."""
    year = random.choice(YEARS[1:])
    for one in project.years:
        one.attribute, one.prior = "延续", one.prior or one.total
    project.years = _since(project, year)
    renew_priors(project)
    return [Planted(year, "continued-without-earlier", "attribute")]


def new_with_earlier(project: Project, random: Random) -> list[Planted]:
    """It is said to be new, and last year had it."""
    year = pick_year(random)
    table = need(project, year)
    table.attribute, table.prior = "新增", None
    return [Planted(year, "new-with-earlier", "attribute")]


def prior_wrong(project: Project, random: Random) -> list[Planted]:
    """The money of the year before is not what last year's table has."""
    year = pick_year(random)
    table, before = need(project, year), need(project, year - 1)
    table.attribute = "延续"
    table.prior = round(before.total * random.choice((0.85, 0.88, 1.15, 1.2)), -2)
    return [Planted(year, "prior-budget-wrong", "prior")]


def evaluation_lowered(project: Project, random: Random) -> list[Planted]:
    """The self-evaluation measures itself at a lower target than was approved."""
    year, row = random.choice(YEARS[:3]), random.choice(("main", "second", "rate"))
    results, table = _judge(project, year, random), need(project, year)
    if row == "rate":
        table.lowered[row], results[row] = table.targets[row] - 7, table.targets[row] - 6
    else:
        table.lowered[row], results[row] = near(table.targets[row] * 0.83), near(table.targets[row] * 0.85)
    return [Planted(year, "evaluation-target-lowered", row, evaluation=True)]


def definition_changed(project: Project, random: Random) -> list[Planted]:
    """The same name now means something else."""
    year = pick_year(random)
    for one in _since(project, year):
        one.meanings["rate"] = "专家评议得分达到80分的事项占抽查事项的比例"
    return [Planted(year, "definition-changed", "rate")]


def peer_outlier(project: Project, random: Random) -> list[Planted]:
    """One agency pays five times what all others pay for the same."""
    factor = random.uniform(4.8, 6)
    scale(project, YEARS[0], "cost", factor)
    for one in project.years:
        one.rest = int(one.rest * factor)
        one.attribute, one.prior = "", None
    return [Planted(YEARS[-1], "peer-outlier", "cost"),
            *(Planted(year, _ECHO, also=("peer-outlier",), must=False) for year in YEARS[:-1])]  # fmt: skip


FAULTS: Mapping[str, Fault] = {
    fault.__name__: fault
    for fault in (
        worse_than_result, worse_than_target, printed_last_year, printed_average, slipping, far_above_mean,
        copied_forward, last_year_in_text, last_year_deadline, budget_up, budget_down, quantities_cut,
        unit_cost_risen, main_dropped, heavy_dropped, continued_without_earlier, new_with_earlier, prior_wrong,
        evaluation_lowered, definition_changed, peer_outlier,
    )
}  # fmt: skip
