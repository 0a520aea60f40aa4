"""Numbers of standards and decrees, and what only looks like one."""

import pytest

from perflint.facts.sources.norm import find_norms


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("符合GB/T 19001-2016要求", "GB/T 19001-2016", 2016),
        ("JJG 539-2016《数字指示秤》", "JJG 539-2016", 2016),
        ("JJG907—2006", "JJG907—2006", 2006),
        ("DB51/T 2345", "DB51/T 2345", 0),
        ("TSG Z7001-2004", "TSG Z7001-2004", 2004),
        ("TSG T7005", "TSG T7005", 0),
        ("GB 50300-2013", "GB 50300-2013", 2013),
        ("JTG/T 5190-2019", "JTG/T 5190-2019", 2019),
        ("CJJ36-2016", "CJJ36-2016", 2016),
        ("T/CECS 123-2020", "T/CECS 123-2020", 2020),
        ("ISO9001:2015", "ISO9001:2015", 2015),
        ("财政部令第94号", "财政部令第94号", 0),
        ("主席令第二十一号", "主席令第二十一号", 0),
        ("第3号令", "第3号令", 0),
    ],
)
def test_a_norm(text: str, number: str, year: int) -> None:
    (found,) = find_norms(text)
    assert (found.text, found.year) == (number, year)
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    "text",
    [
        "2023-12-31",
        "合同编号HT-2023-005",
        "XM2022-2023",
        "LED灯-30盏",
        "PM2.5-35",
        "GDP1200亿元",
        "A4纸",
        "e-CQS",
        "命令3次",
        "12号楼",
    ],
)
def test_no_norm(text: str) -> None:
    assert not list(find_norms(text))
