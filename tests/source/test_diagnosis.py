"""What people type, what breaks, and what perflint says is the cause: a gallery."""

import pytest

from perflint.source import Node, Source, fullwidth_key, parse_text
from perflint.source.events import read_pure_events

# The typed table, the cause, the characters that the finding marks, and the repair where it is mechanical.
GALLERY: list[tuple[str, str, str, str | None]] = [
    # A cell that starts with a sign of YAML's own.
    ("指标值: >5次\n年度: 1\n", "unquoted-comparator", ">5次", '">5次"'),
    ("指标值: >=95%  # 说明\n", "unquoted-comparator", ">=95%", '">=95%"'),
    ("指标值: >5\n年度: 1\n", "unquoted-comparator", ">5", '">5"'),
    ("- {指标值: >5次, 年度: 1}\n", "unquoted-comparator", ">5次", '">5次"'),
    ("指标值: %5\n", "unquoted-symbol", "%5", '"%5"'),
    ("度量单位: %\n", "unquoted-symbol", "%", '"%"'),
    ("指标值: @x\n", "unquoted-symbol", "@x", '"@x"'),
    ("指标值: `x\n", "unquoted-symbol", "`x", '"`x"'),
    ("指标值: *\n", "unquoted-symbol", "*", '"*"'),
    ("指标值: **\n", "unquoted-symbol", "**", '"**"'),
    ("指标值: *无\n", "unquoted-symbol", "*无", '"*无"'),
    ("指标值: *abc\n", "unquoted-symbol", "*abc", '"*abc"'),
    ("指标值: &\n", "unquoted-symbol", "&", '"&"'),
    ("指标值: !5万\n", "unquoted-symbol", "!5万", '"!5万"'),
    ("指标值: |5万\n", "unquoted-symbol", "|5万", '"|5万"'),
    ("指标值: ,5\n", "unquoted-symbol", ",5", '",5"'),
    ("指标值: ?\n", "unquoted-symbol", "?", '"?"'),
    ("指标值: -\n年度: 1\n", "unquoted-dash", "-", '"-"'),
    ("指标值: - 5\n", "unquoted-dash", "- 5", '"- 5"'),
    ("依据: [2019]2号\n", "unquoted-bracket", "[2019]2号", '"[2019]2号"'),
    ("依据: {5}万\n", "unquoted-bracket", "{5}万", '"{5}万"'),
    # Colons.
    ("年度：2023\n预算: 1\n", "fullwidth-colon", "：", ": "),
    ("表名: 甲\n年度：2023\n", "fullwidth-colon", "：", ": "),
    ("表名: 甲\n年度： 2023\n预算: 1\n", "fullwidth-colon", "： ", ": "),
    ("预算：\n  预算数: 20\n", "fullwidth-colon", "：", ":"),
    ("表名: 甲\n预算：\n  预算数: 20\n", "fullwidth-colon", "：", ":"),
    ("目标表\n单位：万元\n年度：3\n", "fullwidth-colon", "：", ": "),
    ("年度:2023\n预算: 1\n", "missing-space", ":", ": "),
    ("表名: 甲\n年度:2023\n", "missing-space", ":", ": "),
    ("备注: 时间: 下午\n", "colon-in-text", "时间: 下午", '"时间: 下午"'),
    ("- {名称: 5万元 年度: 3}\n", "missing-comma", "5万元 年度: 3", None),
    ("- {名称: 甲, 年度:2023}\n", "missing-space", ":", ": "),
    ("'年度': 1\n'预算' 2\n", "missing-colon", "'预算' 2", None),
    # Quotes.
    ("指标值: '5万元\n年度: 1\n", "unclosed-quote", "'5万元", None),
    ("名称: 'x\n年度: 'y'\n", "unclosed-quote", "'x", None),
    ('名称: "x\n年度"z: 1\n', "unclosed-quote", '"x', None),
    ('指标值: "5"万元\n', "text-after-quote", '"5"万元', "'\"5\"万元'"),
    ('- {指标值: "5"万元, 年度: 1}\n', "text-after-quote", '"5"万元', "'\"5\"万元'"),
    ('指标值: "5万元”\n年度: 1\n', "curly-quote", '"5万元”', '"5万元"'),
    ("备注: “说明: 内容”\n", "curly-quote", "“说明: 内容”", '"说明: 内容"'),
    ("备注: ‘说明: 内容\n", "curly-quote", "‘说明: 内容", None),
    ('路径: "D:\\表"\n', "bad-escape", "\\表", None),
    # Brackets and commas.
    ("- {名称: 1, 年度: 2\n- {名称: 3}\n", "unclosed-bracket", "{", None),
    ("表: [1, 2\n年度: 3\n", "unclosed-bracket", "[", None),
    ("表:\n  年度: [\n", "unclosed-bracket", "[", None),
    ("表: {年度: 1}}\n", "extra-bracket", "}", None),
    ("- {名称: 1，年度: 2}\n", "fullwidth-comma", "，", ", "),
    ("- ｛名称: 1, 年度: 2｝\n", "fullwidth-bracket", "｛", "{"),
    ("- {名称: 1, 年度: 2｝\n- {名称: 1}\n", "fullwidth-bracket", "｝", "}"),
    ("{指标值: 1,080万元}\n", "comma-in-flow", "1,080万元", '"1,080万元"'),
    # Indentation.
    ("预算:\n\t预算数: 1\n", "tab-indentation", "\t", "  "),
    ("预算:\n  预算数: 1\n\t财政资金: 2\n", "tab-indentation", "\t", "  "),
    ("预算:\n  预算数: 1\n　　财政资金: 2\n  其他资金: 3\n", "fullwidth-indentation", "　　", "    "),
    ("预算: 1\n\u00a0 年度: 2\n 表名: 3\n", "fullwidth-indentation", "\u00a0 ", "   "),
    ("年度: 1\n  预算: 2\n", "bad-indentation", "  ", None),
    ("预算:\n   预算数: 1\n  其他资金: 2\n", "bad-indentation", "  ", None),
    ("年度: 1\n- 预算\n", "bad-indentation", "- ", None),
    # The rest.
    ("年度: 1\n%5\n", "directive", "%5", None),
    ("年度: 20\x0123\n", "control-character", "\x01", ""),
    ("年度: 1\n年度: 2\n", "duplicate-key", "年度", None),
    ("这不是表\n", "no-table", "这不是表", None),
    ("...\n年度: 1\n", "yaml-syntax", ".", None),
]
# What the parser written in Python takes for something else than libyaml does.
ONLY_LIBYAML = {"directive", "bad-escape"}


