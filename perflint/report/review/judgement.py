"""The verdict on a table: which severities or rules send it back, as a bureau sets them (`verdict.return`, `verdict.amend`)."""

from collections.abc import Collection, Iterable

from perflint.judge import Finding, Rule, SettingError, Severity
from perflint.judge.nearest import nearest
from perflint.judge.table_summary import AMENDED, SENT_BACK
from perflint.report.review.model import Verdict

_SEVERITIES = frozenset({Severity.ERROR.value, Severity.WARNING.value, Severity.INFO.value})


def verdict_on(
    findings: Iterable[Finding], sent_back: Collection[str], amended: Collection[str]
) -> tuple[Verdict, tuple[int, ...]]:
    """Return a table's verdict and the findings that it rests on, by their number from 1."""
    found = tuple(enumerate(findings, 1))
    for verdict, selectors in ((Verdict.RETURNED, sent_back), (Verdict.AMENDED, amended)):
        deciding = tuple(number for number, finding in found if any(_meant(finding, word) for word in selectors))
        if deciding:
            return verdict, deciding
    return Verdict.PASSED, ()


def check_words(sent_back: Iterable[str], amended: Iterable[str], rules: Collection[Rule]) -> None:
    """Check that each word of the two settings is a severity, or the code, prefix or name of a rule.

    Raises:
        SettingError: one is neither.
    """
    for setting, words in ((SENT_BACK, sent_back), (AMENDED, amended)):
        for word in words:
            if word not in _SEVERITIES and not any(_names(word, rule.id, rule.name) for rule in rules):
                known = [*_SEVERITIES, *(name for rule in rules for name in (rule.id, rule.name))]
                raise SettingError(
                    f"`{setting}: {word}` 应为 error、warning、info 或规则代码、前缀、名称 / "
                    f"must be error, warning, info, or the code, prefix or name of a rule{nearest(word, known)}"
                )


def _meant(finding: Finding, word: str) -> bool:
    return word == finding.severity.value or _names(word, finding.code, finding.name)


def _names(word: str, code: str, name: str) -> bool:
    return word in {"ALL", name} or (word != "" and code.startswith(word))
