"""Content of another class: effects among the costs, own money or a period among the benefits."""

import pytest

from perflint.facts.measure import misfiled
from perflint.facts.row import RowView
from tests.facts.measure.cells import cells
from tests.facts.rows import row_of


def filed(row: RowView) -> str:
    """Return what TAX045, TAX046 and TAX008 say of the content of a row."""
    if misfiled.effect_among_costs(row):
        return "effect"
    return "own" if misfiled.own_funds(row) else misfiled.dated_benefit(row)


@pytest.mark.parametrize(("name", "value", "level2", "kind"), cells("misfiled.tsv"))
def test_content_of_another_class(name: str, value: str, level2: str, kind: str) -> None:
    assert filed(row_of(name, value, level2=level2)) == kind
