"""The findings of a run mended: fixes applied file by file, round after round, until nothing is left to do."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from perflint.adoption.known_findings import KnownFindings
from perflint.fixing.file_being_fixed import FileBeingFixed, Kept, Mark, Refused, begin_fixing, open_for_fixing
from perflint.judge import Finding, Safety, Severity
from perflint.judge.inspection import NOBODY
from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.run import run, run_one
from perflint.workspace.runs.workers import Job, checker_for

Wanted = Callable[[Finding], bool]
Files = dict[str, FileBeingFixed | Kept | None]


class Repair(NamedTuple):
    """What mending made of a file: its text and bytes before and after, what was mended, what was refused and why."""

    path: str
    file: Path
    before: bytes
    after: bytes
    texts: tuple[str, str]
    mended: tuple[Finding, ...]
    refused: tuple[Refused, ...]


class FixRun(NamedTuple):
    """A whole run of mending: repairs, files left as they are, the report on what is then there.

    `fixable` counts the findings that remain and have a fix that was not asked for, `shown` are those with one that is
    never applied.
    """

    repairs: tuple[Repair, ...]
    kept: tuple[Kept, ...]
    report: Report
    fixable: int
    shown: tuple[Finding, ...]


def mend_all(plan: Plan, *, unsafe: bool, known_findings: KnownFindings | None = None) -> FixRun:
    """Return what becomes of the files of a plan; nothing is written, and known findings are left alone.

    Every round judges all files as they are by then, so that what is found across tables is mended and counted too.
    """
    wanted: Wanted = lambda finding: _is_wanted(finding, unsafe=unsafe)  # noqa: E731
    jobs = {job.shown: job for job in discover(plan).jobs}
    files_by_path: Files = {}
    while True:
        files = [file for file in files_by_path.values() if isinstance(file, FileBeingFixed)]
        report = run(plan, known_findings=known_findings, contents={file.shown: file.after for file in files})
        if not _round(report.findings, jobs, files_by_path, wanted, plan.options.lang):
            break
    return _fix_run(files_by_path, report)


def mend_one(job: Job, data: bytes, options: Options, *, unsafe: bool) -> FixRun:
    """Return what becomes of one file, given as bytes: nothing is read from the disk, and nothing written."""
    wanted: Wanted = lambda finding: _is_wanted(finding, unsafe=unsafe)  # noqa: E731
    opened = begin_fixing(job.path, job.shown, data)
    files_by_path: Files = {job.shown: opened}
    while True:
        now = opened.after if isinstance(opened, FileBeingFixed) else data
        report = run_one(job, checker_for(job.config, options).check(now, job.shown), options)
        if not _round(report.findings, {job.shown: job}, files_by_path, wanted, options.lang):
            break
    return _fix_run(files_by_path, report)


def _fix_run(files_by_path: Files, report: Report) -> FixRun:
    repairs = tuple(_repair(file) for file in files_by_path.values() if isinstance(file, FileBeingFixed))
    kept = tuple(entry for entry in files_by_path.values() if isinstance(entry, Kept))
    tried = {_key(entry.finding) for repair in repairs for entry in repair.refused}
    spared = {entry.path for entry in kept}
    fixable = sum(
        finding.fix is not None and finding.fix.safety is Safety.UNSAFE and _key(finding) not in tried
        for finding in report.findings if finding.place.path not in spared
    )  # fmt: skip
    shown = tuple(f for f in report.findings if f.fix and f.fix.safety is Safety.DISPLAY)
    return FixRun(repairs, kept, report, fixable, shown)


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.place.path, finding.place.start


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    proposed = finding.fix or finding.refusal
    safety = proposed.safety if proposed else Safety.DISPLAY
    return safety is Safety.SAFE or (unsafe and safety is Safety.UNSAFE)


def _round(findings: Iterable[Finding], jobs: dict[str, Job], files_by_path: Files, wanted: Wanted, lang: str) -> bool:
    """Mend every file once; return whether the text of one is another now."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.table == NOBODY:
            found.setdefault(finding.place.path, [])
        elif wanted(finding):
            found.setdefault(finding.place.path, []).append(finding)
    for path in found.keys() & jobs.keys():  # one that does not parse too, so that it is said
        if path not in files_by_path:
            files_by_path[path] = open_for_fixing(*jobs[path][:2])
    files = {path: file for path, file in files_by_path.items() if isinstance(file, FileBeingFixed)}
    marks: dict[str, set[Mark]] = {path: set() for path in files}
    for finding in findings:
        if finding.place.path in marks and finding.severity is not Severity.INFO:
            marks[finding.place.path].add((finding.code, finding.place.pointer))
    changed = [file.fix(found.get(path, ()), frozenset(marks[path]), lang) for path, file in files.items()]
    return any(changed)


def _repair(file: FileBeingFixed) -> Repair:
    texts = (file.first.text, file.source.text)
    return Repair(file.shown, file.path, file.before, file.after, texts, file.mended, tuple(file.refused))
