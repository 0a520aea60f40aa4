"""Grades with a threshold each: what is one target, and when its rungs cannot be told apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.values.ladder import fault_of, is_ladder, ladder_of

_GRADES = ("优", "良", "中", "差")


@pytest.mark.parametrize(
    ("text", "direction", "fault"),
    [
        ("优100%/良90%/中85%/差80%", "positive", ""),
        ("优100%/良90%/中85%/差85%", "positive", "same"),
        ("优≥95%、良≥85%、中≥85%、差<85%", "positive", "same"),
        ("优≥95%、良≥85%、中≥75%、差<75%", "positive", ""),
        ("优秀：９５％以上；良好：８５％以上；合格：７５％以上", "positive", ""),
        ("90%以上优秀，80%-92%良好，60%-80%合格，60%以下不合格", "positive", "overlap"),
        ("90%以上优秀，80%-90%良好，60%-80%合格，60%以下不合格", "positive", ""),
        ("优80%/良90%/中95%/差100%", "positive", "reversed"),
        ("优1%/良2%/中5%/差10%", "negative", ""),
        ("优≤5天/良≤10天/中≤15天/差>15天", "negative", ""),
        ("优≤15天/良≤10天/中≤5天", "negative", "reversed"),
        ("优95%,良90%,中80%,差85%", "ambiguous", "reversed"),
    ],
)
def test_what_is_wrong_with_a_ladder(text: str, direction: str, fault: str) -> None:
    assert is_ladder(text)
    assert fault_of(ladder_of(text), direction) == fault


@pytest.mark.parametrize(
    "text",
    [
        "合格95%、优良40%",
        "优秀20%，良好20%，合格60%",
        "优300天，良50天",
        "优秀得10分，良好得8分",
        "≥90%",
        "优/良/中/差",
        "优良天数比例≥80%",
        "",
    ],
)
def test_what_is_no_ladder(text: str) -> None:
    assert not is_ladder(text)
    assert fault_of(ladder_of(text), "positive") == ""


@given(st.lists(st.integers(1, 99), min_size=4, max_size=4))
def test_only_falling_thresholds_are_right_where_more_is_better(numbers: list[int]) -> None:
    rungs = ladder_of("/".join(f"{grade}≥{number}%" for grade, number in zip(_GRADES, numbers, strict=True)))
    falling = all(one > other for one, other in pairwise(numbers))
    assert (fault_of(rungs, "positive") == "") is falling
