"""Markdown: a table a file, short enough for a comment on a pull request, or for the summary of a workflow step."""

from collections.abc import Callable, Iterator
from itertools import groupby

from perflint.judge import Finding, Severity
from perflint.report.context import Context, clipped
from perflint.report.document import Report
from perflint.report.markdown_text import cell, code
from perflint.report.words import closing_line, say

# GitHub takes comments of 65,536 characters; the rest is for the last lines.
COMMENT = 64_000
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
Measure = Callable[[str], int]


def render_markdown(report: Report, context: Context) -> Iterator[str]:
    """Yield the report as a comment: the counts, a table a file, and how many findings had no room."""
    yield from bounded(report, context, COMMENT, len)


def bounded(report: Report, context: Context, room: int, measure: Measure) -> Iterator[str]:
    """Yield the report within a room, in the unit of a measure; what stands after the findings is a few lines long."""
    head = f"## perflint {_verdict(report)}\n\n{cell(closing_line(report, context.lang))}\n"
    yield head
    room -= measure(head)
    for piece in _unreadable(report, context):
        room -= measure(piece)
        if room < 0:
            break
        yield piece
    yield from _within(report, context, room, measure)


def _within(report: Report, context: Context, room: int, measure: Measure) -> Iterator[str]:
    written = 0
    for text, findings in _tables(report, context):
        room -= measure(text)
        if room < 0:
            break
        written += findings
        yield text
    missing = len(report.findings) - written
    if missing:
        yield context.say(f"\n还有 {missing} 条未列出。\n", f"\n{missing} more findings are not listed.\n")


def _verdict(report: Report) -> str:
    counts = report.summary
    if report.errors or counts.errors:
        return _SIGNS[Severity.ERROR]
    return _SIGNS[Severity.WARNING] if counts.warnings else "✅"


def _unreadable(report: Report, context: Context) -> Iterator[str]:
    for error in report.errors:
        yield f"\n- {_SIGNS[Severity.ERROR]} {code(error.path)} {say('unreadable', context.lang)}: {cell(error.message)}\n"


def _tables(report: Report, context: Context) -> Iterator[tuple[str, int]]:
    """Yield the tables row by row, each with the number of findings in it; the head of a table goes with its first row."""
    for path, findings in groupby(report.findings, lambda finding: finding.place.path):
        before = _head(path, context)
        for finding in findings:
            yield before + _row(finding, context), 1
            before = ""


def _head(path: str, context: Context) -> str:
    names = context.say(
        "位置 | 级别 | 规则 | 指标 | 问题 | 改为", "place | severity | rule | indicator | finding | write"
    )
    return f"\n### {code(path)}\n\n| {names} |\n| --- | --- | --- | --- | --- | --- |\n"


def _row(finding: Finding, context: Context) -> str:
    cells = (
        f"{finding.place.line}:{finding.place.column}",
        f"{_SIGNS[finding.severity]} {say(finding.severity.value, context.lang)}",
        f"{code(finding.code)}",
        cell(finding.indicator or ""),
        cell(finding.message),
        cell(clipped(finding.suggestion or "")),
    )
    return f"| {' | '.join(cells)} |\n"
