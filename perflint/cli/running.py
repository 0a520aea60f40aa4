"""A run as the command line starts it: standard input or files, with or without a progress bar."""

import sys
from pathlib import Path

from msgspec.structs import replace

from perflint.adoption.baseline import read_baseline
from perflint.adoption.known_findings import KnownFindings
from perflint.data.kept_patterns import patterns_kept
from perflint.report import Report
from perflint.workspace.checking import Checker
from perflint.workspace.configuration.config import Config
from perflint.workspace.pasted import name_of
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import Progress, run, run_one
from perflint.workspace.runs.since import fingerprints_at
from perflint.workspace.runs.workers import Job

STANDARD_INPUT = (Path("-"),)


def known_findings_for(plan: Plan, baseline: Path | None, since: str, stdin_filename: str) -> KnownFindings:
    """Return what was known before a run: the findings of a baseline file and of a commit.

    Raises:
        BaselineError, RevisionError: one of them cannot be read.
    """
    known = read_baseline(baseline) if baseline else None
    looked_at = replace(plan, paths=(Path(stdin_filename),)) if plan.paths == STANDARD_INPUT else plan
    return KnownFindings(known, fingerprints_at(looked_at, since) if since else frozenset())


def checked(
    plan: Plan, stdin_filename: str, configured: Config, known_findings: KnownFindings, *, wanted: bool
) -> Report:
    """Return the report on standard input or on files; `wanted`: with a progress bar where a terminal can show it."""
    with patterns_kept():
        return _checked(plan, stdin_filename, configured, known_findings, wanted=wanted)


def _checked(
    plan: Plan, stdin_filename: str, configured: Config, known_findings: KnownFindings, *, wanted: bool
) -> Report:
    if plan.paths == STANDARD_INPUT:
        checker = Checker(configured, plan.options)
        data = sys.stdin.buffer.read()
        name = name_of(data, stdin_filename)
        job = Job(Path(name), name, configured)
        return run_one(job, checker.check(data, name), plan.options, known_findings)
    if not wanted or not sys.stderr.isatty():
        return run(plan, known_findings=known_findings)
    return _with_progress(plan, known_findings)


def _with_progress(plan: Plan, known_findings: KnownFindings) -> Report:
    from rich.console import Console  # noqa: PLC0415  # only a terminal pays for it
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("perflint", total=None)
        step: Progress = lambda done, total: bar.update(task, completed=done, total=total)  # noqa: E731
        return run(plan, step, known_findings)
