"""Characters of a value are found again where they were typed, in every style of scalar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.source import Node, Source, locate, parse_text

WORDS = st.text(st.sampled_from("年度保障率≥98%，。😀𠮷ab'\"\\ "), min_size=1, max_size=12)
LINES = st.lists(WORDS.map(lambda word: "字" + word.strip() + "。"), min_size=1, max_size=5)
ENDS = st.sampled_from(["\n", "\r\n"])


def only_value(text: str) -> tuple[Source, Node]:
    source = parse_text(text, "表.yaml")
    assert source.faults == ()
    return source, source.roots[0].pairs[0][1]


def check_each_character(source: Source, node: Node, typed_as: dict[str, str]) -> None:
    """Each character stands where `locate` says: as itself, as its escape, or as the line end that folded into it."""
    last = node.start
    for place, character in enumerate(node.text):
        start, end = locate(source, node, place, place + 1)
        typed = source.text[start:end]
        assert node.start <= start <= end <= node.end
        assert start >= last or character in "\n "
        last = start
        assert typed in {character, typed_as.get(character, character)} or not typed.strip()
        assert typed.strip() or character in " \n"


@given(LINES, ENDS)
def test_single_quoted(lines: list[str], end: str) -> None:
    written = (end + "   ").join(line.replace("'", "''") for line in lines)
    source, node = only_value(f"前: '{written}'{end}后: 1{end}")
    assert node.value == " ".join(lines)
    check_each_character(source, node, {"'": "''"})


@given(LINES, ENDS)
def test_double_quoted(lines: list[str], end: str) -> None:
    escaped = [line.replace("\\", "\\\\").replace('"', '\\"').replace("年", "\\u5e74") for line in lines]
    source, node = only_value('前: "' + (end + end + "  ").join(escaped) + f'"{end}')
    assert node.value == "\n".join(lines)
    check_each_character(source, node, {"\\": "\\\\", '"': '\\"', "年": "\\u5e74"})


@given(LINES, ENDS, st.sampled_from(["|", "|-", "|+", ">", ">-", ">+"]), st.integers(1, 4), st.integers(1, 3))
def test_block(lines: list[str], end: str, style: str, indent: int, gap: int) -> None:
    written = (end * gap).join(" " * indent + line for line in lines)
    source, node = only_value(f"前: {style}  # 说明{end}{written}{end}{end}后: 1{end}")
    breaks = " " if style[0] == ">" and gap == 1 else "\n" * (gap - (style[0] == ">"))
    assert node.text.rstrip("\n") == breaks.join(lines)
    check_each_character(source, node, {})


@given(st.lists(st.text("字符 a", max_size=6).map(lambda line: "字" + line), min_size=1, max_size=4), ENDS)
def test_plain(lines: list[str], end: str) -> None:
    source, node = only_value("前: " + (end + " \t ").join(lines) + f"  # 说明{end}后: 1")
    check_each_character(source, node, {})


@pytest.mark.parametrize(
    ("text", "part", "typed"),
    [
        ("值: ≥98%\n", "98", "98"),
        ("值: '≥98%'\n", "98", "98"),
        ("值: '它''的 98'\n", "98", "98"),
        ("值: '它''的 98'\n", "'", "''"),
        ('值: "\\u2265\\t98"\n', "≥", "\\u2265"),
        ('值: "\\u2265\\t98"\n', "98", "98"),
        ('值: "第一\\\n    第二"\n', "第二", "第二"),
        ('值: "第一\\\n    第二"\n', "一第", "一\\\n    第"),
        ("值: >\n  第一\n  第二\n\n  第三\n    缩进\n  第四\n", "第四", "第四"),
        ("值: >\n  第一\n  第二\n\n  第三\n    缩进\n  第四\n", "  缩进", "  缩进"),
        ("值: |2\n   第一\n  第二\n", " 第一", " 第一"),
        ("值: |\r\n\r\n  😀第一\r\n  第二\r\n", "第二", "第二"),
        ("值: 第一\r\n  第二\r\n", "第二", "第二"),
        ("值: 第一\n\n\n  第二\n", "\n\n", "\n\n\n  "),
    ],
)
def test_examples(text: str, part: str, typed: str) -> None:
    source, node = only_value(text)
    start = node.text.index(part)
    first, last = locate(source, node, start, start + len(part))
    assert source.text[first:last] == typed


def test_an_empty_part_is_an_empty_span_and_too_far_is_cut() -> None:
    source, node = only_value("值: '98'\n")
    assert locate(source, node, 1, 1) == (node.start + 2, node.start + 2)
    assert locate(source, node, 0, 99) == (node.start + 1, node.end - 1)
    assert locate(source, node, 5, 3) == (node.end - 1, node.end - 1)


def test_the_whole_node_where_there_is_nothing_to_map() -> None:
    source, node = only_value("值: [1, 2]\n")
    assert locate(source, node, 1, 2) == (node.start, node.end)
    strange = node._replace(kind=source.roots[0].pairs[0][0].kind, value="别的")
    assert locate(source, strange, 0, 1) == (node.start, node.end)


def test_long_cells_take_linear_time() -> None:
    source, node = only_value('值: "' + " " * 100_000 + "\\u5e74" * 20_000 + '"\n')
    start, end = locate(source, node, 119_999, 120_000)
    assert (source.text[start:end], end) == ("\\u5e74", node.end - 1)
