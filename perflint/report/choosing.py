"""What of a report is told: findings from a severity on, and the gravest first."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from perflint.judge import Finding, Severity
from perflint.report.document import Report

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Graver(Collection[Finding]):
    """Those of a collection's findings that are at least as grave as a severity; they stay where they are."""

    def __init__(self, findings: Collection[Finding], least: Severity) -> None:
        """Take the collection and the severity; it is gone through once to be counted."""
        self._findings, self._least = findings, least
        self._count = sum(1 for _ in self)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings in their order."""
        return (finding for finding in self._findings if finding.severity.rank <= self._least.rank)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __contains__(self, item: object) -> bool:
        """Return whether an equal finding is among them."""
        return any(item == finding for finding in self)


def from_severity(report: Report, least: Severity) -> Report:
    """Return a report without the findings that are less grave than a severity; its counts stay, and `hidden` says how many."""
    if least is Severity.INFO:
        return report
    kept, suppressed, baselined = (
        Graver(findings, least) for findings in (report.findings, report.suppressed, report.baselined)
    )
    hidden = len(report.findings) - len(kept)
    return replace(report, findings=kept, suppressed=suppressed, baselined=baselined, hidden=hidden)


def gravest_first(findings: Collection[Finding]) -> Iterator[Finding]:
    """Yield the errors, then the warnings, then the infos, each in their order."""
    return chain.from_iterable(_of(findings, severity) for severity in SEVERITIES)


def _of(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity is severity)
