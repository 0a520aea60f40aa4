"""Projects without fault or event: each grows a little every year, in quantity, price and quality."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.years.project import YEARS, Project, Topic, Year

COUNTIES = ("青河县", "临川区", "南岭县", "东平县", "安江区", "海宁县", "西陵县", "北川区", "云台县", "长泽县")


def read_topics() -> Sequence[Topic]:
    """Return the topics in the order of the file."""
    text = Path(__file__).with_name("topics.txt").read_text(encoding="utf-8")
    return [Topic(*line.split("|")) for line in text.splitlines() if not line.startswith("#")]


def plain_projects(count: int, random: Random) -> Iterator[Project]:
    """Yield so many projects; ten counties share a topic, which makes them peers."""
    topics = read_topics()
    for number in range(count):
        county = number % len(COUNTIES) + number // (len(COUNTIES) * len(topics)) * len(COUNTIES)
        yield _plain(number, topics[number // len(COUNTIES) % len(topics)], county, random)


def _plain(number: int, topic: Topic, county: int, random: Random) -> Project:
    project = Project(
        number, topic, county, by_year=county % 2 == 0, english=happens(random, 0.3), weighted=happens(random, 0.4),
        sign=random.choice(("≥", "", "≥")), serial=random.choice(("kept", "kept", "new", "none")),
        attributed=happens(random, 0.4),
    )  # fmt: skip
    judged = happens(random, 0.5)
    targets = _first_targets(topic, random)
    rest = hundreds(targets["main"] * targets["cost"] * random.uniform(0.25, 0.6))
    for year in YEARS:
        project.years.append(
            Year(project, year, topic.name, _agency(project), dict(targets), rest, code=_code(project, year))
        )
        if judged and year < YEARS[-1]:
            project.years[-1].results = make_results(targets, random)
        targets, rest = grow(targets, random), hundreds(rest * random.uniform(1.0, 1.02))
    _attribute(project, random)
    return project


def _first_targets(topic: Topic, random: Random) -> dict[str, int]:
    size = random.uniform(0.8, 1.3)
    return {
        "main": near(int(topic.main_usual) * size * random.uniform(0.9, 1.1)),
        "cost": near(int(topic.cost_usual) * random.uniform(0.9, 1.1)),
        "second": near(int(topic.second_usual) * size * random.uniform(0.9, 1.1)),
        "rate": int(topic.rate_usual) - random.choice((0, 1, 2)),
        "limit": int(topic.limit_usual),
        "deadline": random.choice((10, 11, 12)),
        "coverage": random.choice((90, 91, 92, 93)),
        "unwanted": int(topic.unwanted_usual),
        "satisfied": random.choice((90, 91, 92)),
    }


def happens(random: Random, share: float) -> bool:
    """Return true in a share of cases."""
    return random.random() < share


def hundreds(amount: float) -> int:
    """Return an amount of money in whole hundreds of yuan."""
    return int(round(amount, -2))


def near(number: float) -> int:
    """Return a number as a plan would print it: three digits, then zeros."""
    step = 10 ** max(0, len(str(int(number))) - 3)
    return max(1, int(round(number / step) * step))


def grow(targets: dict[str, int], random: Random) -> dict[str, int]:
    """Return the next year's targets: one to four per cent more work, a little dearer, rates a point up at times."""
    more = {key: max(targets[key] + 1, near(targets[key] * random.uniform(1.012, 1.035))) for key in ("main", "second")}
    cost = max(targets["cost"], int(targets["cost"] * random.uniform(1.0, 1.012)))
    up = {key: min(99, targets[key] + random.choice((0, 0, 1))) for key in ("rate", "coverage", "satisfied")}
    return targets | more | up | {"cost": cost}


def make_results(targets: dict[str, int], random: Random) -> dict[str, int]:
    """Return what a year came to: every target met, none by far."""
    above = {key: int(targets[key] * random.uniform(1.0, 1.012)) for key in ("main", "second")}
    rates = {key: min(100, targets[key] + random.choice((0, 0, 1))) for key in ("rate", "coverage", "satisfied")}
    return dict(targets) | above | rates


def _agency(project: Project) -> tuple[str, str]:
    names = list(dict.fromkeys(topic.agency for topic in read_topics()))
    code = f"{project.county + 20:d}{names.index(project.topic.agency) + 11:02d}001"
    again, county = divmod(project.county, len(COUNTIES))
    return code, "新" * again + COUNTIES[county] + project.topic.agency


def _code(project: Project, year: int) -> str:
    if project.serial == "none":
        return ""
    shift = year - YEARS[0] if project.serial == "new" else 0
    return f"1300{project.county:02d}{year % 100}P0044{project.number + 4000 * shift:08d}"


def _attribute(project: Project, random: Random) -> None:
    if not project.attributed:
        return
    for year in project.years:
        before = project.of(year.year - 1)
        year.attribute = "延续"
        year.prior = before.total if before else hundreds(year.total * random.uniform(0.95, 1.0))
