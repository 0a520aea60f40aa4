"""The sums of a review: by severity, by agency, by rule."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from perflint.judge import Rule, Severity, legal_basis
from perflint.report.review.model import AgencyTotal, Count, Mending, Remark, Review, RuleTotal, Sheet, Verdict

_FIXABLE = frozenset({Mending.SAFE, Mending.UNSAFE})


def count_of(remarks: Iterable[Remark]) -> Count:
    """Return how many remarks there are of each severity, and how many the machine can mend."""
    held = tuple(remarks)
    severities = [remark.severity for remark in held]
    return Count(
        severities.count(Severity.ERROR), severities.count(Severity.WARNING), severities.count(Severity.INFO),
        sum(remark.mending in _FIXABLE for remark in held),
    )  # fmt: skip


def sum_of(counts: Iterable[Count]) -> Count:
    """Return several counts as one."""
    held = tuple(counts)
    return Count(*(sum(getattr(count, name) for count in held) for name in Count.__struct_fields__))


def agency_totals(sheets: Sequence[Sheet]) -> tuple[AgencyTotal, ...]:
    """Return the totals of each agency, in the order of the sheets."""
    groups: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(sheet.agency, []).append(sheet)
    return tuple(_agency(agency, group) for agency, group in groups.items())


def of_agency(review: Review, total: AgencyTotal) -> Review:
    """Return the part of a review that is of one agency, its tables numbered from 1; what is of no table is left out."""
    sheets = tuple(replace(sheet, number=number) for number, sheet in enumerate(review.of(total.agency), 1))
    known = {rule.code: rule for rule in review.rules}
    rules = tuple(
        replace(known[one.code], severity=one.severity, findings=one.findings, tables=one.tables, fixable=one.fixable)
        for one in rule_totals(sheets, {}, review.lang)
    )
    return replace(
        review, sheets=sheets, agencies=(total,), rules=rules, count=total.count, suppressed=0, baselined=0, gaps=(), unread=(),
        hidden=sum(sheet.hidden for sheet in sheets),
    )  # fmt: skip


def _agency(agency: str, sheets: Collection[Sheet]) -> AgencyTotal:
    verdicts = [sheet.verdict for sheet in sheets]
    return AgencyTotal(
        agency, len(sheets), verdicts.count(Verdict.PASSED), verdicts.count(Verdict.AMENDED),
        verdicts.count(Verdict.RETURNED), sum_of(sheet.count for sheet in sheets),
    )  # fmt: skip


def rule_totals(sheets: Sequence[Sheet], rules: Mapping[str, Rule], lang: str) -> tuple[RuleTotal, ...]:
    """Return the totals of each rule that spoke, the most frequent first."""
    remarks: dict[str, list[Remark]] = {}
    tables: dict[str, set[int]] = {}
    for sheet in sheets:
        for remark in sheet.remarks:
            remarks.setdefault(remark.code, []).append(remark)
            tables.setdefault(remark.code, set()).add(sheet.number)
    totals = [_rule(group, len(tables[code]), rules.get(code), lang) for code, group in remarks.items()]
    return tuple(sorted(totals, key=lambda total: (-total.findings, total.code)))


def _rule(remarks: Sequence[Remark], tables: int, rule: Rule | None, lang: str) -> RuleTotal:
    first = remarks[0]
    return RuleTotal(
        first.code, first.name,
        rule.title.say(lang) if rule else first.name, rule.why.say(lang).strip() if rule else "",
        (legal_basis(rule, lang) or "") if rule else first.basis,
        min((remark.severity for remark in remarks), key=lambda severity: severity.rank),
        len(remarks), tables, count_of(remarks).fixable,
    )  # fmt: skip
