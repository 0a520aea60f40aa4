"""A project over the years as numbers: what its tables promise, what they cost, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

YEARS = (2021, 2022, 2023, 2024)
COUNTIES = ("青河县", "临川区", "南岭县", "东平县", "安江区", "海宁县", "西陵县", "北川区", "云台县", "长泽县")
# Rows in the order of the form; what is better: more (+1) or less (-1).
BETTER = {
    "main": 1, "second": 1, "rate": 1, "limit": -1, "deadline": -1, "cost": -1, "coverage": 1, "unwanted": -1,
    "satisfied": 1,
}  # fmt: skip


class Topic(NamedTuple):
    """A line of `topics.txt`: what an agency does, counted, rated, timed and paid in usual figures."""

    agency: str
    name: str
    main: str
    main_unit: str
    main_usual: str
    cost_usual: str
    cost: str
    second: str
    second_unit: str
    second_usual: str
    rate: str
    rate_meaning: str
    rate_usual: str
    limit: str
    limit_unit: str
    limit_usual: str
    deadline: str
    unwanted: str
    unwanted_unit: str
    unwanted_usual: str
    asked: str
    coverage: str


@dataclass
class Project:
    """One project of one agency, with the way its office writes tables."""

    number: int
    topic: Topic
    county: int
    by_year: bool
    english: bool
    weighted: bool
    sign: str
    serial: str
    attributed: bool
    years: list[Year] = field(default_factory=list)

    def of(self, year: int) -> Year | None:
        """Return the table of a year, None where there is none."""
        return next((one for one in self.years if one.year == year), None)


@dataclass
class Year:
    """One year of a project: targets and money as they will be printed, and what deviates from the usual wording."""

    project: Project
    year: int
    name: str
    agency: tuple[str, str]
    targets: dict[str, int]
    rest: int
    results: dict[str, int] | None = None
    attribute: str = ""
    prior: int | None = None
    budget: int | None = None
    code: str = ""
    goal_year: int = 0
    purpose: str = ""
    remark: str = ""
    stage: str = ""
    deadline_year: int = 0
    in_yuan: bool = False
    split: bool = False
    dropped: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    scales: dict[str, tuple[str, int]] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    last_year: dict[str, int] = field(default_factory=dict)
    average: dict[str, int] = field(default_factory=dict)
    lowered: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return the budget in yuan: the main quantity at its unit cost, and the rest."""
        return self.budget or self.targets["main"] * self.targets["cost"] + self.rest


def read_topics() -> Sequence[Topic]:
    """Return the topics in the order of the file."""
    text = Path(__file__).with_name("topics.txt").read_text(encoding="utf-8")
    return [Topic(*line.split("|")) for line in text.splitlines() if not line.startswith("#")]


def plain_projects(count: int, random: Random) -> Iterator[Project]:
    """Yield projects without fault or event: each grows a little every year, in quantity, price and quality."""
    topics = read_topics()
    for number in range(count):
        county = number % len(COUNTIES) + number // (len(COUNTIES) * len(topics)) * len(COUNTIES)
        yield _plain(number, topics[number // len(COUNTIES) % len(topics)], county, random)


def _plain(number: int, topic: Topic, county: int, random: Random) -> Project:
    project = Project(
        number, topic, county, by_year=county % 2 == 0, english=random.random() < 0.3, weighted=random.random() < 0.4,
        sign=random.choice(("≥", "", "≥")), serial=random.choice(("kept", "kept", "new", "none")),
        attributed=random.random() < 0.4,
    )  # fmt: skip
    judged = random.random() < 0.5
    targets = _first_targets(topic, random)
    rest = round(targets["main"] * targets["cost"] * random.uniform(0.25, 0.6), -3)
    for year in YEARS:
        project.years.append(
            Year(project, year, topic.name, _agency(project), dict(targets), int(rest), code=_code(project, year))
        )
        if judged and year < YEARS[-1]:
            project.years[-1].results = make_results(targets, random)
        targets, rest = grow(targets, random), round(rest * random.uniform(1.0, 1.02), -2)
    _attribute(project, random)
    return project


def _first_targets(topic: Topic, random: Random) -> dict[str, int]:
    size = random.uniform(0.7, 1.5)
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


def near(number: float) -> int:
    """Return a number as a plan would print it: two or three digits, then zeros."""
    step = 1 if number < 1000 else 10 if number < 10_000 else 100 if number < 100_000 else 1000
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
        year.prior = before.total if before else round(year.total * random.uniform(0.95, 1.0), -2)
