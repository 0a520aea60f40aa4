"""From the report of a run to a review: findings put to their tables, worded, judged, added up."""

from collections.abc import Collection, Iterable
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from perflint.across.summary import led
from perflint.judge import Finding, Rule, Severity, Unchecked
from perflint.judge.table_summary import TableSummary
from perflint.report.document import Report
from perflint.report.review.cellname import cell_name, names_plan
from perflint.report.review.characters import pure, purify
from perflint.report.review.grouping import Bundle, grouped, homeless
from perflint.report.review.judgement import check_words, verdict_on
from perflint.report.review.model import Gap, Remark, Review, Sheet, Unread
from perflint.report.review.originals import Originals, original_of, place_in_original
from perflint.report.review.proposal import is_blank_cell, mending_of, proposal_of
from perflint.report.review.totals import agency_totals, count_of, rule_totals, sum_of
from perflint.report.review.words import word
from perflint.version import __version__

_TITLE = 120


class Letterhead(Struct, frozen=True):
    """What the run does not know: the language, the day (ISO 8601), who reviews ("" for nobody), the rules' pages.

    `usual` has the profile and the verdict's settings for files that hold no table; `least` is from which severity on
    findings are listed.
    """

    lang: str
    date: str
    reviewer: str
    rules: Collection[Rule]
    usual: TableSummary
    least: Severity = Severity.INFO


def assemble(report: Report, head: Letterhead) -> Review:
    """Return the review of a run that was asked for summaries of its tables.

    Raises:
        SettingError: a setting of the verdict names neither a severity nor a rule.
    """
    bundles = grouped(report.table_summaries, report.findings, report.unchecked, head.usual)
    for back, amended in {(bundle.table_summary.sent_back, bundle.table_summary.amended) for bundle in bundles}:
        check_words(back, amended, head.rules)
    rules = {rule.id: rule for rule in head.rules}
    originals = Originals(bundle.table_summary for bundle in bundles)
    loose = _by_agency(_sheet(bundle, rules, head, originals) for bundle in bundles)
    sheets = tuple(replace(sheet, number=number) for number, sheet in enumerate(loose, 1))
    gaps = tuple(_gap(doubt, rules, (), head.lang) for doubt in homeless(report.unchecked, bundles))
    return Review(
        head.lang, head.date, purify(head.reviewer), __version__, sheets, agency_totals(sheets),
        rule_totals(sheets, rules, head.lang), sum_of(sheet.count for sheet in sheets), report.summary.suppressed,
        report.summary.baselined, gaps, tuple(pure(Unread(error.path, error.message)) for error in report.errors),
        sum(sheet.hidden for sheet in sheets),
    )  # fmt: skip


def _by_agency(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets with those of an agency together, agencies in the order in which they come first."""
    groups: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(sheet.agency, []).append(sheet)
    return [sheet for group in groups.values() for sheet in group]


def _sheet(bundle: Bundle, rules: dict[str, Rule], head: Letterhead, originals: Originals) -> Sheet:
    table_summary, lang = bundle.table_summary, head.lang
    findings = sorted(
        bundle.findings, key=lambda finding: finding.severity.rank
    )  # the gravest first, else as on the form
    remarks = tuple(
        _remark(number, finding, rules.get(finding.code), table_summary, originals, lang)
        for number, finding in enumerate(findings, 1)
        if finding.severity.rank <= head.least.rank
    )
    verdict, deciding = verdict_on(findings, table_summary.sent_back, table_summary.amended)
    deciding = tuple(number for number in deciding if number <= len(remarks))  # the gravest come first
    doubts = (_gap(doubt, rules, table_summary.indicators, lang) for doubt in bundle.doubts)
    original = original_of(table_summary)
    gaps = tuple(replace(gap, path=original or gap.path) for gap in doubts)
    return pure(Sheet(
        0, table_summary.table, _title(table_summary.table.agency) or word("no_agency", lang), _heading(table_summary, lang), table_summary.path,
        table_summary.line, table_summary.budget, len(table_summary.indicators), verdict, deciding, count_of(remarks), remarks, gaps,
        table_summary.plan, table_summary.plan_kind, table_summary.history, table_summary.years,
        len(findings) - len(remarks), original=original,
    ))  # fmt: skip


def _heading(table_summary: TableSummary, lang: str) -> str:
    table = table_summary.table
    if table.kind == "department":
        return word("department", lang)
    if not table_summary.indicators and not table.name:
        return _title(table_summary.title or (original_of(table_summary) or PurePath(table_summary.path).name))
    return _title(table.name or table_summary.title) or word("noname", lang)


def _title(text: str) -> str:
    """Return a text as the title of a part: on one line, and not without end."""
    line = " ".join(text.split())
    return line if len(line) <= _TITLE else line[: _TITLE - 1] + "…"


def _remark(
    number: int, finding: Finding, rule: Rule | None, table_summary: TableSummary, originals: Originals, lang: str
) -> Remark:  # fmt: skip
    place, proposal = finding.place, proposal_of(finding, lang)
    present = proposal.present or (_plan_text(table_summary, lang) if names_plan(place.pointer) else "")
    name = cell_name(place.pointer, table_summary.indicators, lang)
    return Remark(
        number, finding.code, finding.name, finding.severity, name.where, name.row,
        led(place_in_original(table_summary, place.pointer), finding.message), present,
        is_blank_cell(finding), proposal.suggested, rule.why.say(lang).strip() if rule else "", finding.legal_basis or "", mending_of(finding),
        finding.refusal.reason if finding.refusal else "",
        tuple(map(originals.seen, finding.related)),
        place.path, place.line, place.column, place.pointer, finding.fingerprint,
    )  # fmt: skip


def _plan_text(table_summary: TableSummary, lang: str) -> str:
    return word("semicolon", lang).join(f"{step.name} {step.text}" for step in table_summary.plan)


def _gap(doubt: Unchecked, rules: dict[str, Rule], indicators: tuple[str, ...], lang: str) -> Gap:
    rule, name = rules.get(doubt.code), cell_name(doubt.pointer, indicators, lang)
    where = f"{name.row} {name.where}".strip()
    return pure(Gap(doubt.code, rule.title.say(lang) if rule else doubt.code, where, doubt.reason, doubt.path))
