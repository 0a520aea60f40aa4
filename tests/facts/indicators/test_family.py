"""Rows of cost or satisfaction, some with a comparator and some without."""

import pytest

from perflint.facts.indicators.family import bare, bounded, family_views
from tests.facts.tables import view_of

SATISFACTION = "level1: 满意度指标, level2: 服务对象满意度指标"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["≥90%", "95%"], [(1, 1)]),
        (["≥90%", "≥95%"], [(0, 2)]),
        (["90%", "95%"], [(2, 0)]),
        (["≥90%", "100%"], [(0, 1)]),
        (["≥90%", "满意"], [(0, 1)]),
        (["100%", "满意"], []),
    ],
)
def test_satisfaction(values: list[str], found: list[tuple[int, int]]) -> None:
    rows = "".join(f"  - {{{SATISFACTION}, name: 群众满意度{i}, value: {value}}}\n" for i, value in enumerate(values))
    views = family_views(view_of(f"indicators:\n{rows}"))
    assert [(bare(family), bounded(family)) for family in views] == found
