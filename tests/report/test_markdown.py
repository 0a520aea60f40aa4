"""Markdown: tables that a renderer reads as tables, text that stays text, a length that a comment may have."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from perflint.report.markdown import render_markdown
from perflint.report.markdown_text import cell, code
from tests.report import example

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def test_tables_are_read_as_tables() -> None:
    html = READER.render("".join(render_markdown(example.report(), example.context(Path("/")))))
    assert html.count("<table>") == 2
    assert html.count("<tr>") == 2 + 4
    assert len(re.findall("<td>", html)) == 4 * 6


@pytest.mark.parametrize(
    "text", ["a|b", "`x`", "*粗* _斜_ ~~删~~", "<script>&amp;", "[看](http://a)", "\\|", "$x$", "！[图](b)", "预算100%"]
)
def test_text_stays_text(text: str) -> None:
    html = READER.render(f"| 甲 | 乙 |\n| --- | --- |\n| {cell(text)} | 末 |\n")
    shown = re.findall("<td>(.*?)</td>", html)
    assert [
        re.sub("&lt;|&gt;|&amp;", lambda f: {"&lt;": "<", "&gt;": ">", "&amp;": "&"}[f[0]], one) for one in shown
    ] == [text, "末"]


def test_nobody_is_called_and_no_issue_linked() -> None:
    assert cell("@all 见 #12") == "@&#8203;all 见 #&#8203;12"


@given(st.text())
def test_any_text_leaves_a_row_whole(text: str) -> None:
    html = READER.render(f"| 甲 | 乙 |\n| --- | --- |\n| {cell(text)} | {code(text) if text.strip() else ''} |\n")
    assert html.count("<td>") == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_comment_is_not_too_long_and_says_what_is_missing(lang: str) -> None:
    long = replace(example.findings()[0], message="很长的说明" * 100)
    report = replace(example.report(), findings=(long,) * 500)
    text = "".join(render_markdown(report, example.context(Path("/"), lang)))
    assert 60_000 < len(text) < 65_536
    assert text.count("`PLN001`") + int(re.findall(r"(?:还有 )?(\d+) (?:条未列出|more findings)", text)[0]) == 500


def test_a_suggestion_of_a_page_is_cut() -> None:
    long = replace(example.findings()[0], suggestion="一段话" * 1000)
    text = "".join(render_markdown(replace(example.report(), findings=(long,)), example.context(Path("/"))))
    assert "一段话…" in text or "一段…" in text
    assert len(text) < 1000
