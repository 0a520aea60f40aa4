"""How often each rule spoke, as a table that fits the terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from perflint.judge import Finding, Safety, Severity
from perflint.report.document import Report
from perflint.report.words import say
from perflint.typography import char_width, display_width, visible_path

_WIDE = 100
_GAP = "  "
_FILE = 5
_NAME = 48
_HEADS = {
    "zh": ("条数", "可修改", "级别", "规则", "名称", "最多的文件"),
    "en": ("count", "fixable", "severity", "rule", "name", "most in"),
}


class _Tally:
    """What is counted of one rule."""

    def __init__(self, finding: Finding) -> None:
        self.code, self.name, self.severity = finding.code, finding.name, finding.severity
        self.fixable = 0
        self.files: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        self.severity = min(finding.severity, self.severity, key=_rank)
        self.fixable += finding.fix is not None and finding.fix.safety is not Safety.DISPLAY
        self.files[visible_path(finding.place.path)] += 1

    def cells(self, lang: str) -> tuple[str, ...]:
        """Return the row; of several files with most findings, the first by name."""
        file, most = min(self.files.items(), key=lambda item: (-item[1], item[0]))
        count = self.files.total()
        return str(count), str(self.fixable), say(self.severity.value, lang), self.code, self.name, f"{file} ({most})"


class _Column(Struct, frozen=True):
    """How one column is laid: its width in terminal columns, and whether it stands to the right."""

    width: int
    right: bool = False

    def lay(self, text: str) -> str:
        text = _cut(text, self.width)
        blank = " " * (self.width - display_width(text))
        return blank + text if self.right else text + blank


def render_statistics(report: Report, lang: str, width: int = 80) -> Iterator[str]:
    """Yield a heading and one line a rule, the most frequent first; no line is wider than `width` terminal columns.

    From 100 columns on, the file with most findings of a rule stands behind its name.
    """
    rows = [_HEADS[lang], *(tally.cells(lang) for tally in _tallies(report.findings))]
    if len(rows) == 1:
        return
    shown = [row if width >= _WIDE else row[:_FILE] for row in rows]
    columns = _columns(shown, width)
    for row in shown:
        yield _GAP.join(column.lay(text) for column, text in zip(columns, row, strict=True)).rstrip() + "\n"


def _tallies(findings: Iterable[Finding]) -> list[_Tally]:
    tallies: dict[str, _Tally] = {}
    for finding in findings:
        tallies.setdefault(finding.code, _Tally(finding)).add(finding)
    return sorted(tallies.values(), key=lambda tally: (-tally.files.total(), tally.code))


def _columns(rows: Sequence[tuple[str, ...]], width: int) -> list[_Column]:
    """Return the columns, each as wide as its widest cell, but none over 48, and the last one no wider than what is left."""
    widths = [min(_NAME, max(map(display_width, cells))) for cells in zip(*rows, strict=True)]
    used = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    widths[-1] = max(1, min(widths[-1], width - used))
    return [_Column(size, right=number < 2) for number, size in enumerate(widths)]  # noqa: PLR2004  # the two counts


def _cut(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += char_width(char)
        if used > width:
            break
        kept += char
    return kept + "…"


def _rank(severity: Severity) -> int:
    return severity.rank
