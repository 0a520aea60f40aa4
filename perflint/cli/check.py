"""`perflint check`: checks files and folders."""

import os
import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, explained, fail, write_all
from perflint.cli.language import choose_language
from perflint.files.checking import Checker, Options
from perflint.files.config import Config, find_config, load_config
from perflint.files.run import Plan, Progress, run, run_one
from perflint.judge import Severity
from perflint.report import Layout, Report, render_concise, render_json, render_jsonl, render_statistics, render_text


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Colour(StrEnum):
    """Whether the text report is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="文件或文件夹，- 为标准输入。Files or folders; - reads standard input."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="text、concise、json、jsonl，或 格式=文件。text, concise, json, jsonl, or F=FILE; repeatable.",
        ),
    ] = None,
    select: Annotated[
        str,
        typer.Option(help="只用这些规则（代码、前缀或名称，逗号分隔）。Only these rules: codes, prefixes or names."),
    ] = "",
    ignore: Annotated[str, typer.Option(help="不用这些规则。Not these rules.")] = "",
    extend_select: Annotated[str, typer.Option(help="另外启用这些规则。These rules as well.")] = "",
    fail_on: Annotated[
        FailOn | None, typer.Option(help="从哪一级起退出码为 1（默认 error）。Exit 1 from this severity on.")
    ] = None,
    profile: Annotated[str, typer.Option(help="没有写模板的表按哪个模板审核。Profile for tables that name none.")] = "",
    lang: Annotated[str, typer.Option(help="zh 或 en。Language of messages.")] = "",
    config: Annotated[Path | None, typer.Option(help="配置文件。Configuration file.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="不读配置文件。Ignore configuration files.")] = False,
    jobs: Annotated[int, typer.Option(help="进程数，默认处理器个数。Processes; default: processors.")] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不用缓存。Do not use the cache.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="按规则统计。Count findings by rule.")] = False,
    show_suppressed: Annotated[
        bool, typer.Option("--show-suppressed", help="也列出已屏蔽的问题。List suppressed findings too.")
    ] = False,
    max_findings: Annotated[
        int, typer.Option(help="最多显示多少条（仅文本）。At most so many findings (text only).")
    ] = 0,
    stdin_filename: Annotated[str, typer.Option(help="标准输入的文件名。Name for standard input.")] = "stdin.yaml",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="不输出报告，只给退出码。No report, only the exit code.")
    ] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="不显示进度。No progress bar.")] = False,
    color: Annotated[Colour, typer.Option(help="是否用颜色。Colours.")] = Colour.AUTO,
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
