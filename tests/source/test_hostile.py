"""Files made to hurt: each ends soon, with a fault or a tree, never with a traceback."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.source import Limits, Unreadable, parse_text, read_source


def causes(text: str, limits: Limits | None = None) -> list[str]:
    return [fault.cause for fault in parse_text(text, "表.yaml", limits or Limits()).faults]


LAUGHS = "a0: &a0 [哈, 哈]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
CHAIN = "- &a0 [哈]\n" + "".join(f"- &a{n} [*a{n - 1}]\n" for n in range(1, 3000))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("a: " + "[" * 10_000, "too-deep"),
        ("a: " + "{b: " * 10_000, "too-deep"),
        ("".join(" " * n + "a:\n" for n in range(2_000)), "too-deep"),
        ("- " * 2_000 + "a", "too-deep"),
        (LAUGHS, "alias-explosion"),
        (CHAIN, "too-deep"),
        ("a: &x {b: [*x]}\n", "recursive-alias"),
        ("&x [*x]\n", "recursive-alias"),
        ("a: *x\n", "unquoted-symbol"),
        ("a: &x 1\n---\nb: *x\n", "unquoted-symbol"),
        ("a: 2\x00\n", "control-character"),
        ("a: \ud800\n", "control-character"),
        ("a: \uffff\n", "control-character"),
    ],
)
def test_traps_are_faults(text: str, cause: str) -> None:
    started = time.process_time()
    assert causes(text) == [cause]
    assert time.process_time() - started < 20


def test_depth_up_to_the_limit_is_read() -> None:
    assert causes("a: " + "[" * 63 + "]" * 63) == []
    assert causes("a: " + "[" * 64 + "]" * 64) == ["too-deep"]


@pytest.mark.parametrize(
    "text", ["[1, 2, 3, 4, 5, 6]", "[[], [], [], [], [], []]", "{a: [], b: [], c: [], d: [], e: []}"]
)
def test_the_number_of_nodes_is_limited(text: str) -> None:
    assert causes(text, Limits(max_nodes=5)) == ["too-many-nodes"]
    assert causes(text) == []


def test_long_numbers_and_cells_are_text() -> None:
    digits = "9" * 5_000
    cell = "保障率 " * 30_000 + "。"
    (root,) = parse_text(f"值: {digits}\n说明: {cell}\n", "表.yaml").roots
    assert [value.value for _, value in root.pairs] == [digits, cell]


def test_a_hundred_thousand_rows_take_seconds() -> None:
    row = "  - {三级指标: 保障率, 指标值: ≥98%} # 说明\n"
    text = "绩效指标:\n" + row * 100_000
    started = time.process_time()
    source = parse_text(text, "表.yaml")
    assert time.process_time() - started < 60
    assert len(source.roots[0].pairs[0][1].items) == len(source.comments) == 100_000
    assert source.line_column(len(text) - 1)[0] == 100_001


def test_many_double_keys_take_linear_time() -> None:
    started = time.process_time()
    assert len(causes("年度: 2023\n" * 50_000)) == Limits().max_faults
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "line", ["a" * 200_000 + "：", "：" * 200_000, "“" * 200_000, "{" + "a, " * 60_000, ": " * 90_000]
)
def test_finding_the_cause_in_a_long_line_takes_linear_time(line: str) -> None:
    started = time.process_time()
    assert causes("年度: 2023\n" + line + "\n表名: [\n")
    assert time.process_time() - started < 20


@given(st.text("a1:：-,，{}[]|>%@*&!#'\"“”\\?\t\n\r 　年\x85\u2028\ufeff😀", max_size=40))
def test_any_text_gives_a_tree_or_a_fault_in_words(text: str) -> None:
    source = parse_text(text, "表.yaml")
    for fault in source.faults:
        assert 0 <= fault.start <= fault.end <= len(source.text)
        assert fault.zh
        assert fault.en


@given(st.binary(max_size=60))
def test_any_bytes_give_a_source_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert read_source(data, "表.yaml").path == "表.yaml"
