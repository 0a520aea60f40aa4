"""Keys with a full-width colon that YAML takes for text: where they are found, and where a text is left alone."""

import pytest

from perflint.source import parse_text, read_source, to_data
from perflint.source.diagnosis.widekeys import _ROWS, _SECTIONS

FOUND = [
    ("项目:\n  名称：食品抽检\n", ["："]),
    ("项目:\n  名称： 食品抽检\n  编码：1\n", ["： "]),
    ("指标:\n  - {名称: 甲}\n  - 名称：乙\n", ["："]),
    ("绩效指标:\n  - 名称：甲\n  - 名称：乙\n", ["：", "："]),
    ("预算: {预算数：3, 财政资金: 3}\n", ["："]),
    ("表格:\n  - 项目:\n      名称：甲\n", ["："]),
]
LEFT_ALONE = [
    "绩效目标:\n  目标1：完成抽检\n  目标2：培训\n",
    "绩效目标:\n  - 目标1：完成抽检\n  - 目标2：培训\n",
    "绩效目标: |\n  目标1：完成抽检\n",
    "项目: {名称: 甲, 用途: 用于：检测}\n",
    "项目: {名称: 甲, 用途: 用于检测, 其中：设备5万元}\n",
    '项目: "名称：甲"\n',
    "项目: 食品抽检\n",
    "指标:\n  - {名称: 甲, 指标值: 首检：20台}\n",
    "预算单位: 名称：某局\n",
    "",
]


@pytest.mark.parametrize(("text", "marked"), FOUND)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_with_a_wide_colon_is_found(text: str, marked: list[str], end: str) -> None:
    source = parse_text(text.replace("\n", end), "表.yaml")
    assert {fault.cause for fault in source.faults} == {"fullwidth-colon"}
    assert [source.text[fault.start : fault.end] for fault in source.faults] == marked
    assert source.roots


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_text_is_left_alone(text: str) -> None:
    assert parse_text(text, "表.yaml").faults == ()


def test_the_keys_are_those_of_the_format() -> None:
    """No key that may hold a text counts as a section, and every list of rows is spelled as the catalogue spells it."""
    from perflint.data import rules_root  # noqa: PLC0415  # the reader itself knows nothing of the catalogue

    path = rules_root() / "fields.yaml"
    data = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    assert isinstance(data, dict)
    shapes: dict[str, set[str]] = {}
    for fields in data.values():
        assert isinstance(fields, dict)
        for name, entry in fields.items():
            assert isinstance(entry, dict)
            for spelling in (name, *entry["zh"]):
                shapes.setdefault(spelling, set()).add(str(entry.get("shape", "text")))
    assert all(shapes[key] & {"section", "plan"} for key in _SECTIONS)
    assert all("rows" in shapes[key] for key in _ROWS)
