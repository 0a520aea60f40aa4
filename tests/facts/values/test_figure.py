"""Cells for one figure: the quantities that they hold, their units, and what is written beside them."""

import pytest

from perflint.facts.values.figure import FIGURE, figure_views
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "count", "units", "beside"),
    [
        ("12批次", 1, ("批次",), ()), ("12批次 15批次", 2, ("批次",), ()), ("12批次 15次", 2, ("批次", "次"), ()),
        ("12批次、15批次", 2, ("批次",), ("、",)), ("食品12批次 药品15批次", 2, ("批次",), ("食品", "药品")),
    ],
)  # fmt: skip
def test_quantities_of_a_cell(value: str, count: int, units: tuple[str, ...], beside: tuple[str, ...]) -> None:
    (figure,) = figure_views(row_of("抽检批次", value))
    facts = [FIGURE.facts[f"figure.{name}"].derive(figure) for name in ("count", "units", "words")]
    assert facts == [count, units, beside]
