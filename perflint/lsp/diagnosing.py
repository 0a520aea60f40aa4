"""Findings as diagnostics."""

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)

from perflint.judge import Finding, Place, Related, Rule, Severity, load_pack
from perflint.lsp.analysis import Analysis
from perflint.lsp.remarks import Remark
from perflint.source.source import line_starts

SOURCE = "perflint"
Elsewhere = Callable[[Place], Location]
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def nowhere(place: Place) -> Location:
    """Return the start of the file of a place, where nothing is known of what it holds."""
    return Location(Path(place.path).resolve().as_uri(), Range(Position(0, 0), Position(0, 0)))


def diagnose(analysis: Analysis, elsewhere: Elsewhere = nowhere) -> list[Diagnostic]:
    """Return the diagnostics of a text; why it could not be judged is one of them. `elsewhere` knows places in other files."""
    found = [Diagnostic(analysis.positions.whole(), analysis.fault, DiagnosticSeverity.Error, source=SOURCE)]
    remarks = (_of_remark(remark, analysis) for remark in analysis.remarks)
    return [*(found if analysis.fault else ()), *remarks, *_findings(analysis, elsewhere)]


def _of_remark(remark: Remark, analysis: Analysis) -> Diagnostic:
    """Return a remark at its line from its column on; without a line, at the word that it is about, else at the start."""
    text, at = analysis.source.text, -1
    if remark.line:
        at = (*line_starts(text), len(text))[min(remark.line - 1, len(line_starts(text)))] + remark.column - 1
    elif remark.word:
        at = text.find(remark.word)
    end = at + len(remark.word) if remark.word else _line_end(text, at)
    span = analysis.positions.span(at, end) if at >= 0 else analysis.positions.whole()
    severity = DiagnosticSeverity.Error if remark.is_error else DiagnosticSeverity.Warning
    return Diagnostic(span, remark.message, severity, source=SOURCE)


def _line_end(text: str, at: int) -> int:
    return at + len(text[at:].splitlines()[0].rstrip()) if 0 <= at < len(text) else at


def _findings(analysis: Analysis, elsewhere: Elsewhere) -> Iterator[Diagnostic]:
    known, least = rules_of(analysis), analysis.opened.wishes.severity.rank
    for finding in analysis.findings:
        if finding.severity.rank <= least:
            yield diagnostic(finding, analysis, known.get(finding.code), elsewhere)


def diagnostic(
    finding: Finding, analysis: Analysis, rule: Rule | None, elsewhere: Elsewhere = nowhere
) -> Diagnostic:  # fmt: skip
    """Return a finding as a diagnostic; its code leads to the file in which the rule is written."""
    href = Path(rule.path).resolve().as_uri() if rule else ""
    return Diagnostic(
        range=analysis.positions.span(finding.place.start, finding.place.end),
        message=finding.message,
        severity=_SEVERITIES.get(finding.severity, DiagnosticSeverity.Hint),
        code=finding.code,
        code_description=CodeDescription(href) if href else None,
        source=SOURCE,
        related_information=[_related(other, analysis, elsewhere) for other in finding.related] or None,
        data=finding.fingerprint,
    )


def _related(other: Related, analysis: Analysis, elsewhere: Elsewhere) -> DiagnosticRelatedInformation:
    if other.place.path == analysis.source.path:
        location = Location(analysis.uri, analysis.positions.span(other.place.start, other.place.end))
    else:
        location = elsewhere(other.place)
    return DiagnosticRelatedInformation(location, other.message)


def rules_of(analysis: Analysis) -> dict[str, Rule]:
    """Return the rules that judge a text, by code; none where the settings are broken."""
    if analysis.checker is None:
        return {}
    return {rule.id: rule for rule in load_pack(analysis.checker.config.packs).rules}
