"""The text and concise reports: one block or one line a finding, markers right under the characters meant."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from msgspec import Struct

from perflint.judge import Finding, Severity
from perflint.report.choosing import gravest_first
from perflint.report.document import Report
from perflint.report.following import Following
from perflint.report.seen import seen, seen_error
from perflint.report.statistics import render_statistics
from perflint.report.vicinity import vicinity
from perflint.report.words import closing_line, say
from perflint.typography import char_width, display_width, visible, visible_lines

MANY = 50
"""More findings than these nobody reads one by one: a table of the rules ends the report."""
_RULES = 12
_MARGIN = 4
_LEAD = 12
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Layout(Struct, frozen=True):
    """How wide the terminal is, in which language, and whether colours are wanted.

    `target` is what the user named, as typed behind a command; with it, a text report says what to do next. With a
    `limit`, the gravest findings are shown; `chosen` tells that nobody asked for the limit.
    """

    width: int = 80
    lang: str = "zh"
    colour: bool = False
    limit: int = 0
    show_suppressed: bool = False
    target: str | None = None
    chosen: bool = False


def render_text(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the text report block by block; of many findings also how often each rule spoke.

    At most `layout.limit` findings are shown if it is not 0, the gravest first, with a line on the rest.
    """
    following = Following(layout.target)
    for finding in _shown(report, layout):
        yield _block(finding, layout) + "\n"
    following.look(report.findings)
    many = len(report.findings) > MANY
    if many:
        yield from _by_rule(report, layout)
    yield from _closing(report, layout, told=many)
    yield following.line(layout.lang)
    if many:
        yield following.more(layout.lang, cut=bool(layout.limit))


def _by_rule(report: Report, layout: Layout) -> Iterator[str]:
    hidden = len(report.findings) - layout.limit if layout.limit else 0
    said = "gravest" if layout.chosen and hidden > 0 else "by_rule"
    yield say(said, layout.lang).format(limit=layout.limit, count=hidden) + "\n"
    yield from render_statistics(report, layout.lang, layout.width, most=_RULES)
    yield "\n"


def render_concise(report: Report, layout: Layout) -> Iterator[str]:
    """Yield one line a finding and the closing counts."""
    for finding in _shown(report, layout):
        yield _headline(finding, layout) + "\n"
    yield from _closing(report, layout)


def _shown(report: Report, layout: Layout) -> Iterable[Finding]:
    findings: Collection[Finding] = report.findings
    if layout.show_suppressed:
        findings = sorted((*findings, *report.suppressed), key=lambda f: (f.place.path, f.place.start, f.code))
    return map(seen, islice(gravest_first(findings), layout.limit) if layout.limit else findings)


def _closing(report: Report, layout: Layout, *, told: bool = False) -> Iterator[str]:
    hidden = len(report.findings) - layout.limit
    if layout.limit and hidden > 0 and not (told and layout.chosen):
        yield say("more", layout.lang).format(count=hidden) + "\n"
    for error in map(seen_error, report.errors):
        yield f"{error.path}: {say('unreadable', layout.lang)} — {error.message}\n"
    if report.stale:
        yield say("stale", layout.lang).format(count=report.stale) + "\n"
    yield visible(closing_line(report, layout.lang)) + "\n"


def _headline(finding: Finding, layout: Layout) -> str:
    place = finding.place
    severity = say(finding.severity.value, layout.lang)
    note = f" [{say('suppressed', layout.lang)}: {finding.suppressed}]" if finding.suppressed is not None else ""
    label = _coloured(f"{severity} {finding.code}", finding.severity, layout)
    return f"{place.path}:{place.line}:{place.column}: {label} {finding.name} — {finding.message}{note}"


def _coloured(text: str, severity: Severity, layout: Layout) -> str:
    if not layout.colour:
        return text
    from rich.style import Style  # noqa: PLC0415  # only a coloured terminal pays for it

    return Style.parse(_STYLES[severity]).render(text)


def _block(finding: Finding, layout: Layout) -> str:
    lines = [_headline(finding, layout)]
    if finding.excerpt.strip():
        source, marker = excerpt(finding, layout.width - _MARGIN)
        lines += [" " * _MARGIN + source, " " * _MARGIN + _coloured(marker, finding.severity, layout)]
    if finding.suggestion:
        text = vicinity(_before(finding), finding.suggestion, layout.width - _LEAD)
        lines.append(f"  {say('help', layout.lang)}: {text}{_trust(finding, layout.lang)}")
    lines.extend(
        f"  {say('see', layout.lang)}: {other.place.path}:{other.place.line}:{other.place.column} {other.message}"
        for other in finding.related
    )
    if finding.legal_basis:
        lines.append(f"  {say('basis', layout.lang)}: {finding.legal_basis}")
    return "\n".join(lines) + "\n"


def _before(finding: Finding) -> str:
    """Return what stands now in the cell that a suggestion is the new text of, "" where it is no such text."""
    fix = finding.fix or finding.proposed
    return (
        next((visible(one.before) for one in fix.changes if visible(one.text) == finding.suggestion), "") if fix else ""
    )


def _trust(finding: Finding, lang: str) -> str:
    """Return how far what the help line proposes is trusted, or why it cannot be written."""
    if finding.refusal:
        return f" ({say('refused', lang)}: {finding.refusal.reason})"
    return f" ({say(finding.fix.safety.value, lang)})" if finding.fix else ""


def excerpt(finding: Finding, width: int) -> tuple[str, str]:
    """Return the source line cut to a width, and a marker line under exactly the characters meant (display columns)."""
    typed = finding.excerpt.replace("\t", " ")
    text = visible_lines(visible(typed))
    start = len(visible(typed[: max(0, finding.place.column - 1)]))
    whole = finding.place.end_line != finding.place.line
    end = len(text) if whole else len(visible(typed[: max(0, finding.place.end_column - 1)]))
    end = min(max(end, start + 1), max(len(text), start + 1))
    first = 0
    if display_width(text) > width:
        while display_width(text[first:start]) > max(_LEAD, width // 3) and first < start:
            first += 1
    lead = "…" if first else ""
    last, used = first, display_width(lead)
    while last < len(text) and used + char_width(text[last]) <= width - 1:
        used += char_width(text[last])
        last += 1
    shown = lead + text[first:last] + ("…" if last < len(text) else "")
    before = display_width(lead + text[first:start])
    marked = max(1, display_width(text[start : min(end, last)]))
    return shown, " " * before + "^" * marked
