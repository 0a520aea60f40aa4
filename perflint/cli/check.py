"""`perflint check`: checks files and folders."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from msgspec.structs import replace

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, explained, fail, write_all
from perflint.cli.language import choose_language
from perflint.cli.options import (
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
    Select,
    ShowSuppressed,
    Statistics,
    StdinFilename,
)  # fmt: skip
from perflint.files.checking import Checker, Options
from perflint.files.config import Config, find_config, load_config
from perflint.files.run import Plan, Progress, run, run_one
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
    stdin_filename: StdinFilename = "stdin.yaml",
    quiet: Quiet = False,
    no_progress: NoProgress = False,
    color: Color = Colour.AUTO,
) -> None:
    """检查绩效目标表。Check target tables (default: every table below the current folder)."""
    with explained():
        outputs = [_output(entry) for entry in formats or ["text"]]
        configured = _configuration(paths, config, no_config=no_config)
        options = Options(
            choose_language(lang, configured.lang), profile, _codes(select), _codes(ignore), _codes(extend_select)
        )
        plan = Plan(tuple(paths or [Path()]), options, config, no_config, jobs or os.cpu_count() or 1, not no_cache)
        report = _checked(plan, stdin_filename, configured, wanted=not (quiet or no_progress))
    layout = Layout(_width(), options.lang, _is_coloured(color), max_findings, show_suppressed)
    if not quiet:
        for kind, target in outputs:
            _deliver(_rendered(kind, report, layout, statistics=statistics), target)
    raise typer.Exit(_exit_code(report, fail_on or FailOn(configured.fail_on or "error"), options.lang))


def _output(entry: str) -> tuple[Format, Path | None]:
    name, _, target = entry.partition("=")
    if name not in set(Format):
        fail(f"没有“{name}”这种格式 / there is no format `{name}`: {', '.join(Format)}")
    return Format(name), Path(target) if target else None


def _configuration(paths: list[Path] | None, config: Path | None, *, no_config: bool) -> Config:
    if no_config:
        return Config()
    if config is not None and not config.is_file():
        fail(f"没有这个配置文件 / there is no such configuration file: {config}")
    found = config or find_config((paths or [Path()])[0])
    return load_config(found) if found else Config()


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.replace("，", ",").split(",") if code.strip())


def _checked(plan: Plan, stdin_filename: str, configured: Config, *, wanted: bool) -> Report:
    if plan.paths == (Path("-"),):
        checker = Checker(configured, plan.options)
        job = (Path(stdin_filename), stdin_filename, configured)
        return run_one(job, checker.check(sys.stdin.buffer.read(), stdin_filename), plan.options)
    if not wanted or not sys.stderr.isatty():
        return run(plan)
    return _with_progress(plan)


def _with_progress(plan: Plan) -> Report:
    from rich.console import Console  # noqa: PLC0415  # only a terminal pays for it
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("perflint", total=None)
        step: Progress = lambda done, total: bar.update(task, completed=done, total=total)  # noqa: E731
        return run(plan, step)


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
