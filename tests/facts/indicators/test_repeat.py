"""Rows that stand twice in a table: same class and name, both with a value, not told apart by description or region."""

import pytest

from perflint.facts.indicators.repeat import alike, first_value, repeat_views
from tests.facts.tables import view_of

FIRST = "level2: 数量指标, name: 抽检批次, value: 300批次"


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("level2: 数量指标, name: 抽检批次, value: 300批次", [True]),
        ("level2: 数量指标, name: 抽检 批次, value: ３００批次", [True]),
        ("level2: 数量指标, name: 抽检批次, value: 200批次", [False]),
        ("level2: 质量指标, name: 抽检批次, value: 300批次", []),
        ("level2: 数量指标, name: 抽检批次, value: 300批次, description: 食用农产品", []),
        ("level2: 数量指标, name: 抽检批次, value: 300批次, horizon: 中长期", []),
        ("level2: 数量指标, name: 抽检批次, value: ''", []),
    ],
)
def test_repeats(second: str, found: list[bool]) -> None:
    view = view_of(f"indicators:\n  - {{{FIRST}}}\n  - {{{second}}}\n")
    assert [alike(repeat) for repeat in repeat_views(view)] == found


def test_the_later_row_is_marked_and_the_first_one_shown() -> None:
    view = view_of(f"indicators:\n  - {{{FIRST}}}\n  - {{name: 培训, value: 1次}}\n  - {{{FIRST}}}\n")
    (repeat,) = repeat_views(view)
    assert (repeat.spot("repeat.value").field, repeat.spot("repeat.value").index) == ("value", 2)
    assert [relation.spot.index for relation in repeat.relations("")] == [0]
    assert first_value(repeat) == "300批次"
