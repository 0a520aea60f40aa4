"""The page as a whole: everything readable without the script, nothing fetched from anywhere."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from perflint.report.review.html.markup import NOTHING, Markup, Piece, joined, tag
from perflint.report.review.html.overview import controls, header, overview, table
from perflint.report.review.html.sheets import agency_section
from perflint.report.review.model import Review, RuleTotal
from perflint.report.review.words import word

_LANGS = {"zh": "zh-CN", "en": "en"}


def render_html(review: Review) -> Iterator[str]:
    """Yield the page, an agency at a time."""
    yield f'<!DOCTYPE html>\n<html lang="{_LANGS[review.lang]}">\n'
    yield _head(review) + "\n<body>\n"
    yield tag("a", word("skip", review.lang), href="#reviews", class_="skip") + "\n"
    yield header(review) + "\n" + overview(review) + "\n"
    yield controls(review) + '\n<main id="reviews">\n'
    for at in range(len(review.agencies)):
        yield agency_section(review, at) + "\n"
    yield "</main>\n" + _gaps(review) + "\n" + _explained(review) + "\n"
    yield tag("script", Markup(_asset("script.js"))) + "\n</body>\n</html>\n"


def render_index(review: Review, links: Sequence[str]) -> Iterator[str]:
    """Yield a page of the totals alone, with the files of the agencies in their order, and what was left unchecked."""
    yield f'<!DOCTYPE html>\n<html lang="{_LANGS[review.lang]}">\n'
    yield _head(review) + "\n<body>\n" + header(review) + '\n<main id="reviews">\n'
    yield overview(review, links) + "\n</main>\n" + _gaps(review) + "\n" + _explained(review) + "\n</body>\n</html>\n"


def _head(review: Review) -> Markup:
    return tag(
        "head", tag("meta", charset="utf-8"), tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()), tag("title", word("title", review.lang)),
        tag("style", Markup(_asset("style.css"))),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _policy() -> str:
    """Return what the page may do: run its own script, known by its hash, and nothing else."""
    digest = b64encode(sha256(_asset("script.js").encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _gaps(review: Review) -> Markup:
    lang = review.lang
    gaps = [*(gap for sheet in review.sheets for gap in sheet.gaps), *review.gaps]
    heads = [word(key, lang) for key in ("rule", "where", "reason", "file")]
    rows: list[list[Piece]] = [[f"{gap.code} {gap.title}", gap.where, gap.reason, gap.path] for gap in gaps]
    listed = table(word("gaps", lang), heads, rows) if gaps else tag("p", word("no_gaps", lang))
    return tag(
        "section", tag("h2", word("gaps", lang), id="gaps"), listed, _unread(review), aria_labelledby="gaps"
    )  # fmt: skip


def _unread(review: Review) -> Markup:
    if not review.unread:
        return NOTHING
    heads = [word("file", review.lang), word("reason", review.lang)]
    return table(word("unread", review.lang), heads, ([unread.path, unread.message] for unread in review.unread))


def _explained(review: Review) -> Markup:
    if not review.rules:
        return NOTHING
    entries = joined(_rule(total, review.lang) for total in sorted(review.rules, key=_code))
    return tag(
        "section", tag("h2", word("explained", review.lang), id="rules"), tag("dl", entries, class_="rules"),
        aria_labelledby="rules",
    )  # fmt: skip


def _rule(total: RuleTotal, lang: str) -> Markup:
    basis = tag("small", f"{word('basis', lang)}{word('colon', lang)}{total.basis}") if total.basis else NOTHING
    counted = tag("small", word("counted", lang, findings=total.findings, tables=total.tables))
    name = tag("dt", f"{total.code} {total.title} ", counted, id=f"rule-{total.code}")
    return joined((name, tag("dd", tag("p", total.why), basis)))


def _code(total: RuleTotal) -> str:
    return total.code
