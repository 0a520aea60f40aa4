"""Right changes over years: whatever is said of them over years is a false alarm."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import TypeAlias

from benchmarks.years.faults import need, pick_year, renew_priors, scale, shift
from benchmarks.years.project import YEARS, Project, Year, make_results, near

Change: TypeAlias = Callable[[Project, Random], None]


def new_project(project: Project, random: Random) -> None:
    """It begins in a later year, as new."""
    year = random.choice(YEARS[1:])
    project.years = [one for one in project.years if one.year >= year]
    if project.attributed:
        project.years[0].attribute, project.years[0].prior = "新增", None


def ended_project(project: Project, random: Random) -> None:
    """It ends; nothing after."""
    year = random.choice(YEARS[1:])
    project.years = [one for one in project.years if one.year < year]


def one_off(project: Project, random: Random) -> None:
    """It stands in one year only."""
    (table,) = project.years = [random.choice(project.years)]
    table.attribute, table.prior = ("新增", None) if project.attributed else ("", None)


def gap(project: Project, random: Random) -> None:
    """It pauses for a year."""
    year = random.choice((2022, 2023))
    project.years = [one for one in project.years if one.year != year]
    for table in project.years:
        table.attribute, table.prior = "", None


def renamed_indicators(project: Project, random: Random) -> None:
    """Rows get other names for the same things."""
    topic = project.topic
    main = topic.main[2:-2] + topic.main[:2] + topic.main[-2:]
    for table in _since(project, pick_year(random)):
        table.names |= {"main": main, "satisfied": f"{topic.asked}对{topic.name}满意度"}


def renamed_project(project: Project, random: Random) -> None:
    """The project gets a longer name."""
    name = random.choice(("{}经费", "{}专项资金", "{}项目", "县级{}"))
    for table in _since(project, pick_year(random)):
        table.name = name.format(project.topic.name)


def year_in_name(project: Project, random: Random) -> None:
    """The name carries the year, or that it goes on."""
    form = random.choice(("{year}年{name}", "{year}年度{name}项目", "{name}（{year}年）", "{name}{more}"))
    for table in project.years:
        more = "（续）" if table.year > YEARS[0] else ""
        table.name = form.format(year=table.year, name=project.topic.name, more=more)


def units_changed(project: Project, random: Random) -> None:
    """Yuan instead of ten thousand yuan, 万平方米 instead of 平方米."""
    topic = project.topic
    for table in _since(project, pick_year(random)):
        table.in_yuan = True
        for row, unit in (("main", topic.main_unit), ("second", topic.second_unit)):
            if table.targets[row] >= 10_000:
                table.scales[row] = f"万{unit}", 10_000
        if table.targets["cost"] >= 10_000:
            table.scales["cost"] = f"万元/{topic.main_unit}", 10_000


def growth(project: Project, random: Random) -> None:
    """Half as much work again, and the money for it."""
    _resize(project, pick_year(random), random.uniform(1.4, 1.8))


def shrinking(project: Project, random: Random) -> None:
    """Less work and less money, alike."""
    _resize(project, pick_year(random), random.uniform(0.5, 0.7))


def small_changes(project: Project, random: Random) -> None:
    """Two or three per cent less work, within what is tolerated."""
    year = pick_year(random)
    for row in ("main", "second"):
        scale(project, year, row, 0.955)
    renew_priors(project)


def jumping(project: Project, random: Random) -> None:
    """Work and money go up and down with what turns up."""
    for table, factor in zip(project.years, random.choice(((1, 1.7, 0.8, 1.5), (1, 0.6, 1.3, 0.7))), strict=True):
        _resize(project, table.year, factor, only=True)


def reason_in_row(project: Project, random: Random) -> None:
    """Less is promised, and the row says why."""
    year = YEARS[-1]
    table = need(project, year)
    table.budget = table.total
    if random.random() < 0.5:
        shift(project, year, "rate", -6)
        table.remarks["rate"] = "今年执行新的评定标准，口径收紧，目标较上年下调"
        return
    for row in ("main", "second"):
        scale(project, year, row, 0.8)
        table.remarks[row] = "部分任务划转其他单位承担，较上年调减"


def reason_for_budget(project: Project, random: Random) -> None:
    """More money for the same work, and the table says why."""
    table = need(project, YEARS[-1])
    table.rest += round(table.total * 0.5, -2)
    why = "本年一次性更新老旧设备，预算较上年增加"
    if random.random() < 0.5:
        table.remark = why
    else:
        table.purpose = f"用于{project.topic.name}的各项支出；{why}。"


def second_phase(project: Project, random: Random) -> None:
    """The second phase has quantities and money of its own."""
    factor = random.choice((0.5, 1.6, 2))
    for table in project.years:
        later = table.year > YEARS[1]
        table.name = f"{project.topic.name}（{'二' if later else '一'}期）"
        table.code = ""
    _resize(project, YEARS[2], factor)


def written_otherwise(project: Project, random: Random) -> None:
    """The same targets in other words and columns."""
    for table in _since(project, pick_year(random)):
        table.split = True
        table.texts["rate"] = random.choice(("{}%以上", "不低于{}%", "{}%及以上")).format(table.targets["rate"])


def qualitative(project: Project, _: Random) -> None:
    """A row promises a state, in the same words every year."""
    for table in project.years:
        table.names["coverage"] = f"{project.topic.name}管理制度健全性"
        table.meanings["coverage"] = "制度覆盖受理、办理、公示、考核四个环节的为健全，缺一个环节的为不健全"
        table.texts["coverage"] = "健全"
        if table.results:
            table.texts["coverage actual"] = "健全"


def ranges(project: Project, _: Random) -> None:
    """A row promises from … to …, a little more each year."""
    for table in project.years:
        low = table.targets["main"]
        table.texts["main"] = f"{low}-{near(low * 1.1)}{project.topic.main_unit}"


def earlier_year_cited(project: Project, _: Random) -> None:
    """A text names last year because that is when it was decided."""
    for table in project.years:
        table.purpose = f"根据{table.year - 1}年政府常务会议决定，用于{project.topic.name}的各项支出。"


def improved(project: Project, random: Random) -> None:
    """Faster, cheaper, better than last year."""
    year = pick_year(random)
    scale(project, year, "cost", 0.93)
    scale(project, year, "limit", 0.8)
    scale(project, year, "unwanted", 0.8)
    shift(project, year, "coverage", 3)
    renew_priors(project)


def printed_history(project: Project, random: Random) -> None:
    """The form prints last year and the mean of three, and both are what the self-evaluations say."""
    for table in project.years[:-1]:
        table.results = table.results or make_results(table.targets, random)
    for before, table in zip(project.years, project.years[1:], strict=False):
        table.last_year = {row: (before.results or {})[row] for row in ("main", "rate")}
    results = [(table.results or {})["main"] for table in project.years[:-1]]
    project.years[-1].average["main"] = round(sum(results) / 3)


def adjusted_in_the_year(project: Project, random: Random) -> None:
    """The target was lowered during the year with the money, and the self-evaluation has the target that then held."""
    table = need(project, YEARS[2])
    table.stage, table.results = "批复", None
    lower = replace(table, stage="调整", targets=dict(table.targets), rest=round(table.rest * 0.8, -2))
    lower.targets |= {row: near(table.targets[row] * 0.8) for row in ("main", "second")}
    lower.results = make_results(lower.targets, random)
    project.years.insert(project.years.index(table) + 1, lower)
    last = need(project, YEARS[3])
    last.attribute, last.prior = "", None
    last.targets |= {row: near(lower.targets[row] * 1.02) for row in ("main", "second")}
    last.rest = lower.rest


def _resize(project: Project, first: int, factor: float, *, only: bool = False) -> None:
    for table in project.years:
        if table.year == first or (table.year > first and not only):
            table.rest = round(table.rest * factor, -2)
            for row in ("main", "second"):
                table.targets[row] = near(table.targets[row] * factor)
                if table.results:
                    table.results[row] = near(table.results[row] * factor)
    for table in project.years:
        table.attribute, table.prior = "", None


def _since(project: Project, first: int) -> list[Year]:
    return [table for table in project.years if table.year >= first]


CHANGES: Mapping[str, Change] = {
    change.__name__: change
    for change in (
        new_project, ended_project, one_off, gap, renamed_indicators, renamed_project, year_in_name, units_changed,
        growth, shrinking, small_changes, jumping, reason_in_row, reason_for_budget, second_phase, written_otherwise,
        qualitative, ranges, earlier_year_cited, improved, printed_history, adjusted_in_the_year,
    )
}  # fmt: skip
