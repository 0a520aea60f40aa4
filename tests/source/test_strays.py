"""Signs typed by habit on a Chinese keyboard, where YAML needs plain ones: each is named and mended."""

import pytest

from perflint.source import parse_text, to_data
from perflint.source.events import read_events, read_pure_events

# The typed table, the cause, the characters that are marked, the repair, and what is read after it.
STRAYS: list[tuple[str, str, str, str, object]] = [
    ("表类型: 项目\n年度:\u30002023\n", "fullwidth-blank", "\u3000", " ", {"表类型": "项目", "年度": "2023"}),
    (
        "年度: 1\n预算:\u00a0\u3000\n表名: 甲\n",
        "fullwidth-blank",
        "\u00a0\u3000",
        " ",
        {"年度": "1", "预算": "", "表名": "甲"},
    ),
    ("表:\n  -\u3000名称: 甲\n    值: 5\n", "fullwidth-blank", "\u3000", " ", {"表": [{"名称": "甲", "值": "5"}]}),
    ('值: "5万元"\u3000\n', "stray-tail", "\u3000", "", {"值": "5万元"}),
    ('值: "5万元"\u3000# 说明\n', "stray-tail", "\u3000", " ", {"值": "5万元"}),
    ('- {名称: "甲"\u3000, 值: 5}\n', "stray-tail", "\u3000", "", [{"名称": "甲", "值": "5"}]),
    ("- {名称: 甲},\n- {名称: 乙}\n", "stray-tail", ",", "", [{"名称": "甲"}, {"名称": "乙"}]),
    ("值: [1, 2]；\n", "stray-tail", "；", "", {"值": ["1", "2"]}),
    ("值: '5万元'，\n年度: 1\n", "stray-tail", "，", "", {"值": "5万元", "年度": "1"}),
    ("＃ 说明\n年度: 1\n", "odd-comment", "＃", "#", {"年度": "1"}),
    ("表名: 甲\n// 说明\n年度: 1\n", "odd-comment", "//", "#", {"表名": "甲", "年度": "1"}),
]


@pytest.mark.parametrize(("text", "cause", "marked", "repair", "read"), STRAYS)
@pytest.mark.parametrize("reader", [read_events, read_pure_events])
def test_a_stray_sign_is_named_and_its_repair_makes_the_table(
    text: str, cause: str, marked: str, repair: str, read: object, reader: type
) -> None:
    (fault,) = parse_text(text, "表.yaml", read=reader).faults
    assert (fault.cause, text[fault.start : fault.end], fault.replacement) == (cause, marked, repair)
    mended = parse_text(text[: fault.start] + repair + text[fault.end :], "表.yaml")
    assert ([to_data(root) for root in mended.roots], mended.faults) == ([read], ())


@pytest.mark.parametrize(
    "text", ["值: \u30005\n", "值: 甲，\n", "值: （乙）。\n", "值: ＃3\n", "值: 甲\u3000乙 # ，\n"]
)
def test_the_same_signs_inside_a_cell_are_text(text: str) -> None:
    assert parse_text(text, "表.yaml").faults == ()
