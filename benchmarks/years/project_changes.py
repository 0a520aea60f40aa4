"""Right changes of a whole project: begun, ended, renamed, in phases, grown or shrunk with its money."""

from dataclasses import replace
from random import Random

from benchmarks.years.plain import happens, hundreds, make_results, near
from benchmarks.years.planting import pick_year, resize
from benchmarks.years.project import YEARS, Project


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


def renamed_project(project: Project, random: Random) -> None:
    """The project gets a longer name."""
    name = random.choice(("{}经费", "{}专项资金", "{}项目", "县级{}"))
    for table in project.since(pick_year(random)):
        table.name = name.format(project.topic.name)


def year_in_name(project: Project, random: Random) -> None:
    """The name carries the year, or that it goes on."""
    form = random.choice(("{year}年{name}", "{year}年度{name}项目", "{name}（{year}年）", "{name}{more}"))
    for table in project.years:
        more = "（续）" if table.year > YEARS[0] else ""
        table.name = form.format(year=table.year, name=project.topic.name, more=more)


def second_phase(project: Project, random: Random) -> None:
    """The second phase has quantities and money of its own."""
    factor = random.choice((0.5, 0.6, 1.5))
    for table in project.years:
        later = table.year > YEARS[1]
        table.name = f"{project.topic.name}（{'二' if later else '一'}期）"
        table.code = ""
    resize(project, YEARS[2], factor)


def adjusted_in_the_year(project: Project, random: Random) -> None:
    """The target was lowered during the year with the money, and the self-evaluation has the target that then held."""
    table = project.need(YEARS[2])
    table.stage, table.results = "批复", None
    lower = replace(table, stage="调整", targets=dict(table.targets), rest=hundreds(table.rest * 0.8))
    lower.targets |= {row: near(table.targets[row] * 0.8) for row in ("main", "second")}
    lower.results = make_results(lower.targets, random)
    project.years.insert(project.years.index(table) + 1, lower)
    last = project.need(YEARS[3])
    last.attribute, last.prior = "", None
    last.targets |= {row: near(lower.targets[row] * 1.02) for row in ("main", "second")}
    last.rest = lower.rest


def earlier_year_cited(project: Project, _: Random) -> None:
    """A text names last year because that is when it was decided."""
    for table in project.years:
        table.purpose = f"根据{table.year - 1}年政府常务会议决定，用于{project.topic.name}的各项支出。"


def reason_for_budget(project: Project, random: Random) -> None:
    """More money for the same work, and the table says why."""
    table = project.need(YEARS[-1])
    table.rest += hundreds(table.total * 0.5)
    why = "本年一次性更新老旧设备，预算较上年增加"
    if happens(random, 0.5):
        table.remark = why
    else:
        table.purpose = f"用于{project.topic.name}的各项支出；{why}。"


def growth(project: Project, random: Random) -> None:
    """Half as much work again, and the money for it."""
    resize(project, pick_year(random), random.uniform(1.4, 1.6))


def shrinking(project: Project, random: Random) -> None:
    """Less work and less money, alike."""
    resize(project, pick_year(random), random.uniform(0.55, 0.7))


def jumping(project: Project, random: Random) -> None:
    """Work and money go up and down with what turns up."""
    for table, factor in zip(project.years, random.choice(((1, 1.5, 0.8, 1.4), (1, 0.65, 1.3, 0.7))), strict=True):
        resize(project, table.year, factor, only=True)
