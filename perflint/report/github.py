"""Annotations of a GitHub workflow: commands on lines of their own, escaped, within the limits that are shown."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from perflint.judge import Finding, InputError, Severity
from perflint.report.context import Context, clipped, one_line_of
from perflint.report.document import Report
from perflint.report.location import in_repository
from perflint.typography import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub shows ten annotations of a kind for a step; more would be lost without a word.
_SHOWN = 10
_LONGEST_MESSAGE = 4_000


def render_github(report: Report, context: Context) -> Iterator[str]:
    """Yield commands for the first findings of each severity, the worst first; the others as lines of a folded group."""
    for error in islice(report.errors, _SHOWN):
        yield _unreadable(error, context)
    for severity in _COMMANDS:
        for finding in islice(_of(report.findings, severity), _SHOWN):
            yield _annotation(finding, context)
    yield from _rest(report, context)


def fenced(pieces: Iterable[str], token: str = "") -> Iterator[str]:
    """Yield text between two commands that keep GitHub from obeying it; what a table says is not to be trusted."""
    mark = token or os.urandom(16).hex()
    yield f"::stop-commands::{mark}\n"
    yield from pieces
    yield f"::{mark}::\n"


def _rest(report: Report, context: Context) -> Iterator[str]:
    counts = Counter(finding.severity for finding in report.findings)
    hidden = sum(max(0, count - _SHOWN) for count in counts.values())
    if hidden:
        yield f"::group::{_title(hidden, context)}\n"
        yield from fenced(_folded(report, context))
        yield "::endgroup::\n"


def _title(hidden: int, context: Context) -> str:
    return context.say(f"perflint：另有 {hidden} 条未加标注", f"perflint: {hidden} more, without an annotation")


def _folded(report: Report, context: Context) -> Iterator[str]:
    for severity in _COMMANDS:
        for finding in islice(_of(report.findings, severity), _SHOWN, None):
            place = finding.place
            path = in_repository(place.path, context.root)
            text = f"{path}:{place.line}:{place.column}: {severity.value} {one_line_of(finding)}"
            yield visible(text) + "\n"


def _of(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity is severity)


def _annotation(finding: Finding, context: Context) -> str:
    place = finding.place
    fields: dict[str, object] = {
        "file": in_repository(place.path, context.root), "line": place.line, "endLine": place.end_line,
    }  # fmt: skip
    if place.line == place.end_line:  # with columns, an annotation over several lines is dropped
        fields |= {"col": place.column, "endColumn": max(place.column, place.end_column)}
    fields["title"] = f"{finding.code} {finding.name}"
    return _command(_COMMANDS[finding.severity], fields, _message(finding))


def _message(finding: Finding) -> str:
    suggestion = f"\n→ {clipped(finding.suggestion)}" if finding.suggestion else ""
    return (finding.message + suggestion)[:_LONGEST_MESSAGE]


def _unreadable(error: InputError, context: Context) -> str:
    return _command("error", {"file": in_repository(error.path, context.root), "title": "perflint"}, error.message)


def _command(name: str, fields: dict[str, object], message: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
    return f"::{name} {written}::{_data(message)}\n"


def _data(text: str) -> str:
    lines = "%0A".join(map(visible, text.replace("%", "%25").split("\n")))
    return lines.replace("\r", "%0D")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
