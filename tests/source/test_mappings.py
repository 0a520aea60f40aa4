"""Double keys, merge keys, aliases, and cells that a comma tore apart."""

import pytest

from perflint.source import Fault, Limits, parse_text, to_data


def faults(text: str, limits: Limits | None = None) -> list[Fault]:
    return list(parse_text(text, "表.yaml", limits or Limits()).faults)


def test_the_first_of_two_keys_stays_and_the_second_is_a_fault() -> None:
    text = "年度: 2023\n表名: 甲\n年度: 2024\n"
    source = parse_text(text, "表.yaml")
    assert to_data(source.roots[0]) == {"年度": "2023", "表名": "甲"}
    (fault,) = source.faults
    assert (fault.cause, text[fault.start : fault.end], fault.start) == ("duplicate-key", "年度", 15)
    assert "第 1 行" in fault.zh
    assert "line 1" in fault.en


def test_double_keys_are_counted_up_to_the_limit() -> None:
    assert len(faults("a: 1\n" * 50, Limits(max_faults=7))) == 7


def test_an_alias_is_the_anchored_node_marked_as_shared() -> None:
    text = "甲: &x {值: [5]}\n乙: *x\n"
    source = parse_text(text, "表.yaml")
    (_, first), (_, second) = source.roots[0].pairs
    assert not first.shared
    assert to_data(first) == to_data(second) == {"值": ["5"]}
    number = second.pairs[0][1].items[0]
    assert (second.shared, number.shared, text[number.start : number.end]) == (True, True, "5")


def test_merged_pairs_are_shared_and_written_ones_win() -> None:
    source = parse_text("共: &x {年度: 2023, 模板: hebei}\n表:\n  <<: *x\n  年度: 2024\n", "表.yaml")
    table = source.roots[0].pairs[1][1]
    assert source.faults == ()
    assert [(key.value, value.value, value.shared) for key, value in table.pairs] == [
        ("模板", "hebei", True),
        ("年度", "2024", False),
    ]


def test_several_mappings_merge_in_order_and_inline_ones_are_shared_too() -> None:
    (root,) = parse_text("<<: [{a: 1}, {a: 2, b: 3}]\nc: 4\n", "表.yaml").roots
    assert [(key.value, value.value, value.shared) for key, value in root.pairs] == [
        ("a", "1", True),
        ("b", "3", True),
        ("c", "4", False),
    ]


@pytest.mark.parametrize("text", ["<<: 文字\n", "'<<': {a: 1}\n"])
def test_a_merge_key_that_merges_nothing_is_a_key(text: str) -> None:
    (root,) = parse_text(text, "表.yaml").roots
    assert [key.value for key, _ in root.pairs] == ["<<"]


@pytest.mark.parametrize(
    ("text", "torn", "replacement"),
    [
        ("{值: 1,080万元}", "1,080万元", '"1,080万元"'),
        ("- {值: 1,080万元, 名: 甲}", "1,080万元", '"1,080万元"'),
        ("{名: 《甲,乙》}", "《甲,乙》", '"《甲,乙》"'),
        ("{名: “甲,乙”, 值: 5}", "“甲,乙”", '"“甲,乙”"'),
    ],
)
def test_a_comma_inside_braces_tears_a_cell(text: str, torn: str, replacement: str) -> None:
    (fault,) = faults(text)
    assert (fault.cause, text[fault.start : fault.end], fault.replacement) == ("comma-in-flow", torn, replacement)
    assert faults(text[: fault.start] + replacement + text[fault.end :]) == []


@pytest.mark.parametrize("text", ["{值: 1, 名: }", "{值: 1, 2月底: }", "值: 1,080万元", "[1,080]", "{甲, 乙: 1}"])
def test_other_commas_are_no_fault(text: str) -> None:
    assert faults(text) == []
