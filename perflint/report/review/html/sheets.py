"""The tables of the page: a header each, the plan, targets beside their history, and the remarks."""

from collections.abc import Collection

from perflint.judge.table_summary import Measure
from perflint.report.review.figures import figures_of
from perflint.report.review.html.drawing import bar, plan_picture
from perflint.report.review.html.markup import NOTHING, Markup, Piece, joined, lines, tag
from perflint.report.review.html.overview import table
from perflint.report.review.html.years import years_table
from perflint.report.review.model import Remark, Review, Sheet, Spot
from perflint.report.review.proposal import Difference, difference, seen
from perflint.report.review.words import (
    mending_word,
    none_listed,
    present_text,
    severity_word,
    verdict_line,
    verdict_word,
    word,
)

_LONG = 120


def agency_section(review: Review, at: int) -> Markup:
    """Return an agency's tables under its name."""
    name = review.agencies[at].agency
    explained = review.explained()
    sheets = (_sheet(sheet, at, review.lang, explained) for sheet in review.of(name))
    return tag("section", tag("h2", name, id=f"agency-{at}"), *sheets, aria_labelledby=f"agency-{at}", class_="agency")


def _sheet(sheet: Sheet, agency: int, lang: str, explained: Collection[Spot]) -> Markup:
    mark = tag("strong", verdict_word(sheet.verdict, lang), class_=f"verdict {sheet.verdict.value}")
    head = tag("h3", f"{sheet.number}. {sheet.heading} ", mark, id=f"table-{sheet.number}")
    found = [_remark(one, lang, explained=(sheet.number, one.number) in explained) for one in sheet.remarks]
    return tag(
        "article", head, tag("div", _facts(sheet, lang), plan_picture(sheet, lang), class_="about"), _history(sheet, lang),
        years_table(sheet, lang),
        tag("ol", *found, class_="remarks") if found else tag("p", none_listed(sheet, lang), class_="clean"),
        data_agency=agency, aria_labelledby=f"table-{sheet.number}",
    )  # fmt: skip


def _facts(sheet: Sheet, lang: str) -> Markup:
    facts = {
        "agency": sheet.agency, "code": sheet.table.code, "kind": word(f"kind_{sheet.table.kind}", lang),
        "year": str(sheet.table.year or ""), "budget": sheet.budget or "—", "indicators": str(sheet.indicators),
        "verdict": verdict_line(sheet, lang), "file": sheet.file,
    }  # fmt: skip
    rows = (tag("div", tag("dt", word(key, lang)), tag("dd", text)) for key, text in facts.items() if text)
    return tag("dl", *rows, class_="facts")


def _remark(remark: Remark, lang: str, *, explained: bool) -> Markup:
    """Return a remark; why it matters is said the first time that a rule speaks."""
    badge = tag("span", severity_word(remark.severity, lang), class_=f"badge {remark.severity.value}")
    why = tag("p", remark.why, class_="why") if explained and remark.why else NOTHING
    row = tag("small", remark.row) if remark.row else NOTHING
    where = joined((f"{remark.number}. ", tag("b", remark.where), " ", row))
    code = tag("a", remark.code, href=f"#rule-{remark.code}", class_="code")
    more = [tag("p", f"{word('see', lang)}{word('colon', lang)}{text}", class_="see") for text in remark.see]
    return tag(
        "li", tag("h4", badge, " ", where, " ", code), tag("p", remark.message), why, _texts(remark, lang), *more,
        _closing(remark, lang), data_severity=remark.severity.value, data_rule=remark.code, class_=remark.severity.value,
    )  # fmt: skip


def _texts(remark: Remark, lang: str) -> Markup:
    """Return the present text beside the one suggested, what differs marked."""
    now, then = _marked(remark, lang)
    pairs = (("present", now), ("suggested", then))
    boxes = (tag("div", tag("dt", word(key, lang)), tag("dd", text), class_=key) for key, text in pairs if text)
    return tag("dl", *boxes, class_="texts")


def _marked(remark: Remark, lang: str) -> tuple[Markup, Markup]:
    if not remark.suggested:
        return _short(remark, lang), NOTHING
    if not remark.present or "\n" in remark.present + remark.suggested:
        return _short(remark, lang), lines(remark.suggested)
    apart = difference(remark.present, remark.suggested)
    old = apart.old if apart.old.strip() else seen(apart.old)
    return (
        joined((apart.head, tag("del", old) if apart.old else NOTHING, apart.tail)),
        joined((apart.head, _inserted(apart, lang), apart.tail)),
    )


def _inserted(apart: Difference, lang: str) -> Markup:
    """Return what is new between two texts; that all goes is said in words, that a part goes is seen by what stays."""
    if apart.new:
        return tag("ins", apart.new)
    return NOTHING if apart.head or apart.tail else tag("ins", word("removed", lang))


def _short(remark: Remark, lang: str) -> Markup:
    """Return what stands in a cell, with only its beginning in sight where it is long; all of it opens."""
    text = remark.present
    if not text:
        return tag("em", present_text(remark, lang))
    if len(text) <= _LONG:
        return lines(text)
    return tag("details", tag("summary", text[:_LONG] + "…"), lines(text))


def _closing(remark: Remark, lang: str) -> Markup:
    mending = mending_word(remark.mending, lang) + (word("aside", lang, text=remark.refusal) if remark.refusal else "")
    parts = [tag("span", f"{word('basis', lang)}{word('colon', lang)}{remark.basis}")] if remark.basis else []
    return tag("p", *parts, tag("span", mending, class_="mending"), class_="closing")


def _history(sheet: Sheet, lang: str) -> Markup:
    """Return the targets beside their figures of earlier years, nothing where the table has none."""
    used = figures_of(sheet)
    if not used:
        return NOTHING
    heads = [word("indicator", lang), word("target", lang), *(word(field, lang) for field in used)]
    rows = (_measure(measure, used) for measure in sheet.history if measure.references)
    return table(word("history", lang), heads, rows)


def _measure(measure: Measure, used: list[str]) -> list[Piece]:
    known = {reference.field: reference for reference in measure.references}
    ratios = [reference.ratio for reference in measure.references if reference.ratio is not None]
    most = max([1.0, *ratios])
    cells: list[Piece] = [measure.indicator, _figure(measure.value, 1.0 / most if ratios else None, "target")]
    for field in used:
        reference = known.get(field)
        ratio = reference.ratio if reference else None
        cells.append(_figure(reference.text if reference else "", None if ratio is None else ratio / most, ""))
    return cells


def _figure(text: str, share: float | None, kind: str) -> Markup:
    return joined((text, bar(share, kind) if share is not None else NOTHING))
