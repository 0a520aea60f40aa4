"""Whose table it is: what tells one table from another, in findings and in comparisons."""

from msgspec import Struct

from perflint.facts.tableview import UNITS, TableView
from perflint.model import Table
from perflint.model.profile import table_kind
from perflint.pattern import pattern

_CODE = pattern(r"^\s*\d{3,}|\d{3,}\s*$")


class TableName(Struct, frozen=True):
    """Whose table it is: kind, agency, year (0 if none), project code and name."""

    kind: str
    agency: str
    year: int
    code: str
    name: str


def name_of(view: TableView) -> TableName:
    """Return whose table it is."""
    table = view.table
    return TableName(
        table_kind(table) or view.scope.kind, _unit(table), view.scope.year,
        table.text("project.code").strip(), table.text("project.name").strip(),
    )  # fmt: skip


def _unit(table: Table) -> str:
    """Return whose table it is: the agency, else the unit that carries the project out, else the department above it."""
    named = (table.text(cell) if cell.endswith(".name") else _CODE.sub("", table.text(cell)) for cell in UNITS)
    return next((unit.strip() for unit in named if unit.strip()), "")
