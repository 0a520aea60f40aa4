"""Texts that are written without quotes because their characters alone allow it: the parser would allow it too."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perflint.judge.writing import is_plain, is_plain_line, is_surely_plain, reads_as

SIGNS = st.text("0129aZ一万元年≥≤%./（）、，。；-:#,[]{}&*!|>'\"@` ~?=", min_size=1, max_size=8)


@given(SIGNS.filter(is_surely_plain))
@example("≥95%")
@example("2024-12-31")
@example("1/2")
@example("1--")
@example("N")
@example("0x1F")
def test_what_is_surely_plain_reads_back_as_itself(text: str) -> None:
    assert reads_as(f"{{a: {text}}}", text)
    assert reads_as(f"a: &a {text}\nb: 1", text)


@pytest.mark.parametrize(
    "text", ["a: b", "a #b", "- a", "a,b", "[a", ">5", "&a", "*a", "!a", "'a", '"a', " a", "%a", "a:"]
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert not is_surely_plain(text)
    assert not is_plain(text)


def test_a_comma_is_plain_outside_brackets() -> None:
    assert is_plain_line("甲,乙")
