"""A project over the years as numbers: what its tables promise, what they cost, what came of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

YEARS = (2021, 2022, 2023, 2024)
WAN = 10_000
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
class Year:
    """One year of a project: targets and money as they will be printed, and what deviates from the usual wording."""

    project: "Project"
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

    def need(self, year: int) -> Year:
        """Return the table of a year that is known to be there.

        Raises:
            LookupError: it is not there.
        """
        if (found := self.of(year)) is None:
            raise LookupError(year)
        return found

    def renew_priors(self) -> None:
        """Print the totals of the years before as they now are."""
        for year in self.years:
            before = self.of(year.year - 1)
            if year.prior is not None and before:
                year.prior = before.total

    def since(self, first: int) -> list[Year]:
        """Return the tables from a year on."""
        return [year for year in self.years if year.year >= first]
