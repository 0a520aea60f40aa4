"""How often each rule spoke."""

from collections import Counter
from collections.abc import Iterator

from perflint.judge import Severity
from perflint.report.document import Report
from perflint.report.words import say
from perflint.typography import display_width


def render_statistics(report: Report, lang: str) -> Iterator[str]:
    """Yield one line a rule: count, worst severity, code and name, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    worst: dict[str, Severity] = {}
    for finding in report.findings:
        counts[finding.code, finding.name] += 1
        worst[finding.code] = min(finding.severity, worst.get(finding.code, finding.severity), key=_rank)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        severity = say(worst[code].value, lang)
        yield f"{count:6d}  {severity}{' ' * (8 - display_width(severity))}{code}  {name}\n"


def _rank(severity: Severity) -> int:
    return severity.rank
