"""rdjson and rdjsonl, the Reviewdog Diagnostic Format: columns count bytes of UTF-8, fixes become suggestions."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from perflint.judge import Edit, Finding, InputError, Place, Safety, Severity
from perflint.report.context import Context
from perflint.report.document import Report
from perflint.report.jsontext import member, one_line, opened
from perflint.report.lines import Lines

_SOURCE = {"name": "perflint"}
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
# Edits of one fix become one suggestion over all that lies between them, as long as a reader still sees what changes.
_CLOSE = 2_000
_Object = dict[str, Any]


def render_rdjson(report: Report, context: Context) -> Iterator[str]:
    """Yield the report as one object of diagnostics."""
    yield opened({"source": _SOURCE})
    yield from member("diagnostics", _diagnostics(report, context))
    yield "\n}\n"


def render_rdjsonl(report: Report, context: Context) -> Iterator[str]:
    """Yield one diagnostic a line."""
    for diagnostic in _diagnostics(report, context):
        yield one_line({**diagnostic, "source": _SOURCE})


def _diagnostics(report: Report, context: Context) -> Iterator[_Object]:
    lines = Lines(on_disk=context.on_disk)
    for finding in report.findings:
        yield _diagnostic(finding, lines)
    for error in report.errors:
        yield _unreadable(error)


def _unreadable(error: InputError) -> _Object:
    return {"message": error.message, "location": {"path": error.path}, "severity": "ERROR"}


def _diagnostic(finding: Finding, lines: Lines) -> _Object:
    found: _Object = {
        "message": finding.message,
        "location": _location(finding.place, lines, finding.excerpt),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    suggestions = list(_suggestions(finding, lines))
    if suggestions:
        found["suggestions"] = suggestions
    if finding.related:
        found["related_locations"] = [
            {"message": other.message, "location": _location(other.place, lines)} for other in finding.related
        ]
    return found


def _location(place: Place, lines: Lines, excerpt: str | None = None) -> _Object:
    return {"path": place.path, "range": _range(place.path, place, lines, excerpt)}


def _range(path: str, span: Place | Edit, lines: Lines, excerpt: str | None) -> _Object:
    """Return a span; a column that cannot be counted in bytes is left out, and an end that has none."""
    start = lines.byte_column(path, span.line, span.column, excerpt)
    end = lines.byte_column(path, span.end_line, span.end_column, excerpt if span.end_line == span.line else None)
    found: _Object = {"start": {"line": span.line} if start is None else {"line": span.line, "column": start}}
    if start is not None and end is not None:
        found["end"] = {"line": span.end_line, "column": end}
    return found


def _suggestions(finding: Finding, lines: Lines) -> Iterator[_Object]:
    if finding.fix is None or finding.fix.safety is Safety.DISPLAY:
        return
    for edit in _joined(finding.place.path, finding.fix.edits, lines):
        span = _range(finding.place.path, edit, lines, finding.excerpt if edit.line == finding.place.line else None)
        if "end" in span:
            yield {"range": span, "text": edit.text}


def _joined(path: str, edits: tuple[Edit, ...], lines: Lines) -> tuple[Edit, ...]:
    """Return the edits of a fix as one, with the text between them, so that nobody applies half of it."""
    if len(edits) <= 1:
        return edits
    ordered = sorted(edits, key=lambda edit: edit.start)
    first, last = ordered[0], ordered[-1]
    between = [lines.between(path, one.end, other.start) for one, other in pairwise(ordered)]
    if None in between or last.end - first.start > _CLOSE:
        return edits
    text = "".join((gap or "") + edit.text for gap, edit in zip(["", *between], ordered, strict=True))
    return (Edit(first.line, first.column, last.end_line, last.end_column, first.start, last.end, text),)
