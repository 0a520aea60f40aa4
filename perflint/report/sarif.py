"""SARIF 2.1.0, as the standard asks and as GitHub code scanning reads it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from perflint.judge import Finding, InputError, Unchecked
from perflint.report.choosing import gravest_first
from perflint.report.context import Context
from perflint.report.document import Report
from perflint.report.jsontext import array, indented, member
from perflint.report.limits import Limit, Results, fitting
from perflint.report.location import uri
from perflint.report.ordinals import Ordinals
from perflint.report.sarif_result import result
from perflint.report.sarif_rule import Catalogue, catalogue
from perflint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


# What GitHub code scanning takes of a file, and shows of it.
LIMIT = Limit(25_000, 10_000_000, zipped=True)
_SHOWN = 5_000
_Marked = tuple[Finding, str]
"""A finding with its baseline state."""


def render_sarif(report: Report, context: Context, limit: Limit = LIMIT) -> Iterator[str]:
    """Yield a log with one run; findings that do not count are in it only where they are asked for.

    GitHub would open an alert for each of them: it does not look at suppressions and baseline states. Of more than it takes,
    the gravest are written; the log and `context.warn` say so.
    """
    known = catalogue(report, context)
    head = indented(_head(known, context)).removesuffix("\n}")
    results = _results_of(report, context, known)
    kept, left_out = fitting(results, limit, [head, *map(indented, _notifications(report, context))])
    said = _beyond(results.total, left_out, limit, context)
    yield f'{{\n"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [\n'
    yield head
    yield from member("results", _results(kept, context, known))
    yield from _invocation(report, context, said)
    yield "\n}\n]\n}\n"
    for text in said:
        context.warn(text)


def _beyond(count: int, left_out: int, limit: Limit, context: Context) -> list[str]:
    """Return what is said of results that GitHub does not take, or takes and does not show."""
    kept = count - left_out
    if left_out:
        return [context.say(
            f"SARIF：GitHub 一次最多收 {limit.results} 条、压缩后 {limit.size // 1_000_000} MB；写入最严重的 {kept} 条，略去 {left_out} 条。"
            "可用基线、--min-severity 或 --select 减少",
            f"SARIF: GitHub takes {limit.results} results and {limit.size // 1_000_000} MB gzipped at most; the gravest {kept} are written,"
            f" {left_out} are left out. A baseline, --min-severity or --select make them fewer",
        )]  # fmt: skip
    if kept > _SHOWN:
        return [context.say(
            f"SARIF：共 {kept} 条，GitHub 只显示最严重的 {_SHOWN} 条",
            f"SARIF: of {kept} results GitHub shows the gravest {_SHOWN} alone",
        )]  # fmt: skip
    return []


def _head(known: Catalogue, context: Context) -> dict[str, Any]:
    language = _LANGUAGES[context.lang if context.lang in _LANGUAGES else "zh"]
    driver = {
        "name": "perflint",
        "semanticVersion": __version__,
        "language": language,
        "rules": known.rules,
        "supportedTaxonomies": [{"name": known.taxonomy["name"], "index": 0}],
    }
    return {
        "tool": {"driver": driver},
        "taxonomies": [{**known.taxonomy, "language": language}],
        "language": language,
        "columnKind": "unicodeCodePoints",
    }


def _results_of(report: Report, context: Context, known: Catalogue) -> Results[_Marked]:
    hidden = (report.suppressed, report.baselined) if context.hidden else ()
    return Results(
        len(report.findings) + sum(map(len, hidden)),
        lambda: _states(report, context, report.findings),
        lambda: _states(report, context, gravest_first(report.findings)),
        lambda marked: "".join(array([result(marked[0], known.index[marked[0].code], 0, marked[1], context)], " ")),
    )


def _results(marked: Iterable[_Marked], context: Context, known: Catalogue) -> Iterator[dict[str, Any]]:
    repeated = Ordinals()
    for finding, state in marked:
        repeat = 0 if finding.suppressed is None else repeated.count(finding.fingerprint)
        yield result(finding, known.index[finding.code], repeat, state, context)


def _states(report: Report, context: Context, findings: Iterable[Finding]) -> Iterator[_Marked]:
    """Yield the findings to be shown, each with its baseline state; of a suppressed one it is not known."""
    fresh = "new" if report.baselined or report.stale else ""
    yield from ((finding, fresh) for finding in findings)
    if context.hidden:
        yield from ((finding, "") for finding in report.suppressed)
        yield from ((finding, "unchanged") for finding in report.baselined)


def _invocation(report: Report, context: Context, said: Iterable[str]) -> Iterator[str]:
    """Yield how the run went: what was left out, inputs that could not be read, and rules that could not be decided."""
    successful = "false" if report.errors else "true"
    yield f',\n "invocations": [\n  {{\n   "executionSuccessful": {successful},\n   "toolExecutionNotifications": '
    beyond = ({"level": "warning", "message": {"text": text}} for text in said)
    yield from array(chain(beyond, _notifications(report, context)), "   ")
    yield "\n  }\n ]"


def _notifications(report: Report, context: Context) -> Iterator[dict[str, Any]]:
    if report.hidden:
        said = context.say(f"未写入 {report.hidden} 条（--min-severity）", f"{report.hidden} hidden (--min-severity)")
        yield {"level": "note", "message": {"text": said}}
    for error in report.errors:
        yield _unreadable(error, context)
    for doubt in report.unchecked:
        yield _undecided(doubt, context)


def _unreadable(error: InputError, context: Context) -> dict[str, Any]:
    return {"level": "error", "message": {"text": error.message}, "locations": [_file(error.path, context)]}


def _undecided(doubt: Unchecked, context: Context) -> dict[str, Any]:
    place = _file(doubt.path, context)
    if doubt.pointer:
        place["logicalLocations"] = [{"fullyQualifiedName": doubt.pointer}]
    return {
        "level": "note",
        "message": {"text": f"{doubt.code}: {doubt.reason}"},
        "associatedRule": {"id": doubt.code},
        "locations": [place],
    }


def _file(path: str, context: Context) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path, context.root)}}}
