"""The review as a workbook: a summary, a sheet a department to fill in, the rules, what could not be checked."""

from io import BytesIO

from perflint.report.review.library import Missing

try:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError as fault:  # the extra `office`
    raise Missing("openpyxl") from fault

from perflint.judge import Severity
from perflint.report.review.excel.agency import add_agency
from perflint.report.review.excel.names import SheetNames
from perflint.report.review.excel.style import TITLE, fill
from perflint.report.review.excel.years import add_years
from perflint.report.review.model import Review, Verdict
from perflint.report.review.words import severity_word, verdict_line, verdict_word, word

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def render_xlsx(review: Review) -> bytes:
    """Return the review as an Excel workbook."""
    book, names, lang = Workbook(), SheetNames(), review.lang
    book.properties.title, book.properties.creator = word("title", lang), review.reviewer or "perflint"
    book.properties.category = "perflint-review"  # by which a check of the folder knows that it is no table
    _fill_summary(book.worksheets[0], names.take(word("summary", lang)), review)
    for total in review.agencies:
        add_agency(book.create_sheet(names.take(total.agency)), review, total.agency)
    _fill_tables(book.create_sheet(names.take(word("verdict", lang))), review)
    if any(sheet.years for sheet in review.sheets):
        add_years(book.create_sheet(names.take(word("earlier", lang))), review)
    _fill_rules(book.create_sheet(names.take(word("rule", lang))), review)
    _fill_gaps(book.create_sheet(names.take(word("gaps", lang))), review)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill_summary(sheet: Worksheet, name: str, review: Review) -> None:
    lang = review.lang
    sheet.title = name
    sheet.cell(1, 1, word("title", lang)).font = TITLE
    said = [f"{word(key, lang)}{word('colon', lang)}{text}" for key, text in
            (("reviewer", review.reviewer), ("date", review.date)) if text]  # fmt: skip
    known = (("suppressed", review.suppressed), ("baselined", review.baselined), ("hidden", review.hidden))
    said += [word(key, lang, count=number) for key, number in known if number]
    sheet.cell(2, 1, word("semicolon", lang).join(said))
    heads = [word("agency", lang), word("tables", lang), *(verdict_word(v, lang) for v in reversed(Verdict)),
             *(severity_word(severity, lang) for severity in _SEVERITIES), word("fixable", lang)]  # fmt: skip
    rows: list[tuple[str | int, ...]] = [(a.agency, a.tables, a.returned, a.amended, a.passed, a.count.errors, a.count.warnings, a.count.infos,
             a.count.fixable) for a in review.agencies]  # fmt: skip
    count = review.count
    rows.append((word("total", lang), len(review.sheets), *(review.verdicts(v) for v in reversed(Verdict)),
                 count.errors, count.warnings, count.infos, count.fixable))  # fmt: skip
    fill(sheet, 4, heads, rows, (36, *([10] * 8)))


def _fill_tables(sheet: Worksheet, review: Review) -> None:
    lang = review.lang
    keys = ("number", "agency", "project", "code", "year", "budget", "verdict")
    heads = [*(word(key, lang) for key in keys), *(severity_word(s, lang) for s in _SEVERITIES), word("file", lang)]
    rows = (
        (s.number, s.agency, s.heading, s.table.code, s.table.year or "", s.budget, verdict_line(s, lang),
         s.count.errors, s.count.warnings, s.count.infos, s.file)
        for s in review.sheets
    )  # fmt: skip
    fill(sheet, 1, heads, rows, (6, 24, 28, 24, 8, 14, 22, 7, 7, 7, 30), filtered=True)


def _fill_rules(sheet: Worksheet, review: Review) -> None:
    lang = review.lang
    heads = [word(key, lang) for key in ("rule", "what", "severity", "count", "in_tables", "fixable", "why", "basis")]
    rows = (
        (r.code, r.title, severity_word(r.severity, lang), r.findings, r.tables, r.fixable, r.why, r.basis)
        for r in review.rules
    )
    fill(sheet, 1, heads, rows, (10, 28, 8, 8, 10, 10, 60, 30), filtered=True)


def _fill_gaps(sheet: Worksheet, review: Review) -> None:
    lang = review.lang
    gaps = [*(gap for entry in review.sheets for gap in entry.gaps), *review.gaps]
    rows = [(f"{gap.code} {gap.title}", gap.where, gap.reason, gap.path) for gap in gaps]
    rows += [("", "", unread.message, unread.path) for unread in review.unread]
    heads = [word(key, lang) for key in ("rule", "where", "reason", "file")]
    fill(sheet, 1, heads, rows or [(word("no_gaps", lang), "", "", "")], (32, 32, 60, 36))
