"""`perflint baseline`: today's findings written down, so that only new ones count."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.adoption.baseline import EARLIER, NAME, SCHEMA, read_baseline
from perflint.adoption.entry import entry_of
from perflint.adoption.known_findings import KnownFindings
from perflint.cli.exits import CLEAN, NOTHING, WRONG, explained, fail, write
from perflint.cli.guidance import say_left_out
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import (
    Jobs,
    MinSeverity,
    NoCache,
    Paths,
    Prune,
    Severities,
)  # fmt: skip
from perflint.data.store import use_store
from perflint.judge import Severity
from perflint.report import Report
from perflint.report.choosing import from_severity
from perflint.workspace.configuration.config import Config
from perflint.workspace.disk.baseline_file import write_baseline
from perflint.workspace.disk.replacing import NotReplaced
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

Target = Annotated[
    Path | None,
    typer.Option("--baseline", help=f"写到哪个文件（默认配置里的 baseline，否则 {NAME}）。File to write."),
]
_SAID = {
    "zh": {
        "written": "{path}：写入 {count} 条。以后用 perflint check --baseline {path}，或在 perflint.yaml 里写 baseline。",
        "pruned": "{path}：删去 {gone} 条已过时的，保留 {count} 条", "hidden": "另有 {count} 条低于 {least}，没有写入：它们仍会显示",
        "unseen": "其中 {count} 条所属的表不在这次检查的文件里",
        "none": "没有找到可检查的绩效目标表，没有写入", "errors": "有文件无法读取，没有写入",
    },
    "en": {
        "written": "{path}: {count} findings written. Now use `perflint check --baseline {path}`, or `baseline` in perflint.yaml.",
        "pruned": "{path}: {gone} stale entries removed, {count} kept", "hidden": "{count} less grave than {least} are left out: they are still shown",
        "unseen": "{count} of them are of tables that this run did not look at",
        "none": "nothing to check was found (no target table); nothing was written",
        "errors": "some inputs cannot be read; nothing was written",
    },
}  # fmt: skip


@judges
def baseline(
    paths: Paths = None,
    target: Target = None,
    prune: Prune = False,
    min_severity: MinSeverity = Severities.INFO,
    judging: Judging = AS_CONFIGURED,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> None:
    """把现有问题记为基线，以后只算新问题。Write today's findings down, so that only new ones count."""
    use_store(wanted=not no_cache)
    with explained(judging.lang):
        configured, spoken = judging.configured(paths)
        options = judging.options(spoken)
        plan = judging.plan(paths, options, jobs, cached=not no_cache, documents=True)
        say_left_out(plan)
        file = _file(target, configured)
        try:
            said, least = _SAID[spoken], Severity(min_severity.value)
            code = _prune(plan, file, said) if prune else _write(plan, file, said, least)
        except NotReplaced as fault:
            fail(fault.en if spoken == "en" else fault.zh)
    raise typer.Exit(code)


def _file(target: Path | None, configured: Config) -> Path:
    return target or configured.baseline or Path(NAME)


def _write(plan: Plan, file: Path, said: dict[str, str], least: Severity) -> int:
    report = from_severity(run(plan), least)
    if code := _unfit(report, said):
        return code
    write_baseline(file, [entry_of(finding) for finding in report.findings])
    write(said["written"].format(path=file, count=len(report.findings)) + "\n")
    if report.hidden:
        write(said["hidden"].format(count=report.hidden, least=least.value) + "\n")
    return CLEAN


def _prune(plan: Plan, file: Path, said: dict[str, str]) -> int:
    known = read_baseline(file)
    known_findings = KnownFindings(known)
    if code := _unfit(run(plan, known_findings=known_findings), said):
        return code
    stale = set(known_findings.stale())
    kept = [entry for entry in known.entries if entry not in stale]
    if stale:
        write_baseline(file, kept, EARLIER if known.earlier else SCHEMA)
    write(said["pruned"].format(path=file, gone=len(known.entries) - len(kept), count=len(kept)) + "\n")
    if known_findings.unseen():
        write(said["unseen"].format(count=known_findings.unseen()) + "\n")
    return CLEAN


def _unfit(report: Report, said: dict[str, str]) -> int:
    """Return the exit code with which a report is no ground for a baseline, 0 where it is one."""
    for error in report.errors:
        write(f"{error.path}: {error.message}\n")
    if report.errors:
        write(said["errors"] + "\n")
        return WRONG
    # A baseline may still be wanted for files that hold no table but have faults; they count in `files`.
    if not report.summary.tables and not report.summary.files:
        write(said["none"] + "\n")
        return NOTHING
    return CLEAN
