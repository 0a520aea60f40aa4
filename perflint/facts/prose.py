"""Which cells hold prose, and how each of them is found in a row or a table."""

from collections.abc import Iterator
from typing import NamedTuple

from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

ROW_PROSE = (
    "name", "description", "value", "basis", "scoring", "formula", "data_source", "evidence", "activity",
    "standard.source", "history.source", "duty.name", "duty.item", "duty.goal",
)  # fmt: skip
TABLE_PROSE = (
    "project.purpose", "project.basis", "project.scope", "project.allocation", "project.eligibility",
    "goals.annual", "goals.midterm.text", "duties", "measures",
)  # fmt: skip
_RECORD_PROSE = {
    "tasks": ("name", "content"),
    "budget.breakdown": ("item", "basis"),
    "project.schedule": ("task",),
}


class Prose(NamedTuple):
    """One filled cell of prose: canonical field, its place, its text as typed."""

    field: str
    place: Spot
    text: str


def row_prose(row: RowView) -> Iterator[Prose]:
    """Yield the filled prose cells of a row."""
    for field in ROW_PROSE:
        text = row.texts.get(field)
        if text:
            yield Prose(field, Spot(field), text)


def table_prose(view: TableView, *more: str) -> Iterator[Prose]:
    """Yield the filled prose cells of a table (`more` names further cells), and those of its tasks, costs and steps."""
    for field in (*TABLE_PROSE, *more):
        text = view.text(field)
        if text:
            yield Prose(field, Spot(field), text)
    for records, fields in _RECORD_PROSE.items():
        for record in view.table.records.get(records, ()):
            for field in fields:
                if text := record.text(field):
                    yield Prose(f"{records}.{field}", Spot(field, records=records, index=record[0]), text)
