"""Tables of earlier years that a run is given to compare with: read and put in short, never judged or reported."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from perflint.judge import InputError, Unchecked
from perflint.judge.inspection import NO_YEAR, Glance, Inspection
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.doubled import doubled
from perflint.workspace.runs.gathering import gather
from perflint.workspace.runs.workers import Job


class Earlier(NamedTuple):
    """The files of the history in short, each with its job, those that could not be read, and what could not be compared."""

    entries: tuple[tuple[Job, Glance], ...] = ()
    errors: tuple[InputError, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


def earlier_tables(plan: Plan, judged: Iterable[Job]) -> Earlier:
    """Return the tables of the folders of a plan's history; files that are judged in the run are left to it.

    Raises:
        ConfigError and the like, as in a run.
    """
    if not plan.history:
        return Earlier()
    past = replace(
        plan, paths=plan.history, options=replace(plan.options, year=NO_YEAR, summarize=False), documents=True
    )
    found, own = discover(past), {os.path.realpath(job.path) for job in judged}
    jobs = [job for job in found.jobs if os.path.realpath(job.path) not in own]
    entries: list[tuple[Job, Glance]] = []
    unchecked: list[Unchecked] = []
    errors = list(found.missing)
    for job, answer in zip(jobs, gather(jobs, past.options, past.jobs, cached=past.cached), strict=True):
        if isinstance(answer, InputError):
            errors.append(answer)
        else:
            entries.append((job, answer.glance))
            unchecked.extend(answer.unchecked)
    known = ((job, Inspection(glance, (), (), ())) for job, glance in entries)
    twice = doubled(known, (job.shown for job in jobs))
    return Earlier(tuple(entry for entry in entries if entry[1].path not in twice), tuple(errors), tuple(unchecked))
