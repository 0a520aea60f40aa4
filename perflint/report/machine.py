"""The JSON and JSON Lines reports (`perflint-report/1`)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from perflint.judge import Finding
from perflint.report.document import Report
from perflint.report.jsontext import member, one_line, opened
from perflint.version import __version__

SCHEMA = "perflint-report/1"


def render_json(report: Report, _: object = None) -> Iterator[str]:
    """Yield the whole report as one JSON object, indented, with a final line break, piece by piece."""
    tool = {"name": "perflint", "version": __version__}
    head: dict[str, object] = {"schema": SCHEMA, "tool": tool, "summary": _summary(report)}
    yield opened(head)
    yield from member("findings", map(finding_data, report.findings))
    yield from member("unchecked", report.unchecked)
    yield from member("errors", report.errors)
    yield "\n}\n"


def render_jsonl(report: Report, _: object = None) -> Iterator[str]:
    """Yield one JSON object a line for each finding, then for each unreadable input, then the summary."""
    for finding in report.findings:
        yield one_line({"type": "finding", **finding_data(finding)})
    for error in report.errors:
        yield one_line({"type": "error", "path": error.path, "message": error.message})
    yield one_line({"type": "summary", "schema": SCHEMA, **_summary(report)})


def _summary(report: Report) -> dict[str, Any]:
    """Return the counts; `hidden` is among them only where findings are."""
    hidden = {"hidden": report.hidden} if report.hidden else {}
    return {**msgspec.to_builtins(report.summary), **hidden}


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as the report's contract spells it."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "category": finding.category,
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "legal_basis": finding.legal_basis,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "pointer": place.pointer,
        "value": finding.value,
        "table": finding.table,
        "indicator": finding.indicator,
        "related": [
            {"path": other.place.path, "line": other.place.line, "column": other.place.column, "message": other.message}
            for other in finding.related
        ],
        "fix": _fix_data(finding),
        "fix_refused": finding.refusal,
        "fingerprint": finding.fingerprint,
    }


def _fix_data(finding: Finding) -> dict[str, Any] | None:
    if finding.fix is None:
        return None
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "end_line": edit.end_line,
            "end_column": edit.end_column,
            "text": edit.text,
        }
        for edit in finding.fix.edits
    ]
    return {"safety": finding.fix.safety.value, "title": finding.fix.title, "edits": edits}
