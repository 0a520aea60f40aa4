"""Scalars keep their typed text and their exact place; both parsers build the same tree."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perflint.source import Node, NodeKind, Source, lookup, parse_text, to_data
from perflint.source.events import read_events, read_pure_events

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))


def scalars(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.SCALAR:
        yield node
    for item in node.items:
        yield from scalars(item)
    for key, value in node.pairs:
        yield from scalars(key)
        yield from scalars(value)


def read(text: str) -> Source:
    source = parse_text(text, "表.yaml")
    assert source.faults == ()
    return source


@pytest.mark.parametrize("typed", ["010", "null", "~", "2022-12-31", "5.00", "是", "yes", "1e3", "≥98%", "<5%", "😀"])
def test_a_scalar_keeps_what_was_typed(typed: str) -> None:
    source = read(f"指标值: {typed}\n")
    value = source.roots[0].pairs[0][1]
    assert (value.value, value.style) == (typed, "")
    assert source.text[value.start : value.end] == typed


def test_plain_spans_are_exact_with_emoji_and_crlf_and_comments() -> None:
    text = "# 😀\r\n表名: 😀经费𠮷  # 说明\r\n绩效指标:\r\n  - {三级指标: 甲😀乙, 指标值: 5}\r\n"
    source = read(text)
    found = list(scalars(source.roots[0]))
    assert [node.value for node in found] == ["表名", "😀经费𠮷", "绩效指标", "三级指标", "甲😀乙", "指标值", "5"]
    assert [text[node.start : node.end] for node in found] == [node.value for node in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("值:\n", 2),
        ("值: \n", 2),
        ("值:   # 空\n", 2),
        ("值:", 2),
        ("{值: }", 3),
        ("{值: , 后: 1}", 3),
        ("值: !!str\n", 8),
    ],
)
def test_a_blank_value_is_an_empty_span_after_its_colon(text: str, place: int) -> None:
    value = read(text).roots[0].pairs[0][1]
    assert (value.value, value.start, value.end) == ("", place, place)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("值: !!str 010\n", "010"),
        ("值: !foo 010\n", "010"),
        ("值: &a 010\n", "010"),
        ("值: !foo &a '010'\n", "'010'"),
        ("值: &a # 说明\n  010\n", "010"),
        ("值: &a {b: 1}\n", "{b: 1}"),
        ("值: !bar\n  b: 1\n", "b: 1"),
        ("值: !bar |\n  b\n\n\n后: 1\n", "|\n  b"),
        ("值:\n- a\n- b\n", "- a\n- b"),
        ("值:\n  - a\n  -\n", "- a\n  -"),
    ],
)
def test_a_span_is_the_content_without_tag_anchor_and_trailing_lines(text: str, typed: str) -> None:
    source = read(text)
    value = source.roots[0].pairs[0][1]
    assert source.text[value.start : value.end] == typed


def test_styles() -> None:
    source = read("a: 'x'\nb: \"x\"\nc: |\n  x\nd: >-\n  x\ne: [x]\nf:\n  - x\n")
    assert [value.style for _, value in source.roots[0].pairs] == ["'", '"', "|", ">", "flow", "block"]


def test_documents_before_an_error_stay() -> None:
    source = parse_text("年度: 2021\n---\n年度: 2022\n---\n年度: [\n", "表.yaml")
    assert [to_data(root) for root in source.roots] == [{"年度": "2021"}, {"年度": "2022"}]
    assert len(source.faults) == 1


def test_a_file_without_content_has_no_roots() -> None:
    assert [read(text).roots for text in ("", "\n", "# 说明\n", "\ufeff")] == [(), (), (), ()]


def test_walking_and_plain_data() -> None:
    root = read("预算: {预算数: 20.00}\n绩效指标:\n  - 指标值: 5\n  - 6\n").roots[0]
    assert to_data(root) == {"预算": {"预算数": "20.00"}, "绩效指标": [{"指标值": "5"}, "6"]}
    found = lookup(root, "绩效指标", 0, "指标值")
    assert found is not None
    assert found.text == "5"
    assert [lookup(root, *keys) for keys in (("无",), ("预算", 0), ("绩效指标", 2), ("绩效指标", 1, "a"))] == [None] * 4


def test_lines_are_counted_by_each_kind_of_line_end() -> None:
    source = read("a: 1\rb: 2\r\nc: 3\n# 😀\nd: 4")
    assert [source.line_column(source.text.index(key)) for key in "abcd"] == [(1, 1), (2, 1), (3, 1), (5, 1)]
    assert [source.line_text(line) for line in range(7)] == ["", "a: 1", "b: 2", "c: 3", "# 😀", "d: 4", ""]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_published_tables_read_the_same_with_both_parsers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, pure = (parse_text(text, path.name, read=reader) for reader in (read_events, read_pure_events))
    assert fast.faults == ()
    assert (fast.roots, fast.comments) == (pure.roots, pure.comments)
    assert fast.roots


def test_there_are_published_tables() -> None:
    assert len(EXAMPLES) > 10
