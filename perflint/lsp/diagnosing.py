"""Findings as diagnostics."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location

from perflint.judge import Finding, Related, Rule, Severity, load_pack
from perflint.lsp.analysis import Analysis

SOURCE = "perflint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnose(analysis: Analysis) -> list[Diagnostic]:
    """Return the diagnostics of a text; why it could not be judged is one of them."""
    found = [Diagnostic(analysis.positions.whole(), analysis.fault, DiagnosticSeverity.Error, source=SOURCE)]
    return [*(found if analysis.fault else ()), *_findings(analysis)]


def _findings(analysis: Analysis) -> Iterator[Diagnostic]:
    known = rules_of(analysis)
    for finding in analysis.findings:
        yield diagnostic(finding, analysis, known.get(finding.code))


def diagnostic(finding: Finding, analysis: Analysis, rule: Rule | None) -> Diagnostic:
    """Return a finding as a diagnostic; its code leads to the file in which the rule is written."""
    href = Path(rule.path).resolve().as_uri() if rule else ""
    return Diagnostic(
        range=analysis.positions.span(finding.place.start, finding.place.end),
        message=finding.message,
        severity=_SEVERITIES.get(finding.severity, DiagnosticSeverity.Hint),
        code=finding.code,
        code_description=CodeDescription(href) if href else None,
        source=SOURCE,
        related_information=[_related(other, analysis) for other in finding.related] or None,
        data=finding.fingerprint,
    )


def _related(other: Related, analysis: Analysis) -> DiagnosticRelatedInformation:
    span = analysis.positions.span(other.place.start, other.place.end)
    return DiagnosticRelatedInformation(Location(analysis.uri, span), other.message)


def rules_of(analysis: Analysis) -> dict[str, Rule]:
    """Return the rules that judge a text, by code; none where the settings are broken."""
    if analysis.checker is None:
        return {}
    return {rule.id: rule for rule in load_pack(analysis.checker.config.packs).rules}
