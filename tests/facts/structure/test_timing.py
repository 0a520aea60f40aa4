"""The time of a whole table: what lasts in a project of one time, deadlines at the year's end, a goal without time."""

import pytest

from perflint.facts.structure.timing import goal_number, goal_time, lasting, only_year_end
from tests.facts.tables import view_of

TIME = "level1: 产出指标, level2: 时效指标, name: 完成时限"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("goals: {midterm: {text: 建成体系}, annual: 完成抽检}\n", "中长期目标"),
        ("goals: {midterm: {from: 2022年, to: 2024年, text: 建成体系}, annual: 完成抽检}\n", ""),
        (f"indicators:\n  - {{{TIME}, value: 长期}}\n", "长期"),
        (f"indicators:\n  - {{{TIME}, value: 12月底前}}\n", ""),
    ],
)
def test_lasting(text: str, found: str) -> None:
    assert lasting(view_of(text)) == found


@pytest.mark.parametrize(
    ("values", "found"), [(["12月底前"], True), (["2023年12月31日前", "6月底前"], False), ([], False)]
)
def test_only_year_end(values: list[str], found: bool) -> None:  # noqa: FBT001  # a table of values
    rows = "".join(f"  - {{{TIME}, value: {value}}}\n" for value in values) or "  - {name: 抽检, value: 3次}\n"
    assert only_year_end(view_of(f"year: 2023\nindicators:\n{rows}")) is found


@pytest.mark.parametrize(
    ("goal", "number", "time"),
    [
        ("提升监管水平", "", ""),
        ("年底前提升监管水平", "", "年底"),
        ("三年内抽检300批次", "300", "三年"),
        ("实现监管全覆盖", "全覆盖", ""),
        ("''", "", ""),
    ],
)
def test_numbers_and_times_in_the_goal(goal: str, number: str, time: str) -> None:
    view = view_of(f"goals: {{annual: {goal}}}\n")
    assert (goal_number(view), goal_time(view)) == (number, time)
