"""A run as the command line starts it: standard input or files, with or without a progress bar."""

import os
import sys
from pathlib import Path

from msgspec.structs import replace

from perflint.adoption.entry import Baseline, Entry
from perflint.adoption.known_findings import KnownFindings
from perflint.cli.colouring import is_dumb
from perflint.cli.exits import complain
from perflint.data.kept_patterns import patterns_kept
from perflint.report import Report, Summary
from perflint.report.document import Omitted
from perflint.workspace.checking import Checker
from perflint.workspace.pasted import name_of
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import Progress, run, run_one
from perflint.workspace.runs.workers import Job

STANDARD_INPUT = (Path("-"),)
_EARLIER = {
    "zh": "perflint: {path}：是 0.1 版写的基线，合计类问题（如 BUD003、STR024）只记了合计，看不出各项金额变没变，因此按新问题计；"
    "请看过以后用 perflint baseline 重新生成\n",
    "en": "perflint: {path}: a baseline of version 0.1, which holds of a sum (BUD003, STR024 and others) the total alone: whether its"
    " amounts grew cannot be told, so such findings count as new; look at them, then write the file again with `perflint baseline`\n",
}


def known_findings_for(plan: Plan, baseline: Path | None, since: str, stdin_filename: str) -> KnownFindings:
    """Return what was known before a run: the findings of a baseline file and of a commit.

    Raises:
        BaselineError, RevisionError: one of them cannot be read.
    """
    known = _read(baseline) if baseline else None
    if known and known.earlier:
        complain(_EARLIER[plan.options.lang].format(path=known.path))
    return KnownFindings(known, before=_findings_at(since, plan, stdin_filename) if since else ())


def _read(path: Path) -> Baseline:
    from perflint.adoption.baseline import read_baseline  # noqa: PLC0415  # what few ask for, few pay for

    return read_baseline(path)


def _findings_at(commit: str, plan: Plan, stdin_filename: str) -> tuple[Entry, ...]:
    from perflint.workspace.runs.since import known_at  # noqa: PLC0415  # what few ask for, few pay for

    looked_at = replace(plan, paths=(Path(stdin_filename),)) if plan.paths == STANDARD_INPUT else plan
    return known_at(looked_at, commit)


def places(paths: list[Path] | None, stdin_filename: str) -> list[Path] | None:
    """Return where the inputs of a run lie: standard input where the file lies whose name it goes by."""
    return [Path(stdin_filename)] if paths and tuple(paths) == STANDARD_INPUT else paths


def checked(plan: Plan, stdin_filename: str, known_findings: KnownFindings, *, wanted: bool) -> Report:
    """Return the report on standard input or on files; `wanted`: with a progress bar where a terminal can show it."""
    with patterns_kept():
        return _checked(plan, stdin_filename, known_findings, wanted=wanted)


def _checked(plan: Plan, stdin_filename: str, known_findings: KnownFindings, *, wanted: bool) -> Report:
    if plan.paths == STANDARD_INPUT:
        return _of_standard_input(plan, Path(stdin_filename), known_findings)
    if not wanted or not sys.stderr.isatty() or is_dumb(os.environ):
        return run(plan, known_findings=known_findings)
    return _with_progress(plan, known_findings)


def _of_standard_input(plan: Plan, path: Path, known_findings: KnownFindings) -> Report:
    configurations = plan.configurations()
    data = sys.stdin.buffer.read()
    if plan.force_exclude and configurations.is_excluded(path):
        return Report(Summary(), [], [], [], [], omitted=Omitted(files=1))
    configured, name = configurations.of_file(path), name_of(data, str(path))
    answer = Checker(configured, plan.options).check(data, name)
    return run_one(Job(Path(name), name, configured), answer, plan.options, known_findings)


def _with_progress(plan: Plan, known_findings: KnownFindings) -> Report:
    from rich.console import Console  # noqa: PLC0415  # only a terminal pays for it
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("perflint", total=None)
        step: Progress = lambda done, total: bar.update(task, completed=done, total=total)  # noqa: E731
        return run(plan, step, known_findings)
