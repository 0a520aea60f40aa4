"""How often each rule spoke, or what each agency or file has, as a table that fits the terminal."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from perflint.judge import Finding, Safety, Severity
from perflint.report.choosing import SEVERITIES
from perflint.report.columns import laid
from perflint.report.document import Report
from perflint.report.words import say
from perflint.typography import fold, visible, visible_path

RULE, AGENCY, FILE = "rule", "agency", "file"
"""What findings are counted by."""
_WIDE = 100
_HEADS = {
    "zh": ("条数", "可修改", "级别", "规则", "名称", "最多的文件"),
    "en": ("count", "fixable", "severity", "rule", "name", "most in"),
}
_COUNTS = {
    "zh": ("条数", "错误", "警告", "提示", "可修改"),
    "en": ("count", "errors", "warnings", "infos", "fixable"),
}
_OF = {AGENCY: {"zh": "预算单位", "en": "agency"}, FILE: {"zh": "文件", "en": "file"}}
_MOST_OFTEN = {"zh": "最多的规则", "en": "most often"}
_NOBODY = {"zh": "（未填预算单位）", "en": "(no agency given)"}
_REST = {
    "zh": "…… 另有 {count} 行（--statistics 看全部）",
    "en": "… {count} more rows (--statistics shows them all)",
}


class _Tally:
    """What is counted of one rule, agency or file."""

    def __init__(self, finding: Finding) -> None:
        self.first = finding
        self.severity = finding.severity
        self.fixable = 0
        self.severities: Counter[Severity] = Counter()
        self.files: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        self.severity = min(finding.severity, self.severity, key=_rank)
        self.fixable += finding.fix is not None and finding.fix.safety is not Safety.DISPLAY
        self.severities[finding.severity] += 1
        self.files[visible_path(finding.place.path)] += 1
        self.rules[f"{finding.code} {finding.name}"] += 1

    @property
    def count(self) -> int:
        return self.files.total()

    def by_rule(self, lang: str) -> tuple[str, ...]:
        """Return the row of a rule; of several files with most findings, the first by name."""
        first, severity = self.first, say(self.severity.value, lang)
        return str(self.count), str(self.fixable), severity, first.code, first.name, _most(self.files)

    def by_other(self, name: str) -> tuple[str, ...]:
        """Return the row of an agency or a file."""
        counts = (self.count, *(self.severities[severity] for severity in SEVERITIES), self.fixable)
        return (*map(str, counts), name, _most(self.rules))


def render_statistics(
    report: Report, lang: str, width: int = 80, by: str = RULE, most: int | None = None
) -> Iterator[str]:
    """Yield a heading and one line a rule, agency or file; no line is wider than `width` terminal columns.

    Rules come by frequency, agencies and files by gravity. From 100 columns on, the file with most findings of a rule, or
    the commonest rule, stands behind the name. `most` is how many rows there may be; the rest is counted.
    """
    rows = _by_rule(report.findings, lang) if by == RULE else _by_other(report.findings, by, lang)
    if not rows:
        return
    rest = len(rows) - most if most else 0
    shown = [_heads(by, lang), *rows[:most]]
    numbers = 2 if by == RULE else len(_COUNTS[lang])
    yield from laid(shown if width >= _WIDE else [row[:-1] for row in shown], width, numbers)
    if rest > 0:
        yield _REST[lang].format(count=rest) + "\n"


def _heads(by: str, lang: str) -> tuple[str, ...]:
    return _HEADS[lang] if by == RULE else (*_COUNTS[lang], _OF[by][lang], _MOST_OFTEN[lang])


def _by_rule(findings: Iterable[Finding], lang: str) -> list[tuple[str, ...]]:
    tallies = _tallies(findings, lambda finding: finding.code)
    tallies.sort(key=lambda tally: (-tally.count, tally.first.code))
    return [tally.by_rule(lang) for tally in tallies]


def _by_other(findings: Iterable[Finding], by: str, lang: str) -> list[tuple[str, ...]]:
    key = _agency if by == AGENCY else _file
    named = [(tally, key(tally.first)) for tally in _tallies(findings, lambda finding: fold(key(finding)))]
    named.sort(key=lambda pair: (*(-pair[0].severities[severity] for severity in SEVERITIES), pair[1]))
    return [tally.by_other(name or _NOBODY[lang]) for tally, name in named]


def _agency(finding: Finding) -> str:
    return visible(" ".join(finding.table.agency.split()))


def _file(finding: Finding) -> str:
    return visible_path(finding.place.path)


def _tallies(findings: Iterable[Finding], key: Callable[[Finding], str]) -> list[_Tally]:
    tallies: dict[str, _Tally] = {}
    for finding in findings:
        tallies.setdefault(key(finding), _Tally(finding)).add(finding)
    return list(tallies.values())


def _most(counts: Counter[str]) -> str:
    name, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return f"{name} ({most})"


def _rank(severity: Severity) -> int:
    return severity.rank
