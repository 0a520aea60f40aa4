"""Words of a list in a text: the longest at a place, nothing for an empty list, every character as it is typed."""

import pytest

from perflint.facts.wordlist import alternation, first_word


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("新建办公用房", ("办公", "办公用房"), "办公用房"),
        ("办公用房租赁", ("租赁", "办公用房"), "办公用房"),
        ("抽检", ("培训",), ""),
        ("抽检", (), ""),
        ("费用(元)", ("(元)", "."), "(元)"),
    ],
)
def test_first_word(text: str, words: tuple[str, ...], found: str) -> None:
    assert first_word(text, words) == found


def test_one_pattern_for_a_list() -> None:
    assert alternation(("租赁", "办公")) is alternation(("租赁", "办公"))
