"""One table of the document: its header, its plan and history, and its remarks."""

from collections.abc import Collection

from docx.document import Document
from docx.shared import Pt

from perflint.judge import Severity
from perflint.report.review.earlier import years_text
from perflint.report.review.figures import figures_of
from perflint.report.review.model import Remark, Sheet, Spot
from perflint.report.review.proposal import difference
from perflint.report.review.word.grid import add_facts, add_table
from perflint.report.review.words import mending_word, none_listed, present_text, severity_word, verdict_line, word

_WIDTHS = (0.9, 2.8, 6.9, 3.2, 3.2)
_HEADS = ("number", "where", "what", "present", "suggested")
_LONG = 160


def add_sheet(document: Document, sheet: Sheet, lang: str, explained: Collection[Spot]) -> None:
    """Add a table under review; why a rule matters stands at the remarks that are `explained`."""
    document.add_heading(f"{sheet.number}. {sheet.heading}", 2)
    facts = {
        "agency": sheet.agency, "code": sheet.table.code, "year": str(sheet.table.year or ""), "budget": sheet.budget or "—",
        "verdict": verdict_line(sheet, lang), "indicators": str(sheet.indicators),
        "plan": word("semicolon", lang).join(f"{step.name} {step.text}" for step in sheet.plan), "file": sheet.file,
    }  # fmt: skip
    add_facts(document, [(word(key, lang), text) for key, text in facts.items() if text])
    _space(document, kept=True)
    _add_history(document, sheet, lang)
    _add_years(document, sheet, lang)
    if not sheet.remarks:
        document.add_paragraph(none_listed(sheet, lang))
        return
    rows = (_row(remark, lang, explained=(sheet.number, remark.number) in explained) for remark in sheet.remarks)
    marked = [at for at, remark in enumerate(sheet.remarks) if remark.severity is Severity.ERROR]
    add_table(document, [word(key, lang) for key in _HEADS], _WIDTHS, rows, marked)
    _space(document)


def _row(remark: Remark, lang: str, *, explained: bool) -> tuple[str, ...]:
    colon, code = word("colon", lang), word("aside", lang, text=remark.code)
    where = f"{remark.row}\n{remark.where}" if remark.row else remark.where
    what = [f"{word('tag', lang, text=severity_word(remark.severity, lang))}{remark.message}"]
    what += [remark.why] if explained and remark.why else []
    what += [f"{word('basis', lang)}{colon}{remark.basis}{code}" if remark.basis else code.strip()]
    what += [f"{word('see', lang)}{colon}{text}" for text in remark.see]
    present, suggested = _texts(remark, lang)
    mending = mending_word(remark.mending, lang) + (f"{colon}{remark.refusal}" if remark.refusal else "")
    aside = word("aside", lang, text=mending).strip()
    return str(remark.number), where, "\n".join(what), present, f"{suggested}\n{aside}" if suggested else aside


def _texts(remark: Remark, lang: str) -> tuple[str, str]:
    """Return present and suggested text; of long ones the part that differs, with something around it."""
    present, suggested = present_text(remark, lang), remark.suggested
    if not remark.suggested or len(remark.present) <= _LONG:
        return present[:_LONG] + ("…" if len(present) > _LONG else ""), suggested
    apart = difference(remark.present, remark.suggested)
    return apart.head + apart.old + apart.tail, (apart.head + apart.new + apart.tail) or word("removed", lang)


def _add_history(document: Document, sheet: Sheet, lang: str) -> None:
    used = figures_of(sheet)
    if not used:
        return
    document.add_heading(word("history", lang), 3)
    heads = [word("indicator", lang), word("target", lang), *(word(field, lang) for field in used)]
    rows = []
    for measure in sheet.history:
        known = {reference.field: reference.text for reference in measure.references}
        if known:
            rows.append((measure.indicator, measure.value, *(known.get(field, "") for field in used)))
    add_table(document, heads, (4, 3, *(2 for _ in used)), rows)
    _space(document)


def _add_years(document: Document, sheet: Sheet, lang: str) -> None:
    """Add the targets beside the tables of earlier years, where there are any."""
    if sheet.years:
        document.add_heading(word("years", lang), 3)
        heads = [word(key, lang) for key in ("indicator", "target", "earlier")]
        add_table(
            document, heads, (4, 3, 9), [(row.indicator, row.value, years_text(row, lang)) for row in sheet.years]
        )
        _space(document)


def _space(document: Document, *, kept: bool = False) -> None:
    """Add a small distance; one that is `kept` stays on the page of what follows."""
    form = document.add_paragraph().paragraph_format
    form.line_spacing, form.keep_with_next = Pt(6), kept or None
