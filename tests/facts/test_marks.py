"""Marks of a text, and the text with other characters in their place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.marks import mark_of, marks_of, rewritten


def test_marks_are_places_of_the_text() -> None:
    text = "食品ＡＢ抽检3批，培训12次"
    assert marks_of(re.compile(r"\d+"), text) == (("3", 6, 7), ("12", 11, 13))
    found = re.search(r"(\d)(批)", text)
    assert found is not None
    assert mark_of(found, 2) == ("批", 7, 8)


def test_of_two_changes_that_overlap_the_later_one_counts() -> None:
    assert rewritten("市市级级别", [(0, 3, "市级"), (2, 4, "级")]) == "市市级别"
    assert rewritten("😀１２％", [(1, 3, "12"), (3, 4, "%")]) == "😀12%"
    assert rewritten("抽检", []) == "抽检"


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_writing_what_is_there_changes_nothing(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert rewritten(text, [(start, end, text[start:end])]) == text
