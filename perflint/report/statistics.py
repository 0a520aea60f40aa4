"""How often each rule spoke."""

from collections import Counter

from perflint.report.document import Report
from perflint.report.words import say
from perflint.typography import display_width


def render_statistics(report: Report, lang: str) -> str:
    """Return one line a rule: count, severity, code and name, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    worst = {finding.code: finding.severity.value for finding in reversed(report.findings)}
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = []
    for (code, name), count in rows:
        severity = say(worst[code], lang)
        lines.append(f"{count:6d}  {severity}{' ' * (8 - display_width(severity))}{code}  {name}")
    return "\n".join(lines) + "\n" if lines else ""
