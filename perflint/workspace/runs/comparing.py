"""What is found across the tables of a run, an agency at a time."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from perflint.across.years.row_years import RowYears
from perflint.judge import Finding, Unchecked
from perflint.judge.across import EngineOf, Owner, judge_across
from perflint.judge.everywhere import Everywhere, Groups, everywhere_of
from perflint.judge.inspection import Glance, Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.stores import FindingsByPath, MembersByAgency
from perflint.workspace.runs.workers import Job, checker_for

Told = Finding | Unchecked | tuple[Owner, tuple[RowYears, ...]]


class Compared(NamedTuple):
    """What is found across tables, by path, what could not be compared to the end, the earlier years of tables if asked."""

    findings: FindingsByPath
    unchecked: list[Unchecked]
    series: dict[Owner, tuple[RowYears, ...]]

    def add(self, one: Told) -> None:
        """Add something."""
        if isinstance(one, Finding):
            self.findings.add(one)
        elif isinstance(one, Unchecked):
            self.unchecked.append(one)
        else:
            self.series[one[0]] = one[1]


def compare(
    inspected: Iterable[tuple[Job, Inspection]], options: Options, history: Iterable[tuple[Job, Glance]] = ()
) -> Compared:
    """Return what is found across the tables of each agency; only those of one are in memory at a time."""
    members, configs = MembersByAgency(), _Configs()
    for job, glance in itertools.chain(history, ((job, one.glance) for job, one in inspected)):
        configs.add(glance.path, job.config)
        for member in glance.members:
            members.add(member)
    engine_of: EngineOf = lambda member: checker_for(configs.of(member.path), options).engine(member.profile)  # noqa: E731
    compared = Compared(FindingsByPath(), [], {})
    compare_groups(members.groups, engine_of, everywhere_of(members.groups), compared.add, series=options.summarize)
    return compared


def compare_groups(
    groups: Groups, engine_of: EngineOf, everywhere: Everywhere, tell: Callable[[Told], None], *, series: bool = False
) -> None:
    """Tell what is found across the tables of each agency, what could not be compared to the end, and earlier years if asked."""
    for group in groups():
        across = judge_across(group, engine_of, everywhere, series=series)
        every: Iterator[Told] = itertools.chain(*across.findings.values(), across.unchecked, across.series.items())
        for one in every:
            tell(one)


class _Configs:
    """The configuration of each file; held by path only where it is not that of the first."""

    def __init__(self) -> None:
        self._usual: Config | None = None
        self._others: dict[str, Config] = {}

    def add(self, path: str, config: Config) -> None:
        """Note the configuration of a file."""
        self._usual = self._usual or config
        if config is not self._usual:
            self._others[path] = config

    def of(self, path: str) -> Config:
        """Return the configuration of a file that was noted."""
        return self._others.get(path) or self._usual or Config()
