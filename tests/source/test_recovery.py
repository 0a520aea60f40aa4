"""YAML 1.2 where libyaml refuses it, and what stands beside a document or table that is broken."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.source import Limits, locate, parse_text, to_data

CELLS = [
    "指标1:检查次数",
    "10:30",
    "见http://a.cn/b",
    "结余率(结余数/预算数:%)",
    "其中:新造林面积(亩)",
    "a?b",
    "是:否:未定",
]


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(
    "form", ["- {{name: {0}, value: 12次}}\n", "- [{0}, 12次]\n", "- {{\n  name: {0}, value: 12次\n  }}\n"]
)
def test_a_colon_in_a_cell_inside_braces_is_text(cell: str, form: str) -> None:
    source = parse_text(form.format(cell), "表.yaml")
    assert source.faults == ()
    items = source.roots[0].items[0].items or tuple(node for _, node in source.roots[0].items[0].pairs)
    assert items[0].text == cell
    assert source.text[items[0].start : items[0].end] == cell


@given(st.lists(st.sampled_from([*CELLS, "≥95%", "“甲”：乙", "１２次", "😀"]), min_size=1, max_size=6))
def test_places_are_exact_whichever_parser_read(cells: list[str]) -> None:
    text = "".join(f"---\n# 注\nname: 甲\nrows:\n  - {{名称: {cell}, 值: '{cell}'}}\n" for cell in cells)
    source = parse_text(text, "表.yaml")
    assert source.faults == ()
    assert len(source.comments) == len(cells)
    for root, cell in zip(source.roots, cells, strict=True):
        for _, node in root.pairs[1][1].items[0].pairs:
            assert source.text[slice(*locate(source, node, 0, len(cell)))] == cell


def test_of_two_refusals_the_one_of_both_is_told() -> None:
    text = '- {name: 指标1:检查次数, value: 12次}\n- {name: 指标2:培训, value: "5"万元}\n'
    (fault,) = parse_text(text, "表.yaml").faults
    assert (fault.cause, text[fault.start : fault.end]) == ("text-after-quote", '"5"万元')


def test_a_broken_document_leaves_the_others_readable() -> None:
    text = "年度: 1\n---\n指标值: >5次  # 甲\n---\n年度: 3  # 乙\n---\n- {名称: 1\n"
    source = parse_text(text, "表.yaml")
    assert [to_data(root) for root in source.roots] == [{"年度": "1"}, "", {"年度": "3"}]
    assert [fault.cause for fault in source.faults] == ["unquoted-comparator", "unclosed-bracket"]
    assert [comment.text.strip() for comment in source.comments] == ["乙"]


def test_a_broken_table_leaves_the_others_of_its_bundle_readable() -> None:
    text = "year: 2024\ntables:\n  - kind: a\n    x: >5次\n  # 乙\n  - kind: b\n  - kind: 'c\n  - kind: d\nremark: 末\n"
    source = parse_text(text, "表.yaml")
    assert [fault.cause for fault in source.faults] == ["unquoted-comparator", "unclosed-quote"]
    assert to_data(source.roots[0]) == {
        "year": "2024",
        "tables": ["", {"kind": "b"}, "", {"kind": "d"}],
        "remark": "末",
    }


def test_a_broken_row_of_a_single_table_ends_it() -> None:
    source = parse_text("indicators:\n  - {name: 甲}\n  - value: >5次\n  - {name: 乙}\n", "表.yaml")
    assert source.roots == ()


@pytest.mark.parametrize("text", ["指标值: &5万\n", "指标值: !5万\n", "指标值: *无\n", "- {指标值: >5次, 年度: 1}\n"])
def test_what_loses_a_cell_stays_a_fault(text: str) -> None:
    assert parse_text(text, "表.yaml").faults


@pytest.mark.parametrize(
    "text",
    [
        "- {a: 1:2}\n" * 50_000,
        "---\na: >5次\n" * 2_000,
        "tables:\n" + "  - a: >5次\n" * 2_000,
        "---\n%YAML 1.3\n" * 500,
    ],
)
def test_it_ends_soon(text: str) -> None:
    started = time.perf_counter()
    parse_text(text, "表.yaml", Limits(max_slow=50_000))
    assert time.perf_counter() - started < 10
