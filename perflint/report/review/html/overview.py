"""The top of the page: what it is, the figures, agencies, the commonest problems, and the filter."""

from collections.abc import Iterable, Sequence

from perflint.judge import Severity
from perflint.report.review.html.drawing import bar
from perflint.report.review.html.markup import NOTHING, Markup, Piece, joined, tag
from perflint.report.review.model import AgencyTotal, Review, RuleTotal, Verdict
from perflint.report.review.words import severity_word, verdict_word, word

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_COMMONEST = 12


def header(review: Review) -> Markup:
    """Return the title, who reviewed and when, and the figures."""
    lang = review.lang
    facts = {"reviewer": review.reviewer, "date": review.date, "made": f"perflint {review.version}"}
    said = [tag("span", f"{word(key, lang)}{word('colon', lang)}{text}") for key, text in facts.items() if text]
    return tag("header", tag("h1", word("title", lang)), tag("p", *said, class_="meta"), _figures(review))


def _figures(review: Review) -> Markup:
    lang, count = review.lang, review.count
    tiles = [(word("tables", lang), len(review.sheets), "")]
    tiles += [(verdict_word(verdict, lang), review.verdicts(verdict), verdict.value) for verdict in reversed(Verdict)]
    numbers = (count.errors, count.warnings, count.infos)
    tiles += [(severity_word(s, lang), number, s.value) for s, number in zip(_SEVERITIES, numbers, strict=True)]
    tiles.append((word("fixable", lang), count.fixable, ""))
    return tag(
        "dl", *(tag("div", tag("dt", name), tag("dd", number), class_=kind or None) for name, number, kind in tiles),
        class_="figures",
    )  # fmt: skip


def overview(review: Review, links: Sequence[str] = ()) -> Markup:
    """Return the totals by agency and by rule; `links` say where each agency stands, where that is not on this page."""
    lang = review.lang
    known = [word(key, lang, count=number) for key, number in
             (("suppressed", review.suppressed), ("baselined", review.baselined), ("hidden", review.hidden)) if number]  # fmt: skip
    return tag(
        "section", tag("h2", word("overview", lang), id="overview"), _agencies(review, links), _rules(review),
        *(tag("p", text) for text in known), aria_labelledby="overview",
    )  # fmt: skip


def _agencies(review: Review, links: Sequence[str]) -> Markup:
    lang = review.lang
    heads = [word("agency", lang), word("tables", lang), *(verdict_word(verdict, lang) for verdict in reversed(Verdict)),
             *(severity_word(severity, lang) for severity in _SEVERITIES), word("fixable", lang)]  # fmt: skip
    return table(
        word("agencies", lang),
        heads,
        (_agency(total, links[at] if links else f"#agency-{at}") for at, total in enumerate(review.agencies)),
    )


def _agency(total: AgencyTotal, href: str) -> list[Piece]:
    count = total.count
    link = tag("a", total.agency, href=href)
    verdicts = (total.returned, total.amended, total.passed)
    return [link, total.tables, *verdicts, count.errors, count.warnings, count.infos, count.fixable]


def _rules(review: Review) -> Markup:
    if not review.rules:
        return NOTHING
    lang, most = review.lang, review.rules[0].findings
    heads = [word(key, lang) for key in ("rule", "count", "in_tables", "severity")]
    return table(word("rules", lang), heads, (_rule(total, most, lang) for total in review.rules[:_COMMONEST]))


def _rule(total: RuleTotal, most: int, lang: str) -> list[Piece]:
    name = joined((tag("a", total.code, href=f"#rule-{total.code}"), " ", total.title))
    counted = joined((bar(total.findings / most, total.severity.value), tag("span", total.findings)))
    return [name, tag("span", counted, class_="barred"), total.tables, severity_word(total.severity, lang)]


def table(caption: str, heads: Iterable[Piece], rows: Iterable[list[Piece]]) -> Markup:
    """Return a table with a caption; the first cell of each row is its head."""
    body = (
        tag("tr", tag("th", first, scope="row"), *(tag("td", piece, class_=_kind(piece)) for piece in rest)) for first, *rest in rows
    )  # fmt: skip
    made = tag(
        "table", tag("caption", caption), tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *body),
    )  # fmt: skip
    return tag("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)


def _kind(piece: Piece) -> str | None:
    return "number" if isinstance(piece, int) else None


def controls(review: Review) -> Markup:
    """Return the filter; it is hidden until the script shows it."""
    lang = review.lang
    agencies = [(str(at), total.agency) for at, total in enumerate(review.agencies)]
    severities = [(severity.value, severity_word(severity, lang)) for severity in _SEVERITIES]
    known = sorted(review.rules, key=_code)
    rules = [(total.code, f"{total.code} {total.title} ({total.findings})") for total in known]
    picks = (_pick("agency", agencies, lang), _pick("severity", severities, lang), _pick("rule", rules, lang))
    said = word("shown", lang)
    return tag(
        "form", *picks, tag("output", "", data_text=said, aria_live="polite"), id="filter", hidden=True,
        aria_label=word("filter", lang),
    )  # fmt: skip


def _pick(key: str, options: Iterable[tuple[str, str]], lang: str) -> Markup:
    choices = (tag("option", text, value=value) for value, text in options)
    select = tag("select", tag("option", word("all", lang), value=""), *choices, name=key)
    return tag("label", tag("span", word(key, lang)), select)


def _code(total: RuleTotal) -> str:
    return total.code
