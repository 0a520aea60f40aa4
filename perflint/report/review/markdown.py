"""A review as Markdown, for a pull request, an issue or a chat."""

from collections.abc import Iterable, Iterator

from perflint.judge import Severity
from perflint.report.markdown_text import cell
from perflint.report.review.earlier import years_text
from perflint.report.review.model import Gap, Remark, Review, Sheet, Verdict
from perflint.report.review.words import (
    mending_word,
    none_listed,
    present_text,
    severity_counts,
    severity_word,
    verdict_counts,
    verdict_line,
    verdict_word,
    word,
)

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def render_markdown(review: Review) -> Iterator[str]:
    """Yield the review: overview, each agency's tables, what could not be checked, the rules."""
    lang = review.lang
    yield f"# {word('title', lang)}\n\n"
    yield from _head(review)
    yield from _agencies(review)
    yield from _rules(review)
    for agency in review.agencies:
        yield f"## {cell(agency.agency)}\n\n"
        for sheet in review.of(agency.agency):
            yield from _sheet(sheet, lang)
    yield from _unchecked(review)
    yield from _explained(review)


def _head(review: Review) -> Iterator[str]:
    lang, colon = review.lang, word("colon", review.lang)
    if review.reviewer:
        yield f"- {word('reviewer', lang)}{colon}{cell(review.reviewer)}\n"
    yield f"- {word('date', lang)}{colon}{review.date}\n"
    verdicts, severities = verdict_counts(review), severity_counts(review.count, lang)
    yield f"- {word('tables', lang)}{colon}{len(review.sheets)}{word('aside', lang, text=verdicts)}\n"
    yield f"- {word('findings', lang)}{colon}{review.count.all}{word('aside', lang, text=severities)}\n"
    yield f"- {word('fixable', lang)}{colon}{review.count.fixable}\n"
    for key, number in (("suppressed", review.suppressed), ("baselined", review.baselined), ("hidden", review.hidden)):
        if number:
            yield f"- {word(key, lang, count=number)}\n"
    yield "\n"


def _agencies(review: Review) -> Iterator[str]:
    lang = review.lang
    heads = [word(key, lang) for key in ("agency", "tables")]
    heads += [verdict_word(verdict, lang) for verdict in reversed(Verdict)]
    heads += [severity_word(severity, lang) for severity in (_ERROR, _WARNING, _INFO)] + [word("fixable", lang)]
    yield f"## {word('agencies', lang)}\n\n"
    yield from _grid(heads, (
        (a.agency, a.tables, a.returned, a.amended, a.passed, a.count.errors, a.count.warnings, a.count.infos, a.count.fixable)
        for a in review.agencies
    ))  # fmt: skip


def _rules(review: Review) -> Iterator[str]:
    lang = review.lang
    heads = [word(key, lang) for key in ("rule", "what", "severity", "count", "in_tables", "fixable")]
    if review.rules:
        yield f"## {word('rules', lang)}\n\n"
        yield from _grid(heads, (
            (r.code, r.title, severity_word(r.severity, lang), r.findings, r.tables, r.fixable) for r in review.rules
        ))  # fmt: skip


def _sheet(sheet: Sheet, lang: str) -> Iterator[str]:
    yield f"### {sheet.number}. {cell(sheet.heading)} — {verdict_word(sheet.verdict, lang)}\n\n"
    facts = {
        "agency": sheet.agency, "code": sheet.table.code, "year": str(sheet.table.year or ""), "budget": sheet.budget or "—",
        "verdict": verdict_line(sheet, lang), "file": sheet.file,
        "plan": word("semicolon", lang).join(f"{step.name} {step.text}" for step in sheet.plan),
    }  # fmt: skip
    for key, text in facts.items():
        if text:
            yield f"- {word(key, lang)}{word('colon', lang)}{cell(text)}\n"
    yield "\n"
    if sheet.years:
        yield f"{word('years', lang)}\n\n"
        yield from _grid(
            (word(key, lang) for key in ("indicator", "target", "earlier")),
            ((row.indicator, row.value, years_text(row, lang)) for row in sheet.years),
        )
    if sheet.remarks:
        yield from _grid(_heads(lang), (_row(remark, lang) for remark in sheet.remarks))
    else:
        yield f"{none_listed(sheet, lang)}\n\n"


def _heads(lang: str) -> list[str]:
    keys = ("number", "where", "severity", "what", "present", "suggested", "basis", "mending")
    return [word(key, lang) for key in keys]


def _row(remark: Remark, lang: str) -> tuple[object, ...]:
    where = f"{remark.row}\n{remark.where}" if remark.row else remark.where
    mending = mending_word(remark.mending, lang) + (f"\n{remark.refusal}" if remark.refusal else "")
    return (
        remark.number, where, severity_word(remark.severity, lang), f"{remark.message}{word('aside', lang, text=remark.code)}",
        present_text(remark, lang), remark.suggested, remark.basis, mending,
    )  # fmt: skip


def _unchecked(review: Review) -> Iterator[str]:
    lang = review.lang
    gaps = [*(gap for sheet in review.sheets for gap in sheet.gaps), *review.gaps]
    yield f"## {word('gaps', lang)}\n\n"
    if gaps:
        yield from _grid([word(key, lang) for key in ("file", "where", "rule", "reason")], map(_gap, gaps))
    else:
        yield f"{word('no_gaps', lang)}\n\n"
    if review.unread:
        yield f"### {word('unread', lang)}\n\n"
        yield from _grid([word(key, lang) for key in ("file", "reason")], ((u.path, u.message) for u in review.unread))


def _gap(gap: Gap) -> tuple[object, ...]:
    return gap.path, gap.where, f"{gap.code} {gap.title}", gap.reason


def _explained(review: Review) -> Iterator[str]:
    lang = review.lang
    if review.rules:
        yield f"## {word('explained', lang)}\n\n"
        yield from _grid([word(key, lang) for key in ("rule", "what", "why", "basis")],
                         ((r.code, r.title, r.why, r.basis) for r in review.rules))  # fmt: skip


def _grid(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads) + "\n"
    for row in rows:
        yield "| " + " | ".join(cell(str(item)) for item in row) + " |\n"
    yield "\n"