@pytest.mark.parametrize(("text", "cause", "marked", "repair"), GALLERY)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_gallery(text: str, cause: str, marked: str, repair: str | None, end: str) -> None:
    source = parse_text(text.replace("\n", end), "表.yaml")
    fault = source.faults[-1]
    assert (fault.cause, source.text[fault.start : fault.end], fault.replacement) == (cause, marked, repair)
    assert len(source.faults) == 1


@pytest.mark.parametrize(("text", "cause", "marked", "repair"), GALLERY)
def test_gallery_with_the_parser_written_in_python(text: str, cause: str, marked: str, repair: str | None) -> None:
    source = parse_text(text, "表.yaml", read=read_pure_events)
    if cause in ONLY_LIBYAML:
        assert source.faults
    else:
        fault = source.faults[-1]
        assert (fault.cause, text[fault.start : fault.end], fault.replacement) == (cause, marked, repair)


@pytest.mark.parametrize(("text", "repair"), [(row[0], row[3]) for row in GALLERY if row[3] is not None])
def test_a_repair_brings_reading_forward(text: str, repair: str) -> None:
    """After a few repairs of the same kind the text is read, or the next fault has another cause or a later place."""
    fault = parse_text(text, "表.yaml").faults[-1]
    mended = parse_text(text[: fault.start] + repair + text[fault.end :], "表.yaml")
    assert all((after.cause, after.start) != (fault.cause, fault.start) for after in mended.faults)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "指标值: >5次\n",
            '“>5次”以“>”开头，不加引号就读不出来。请加引号：">5次"，或写成“＞5次”。',
            (
                "“>5次” starts with “>”, which cannot be read without quotes. "
                'Put it in quotes: ">5次", or write “＞5次”.'
            ),
        ),
        (
            "表:\n  - {名称: 甲\n",
            "第 2 行第 5 列的“{”没有对应的“}”。请在这一组内容后面补上“}”。",
            "The “{” opened in line 2, column 5 has no “}”. Add “}” at the end of its entries.",
        ),
        (
            "...\n年度: 1\n",
            "第 1 行第 1 列附近读不懂：“...”。请检查这一行和上一行的缩进、冒号和引号；有特殊符号的内容请加引号。",
            (
                "Line 1 cannot be read near column 1: “...”. Check indentation, colons and quotes of this line and "
                "the one above; put text with special characters in quotes."
            ),
        ),
    ],
)
def test_messages_say_what_is_wrong_and_what_to_write(text: str, zh: str, en: str) -> None:
    (fault,) = parse_text(text, "表.yaml").faults
    assert (fault.zh, fault.en) == (zh, en)


@pytest.mark.parametrize("text", [row[0] for row in GALLERY])
def test_no_message_is_in_the_words_of_the_parser(text: str) -> None:
    for fault in parse_text(text, "表.yaml").faults:
        for words in ("scalar", "token", "mapping", "anchor", "expected", "context", "flow"):
            assert words not in fault.en


@pytest.mark.parametrize(
    "text",
    [
        "≥95%",
        "<5%",
        "≤1次/100台",
        "＞5次",
        "/",
        "—",
        "100%",
        "唐发[2019]2号",
        "“5万元”",
        "5万元#说明",
        "-5",
        "10:30",
        "(一)",
        "http://a.cn",
    ],
)
def test_plain_cells_that_are_fine(text: str) -> None:
    source = parse_text(f"指标值: {text}\n", "表.yaml")
    assert source.faults == ()
    assert source.roots[0].pairs[0][1].value == text


def first_item(text: str) -> tuple[Node, Source]:
    source = parse_text(text, "表.yaml")
    return source.roots[0].items[0], source


def test_a_text_where_a_mapping_is_expected() -> None:
    node, source = first_item("- 金额：3\n  单位：元\n")
    fault = fullwidth_key(node, source)
    assert fault is not None
    assert (fault.cause, fault.start, fault.end, fault.replacement) == ("fullwidth-colon", 4, 5, ": ")


def test_a_key_without_value_in_braces() -> None:
    node, source = first_item("- {金额：3}\n")
    fault = fullwidth_key(node.pairs[0][0], source)
    assert fault is not None
    assert source.text[fault.start : fault.end] == "："


@pytest.mark.parametrize(
    "text", ["- 金额3\n", "- '金额：3'\n", "- {a: 1}\n", "- 这一句话很长很长很长很长很长很长很长很长才有冒号：3\n"]
)
def test_what_does_not_start_like_a_key(text: str) -> None:
    assert fullwidth_key(*first_item(text)) is None
