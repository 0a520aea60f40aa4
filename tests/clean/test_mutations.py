"""Known faults are noticed: the score of every kind is pinned in docs/design/mutations.md, PERFLINT_UPDATE=1 writes it anew."""

import os
from pathlib import Path

import pytest

from tests.clean.mutations import KINDS, Score, measure, render

PAGE = Path(__file__).parent.parent.parent / "docs" / "design" / "mutations.md"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return measure()


def test_the_page_is_up_to_date(scores: list[Score]) -> None:
    page = render(scores)
    if os.environ.get("PERFLINT_UPDATE"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_kind_is_tried_often_enough_to_mean_something(scores: list[Score]) -> None:
    assert [score.kind.en for score in scores if len(score.trials) < 5] == []


@pytest.mark.parametrize("number", range(len(KINDS)), ids=lambda number: KINDS[number].en)
def test_enough_of_a_kind_is_noticed(scores: list[Score], number: int) -> None:
    score = scores[number]
    assert score.share >= score.kind.floor, [trial for trial in score.trials if not trial.noticed]
