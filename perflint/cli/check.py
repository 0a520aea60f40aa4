"""`perflint check`: checks files and folders."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from msgspec.structs import replace

from perflint.cli.adding import add, note_for
from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, explained, fail, write_all
from perflint.cli.given import codes_in, configuration_for
from perflint.cli.language import choose_language
from perflint.cli.options import (
    AddSuppressions,
    BaselineFile,
    Color,
    Colour,
    ConfigFile,
    ExitFrom,
    ExtendSelect,
    FailOn,
    Format,
    Formats,
    Ignore,
    Jobs,
    Lang,
    MaxFindings,
    NoCache,
    NoConfig,
    NoProgress,
    Paths,
    Profile,
    Quiet,
    Reason,
    Select,
    ShowSuppressed,
    Since,
    Statistics,
    StdinFilename,
    Until,
)  # fmt: skip
from perflint.cli.running import STANDARD_INPUT, checked, ledger_for
from perflint.files.checking import Options
from perflint.files.run import Plan
from perflint.judge import Severity
from perflint.report import Layout, Report, render_concise, render_json, render_jsonl, render_statistics, render_text


def check(
    paths: Paths = None,
    formats: Formats = None,
    select: Select = "",
    ignore: Ignore = "",
    extend_select: ExtendSelect = "",
    fail_on: ExitFrom = None,
    profile: Profile = "",
    lang: Lang = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
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
) -> None:
    """检查绩效目标表。Check target tables (default: every table below the current folder)."""
    with explained():
        outputs = [_output(entry) for entry in formats or ["text"]]
        note = note_for(reason, until, adding=add_suppressions)
        configured = configuration_for(paths, config, no_config=no_config)
        options = Options(
            choose_language(lang, configured.lang), profile, codes_in(select), codes_in(ignore), codes_in(extend_select)
        )
        plan = Plan(tuple(paths or [Path()]), options, config, no_config, jobs or os.cpu_count() or 1, not no_cache)
        ledger = ledger_for(plan, baseline or configured.baseline, since, stdin_filename)
        exit_from = fail_on or FailOn(configured.fail_on or "error")
        if add_suppressions:
            if plan.paths == STANDARD_INPUT:
                fail("--add-suppressions 不能用于标准输入 / cannot write to standard input")
            raise typer.Exit(add(plan, note, exit_from, ledger))
        report = checked(plan, stdin_filename, configured, ledger, wanted=not (quiet or no_progress))
    layout = Layout(_width(), options.lang, _is_coloured(color), max_findings, show_suppressed)
    if not quiet:
        for kind, target in outputs:
            _deliver(_rendered(kind, report, layout, statistics=statistics), target)
    raise typer.Exit(_exit_code(report, exit_from, options.lang))


def _output(entry: str) -> tuple[Format, Path | None]:
    name, _, target = entry.partition("=")
    if name not in set(Format):
        fail(f"没有“{name}”这种格式 / there is no format `{name}`: {', '.join(Format)}")
    return Format(name), Path(target) if target else None


def _width() -> int:
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _is_coloured(color: Colour) -> bool:
    if color is Colour.AUTO:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return color is Colour.ALWAYS


def _rendered(kind: Format, report: Report, layout: Layout, *, statistics: bool) -> Iterator[str]:
    if kind is Format.JSON:
        yield from render_json(report)
    elif kind is Format.JSONL:
        yield from render_jsonl(report)
    elif statistics:
        yield from render_statistics(report, layout.lang)
        yield from render_concise(replace(report, findings=(), suppressed=(), unchecked=()), layout)
    else:
        yield from (render_concise if kind is Format.CONCISE else render_text)(report, layout)


def _deliver(pieces: Iterator[str], target: Path | None) -> None:
    if target is None:
        write_all(pieces)
        return
    try:
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
    except OSError as fault:
        fail(f"无法写入 / cannot write {target}: {fault.strerror}")


def _exit_code(report: Report, fail_on: FailOn, lang: str) -> int:
    if report.errors:
        return WRONG
    if not report.summary.tables and not report.findings:
        words = "nothing to check was found (no target table)" if lang == "en" else "没有找到可检查的绩效目标表"
        sys.stderr.write(f"perflint: {words}\n")
        return NOTHING
    if fail_on is FailOn.NEVER:
        return CLEAN
    counts = (report.summary.errors, report.summary.warnings, report.summary.infos)
    return FOUND if any(counts[: Severity(fail_on.value).rank + 1]) else CLEAN
