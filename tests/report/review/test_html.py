"""The page: whole, closed, escaped, labelled, and nothing fetched from anywhere."""

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from perflint.report.review.html.markup import Markup, tag
from perflint.report.review.html.page import render_html
from tests.report.review.sample import BROKEN, HISTORY, HOSTILE, RATE, review

VOID = {"meta", "br", "input"}
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """Collects elements in order, texts by element, and fails on what is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.append((self.open[-1], data))

    def all(self, name: str) -> list[Attributes]:
        return [attributes for element, attributes in self.elements if element == name]

    def said(self, name: str) -> list[str]:
        return [text for element, text in self.texts if element == name]


@pytest.fixture(params=["zh", "en"])
def page(tmp_path: Path, request: pytest.FixtureRequest) -> Page:
    return Page("".join(render_html(review(tmp_path, request.param, a=RATE, b=HISTORY, c=HOSTILE, d=BROKEN))))


def test_nothing_is_fetched(page: Page) -> None:
    assert not {"link", "img", "iframe", "object", "base"} & {name for name, _ in page.elements}
    for _, attributes in page.elements:
        assert not {"src", "srcset", "action", "background"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")
    style = "".join(page.said("style"))
    assert "url(" not in style
    assert "@import" not in style
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert (policy or "").startswith("default-src 'none'")


def test_text_of_tables_is_text(page: Page) -> None:
    assert len(page.all("script")) == 1
    assert not page.all("b") or all("onerror" not in attributes for _, attributes in page.elements)
    assert any("<script>alert(1)</script>" in text for text in page.said("h3"))
    assert any("</td>" in text for text in page.said("small"))
    assert all("\x07" not in text for _, text in page.texts)


def test_every_link_has_its_target_and_every_id_stands_once(page: Page) -> None:
    known = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(known) == len(set(known))
    wanted = {(attributes.get("href") or "#")[1:] for attributes in page.all("a")}
    wanted |= {
        attributes["aria-labelledby"] or "" for _, attributes in page.elements if "aria-labelledby" in attributes
    }
    assert wanted <= set(known)


def test_tables_fields_and_pictures_have_names(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table")) > 0
    assert all(head.get("scope") in {"col", "row"} for head in page.all("th"))
    assert len(page.all("select")) == len(page.all("label")) == 3
    pictures = [svg for svg in page.all("svg") if svg.get("role") == "img"]
    assert len(pictures) == 1
    assert "25%" in page.said("title")[1]
    assert all(svg.get("role") == "img" or svg.get("aria-hidden") == "true" for svg in page.all("svg"))


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(name[1]) for name, _ in page.elements if name in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_findings_carry_what_the_filter_asks_for(page: Page) -> None:
    items = [attributes for attributes in page.all("li") if "data-rule" in attributes]
    assert {"error", "warning"} <= {item["data-severity"] for item in items}
    assert "DIR001" in {item["data-rule"] for item in items}
    agencies = {article["data-agency"] for article in page.all("article")}
    assert agencies == {option["value"] for option in page.all("option")[: len(agencies) + 1]} - {""}


def test_old_and_new_text_are_marked_where_they_differ(page: Page) -> None:
    assert "≤" in page.said("del")


def test_the_language_is_that_of_the_review(tmp_path: Path) -> None:
    text = "".join(render_html(review(tmp_path, "en", a=RATE)))
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Review of performance targets" in text
    assert "审核意见" not in text


def test_markup_escapes_what_is_not_markup() -> None:
    assert (
        tag("p", "<&>", tag("b", 1), title='"', hidden=True, id=None)
        == '<p title="&quot;" hidden>&lt;&amp;&gt;<b>1</b></p>'
    )
    assert tag("p", Markup("<i>")) == "<p><i></p>"


def test_a_sign_that_goes_leaves_what_stays_and_nothing_that_reads_as_more(tmp_path: Path) -> None:
    page = "".join(render_html(review(tmp_path, a=RATE)))
    assert "<del>≤</del>100%" in page
    assert "（删去）" not in page
