"""What became of the money and the goal, and a printed sum without an amount, come back from the form that was exported."""

from pathlib import Path

import pytest

from perflint.model import load_profiles, read_tables
from perflint.office.export import lay_out, template_for
from perflint.source import read_source
from tests.office.test_export_roundtrip import USUAL, WRITERS, cells, glued, imported

TABLES = read_tables(
    read_source((Path(__file__).parent / "tables/evaluated.yaml").read_bytes(), "evaluated.yaml")
).tables


@pytest.mark.parametrize("kind", WRITERS)
def test_money_and_goal_of_an_evaluated_table_come_back(kind: str) -> None:
    profiles = load_profiles()
    back = imported(WRITERS[kind]([lay_out(table, template_for(table, profiles)) for table in TABLES]), kind)
    assert len(back) == len(TABLES)
    for table, again in zip(TABLES, back, strict=True):
        before, after = dict(cells(table)), dict(cells(again))
        assert before == {name: text for name, text in after.items() if name not in USUAL or name in before}
        assert glued(table) == glued(again)
