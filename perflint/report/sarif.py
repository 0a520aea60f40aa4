"""SARIF 2.1.0, as the standard asks and as GitHub code scanning reads it."""

from collections.abc import Iterator
from typing import Any

from perflint.judge import Finding, InputError, Unchecked
from perflint.report.context import Context
from perflint.report.document import Report
from perflint.report.jsontext import array, indented, member
from perflint.report.location import uri
from perflint.report.ordinals import Ordinals
from perflint.report.sarif_result import result
from perflint.report.sarif_rule import Catalogue, catalogue
from perflint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def render_sarif(report: Report, context: Context) -> Iterator[str]:
    """Yield a log with one run; findings that do not count are in it only where they are asked for.

    GitHub would open an alert for each of them: it does not look at suppressions and baseline states.
    """
    known = catalogue(report, context)
    yield f'{{\n"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [\n'
    yield indented(_head(known, context)).removesuffix("\n}")
    yield from member("results", _results(report, context, known))
    yield from _invocation(report, context)
    yield "\n}\n]\n}\n"


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


def _results(report: Report, context: Context, known: Catalogue) -> Iterator[dict[str, Any]]:
    compared = bool(report.baselined or report.stale)
    repeated = Ordinals()
    for finding, state in _states(report, context, "new" if compared else ""):
        repeat = 0 if finding.suppressed is None else repeated.count(finding.fingerprint)
        yield result(finding, known.index[finding.code], repeat, state, context)


def _states(report: Report, context: Context, fresh: str) -> Iterator[tuple[Finding, str]]:
    """Yield the findings to be shown, each with its baseline state; of a suppressed one it is not known."""
    yield from ((finding, fresh) for finding in report.findings)
    if context.hidden:
        yield from ((finding, "") for finding in report.suppressed)
        yield from ((finding, "unchanged") for finding in report.baselined)


def _invocation(report: Report, context: Context) -> Iterator[str]:
    """Yield how the run went: inputs that could not be read, and rules that could not be decided."""
    successful = "false" if report.errors else "true"
    yield f',\n "invocations": [\n  {{\n   "executionSuccessful": {successful},\n   "toolExecutionNotifications": '
    yield from array(_notifications(report, context), "   ")
    yield "\n  }\n ]"


def _notifications(report: Report, context: Context) -> Iterator[dict[str, Any]]:
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
