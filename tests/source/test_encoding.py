"""The same table in every encoding gives the same tree; what is no text is refused in words."""

import codecs

import pytest

from perflint.source import Limits, Unreadable, encode, parse_text, read_source, to_data

TABLE = "表类型: 项目\n年度: 2023\n绩效指标:\n  - {三级指标: 保障率😀, 指标值: ≥98%}\n"
TREE = to_data(parse_text(TABLE, "表.yaml").roots[0])


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TABLE.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TABLE.encode("utf-8"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("utf-16-le"), "utf-16-le"),
        (TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("gb18030"), "gb18030"),
    ],
)
def test_encoding_is_found_and_tree_is_the_same(data: bytes, encoding: str) -> None:
    source = read_source(data, "表.yaml")
    assert (source.encoding, source.text, source.faults) == (encoding, TABLE, ())
    assert to_data(source.roots[0]) == TREE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_in_the_text_and_do_not_change_the_tree(end: str) -> None:
    text = TABLE.replace("\n", end)
    source = read_source(text.encode(), "表.yaml")
    assert source.text == text
    assert to_data(source.roots[0]) == TREE
    assert source.line_column(text.index("2023")) == (2, 5)
    assert source.line_text(2) == "年度: 2023"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
def test_encoding_again_gives_a_file_that_reads_the_same(encoding: str) -> None:
    source = read_source(encode(TABLE, encoding), "表.yaml")
    assert (source.encoding, source.text) == (encoding, TABLE)


def test_several_byte_order_marks_do_not_shift_offsets() -> None:
    source = read_source(codecs.BOM_UTF8 * 3 + "年度: 2023\n".encode(), "表.yaml")
    value = source.roots[0].pairs[0][1]
    assert source.text[value.start : value.end] == "2023"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 20, "文本文件"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "文本文件"),
        (b"\x00", "文本文件"),
        ("年度: 2023\x00\n".encode(), "文本文件"),
        (b"a: \x01\x02\x03\x04\x05\x06\x07\x08" * 10, "文本文件"),
        (TABLE.encode()[:-9] + b"\xff" + TABLE.encode()[-9:], "编码有损坏"),
        (("预算单位: 卢龙县市场监督管理局\n" * 5).encode()[:-2], "编码有损坏"),
        (codecs.BOM_UTF16_LE + b"a\x00:", "编码有损坏"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "编码有损坏"),
        (b"\xff\xff\xff\xff", "编码有损坏"),
        (codecs.BOM_UTF32_LE + TABLE.encode("utf-32-le"), "文本文件"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_source(data, "表.yaml")
    assert words in refusal.value.zh
    assert refusal.value.en


LINES = [
    "表类型: 项目",
    "年度: 2023",
    "预算单位: 卢龙县市场监督管理局本级",
    "绩效目标: 做好经费保障工作，保障办公正常运转。",
    "项目: {名称: 市场监管综合业务经费}",
]


@pytest.mark.parametrize(
    ("codecs_of_lines", "first"),
    [
        (["utf-8", "utf-8", "utf-8", "gb18030", "gb18030"], (1, 4)),
        (["gb18030", "gb18030", "gb18030", "utf-8", "utf-8"], (4, 1)),
        (["utf-8", "utf-8", "utf-8", "utf-8", "gb18030"], (1, 5)),
        (["gb18030", "gb18030", "gb18030", "gb18030", "utf-8"], (5, 1)),
    ],
)
def test_two_encodings_in_one_file_are_told_with_their_lines(
    codecs_of_lines: list[str], first: tuple[int, int]
) -> None:
    data = b"\r\n".join(line.encode(codec) for line, codec in zip(LINES, codecs_of_lines, strict=True))
    with pytest.raises(Unreadable, match=rf"line {first[0]} is UTF-8, line {first[1]} GB18030") as refusal:
        read_source(data, "表.yaml")
    assert f"第 {first[0]} 行是 UTF-8，第 {first[1]} 行是 GB18030" in refusal.value.zh


def test_words_that_read_as_utf8_by_chance_do_not_make_a_file_a_mixture() -> None:
    text = "项目:\n  名称: 联通\n  编码: 联通\n绩效目标: 做好经费保障工作\n"
    assert read_source(text.encode("gb18030"), "表.yaml").text == text


def test_damage_names_its_line() -> None:
    with pytest.raises(Unreadable, match="from line 4 on"):
        read_source(TABLE.encode()[:-9] + b"\xff" + TABLE.encode()[-9:], "表.yaml")


def test_a_file_above_the_limit_is_refused_with_both_numbers() -> None:
    with pytest.raises(Unreadable, match=r"11 bytes, the limit is 10"):
        read_source(b"a: 12345678", "表.yaml", Limits(max_bytes=10))


def test_one_control_character_is_a_fault_and_not_a_refusal() -> None:
    source = read_source("年度: 2\x0b023\n".encode(), "表.yaml")
    assert [fault.cause for fault in source.faults] == ["control-character"]
    assert "U+000B" in source.faults[0].zh
