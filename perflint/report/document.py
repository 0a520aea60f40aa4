"""What a run yields, ready to be rendered: counts, findings in order, what could not be checked, unreadable inputs."""

from msgspec import Struct

from perflint.judge import Finding, InputError, Severity, Unchecked


class Summary(Struct, frozen=True):
    """The counts of a run."""

    files: int = 0
    tables: int = 0
    indicators: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    baselined: int = 0
    fixable: int = 0
    unchecked: int = 0


class Report(Struct, frozen=True):
    """A whole run: `findings` are sorted by file and position; suppressed ones are apart."""

    summary: Summary
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    errors: tuple[InputError, ...]


def summarise(
    files: int, tables: int, indicators: int, findings: tuple[Finding, ...], suppressed: int, unchecked: int
) -> Summary:
    """Return the counts of a run."""
    by = {severity: sum(1 for finding in findings if finding.severity == severity) for severity in Severity}
    fixable = sum(1 for finding in findings if finding.fix and finding.fix.safety != "display")
    return Summary(
        files,
        tables,
        indicators,
        by[Severity.ERROR],
        by[Severity.WARNING],
        by[Severity.INFO],
        suppressed,
        0,
        fixable,
        unchecked,
    )
