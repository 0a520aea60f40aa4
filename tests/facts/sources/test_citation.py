"""Citations: document numbers and titles found in running text, and how a number should be written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.sources.citing import find_citations
from perflint.facts.sources.unnamed import unnamed_documents

PHRASES = ("相关文件", "文件精神", "上级要求")


@pytest.mark.parametrize(
    ("text", "typed", "plain"),
    [
        ("冀财行【2022】104号", "冀财行【2022】104号", "冀财行〔2022〕104号"),
        ("唐发[2019]2号", "唐发[2019]2号", "唐发〔2019〕2号"),
        ("唐人常办函字﹝2015﹞10号", "唐人常办函字﹝2015﹞10号", "唐人常办函字〔2015〕10号"),
        ("根据冀财行（2022）第004号文件", "冀财行（2022）第004号", "冀财行〔2022〕4号"),
        ("冀财行［２０２２］１０４号", "冀财行［２０２２］１０４号", "冀财行〔2022〕104号"),
        ("巴编办发〔2020〕40号", "巴编办发〔2020〕40号", "巴编办发〔2020〕40号"),
    ],
)
def test_a_number_and_its_proper_writing(text: str, typed: str, plain: str) -> None:
    (found,) = find_citations(text)
    assert (found.text, found.plain) == (typed, plain)
    assert text[found.start : found.end] == typed


@pytest.mark.parametrize(
    "text", ["【总体目标】", "（2021年）", "JJG907-2006", "财政部公告（2021）第5号", "[2019]2号", ""]
)
def test_no_number(text: str) -> None:
    assert find_citations(text) == ()


def test_titles_and_numbers_come_in_order() -> None:
    found = find_citations("《收费通知》（财税〔2017〕20号）、唐发[2019]2号")
    assert [each.text for each in found] == ["《收费通知》", "财税〔2017〕20号", "唐发[2019]2号"]
    assert [each.year for each in found] == [0, 2017, 2019]


@given(st.text(alphabet="财行〔〕【】[]2019号第0 《》", max_size=60))
def test_places_are_true_and_apart(text: str) -> None:
    found = find_citations(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    numbers = [each for each in found if each.year]
    assert all(before.end <= after.start for before, after in pairwise(numbers))


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("上级要求", True, ["上级要求"]),
        ("根据相关文件精神", False, ["根据相关文件精神"]),
        ("根据国家、省相关文件要求，不断提升", False, ["根据国家、省相关文件要求"]),
        ("报告发放、相关文件存档", False, []),
        ("《计量法》等相关文件", True, []),
        ("相关文件（冀财行〔2022〕104号）", True, []),
        ("上级要求1.5批次/千人", True, []),
    ],
)
def test_documents_that_are_not_named(text: str, source: bool, found: list[str]) -> None:  # noqa: FBT001  # a column of the table
    assert [mark.text for mark in unnamed_documents(text, source, PHRASES)] == found
