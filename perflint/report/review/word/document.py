"""The review as a document: overview, an agency on a new page, what could not be checked, the rules."""

from io import BytesIO

from perflint.report.review.library import Missing

try:
    from docx import Document
    from docx.document import Document as Paper
    from docx.enum.text import WD_ALIGN_PARAGRAPH
except ImportError as fault:  # the extra `office`
    raise Missing("python-docx") from fault

from perflint.judge import Severity
from perflint.report.review.model import Review, Verdict
from perflint.report.review.word.grid import add_facts, add_table
from perflint.report.review.word.sheets import add_sheet
from perflint.report.review.word.style import dress
from perflint.report.review.words import severity_counts, severity_word, verdict_counts, verdict_word, word

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def render_docx(review: Review) -> bytes:
    """Return the review as a Word document."""
    paper, lang = Document(), review.lang
    dress(paper)
    paper.core_properties.title, paper.core_properties.author = word("title", lang), review.reviewer or "perflint"
    paper.core_properties.category = "perflint-review"  # by which a check of the folder knows that it is no table
    paper.add_paragraph(word("title", lang), style="Title")
    _add_overview(paper, review)
    for total in review.agencies:
        _add_chapter(paper, total.agency)
        for sheet in review.of(total.agency):
            add_sheet(paper, sheet, lang, review.explained())
    _add_gaps(paper, review)
    _add_rules(paper, review)
    _add_signature(paper, review)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _add_chapter(paper: Paper, title: str) -> None:
    paper.add_heading(title, 1).paragraph_format.page_break_before = True


def _add_overview(paper: Paper, review: Review) -> None:
    lang, count = review.lang, review.count
    verdicts, severities = verdict_counts(review), severity_counts(count, lang)
    facts = [
        (word("reviewer", lang), review.reviewer), (word("date", lang), review.date),
        (word("tables", lang), str(len(review.sheets)) + word("aside", lang, text=verdicts)),
        (word("findings", lang), str(count.all) + word("aside", lang, text=severities)),
        (word("fixable", lang), str(count.fixable)),
        *((word("findings", lang), word(key, lang, count=n))
          for key, n in (("suppressed", review.suppressed), ("baselined", review.baselined), ("hidden", review.hidden)) if n),
    ]  # fmt: skip
    add_facts(paper, [(name, text) for name, text in facts if text])
    _add_agencies(paper, review)
    if review.rules:
        paper.add_heading(word("rules", lang), 2)
        heads = [word(key, lang) for key in ("rule", "what", "severity", "count", "in_tables")]
        add_table(paper, heads, (2, 6, 1.6, 1.6, 2.2), (
            (r.code, r.title, severity_word(r.severity, lang), str(r.findings), str(r.tables)) for r in review.rules
        ))  # fmt: skip


def _add_agencies(paper: Paper, review: Review) -> None:
    lang = review.lang
    paper.add_heading(word("agencies", lang), 2)
    heads = [word("agency", lang), word("tables", lang), *(verdict_word(v, lang) for v in reversed(Verdict)),
             *(severity_word(severity, lang) for severity in _SEVERITIES)]  # fmt: skip
    add_table(paper, heads, (5, 1, 1.4, 2.2, 1.4, 1.4, 1.4, 1.4), (
        (a.agency, *map(str, (a.tables, a.returned, a.amended, a.passed, a.count.errors, a.count.warnings, a.count.infos)))
        for a in review.agencies
    ))  # fmt: skip


def _add_gaps(paper: Paper, review: Review) -> None:
    lang = review.lang
    gaps = [*(gap for sheet in review.sheets for gap in sheet.gaps), *review.gaps]
    _add_chapter(paper, word("gaps", lang))
    if gaps:
        heads = [word(key, lang) for key in ("rule", "where", "reason", "file")]
        add_table(paper, heads, (4, 4, 5, 3), ((f"{g.code} {g.title}", g.where, g.reason, g.path) for g in gaps))
    else:
        paper.add_paragraph(word("no_gaps", lang))
    if review.unread:
        paper.add_heading(word("unread", lang), 2)
        heads = [word("file", lang), word("reason", lang)]
        add_table(paper, heads, (6, 10), ((unread.path, unread.message) for unread in review.unread))


def _add_rules(paper: Paper, review: Review) -> None:
    lang = review.lang
    if review.rules:
        paper.add_heading(word("explained", lang), 1)
        heads = [word(key, lang) for key in ("rule", "why", "basis")]
        rows = ((f"{r.code}\n{r.title}", r.why, r.basis) for r in sorted(review.rules, key=lambda total: total.code))
        add_table(paper, heads, (4, 8, 4), rows)


def _add_signature(paper: Paper, review: Review) -> None:
    paper.add_paragraph()
    for text in (word("sign", review.lang) + review.reviewer, word("sign_date", review.lang) + review.date):
        line = paper.add_paragraph(text)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.keep_with_next = True
