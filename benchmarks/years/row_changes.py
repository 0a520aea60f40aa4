"""Right changes of rows: renamed, in other units and words, a little less, better, or less with a reason."""

from random import Random

from benchmarks.years.plain import happens, make_results, near
from benchmarks.years.planting import pick_year, scale, shift
from benchmarks.years.project import WAN, YEARS, Project


def renamed_indicators(project: Project, random: Random) -> None:
    """Rows get other names for the same things."""
    topic = project.topic
    main = topic.main[2:-2] + topic.main[:2] + topic.main[-2:]
    for table in project.since(pick_year(random)):
        table.names |= {"main": main, "satisfied": f"{topic.asked}对{topic.name}满意度"}


def units_changed(project: Project, random: Random) -> None:
    """Yuan instead of ten thousand yuan, 万平方米 instead of 平方米."""
    topic = project.topic
    for table in project.since(pick_year(random)):
        table.in_yuan = True
        for row, unit in (("main", topic.main_unit), ("second", topic.second_unit)):
            if table.targets[row] >= WAN:
                table.scales[row] = f"万{unit}", WAN
        if table.targets["cost"] >= WAN:
            table.scales["cost"] = f"万元/{topic.main_unit}", WAN


def small_changes(project: Project, random: Random) -> None:
    """Two or three per cent less work, within what is tolerated."""
    year = pick_year(random)
    for row in ("main", "second"):
        scale(project, year, row, 0.955)
    project.renew_priors()


def reason_in_row(project: Project, random: Random) -> None:
    """Less is promised, and the row says why."""
    year = YEARS[-1]
    table = project.need(year)
    table.budget = table.total
    if happens(random, 0.5):
        shift(project, year, "rate", -6)
        table.remarks["rate"] = "今年执行新的评定标准，口径收紧，目标较上年下调"
        return
    for row in ("main", "second"):
        scale(project, year, row, 0.8)
        table.remarks[row] = "部分任务划转其他单位承担，较上年调减"


def written_otherwise(project: Project, random: Random) -> None:
    """The same targets in other words and columns."""
    for table in project.since(pick_year(random)):
        table.split = True
        table.texts["rate"] = random.choice(("{}%以上", "不低于{}%", "{}%及以上")).format(table.targets["rate"])


def qualitative(project: Project, _: Random) -> None:
    """A row promises a state, in the same words every year."""
    for table in project.years:
        table.names["coverage"] = f"{project.topic.name}长效管护机制"
        table.meanings["coverage"] = "考核结果向社会公布的情况"
        table.texts["coverage"] = "按季度公布考核结果"
        if table.results:
            table.texts["coverage actual"] = "按季度公布考核结果"


def ranges(project: Project, _: Random) -> None:
    """A row promises from … to …, a little more each year."""
    for table in project.years:
        low = table.targets["main"]
        table.texts["main"] = f"{low}-{near(low * 1.1)}{project.topic.main_unit}"


def improved(project: Project, random: Random) -> None:
    """Faster, cheaper, better than last year."""
    year = pick_year(random)
    scale(project, year, "cost", 0.93)
    scale(project, year, "limit", 0.8)
    scale(project, year, "unwanted", 0.8)
    shift(project, year, "coverage", 3)
    project.renew_priors()


def printed_history(project: Project, random: Random) -> None:
    """The form prints last year and the mean of three, and both are what the self-evaluations say."""
    for table in project.years[:-1]:
        table.results = table.results or make_results(table.targets, random)
    for before, table in zip(project.years, project.years[1:], strict=False):
        table.last_year = {row: (before.results or {})[row] for row in ("main", "rate")}
    results = [(table.results or {})["main"] for table in project.years[:-1]]
    project.years[-1].average["main"] = round(sum(results) / 3)
