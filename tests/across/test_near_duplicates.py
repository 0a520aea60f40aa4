"""Near-duplicates: what the index finds is what comparing every pair finds."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.across.near_duplicates import MOST, Allowance, alike_sets, alike_texts
from perflint.facts.likeness import likeness
from tests.thorough import tries

GOAL = "完成农村公路日常养护一千二百公里，路况优良率达到百分之九十二，保障群众安全便捷出行。"


@st.composite
def families(draw: st.DrawFn) -> list[str]:
    """Return different texts, many of which differ from one another in a few characters."""
    texts = []
    for base in draw(st.lists(st.text("甲乙丙丁戊", min_size=6, max_size=60), min_size=1, max_size=3)):
        texts.append(base)
        for at, char in draw(st.lists(st.tuples(st.integers(0, 60), st.sampled_from("甲乙丙丁己")), max_size=5)):
            texts.append(base[:at] + char + base[at + 1 :])
    return sorted(set(texts), key=len)


@settings(max_examples=tries(150), deadline=None)
@given(families(), st.sampled_from([0.9, 0.95, 1.0]))
def test_texts_as_all_pairs(texts: list[str], floor: float) -> None:
    wanted = {(i, j) for i, j in combinations(range(len(texts)), 2) if likeness(texts[i], texts[j], floor) >= floor}
    found = {(pair.first, pair.second) for pair in alike_texts(texts, floor, Allowance())}
    assert found == wanted


@settings(max_examples=tries(150), deadline=None)
@given(st.lists(st.frozensets(st.integers(0, 12), min_size=4, max_size=12), max_size=18, unique=True))
def test_sets_as_all_pairs(sets: list[frozenset[int]]) -> None:
    wanted = {
        (i, j)
        for i, j in combinations(range(len(sets)), 2)
        if len(sets[i] & sets[j]) >= 0.8 * max(len(sets[i]), len(sets[j])) - 1e-9
    }
    found = {(pair.first, pair.second) for pair in alike_sets(sets, 0.8, Allowance())}
    assert found == wanted


def test_everything_with_a_twin_has_one_however_many_there_are() -> None:
    texts = [GOAL * 3 + chr(0x4E00 + number) for number in range(3 * MOST)]
    pairs = list(alike_texts(texts, 0.95, Allowance()))
    assert {index for pair in pairs for index in (pair.first, pair.second)} == set(range(len(texts)))
    assert len(pairs) < MOST * len(texts)


@pytest.mark.parametrize(("left", "spent"), [(0, True), (1, True), (3, False)])
def test_comparisons_not_made_are_told(left: int, spent: bool) -> None:  # noqa: FBT001  # a column of the table
    allowance = Allowance(left)
    list(alike_texts([GOAL, GOAL + "甲", GOAL + "乙"], 0.95, allowance))
    assert allowance.spent is spent


def test_unlike_texts_are_not_compared() -> None:
    allowance = Allowance(0)
    texts = ["".join(chr(0x4E00 + 100 * number + at) for at in range(60)) for number in range(200)]
    assert list(alike_texts(texts, 0.95, allowance)) == []
    assert not allowance.spent
