"""Tables of earlier years that a run is given to compare with: read and put in short, never judged or reported."""

import os
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from perflint.judge import InputError, Unchecked
from perflint.judge.inspection import NO_YEAR, Glance, Inspection
from perflint.report import SpilledList
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.doubled import doubled
from perflint.workspace.runs.gathering import gather
from perflint.workspace.runs.workers import Job


class Past:
    """The files of the history in short, each with its job; beyond some room on the disk. `passed`: their tables."""

    def __init__(self) -> None:
        self.passed = 0
        self._jobs: list[Job] = []
        self._glances = SpilledList(Glance)
        self._left_out: Collection[str] = ()

    def add(self, job: Job, glance: Glance) -> None:
        """Add a file."""
        self._jobs.append(job)
        self._glances.append(glance)

    def leave_out(self, paths: Collection[str]) -> None:
        """Leave out files whose tables stand in others."""
        self._left_out = paths
        self.passed = sum(glance.passed for _, glance in self)

    def __iter__(self) -> Iterator[tuple[Job, Glance]]:
        """Yield the files in order; it can be gone through again."""
        for job, glance in zip(self._jobs, self._glances, strict=True):
            if glance.path not in self._left_out:
                yield job, glance


class Earlier(NamedTuple):
    """The files of the history, those that could not be read, and what could not be compared."""

    past: Past
    errors: tuple[InputError, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


def earlier_tables(plan: Plan, judged: Iterable[Job]) -> Earlier:
    """Return the tables of the folders of a plan's history; files that are judged in the run are left to it.

    Raises:
        ConfigError and the like, as in a run.
    """
    past, unchecked = Past(), list[Unchecked]()
    if not plan.history:
        return Earlier(past)
    wanted = replace(
        plan, paths=plan.history, options=replace(plan.options, year=NO_YEAR, summarize=False), documents=True
    )
    found, own = discover(wanted), {os.path.realpath(job.path) for job in judged}
    jobs = [job for job in found.jobs if os.path.realpath(job.path) not in own]
    errors = list(found.missing)
    for job, answer in zip(jobs, gather(jobs, wanted.options, wanted.jobs, cached=wanted.cached), strict=True):
        if isinstance(answer, InputError):
            errors.append(answer)
        else:
            past.add(job, answer.glance)
            unchecked.extend(answer.unchecked)
    known = ((job, Inspection(glance, (), (), ())) for job, glance in past)
    past.leave_out(doubled(known, (job.shown for job in jobs)))
    return Earlier(past, tuple(errors), tuple(unchecked))
