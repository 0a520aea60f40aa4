"""Which document a table was imported from, as its `x-source` says."""

from typing import NamedTuple

from perflint.model.table import Table
from perflint.source import Node

KEY = "x-source"
_LONGEST = 300


class Origin(NamedTuple):
    """A document by its name, the number of the table in it ("" if it holds one), the place of each indicator row."""

    file: str
    number: str
    rows: tuple[str, ...]

    def row(self, index: int, count: int) -> str:
        """Return the place of an indicator row (from 0) of a table that has `count` now; "" where rows came or went since."""
        return self.rows[index] if len(self.rows) == count and 0 <= index < count else ""


def origin_of(table: Table) -> Origin | None:
    """Return which document a table came from; None where it says nothing of one."""
    source = next((value for key, value in table.root.pairs if key.text.lower() == KEY), None)
    held = {key.text: value for key, value in source.pairs} if source else {}
    file = _text(held.get("file"))
    if not file:
        return None
    rows = held["rows"].items if "rows" in held else ()
    return Origin(file, _text(held.get("table")), tuple(map(_text, rows)))


def _text(node: Node | None) -> str:
    return " ".join(node.text.split())[:_LONGEST] if node else ""
