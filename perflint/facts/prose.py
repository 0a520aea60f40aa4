"""Which cells hold prose, and how each of them is found in a row or a table."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from perflint.facts.spot import Spot

if TYPE_CHECKING:
    from perflint.facts.row import RowView
    from perflint.facts.tableview import TableView

ROW_PROSE = (
    "name", "description", "value", "basis", "scoring", "formula", "data_source", "evidence", "activity",
    "standard.source", "history.source", "duty.name", "duty.item", "duty.goal",
)  # fmt: skip
TABLE_PROSE = (
    "project.purpose", "project.basis", "project.scope", "project.allocation", "project.eligibility",
    "goals.annual", "goals.midterm.text", "duties", "measures",
)  # fmt: skip
RECORD_PROSE = {
    "tasks": ("name", "content"),
    "budget.breakdown": ("item", "basis"),
    "project.schedule": ("task",),
}


class Prose(NamedTuple):
    """One filled cell of prose: canonical field, its place, its text as typed."""

    field: str
    place: Spot
    text: str


def prose_cells(texts: Mapping[str, str]) -> tuple[Prose, ...]:
    """Return the filled prose cells among the cells of a row."""
    return tuple(Prose(field, Spot(field), text) for field in ROW_PROSE if (text := texts.get(field)))


def prose_of_table(view: "TableView") -> tuple[Prose, ...]:
    """Return the filled prose cells of a table outside its rows, and those of its tasks, costs and steps."""
    return (*_cells(view, TABLE_PROSE), *_records(view))


def row_prose(row: "RowView") -> tuple[Prose, ...]:
    """Return the filled prose cells of a row."""
    return row.prose


def table_prose(view: "TableView", *more: str) -> tuple[Prose, ...]:
    """Return the filled prose cells of a table; `more` names further cells."""
    return (*view.prose, *_cells(view, more)) if more else view.prose


def _cells(view: "TableView", fields: tuple[str, ...]) -> Iterator[Prose]:
    return (Prose(field, Spot(field), text) for field in fields if (text := view.text(field)))


def _records(view: "TableView") -> Iterator[Prose]:
    for records, fields in RECORD_PROSE.items():
        for record in view.table.records.get(records, ()):
            for field in fields:
                if text := record.text(field):
                    yield Prose(f"{records}.{field}", Spot(field, records=records, index=record[0]), text)
