"""The tables of an upload as pages: each with its form, its findings by urgency, and the rules that they rest on."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from perflint.judge import Finding, Rule, legal_basis, load_pack
from perflint.judge.finding import Related
from perflint.model import Table, load_profiles, read_tables
from perflint.office.export import lay_out, template_for
from perflint.report import Report
from perflint.report.review.cellname import cell_name
from perflint.report.review.model import Remark, Review, Sheet
from perflint.web.opening import Opened
from perflint.web.outcome import Explained, Other, Page
from perflint.web.placing import Placement, placement
from perflint.web.urgency import by_urgency
from perflint.workspace.checking import Checker

_MOST = 150  # findings of a group that a page holds
_LARGEST = 5000  # boxes of a form that a browser is shown


class _Known(Struct, frozen=True):
    """What pages are made from: tables by file and line, findings by fingerprint, rules by code."""

    tables: Mapping[tuple[str, int], Table]
    findings: Mapping[str, Finding]
    rules: Mapping[str, Rule]
    checker: Checker

    @property
    def lang(self) -> str:
        return self.checker.options.lang


def pages(review: Review, report: Report, files: Sequence[Opened], checker: Checker) -> Iterator[Page]:
    """Yield the tables of a review as pages."""
    findings = {finding.fingerprint: finding for finding in report.findings}
    rules = {rule.id: rule for rule in load_pack(checker.config.packs).rules}
    known = _Known(dict(_tables(files, checker)), findings, rules, checker)
    for sheet in review.sheets:
        yield _page(sheet, known)


def _tables(files: Sequence[Opened], checker: Checker) -> Iterator[tuple[tuple[str, int], Table]]:
    """Yield every table by its file and its line in the YAML."""
    for one in files:
        for table in read_tables(one.source, checker.printed_names()).tables:
            yield (one.item.name, one.source.line_column(table.head.node.start)[0]), table


def _page(sheet: Sheet, known: _Known) -> Page:
    grouped = by_urgency(sheet.remarks)
    first, then, rest = grouped.first[:_MOST], grouped.then, grouped.rest[:_MOST]
    remarks = sorted((*first, *then, *rest), key=lambda remark: remark.number)
    more = len(sheet.remarks) - len(remarks)
    short = replace(sheet, remarks=(), deciding=(), gaps=sheet.gaps[:_MOST])
    codes = dict.fromkeys(remark.code for remark in remarks if remark.code in known.rules)
    explained = {code: _explained(known.rules[code], known.lang) for code in codes}
    table = known.tables.get((sheet.path, sheet.line))
    if table is None:
        return Page(short, None, first, then, rest, {}, {}, explained, more)
    packs, usual = known.checker.config.packs, known.checker.default_profile()
    paper = lay_out(table, template_for(table, load_profiles(packs), usual))
    shown = placement(paper, remarks, table.pointer)
    if len(shown.cells) > _LARGEST:
        return Page(short, None, first, then, rest, {}, {}, explained, more)
    others = {remark.number: tuple(_others(remark, sheet, shown, known)) for remark in remarks}
    return Page(short, shown.paper, first, then, rest, shown.boxes, others, explained, more)


def _others(remark: Remark, sheet: Sheet, shown: Placement, known: _Known) -> Iterator[Other]:
    finding = known.findings.get(remark.fingerprint)
    for one in finding.related if finding else ():
        pointer, path = one.place.pointer, one.place.path
        here = path == sheet.path and (pointer == shown.table or pointer.startswith(f"{shown.table}/"))
        where = cell_name(pointer, (), known.lang)
        name = " ".join(part for part in ("" if path == sheet.path else path, where.row, where.where) if part)
        yield Other(_said(name, one), shown.box_of(pointer) if here else None)


def _said(name: str, one: Related) -> str:
    return f"{name} {one.message}".strip()


def _explained(rule: Rule, lang: str) -> Explained:
    exceptions = rule.exceptions.say(lang).strip() if rule.exceptions else ""
    return Explained(rule.title.say(lang), rule.why.say(lang).strip(), legal_basis(rule, lang) or "", exceptions)
