"""Duties copied from the next row, and duties that are a row's own."""

import pytest

from perflint.facts import RowView
from perflint.facts.structure.duty import duty_neighbour, duty_owner, shared_words
from tests.facts.tables import view_of

FOOD = "承担全市食品检验检测工作"


def rows_of(*rows: tuple[str, str]) -> list[RowView]:
    """Return rows of (name, part of the duty)."""
    scope = view_of("kind: department\ngoals: 完成\n", "shandong-duty").scope
    return [RowView(scope, {"name": name, "duty.item": item, "duty.goal": "完成任务"}) for name, item in rows]


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        (("成品油安全监督抽检任务批次数", FOOD), ("食品安全监督抽检任务批次数", FOOD), 1),
        (("成品油安全监督抽检任务批次数", "承担成品油检验工作"), ("食品安全监督抽检任务批次数", FOOD), None),
        (("食品抽检任务批次数", FOOD), ("食品添加剂抽检任务批次数", FOOD), None),
        (("新建幼儿园数量", "负责教育工作"), ("教育经费增长率", "负责教育工作"), None),
        (("成品油抽检任务批次数", FOOD), ("纤维抽检任务批次数", FOOD), None),
        (("成品油抽检任务批次数", ""), ("食品抽检任务批次数", ""), None),
    ],
)
def test_duty_owner(first: tuple[str, str], second: tuple[str, str], owner: int | None) -> None:
    assert duty_owner(rows_of(first, second), 0) == owner


def test_what_the_duty_shares_with_two_neighbours() -> None:
    rows = rows_of(("成品油安全监督抽检任务批次数", FOOD), ("食品安全监督抽检任务批次数", FOOD))
    assert [shared_words(row) for row in rows] == [(), ("食品",)]
    assert [duty_neighbour(rows, index) for index in (0, 1)] == [1, None]
