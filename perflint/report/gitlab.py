"""GitLab's code quality report: one JSON array, fingerprints unique, paths relative to the project."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from typing import Any

from perflint.judge import Finding, InputError, Severity
from perflint.report.choosing import gravest_first
from perflint.report.context import Context, one_line_of
from perflint.report.document import Report
from perflint.report.jsontext import array
from perflint.report.limits import Limit, Results, fitting
from perflint.report.location import in_repository

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


# How large an artifact may be where the instance does not say otherwise.
LIMIT = Limit(1_000_000, 100 * 1024 * 1024, zipped=False)


def render_gitlab(report: Report, context: Context, limit: Limit = LIMIT) -> Iterator[str]:
    """Yield the report; a clean run is an empty array.

    Of more than GitLab takes, the gravest are written, and `context.warn` says so: the format has no place for it.
    """
    findings = report.findings
    unreadable = [_unreadable(error, context) for error in report.errors]
    results: Results[Finding] = Results(
        len(findings), lambda: findings, lambda: gravest_first(findings), lambda found: _written(_issue(found, context)),
    )  # fmt: skip
    kept, left_out = fitting(results, limit, map(_written, unreadable))
    yield from array(chain((_issue(finding, context) for finding in kept), unreadable))
    yield "\n"
    if left_out:
        context.warn(_beyond(results.total - left_out, left_out, limit, context))


def _written(issue: dict[str, Any]) -> str:
    return "".join(array([issue]))


def _beyond(kept: int, left_out: int, limit: Limit, context: Context) -> str:
    size = limit.size // (1024 * 1024)
    return context.say(
        f"GitLab 代码质量报告：一个文件最多 {size} MB；写入最严重的 {kept} 条，略去 {left_out} 条。可用基线、--min-severity 或 --select 减少",
        f"GitLab code quality: a file has {size} MB at most; the gravest {kept} are written, {left_out} are left out."
        " A baseline, --min-severity or --select make them fewer",
    )


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
