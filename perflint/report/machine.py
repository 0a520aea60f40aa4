"""The JSON and JSON Lines reports (`perflint-report/1`)."""

from typing import Any

import msgspec

from perflint import __version__
from perflint.judge import Finding
from perflint.report.document import Report

SCHEMA = "perflint-report/1"


def render_json(report: Report) -> str:
    """Return the whole report as one JSON object, indented, in UTF-8 text with a final line break."""
    data = {
        "schema": SCHEMA,
        "tool": {"name": "perflint", "version": __version__},
        "summary": report.summary,
        "findings": [finding_data(finding) for finding in report.findings],
        "unchecked": report.unchecked,
        "errors": report.errors,
    }
    return msgspec.json.format(_encoded(data), indent=1).decode() + "\n"


def render_jsonl(report: Report) -> str:
    """Return one JSON object a line for each finding, then for each unreadable input, then the summary."""
    lines = [_encoded({"type": "finding", **finding_data(finding)}) for finding in report.findings]
    lines += [_encoded({"type": "error", "path": error.path, "message": error.message}) for error in report.errors]
    lines.append(_encoded({"type": "summary", "schema": SCHEMA, **msgspec.to_builtins(report.summary)}))
    return "".join(line.decode() + "\n" for line in lines)


def _encoded(data: Any) -> bytes:  # noqa: ANN401  # anything that JSON can hold
    return msgspec.json.encode(data)


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
