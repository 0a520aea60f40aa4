"""`perflint check`: checks files and folders."""

import os
import shutil
import sys
from pathlib import Path

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, complain, explained
from perflint.cli.guidance import NO_RULES, nothing_found, say_left_out, target_of
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import (
    AddSuppressions,
    BaselineFile,
    Color,
    Colour,
    ExitFrom,
    FailOn,
    Formats,
    Jobs,
    MaxFindings,
    NoCache,
    NoProgress,
    Paths,
    Quiet,
    Reason,
    ShowSuppressed,
    Since,
    Statistics,
    StdinFilename,
    TimeLimit,
    Until,
    Watch,
)  # fmt: skip
from perflint.cli.outputs import deliver, outputs_of
from perflint.cli.running import STANDARD_INPUT, checked, known_findings_for
from perflint.data.store import use_store
from perflint.judge import Severity, load_pack
from perflint.report import Layout, Report
from perflint.report.context import Context
from perflint.report.location import repository
from perflint.workspace.configuration.config import Config
from perflint.workspace.processes.timing import SECONDS
from perflint.workspace.runs.discovering import Plan


@judges
def check(
    paths: Paths = None,
    formats: Formats = None,
    fail_on: ExitFrom = None,
    judging: Judging = AS_CONFIGURED,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    statistics: Statistics = False,
    show_suppressed: ShowSuppressed = False,
    max_findings: MaxFindings = 0,
    baseline: BaselineFile = None,
    since: Since = "",
    add_suppressions: AddSuppressions = False,
    reason: Reason = "",
    until: Until = "",
    stdin_filename: StdinFilename = "stdin.yaml",
    quiet: Quiet = False,
    no_progress: NoProgress = False,
    color: Color = Colour.AUTO,
    watch: Watch = False,
    time_limit: TimeLimit = SECONDS,
) -> None:
    """检查绩效目标表。Check target tables (default: every table below the current folder)."""
    use_store(wanted=not no_cache)
    with explained():
        outputs = outputs_of(formats, os.environ)
        if add_suppressions or reason or until:  # what few ask for, few pay for: here and with --watch
            from perflint.cli.add_suppressions import add, note_for  # noqa: PLC0415  # as just said

            note = note_for(reason, until, adding=add_suppressions)
        configured, spoken = judging.configured(paths)
        if watch:
            from perflint.cli.watching import watch as check_again  # noqa: PLC0415  # as above

            check_again(paths or [Path()], spoken, writing=add_suppressions)
        options = judging.options(spoken, gather=not add_suppressions, seconds=time_limit)
        plan = judging.plan(paths, options, jobs, cached=not no_cache, documents=not add_suppressions)
        known_findings = known_findings_for(plan, baseline or configured.baseline, since, stdin_filename)
        exit_from = fail_on or FailOn(configured.fail_on or "error")
        if add_suppressions:
            raise SystemExit(add(plan, note, exit_from, known_findings))
        report = checked(plan, stdin_filename, configured, known_findings, wanted=not (quiet or no_progress))
        say_left_out(plan, report.doubled)
    layout = Layout(_width(), options.lang, _is_coloured(color), max_findings, show_suppressed, target_of(plan.paths))
    context = _context(options.lang, configured, plan, hidden=show_suppressed)
    for output in () if quiet else outputs:
        deliver(output, report, layout, context, statistics=statistics)
    raise SystemExit(_exit_code(report, exit_from, plan))


def _context(lang: str, configured: Config, plan: Plan, *, hidden: bool) -> Context:
    root = repository(os.environ, Path.cwd())
    return Context(lang, lambda: load_pack(configured.packs).rules, root, hidden, plan.paths != STANDARD_INPUT)


def _width() -> int:
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _is_coloured(color: Colour) -> bool:
    if color is Colour.AUTO:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return color is Colour.ALWAYS


def _exit_code(report: Report, fail_on: FailOn, plan: Plan) -> int:
    if report.errors:
        return WRONG
    if report.omitted.nothing_left and not report.findings:
        complain(NO_RULES[plan.options.lang])
        return NOTHING
    if not report.summary.tables and not report.findings:
        complain(nothing_found(plan.options.lang, plan.paths))
        return NOTHING
    if fail_on is FailOn.NEVER:
        return CLEAN
    counts = (report.summary.errors, report.summary.warnings, report.summary.infos)
    return FOUND if any(counts[: Severity(fail_on.value).rank + 1]) else CLEAN
