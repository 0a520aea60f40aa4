"""Running text: punctuation, spaces, dates that do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.dates.calendar_words import impossible_dates
from perflint.facts.wording.punctuation import mixed_marks, with_full_width
from perflint.facts.wording.spacing import inner_spaces, without_spaces

BODIES = ("部", "委", "局", "府", "党组")


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("高速汽车衡:140台次;路政汽车衡:28台次;", "高速汽车衡：140台次；路政汽车衡：28台次；"),
        ("提升能力,保障安全", "提升能力，保障安全"),
        ("办理案件5件; 办结20件", "办理案件5件；办结20件"),
        ("维护费(8万)", "维护费（8万）"),
        ("里程(km)", "里程（km）"),
        ("(一)加强监管", "（一）加强监管"),
        ("维护费（8万)", "维护费（8万）"),
        ("≥95%(含)", "≥95%（含）"),
    ],
)
def test_half_width_marks_in_chinese(text: str, mended: str) -> None:
    assert with_full_width(text) == mended
    assert mixed_marks(mended) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1,080万元",
        "12:30前",
        "比例1:3",
        "网址 http://a.cn/?b=1",
        "GB(T)9704",
        "JJG(冀)123-2020",
        "唐发(2019)2号",
        "维护费(8万",
    ],
)
def test_half_width_marks_that_are_right(text: str) -> None:
    assert mixed_marks(text) == ()
    assert with_full_width(text) == text


@pytest.mark.parametrize(
    ("text", "mended"),
    [("农产品批发   市场", "农产品批发市场"), ("8 万 元", "8 万元"), ("项目\u3000实施\u00a0单位", "项目实施单位")],
)
def test_spaces_inside_words(text: str, mended: str) -> None:
    assert without_spaces(text, BODIES) == mended
    assert inner_spaces(mended, BODIES) == ()


@pytest.mark.parametrize(
    "text",
    [
        "中共唐山市委 唐山市人民政府",
        "财政部 国家发展改革委关于收费的通知",
        "e-CQS 平台",
        "800批次 120批次",
        "办公费 差旅费",
        "第一章 总则",
        "",
    ],
)
def test_spaces_that_are_meant(text: str) -> None:
    assert inner_spaces(text, BODIES) == ()


@pytest.mark.parametrize(
    "text", ["13月底", "2月30日", "二月三十一日", "2023年2月29日", "2023-11-31", "2023.13.01", "4月31日前", "12月0日"]
)
def test_dates_that_do_not_exist(text: str) -> None:
    assert [mark.text for mark in impossible_dates(text)] == [text.removesuffix("前")]


@pytest.mark.parametrize(
    "text",
    [
        "12月底前",
        "2月29日",
        "2024年2月29日",
        "十二月三十一日",
        "18个月",
        "每月10日前",
        "1-12月",
        "2023.12.31",
        "10.12.13.14",
        "3月前",
    ],
)
def test_dates_that_do(text: str) -> None:
    assert impossible_dates(text) == ()


@given(st.text(alphabet="中文,;:()（）!? 1a%月日年十3", max_size=80))
def test_mending_twice_changes_nothing(text: str) -> None:
    once = with_full_width(text)
    assert with_full_width(once) == once
    spaced = without_spaces(text, BODIES)
    assert "".join(spaced.split(" ")) == "".join(text.split(" "))
