"""What is found across the tables of a run, an agency at a time."""

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from perflint.across.years.row_years import RowYears
from perflint.judge import Finding, Unchecked
from perflint.judge.across import Owner
from perflint.judge.everywhere import everywhere_of
from perflint.judge.inspection import Glance, Inspection
from perflint.workspace.checking import Options
from perflint.workspace.runs.comparison import Comparison, Configs, Told, compared_groups
from perflint.workspace.runs.stores import FindingsByPath, MembersByAgency
from perflint.workspace.runs.workers import Job

_WORTH_IT = 400
_WORTH_KEEPING = 50


class Manner(NamedTuple):
    """By how many processes many tables are compared, and whether what was found across the same tables before is taken for it."""

    processes: int = 1
    cached: bool = False


_PLAIN = Manner()


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
    inspected: Iterable[tuple[Job, Inspection]], options: Options, history: Iterable[tuple[Job, Glance]] = (),
    manner: Manner = _PLAIN,
) -> Compared:  # fmt: skip
    """Return what is found across the tables of each agency; those of one are in memory at a time, of four a process where several compare."""
    members, configs = MembersByAgency(), Configs()
    for job, glance in itertools.chain(history, ((job, one.glance) for job, one in inspected)):
        configs.add(glance.path, job.config)
        for member in glance.members:
            members.add(member)
    comparison = Comparison(options, configs, everywhere_of(members.groups))
    found = Compared(FindingsByPath(), [], {})
    several = manner.processes if len(members) >= _WORTH_IT else 1
    if manner.cached and len(members) >= _WORTH_KEEPING:
        from perflint.workspace.runs.kept_comparisons import compared_or_kept  # noqa: PLC0415  # few tables are compared each time

        groups = compared_or_kept(comparison, members.groups, options, several)
    else:
        groups = compared_groups(comparison, members.groups, several)
    for one in itertools.chain.from_iterable(groups):
        found.add(one)
    return found
