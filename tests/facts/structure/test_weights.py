"""Weights of the indicator rows, annual and mid-term apart: what is missing, unreadable, or adds up to another total."""

import pytest

from perflint.facts.structure.weights import (
    WeightsView,
    missing,
    missing_names,
    readable,
    total,
    total_allowed,
    weights_views,
)
from tests.facts.tables import view_of


def halves_of(*rows: str) -> list[WeightsView]:
    """Return the weights of a table of rows `name|weight`, or `name|weight|中长期` for a mid-term row."""
    lines = []
    for row in rows:
        name, weight, *horizon = row.split("|")
        lines.append(
            f"  - {{horizon: {horizon[0] if horizon else '年度'}, name: {name}, value: 3次, weight: '{weight}'}}"
        )
    return list(weights_views(view_of("indicators:\n" + "\n".join(lines) + "\n")))


@pytest.mark.parametrize(
    ("weights", "said", "allowed"),
    [
        (["40", "30", "20"], 90.0, True),
        (["40", "30", "20", "10"], 100.0, True),
        (["５０", "40%"], 90.0, True),
        (["33.3", "33.3", "33.4"], 100.0, True),
        (["40", "30", "15"], 85.0, False),
        (["0.4", "0.5"], 0.9, False),
    ],
)
def test_sums(weights: list[str], said: float, allowed: bool) -> None:  # noqa: FBT001  # a table of values
    (half,) = halves_of(*(f"检查{number}|{weight}" for number, weight in enumerate(weights)))
    assert (total(half), total_allowed(half), readable(half), missing(half)) == (said, allowed, True, 0)


def test_a_row_without_weight_is_named_and_pointed_at() -> None:
    (half,) = halves_of("抽检|50", "培训|", "宣传|/")
    assert (missing(half), missing_names(half)) == (1, "培训")
    assert half.spot("weights").index == 1
    assert not readable(half)


def test_five_names_are_enough() -> None:
    (half,) = halves_of("抽检|50", *(f"检查{number}|" for number in range(6)))
    assert missing_names(half) == "检查0、检查1、检查2、检查3、检查4等"


def test_a_table_without_weights_has_none() -> None:
    assert halves_of("抽检|", "培训|") == []


def test_each_half_counts_by_itself() -> None:
    assert [total(half) for half in halves_of("抽检|90", "培训|60|中长期", "宣传|40|中长期")] == [90.0, 100.0]
