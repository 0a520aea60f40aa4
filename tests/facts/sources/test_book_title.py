"""Titles in book marks: nesting, marks without a partner, blanks that do not belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.sources.book_title import closed_up, find_titles, inner_titles, loose_spaces, renested

ENDINGS = ("部", "委", "府")


@pytest.mark.parametrize(
    ("text", "titles", "depths", "strays"),
    [
        ("《计量法》《标准化法》", ["《计量法》", "《标准化法》"], [0, 0], []),
        ("《关于印发〈细则〉的通知》", ["《关于印发〈细则〉的通知》", "〈细则〉"], [0, 1], []),
        ("《关于印发《细则》的通知》", ["《关于印发《细则》的通知》", "《细则》"], [0, 1], []),
        ("《计量法、《标准化法》", ["《标准化法》"], [0], ["《"]),
        ("计量法》", [], [], ["》"]),
        ("《关于印发〈细则的通知》", ["《关于印发〈细则的通知》"], [0], ["〈"]),
        ("《办法》中投诉率〈5%", ["《办法》"], [0], []),
        ("投诉率<5%", [], [], []),
    ],
)
def test_titles_and_strays(text: str, titles: list[str], depths: list[int], strays: list[str]) -> None:
    found = find_titles(text)
    assert [title.text for title in found.titles] == titles
    assert [title.depth for title in found.titles] == depths
    assert [stray.text for stray in found.strays] == strays


@pytest.mark.parametrize(
    ("title", "mended"),
    [
        ("《关于印发《细则》的通知》", "《关于印发〈细则〉的通知》"),
        ("《关于对<三年规划的请示>的意见》", "《关于对〈三年规划的请示〉的意见》"),
        ("《关于印发〈细则〉的通知》", "《关于印发〈细则〉的通知》"),
        ("《蒸发量<1吨、压力>0.1的规程》", "《蒸发量<1吨、压力>0.1的规程》"),
        ("《《计量法》》", "《《计量法》》"),
    ],
)
def test_inner_titles_get_single_marks(title: str, mended: str) -> None:
    assert renested(title) == mended
    assert renested(mended) == mended


@pytest.mark.parametrize(
    ("title", "mended"),
    [
        ("《 关于发展的意见》", "《关于发展的意见》"),
        ("《计量法　》", "《计量法》"),
        ("《企 业知识产权管理规范》", "《企业知识产权管理规范》"),
        ("《关于加快民营 经济发展的意见》", "《关于加快民营经济发展的意见》"),
        ("《财政部 国家发展改革委关于收费的通知》", "《财政部 国家发展改革委关于收费的通知》"),
        ("《质量管理体系 要求》", "《质量管理体系 要求》"),
        ("《计量法》", "《计量法》"),
    ],
)
def test_blanks_in_titles(title: str, mended: str) -> None:
    assert closed_up(title, ENDINGS) == mended
    assert bool(loose_spaces(title, ENDINGS)) == (title != mended)


@given(st.text(alphabet="《》〈〉<>法 规5", max_size=40))
def test_places_are_true(text: str) -> None:
    found = find_titles(text)
    assert all(text[title.start : title.end] == title.text for title in found.titles)
    assert all(text[stray.start] == stray.text for stray in found.strays)
    for title in found.titles:
        assert len(renested(title.text)) == len(title.text)
        assert all(title.text[start:end] == typed for typed, start, end in inner_titles(title.text))


def test_many_marks_take_no_time() -> None:
    assert len(find_titles("《" * 50_000 + "》" * 50_000).titles) == 100
