"""`perflint check`: checks files and folders."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from perflint.cli.colouring import is_coloured
from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, complain, explained
from perflint.cli.guidance import NO_RULES, nothing_found, say_left_out, target_of
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import (
    AddSuppressions,
    BaselineFile,
    By,
    Color,
    Colour,
    CountBy,
    ExitFrom,
    FailOn,
    ForceExclude,
    Format,
    Formats,
    Jobs,
    MaxFindings,
    MinSeverity,
    NoCache,
    NoProgress,
    Paths,
    Quiet,
    Reason,
    Severities,
    ShowSuppressed,
    Since,
    Statistics,
    StdinFilename,
    TimeLimit,
    Until,
    Watch,
)  # fmt: skip
from perflint.cli.outputs import Output, Shown, deliver, outputs_of
from perflint.cli.running import STANDARD_INPUT, checked, known_findings_for, places
from perflint.data.store import use_store
from perflint.judge import Severity, load_pack
from perflint.report import Layout, Report
from perflint.report.choosing import from_severity
from perflint.report.context import Context
from perflint.report.location import repository
from perflint.report.terminal import MANY
from perflint.workspace.configuration.config import Config
from perflint.workspace.processes.timing import SECONDS
from perflint.workspace.runs.discovering import Plan

_NO_COUNTS = {
    "zh": "perflint: --statistics、--by 只用于 text、concise 格式，这里不起作用\n",
    "en": "perflint: --statistics and --by are for the formats text and concise; they change nothing here\n",
}
_FEW = 20  # findings that a terminal shows where there are many


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
    by: CountBy = None,
    min_severity: MinSeverity = Severities.INFO,
    max_findings: MaxFindings = None,
    baseline: BaselineFile = None,
    since: Since = "",
    add_suppressions: AddSuppressions = False,
    reason: Reason = "",
    until: Until = "",
    stdin_filename: StdinFilename = "stdin.yaml",
    force_exclude: ForceExclude = False,
    quiet: Quiet = False,
    no_progress: NoProgress = False,
    color: Color = Colour.AUTO,
    watch: Watch = False,
    time_limit: TimeLimit = SECONDS,
) -> None:
    """检查绩效目标表。Check target tables (default: every table below the current folder)."""
    use_store(wanted=not no_cache)
    with explained(judging.lang):
        outputs = outputs_of(formats, os.environ)
        if add_suppressions or reason or until:  # what few ask for, few pay for: here and with --watch
            from perflint.cli.add_suppressions import add, note_for  # noqa: PLC0415  # as just said

            note = note_for(reason, until, adding=add_suppressions)
        configured, spoken = judging.configured(places(paths, stdin_filename))
        if watch:
            _watch(paths or [Path()], spoken, writing=add_suppressions)
        paged = any(output.kind is Format.HTML for output in outputs)
        options = judging.options(spoken, gather=not add_suppressions, seconds=time_limit, summarize=paged)
        plan = judging.plan(paths, options, jobs, cached=not no_cache, documents=not add_suppressions,
                            force_exclude=force_exclude)  # fmt: skip
        known_findings = known_findings_for(plan, baseline or configured.baseline, since, stdin_filename)
        exit_from = fail_on or FailOn(configured.fail_on or "error")
        if add_suppressions:
            raise SystemExit(add(plan, note, exit_from, known_findings))
        report = checked(plan, stdin_filename, known_findings, wanted=not (quiet or no_progress))
        say_left_out(plan, report)
    counted = by or (By.RULE if statistics else None)
    layout = _layout(report, plan, color, max_findings, hidden=show_suppressed)
    _deliver(outputs, report, plan, configured, Reading(layout, counted, Severity(min_severity.value), quiet=quiet))
    raise SystemExit(_exit_code(report, exit_from, plan))


def _watch(paths: list[Path], lang: str, *, writing: bool) -> None:
    from perflint.cli.watching import watch as check_again  # noqa: PLC0415  # what few ask for, few pay for

    check_again(paths, lang, writing=writing)


class Reading(NamedTuple):
    """How a report is read: its layout, what findings are counted by instead of listed, from which severity, if at all here."""

    layout: Layout
    by: By | None
    least: Severity
    quiet: bool


def _deliver(outputs: tuple[Output, ...], report: Report, plan: Plan, configured: Config, reading: Reading) -> None:
    """Write a report in each format that is asked for; counts are those of text alone, which is said where there is none."""
    lang = plan.options.lang
    context = _context(lang, configured, plan, hidden=reading.layout.show_suppressed)
    written = lambda: _page(report, plan, configured, reading.least)  # noqa: E731  # made where it is asked for
    shown = Shown(from_severity(report, reading.least), reading.layout, context, reading.by, written)
    if reading.by and not any(output.kind in {Format.TEXT, Format.CONCISE} for output in outputs):
        complain(_NO_COUNTS[lang])
    for output in outputs:
        if output.target or not reading.quiet:
            deliver(output, shown)


def _page(report: Report, plan: Plan, configured: Config, least: Severity) -> Iterator[str]:
    from perflint.cli.review_output import page  # noqa: PLC0415  # what few ask for, few pay for

    return page(report, plan, configured, least)


def _layout(report: Report, plan: Plan, color: Colour, most: int | None, *, hidden: bool) -> Layout:
    limit, chosen = _limit(report, most)
    coloured = is_coloured(color, os.environ, terminal=sys.stdout.isatty())
    return Layout(_width(), plan.options.lang, coloured, limit, hidden, target_of(plan.paths), chosen=chosen)


def _limit(report: Report, asked: int | None) -> tuple[int, bool]:
    """Return how many findings are shown, 0 for all, and whether that was chosen: on a terminal, where there are many."""
    if asked is not None:
        return asked, False
    chosen = sys.stdout.isatty() and len(report.findings) > MANY
    return (_FEW, True) if chosen else (0, False)


def _context(lang: str, configured: Config, plan: Plan, *, hidden: bool) -> Context:
    root = repository(os.environ, Path.cwd())
    rules = lambda: load_pack(configured.packs).rules  # noqa: E731  # loaded where a format asks for it
    return Context(
        lang, rules, root, hidden, plan.paths != STANDARD_INPUT, lambda text: complain(f"perflint: {text}\n")
    )


def _width() -> int:
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():
        return 80
    import shutil  # noqa: PLC0415  # 5 ms that only a terminal needs

    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _exit_code(report: Report, fail_on: FailOn, plan: Plan) -> int:
    if report.errors:
        return WRONG
    if report.omitted.nothing_left and not report.findings:
        complain(NO_RULES[plan.options.lang])
        return NOTHING
    if not report.summary.tables and not report.findings and not (plan.force_exclude and report.omitted.files):
        complain(nothing_found(plan.options.lang, plan.paths, report.omitted))
        return NOTHING
    if fail_on is FailOn.NEVER:
        return CLEAN
    counts = (report.summary.errors, report.summary.warnings, report.summary.infos)
    return FOUND if any(counts[: Severity(fail_on.value).rank + 1]) else CLEAN
