"""One finding as a SARIF result."""

from typing import Any

from perflint.judge import Finding, Fix, Place, Related, Safety, Severity
from perflint.judge.finding import Edit
from perflint.report.context import Context
from perflint.report.location import uri

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_Object = dict[str, Any]


def result(finding: Finding, rule: int, repeat: int, state: str, context: Context) -> _Object:
    """Return a finding as a result.

    `rule` is the index of its rule, `repeat` how often its fingerprint came before, `state` its baseline state or "".
    """
    found: _Object = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_marked(finding, context)],
        "partialFingerprints": _fingerprints(finding, repeat),
        "properties": _properties(finding),
    }
    if finding.related:
        found["relatedLocations"] = [
            _related(number, other, context) for number, other in enumerate(finding.related, 1)
        ]
    if finding.fix is not None and finding.fix.safety is not Safety.DISPLAY:
        found["fixes"] = [_fix(finding.fix, finding.place.path, context)]
    if finding.suppressed is not None:
        found["suppressions"] = [_suppression(finding.suppressed)]
    if state:
        found["baselineState"] = state
    return found


def _message(finding: Finding) -> str:
    """Return the message, with a link to each other place it refers to: readers show only places that are linked."""
    links = "".join(
        f" [{_linked(other.message) or number}]({number})" for number, other in enumerate(finding.related, 1)
    )
    return finding.message.replace("](", "\\](") + links


def _linked(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprints(finding: Finding, repeat: int) -> dict[str, str]:
    """Return the identity under a key of its own, and under the only one that GitHub reads, in its form.

    Suppressed findings are numbered apart, so that none has the identity of one that counts.
    """
    own, _, ordinal = finding.fingerprint.partition("-")
    own = own if finding.suppressed is None else f"{own}s"
    number = int(ordinal or 0) + repeat
    return {"perflint/v1": f"{own}-{number}" if number else own, "primaryLocationLineHash": f"{own}:{number + 1}"}


def _properties(finding: Finding) -> _Object:
    """Return what the finding says of itself beyond the standard; nothing that is empty."""
    table = finding.table
    every = {
        "category": finding.category, "agency": table.agency, "year": table.year, "project": table.name,
        "projectCode": table.code, "indicator": finding.indicator, "value": finding.value,
        "suggestion": finding.suggestion, "legalBasis": finding.legal_basis,
    }  # fmt: skip
    return {key: value for key, value in every.items() if value}


def _marked(finding: Finding, context: Context) -> _Object:
    place = finding.place
    found = _physical(place, context)
    text = finding.excerpt[place.column - 1 : place.end_column - 1]
    if text and place.line == place.end_line and len(text) == place.end_column - place.column:
        found["physicalLocation"]["region"]["snippet"] = {"text": text}
    if place.pointer:
        found["logicalLocations"] = [{"fullyQualifiedName": place.pointer, "kind": "value"}]
    return found


def _physical(place: Place, context: Context) -> _Object:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.path, context.root)}, "region": _region(place)}}


def _region(span: Place | Edit) -> _Object:
    return {
        "startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column,
    }  # fmt: skip


def _related(number: int, other: Related, context: Context) -> _Object:
    said = {"message": {"text": other.message}} if other.message else {}
    return {"id": number, **_physical(other.place, context), **said}


def _fix(fix: Fix, path: str, context: Context) -> _Object:
    trust = {
        Safety.SAFE: context.say("可自动修改", "safe"),
        Safety.UNSAFE: context.say("需确认后修改", "to be confirmed"),
    }[fix.safety]
    change = {
        "artifactLocation": {"uri": uri(path, context.root)},
        "replacements": [_replacement(edit) for edit in fix.edits],
    }
    return {"description": {"text": f"{fix.title} ({trust})"}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> _Object:
    inserted = {"insertedContent": {"text": edit.text}} if edit.text else {}
    return {"deletedRegion": _region(edit), **inserted}


def _suppression(reason: str) -> _Object:
    justified = {"justification": reason} if reason else {}
    return {"kind": "inSource", "status": "accepted", **justified}
