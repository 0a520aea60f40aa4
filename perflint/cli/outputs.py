"""Where findings go: each format that is asked for to standard output or into a file; in a GitHub workflow, a summary."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint.cli.exits import fail, write_all
from perflint.cli.options import By, Format
from perflint.report import Layout, Report, render_concise, render_statistics, render_text
from perflint.report.context import Context


class Output(Struct, frozen=True):
    """One format and its file, None for standard output; `guarded`: the log of a workflow, which obeys some lines."""

    kind: Format
    target: Path | None = None
    guarded: bool = False


def outputs_of(formats: list[str] | None, environment: Mapping[str, str]) -> tuple[Output, ...]:
    """Return what is asked for; without a word text, and in a GitHub workflow annotations as well.

    Raises:
        SystemExit: there is no such format.
    """
    if formats:
        return tuple(map(_output, formats))
    if environment.get("GITHUB_ACTIONS") == "true":
        return Output(Format.TEXT, guarded=True), Output(Format.GITHUB)
    return (Output(Format.TEXT),)


class Shown(Struct, frozen=True):
    """A report as it is to be shown: its layout, what formats are told beside it, the counts wanted, and its review."""

    report: Report
    layout: Layout
    context: Context
    by: By | None
    page: Callable[[], Iterator[str]]


def deliver(output: Output, shown: Shown) -> None:
    """Write a report in one format; with annotations, also the summary of the workflow's step if there is one.

    Raises:
        SystemExit: a file cannot be written.
    """
    pieces = _rendered(output.kind, shown)
    _put(_fenced(pieces) if output.guarded else pieces, output.target)
    if output.kind is Format.GITHUB:
        _summarize(shown.report, shown.context, os.environ.get("GITHUB_STEP_SUMMARY"))


def _output(entry: str) -> Output:
    name, _, target = entry.partition("=")
    if name not in set(Format):
        fail(f"没有“{name}”这种格式 / there is no format `{name}`: {', '.join(Format)}")
    return Output(Format(name), Path(target) if target else None)


def _rendered(kind: Format, shown: Shown) -> Iterator[str]:
    report, layout = shown.report, shown.layout
    if kind is Format.HTML:
        yield from shown.page()
    elif kind not in {Format.TEXT, Format.CONCISE}:
        from perflint.report.formats import renderer  # noqa: PLC0415  # a person reads text

        yield from renderer(kind.value)(report, shown.context)
    elif shown.by:
        yield from render_statistics(report, layout.lang, layout.width, shown.by.value)
        yield from render_concise(replace(report, findings=(), suppressed=(), unchecked=()), layout)
    else:
        yield from (render_concise if kind is Format.CONCISE else render_text)(report, layout)


def _put(pieces: Iterator[str], target: Path | None) -> None:
    if target is None:
        write_all(pieces)
        return
    from perflint.workspace.disk.writing import write_whole_file  # noqa: PLC0415  # as above

    try:
        write_whole_file(target, (piece.encode("utf-8", "replace") for piece in pieces), over=True)
    except OSError as fault:
        fail(f"无法写入 / cannot write {target}: {fault.strerror}")


def _fenced(pieces: Iterator[str]) -> Iterator[str]:
    from perflint.report.github import fenced  # noqa: PLC0415  # only a workflow pays for it

    return fenced(pieces)


def _summarize(report: Report, context: Context, target: str | None) -> None:
    if not target:
        return
    from perflint.report.step_summary import append_summary  # noqa: PLC0415  # only a workflow pays for it

    try:
        append_summary(report, context, Path(target))
    except OSError as fault:
        fail(f"无法写入 / cannot write {target}: {fault.strerror}")
