"""GitLab's code quality report: one JSON array, fingerprints unique, paths relative to the project."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from perflint.judge import Finding, InputError, Severity
from perflint.report.context import Context, one_line_of
from perflint.report.document import Report
from perflint.report.jsontext import array
from perflint.report.location import in_repository

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render_gitlab(report: Report, context: Context) -> Iterator[str]:
    """Yield the report; a clean run is an empty array."""
    yield from array(_issues(report, context))
    yield "\n"


def _issues(report: Report, context: Context) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield _issue(finding, context)
    for error in report.errors:
        yield _unreadable(error, context)


def _issue(finding: Finding, context: Context) -> dict[str, Any]:
    place = finding.place
    return {
        "description": one_line_of(finding),
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": in_repository(place.path, context.root),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }


def _unreadable(error: InputError, context: Context) -> dict[str, Any]:
    path = in_repository(error.path, context.root)
    return {
        "description": error.message,
        "check_name": "unreadable",
        "fingerprint": blake2b(f"unreadable\x1f{path}".encode("utf-8", "surrogateescape"), digest_size=12).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
