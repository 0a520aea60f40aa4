"""Expressions that are compiled late, and words as one expression."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.pattern import alternatives, pattern


def test_an_expression_is_compiled_at_its_first_use() -> None:
    broken = pattern("(抽检")
    with pytest.raises(re.error):
        broken.search("抽检")
    assert pattern("抽检|培训").findall("培训和抽检") == ["培训", "抽检"]


def test_the_longest_word_is_found_and_no_words_find_nothing() -> None:
    assert re.findall(alternatives(("办公", "办公用房", "a.b")), "办公用房 办公 axb a.b") == ["办公用房", "办公", "a.b"]
    assert re.search(alternatives(()), "") is None


@given(st.lists(st.text(min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_word_matches_itself(words: list[str]) -> None:
    assert all(re.fullmatch(alternatives(words), word) for word in words)
