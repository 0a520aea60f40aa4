"""The findings of a run mended: fixes applied file by file, round after round, until nothing is left to do."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from perflint.files.ledger import Ledger
from perflint.files.patient import Kept, Mark, Patient, Refused, admit
from perflint.files.run import Plan, collect, run
from perflint.files.workers import Job
from perflint.judge import Finding, Safety, Severity
from perflint.judge.inspection import NOBODY
from perflint.report import Report

Wanted = Callable[[Finding], bool]
Chart = dict[str, Patient | Kept | None]


class Repair(NamedTuple):
    """What mending made of a file: its text and bytes before and after, what was mended, what was refused and why."""

    path: str
    file: Path
    before: bytes
    after: bytes
    texts: tuple[str, str]
    mended: tuple[Finding, ...]
    refused: tuple[Refused, ...]


class Harvest(NamedTuple):
    """A whole run of mending: repairs, files left as they are, the report on what is then there.

    `fixable` counts the findings that remain and have a fix that was not asked for, `shown` are those with one that is
    never applied.
    """

    repairs: tuple[Repair, ...]
    kept: tuple[Kept, ...]
    report: Report
    fixable: int
    shown: tuple[Finding, ...]


def mend_all(plan: Plan, *, unsafe: bool, ledger: Ledger | None = None) -> Harvest:
    """Return what becomes of the files of a plan; nothing is written, and findings that the ledger knows are left alone.

    Every round judges all files as they are by then, so that what is found across tables is mended and counted too.
    """
    wanted: Wanted = lambda finding: _is_wanted(finding, unsafe=unsafe)  # noqa: E731
    jobs = {job[1]: job for job in collect(plan)[0]}
    chart: Chart = {}
    while True:
        patients = [patient for patient in chart.values() if isinstance(patient, Patient)]
        report = run(plan, ledger=ledger, contents={patient.job[1]: patient.after for patient in patients})
        if not _round(report.findings, jobs, chart, wanted, plan.options.lang):
            break
    return _harvest(chart, report)


def _harvest(chart: Chart, report: Report) -> Harvest:
    repairs = tuple(_repair(patient) for patient in chart.values() if isinstance(patient, Patient))
    kept = tuple(entry for entry in chart.values() if isinstance(entry, Kept))
    tried = {_key(entry.finding) for repair in repairs for entry in repair.refused}
    spared = {entry.path for entry in kept}
    fixable = sum(
        finding.fix is not None and finding.fix.safety is Safety.UNSAFE and _key(finding) not in tried
        for finding in report.findings if finding.place.path not in spared
    )  # fmt: skip
    shown = tuple(f for f in report.findings if f.fix and f.fix.safety is Safety.DISPLAY)
    return Harvest(repairs, kept, report, fixable, shown)


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.place.path, finding.place.start


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    proposed = finding.fix or finding.refusal
    safety = proposed.safety if proposed else Safety.DISPLAY
    return safety is Safety.SAFE or (unsafe and safety is Safety.UNSAFE)


def _round(findings: Iterable[Finding], jobs: dict[str, Job], chart: Chart, wanted: Wanted, lang: str) -> bool:
    """Mend every file once; return whether the text of one is another now."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.table == NOBODY:
            found.setdefault(finding.place.path, [])
        elif wanted(finding):
            found.setdefault(finding.place.path, []).append(finding)
    for path in found.keys() & jobs.keys():  # one that does not parse too, so that it is said
        if path not in chart:
            chart[path] = admit(jobs[path])
    patients = {path: patient for path, patient in chart.items() if isinstance(patient, Patient)}
    marks: dict[str, set[Mark]] = {path: set() for path in patients}
    for finding in findings:
        if finding.place.path in marks and finding.severity is not Severity.INFO:
            marks[finding.place.path].add((finding.code, finding.place.pointer))
    changed = [patient.treat(found.get(path, ()), frozenset(marks[path]), lang) for path, patient in patients.items()]
    return any(changed)


def _repair(patient: Patient) -> Repair:
    texts = (patient.first.text, patient.source.text)
    path, shown, _ = patient.job
    return Repair(shown, path, patient.before, patient.after, texts, patient.mended, tuple(patient.refused))
