"""From symbolic spots to characters of the file: the one module that knows both."""

from typing import NamedTuple

from msgspec.structs import replace

from perflint.facts.spot import Spot
from perflint.model import Cell, Record, Table
from perflint.source import Node, NodeKind, Source, locate
from perflint.source.place import Place


class Target(NamedTuple):
    """The characters that a finding marks, the text that stands there, the cell it belongs to (None if it is missing)."""

    place: Place
    text: str
    cell: Cell | None


def find_target(table: Table, row: int, spots: tuple[Spot, ...]) -> Target:
    """Return the first of the spots that is there; else the nearest thing above it (the row's name, the table's head)."""
    for spot in spots:
        cell = find_cell(table, row, spot)
        if cell is not None:
            return _target(table.source, cell, spot)
    return _fallback(table, row, spots[0] if spots else Spot(""))


def find_cell(table: Table, row: int, spot: Spot) -> Cell | None:
    """Return the cell that a spot names, None where the table does not have it."""
    if spot.field.startswith(("@", "spending_plan.")):
        return _find_led(table, row, spot)
    if spot.index is not None:
        records = table.records.get(spot.records or "indicators", ())
        return _in_record(records[spot.index], spot.field) if spot.index < len(records) else None
    if row >= 0 and not spot.records:
        return _in_record(table.rows[row], spot.field)
    return table.cells.get(spot.field) or table.own.get(spot.field)


def _find_led(table: Table, row: int, spot: Spot) -> Cell | None:
    """Return the key of a cell (`@key:name`), what did not fit (`@` and its pointer), or a period of the spending plan."""
    if spot.field.startswith("@key:"):
        cell = find_cell(table, row, replace(spot, field=spot.field.removeprefix("@key:")))
        return Cell(cell.key.text, cell.key, cell.pointer) if cell and cell.key else None
    if spot.field.startswith("@"):
        return table.strays.get(spot.field[1:])
    name = spot.field.removeprefix("spending_plan.")
    return next((period.cell for period in table.plan if period.name == name), None)


def _in_record(record: Record, field: str) -> Cell | None:
    return record.cells.get(field) or record.own.get(field)


def _target(source: Source, cell: Cell, spot: Spot) -> Target:
    cell, start, end = piece_of(cell, spot.start, spot.end)
    node = cell.node
    if node.kind is not NodeKind.SCALAR or (node.start == node.end and cell.key is not None):
        node = cell.key or node
        return Target(place_of(source, cell.pointer, node.start, max(node.end, node.start)), cell.text, cell)
    if end:
        first, last = locate(source, node, start, end)
        return Target(place_of(source, cell.pointer, first, last), cell.text[start:end], cell)
    return Target(place_of(source, cell.pointer, node.start, _trimmed(source, node)), cell.text, cell)


def piece_of(cell: Cell, start: int, end: int) -> tuple[Cell, int, int]:
    """Return the piece of a list cell in which a span of the joined text lies, and the span inside it."""
    for piece in cell.pieces:
        size = len(piece.text)
        if start <= size:
            return piece, start, min(end, size)
        start, end = start - size - 1, end - size - 1
    return cell, start, end


def _trimmed(source: Source, node: Node) -> int:
    """Return where a scalar's last visible character ends: a block scalar's span takes in its last line break."""
    end = node.end
    while end > node.start + 1 and source.text[end - 1] in "\r\n ":
        end -= 1
    return end


def _fallback(table: Table, row: int, spot: Spot) -> Target:
    if spot.index is not None or row >= 0:
        records = table.records.get(spot.records or "indicators", ())
        index = spot.index if spot.index is not None else row
        if index < len(records):
            record = records[index]
            cell = next((record.cells[name] for name in ("name", "item", "value") if name in record.cells), None)
            if cell is not None and cell.filled:
                return _target(table.source, cell, Spot("name"))._replace(cell=None)
            return _mapping_head(table.source, record.node, record.pointer)
    parent = table.cells.get(spot.field.rpartition(".")[0])
    if parent is not None and parent.key is not None:
        key = parent.key
        return Target(place_of(table.source, parent.pointer, key.start, key.end), "", None)
    return _mapping_head(table.source, table.root, table.pointer)


def _mapping_head(source: Source, node: Node, pointer: str) -> Target:
    first = node.pairs[0][0] if node.pairs else node
    return Target(place_of(source, pointer, first.start, first.end), "", None)


def place_of(source: Source, pointer: str, start: int, end: int) -> Place:
    """Return the place of characters [start, end) of a source."""
    line, column = source.line_column(start)
    starts = source.line_starts
    if start <= end and (line == len(starts) or end < starts[line]):
        return Place(source.path, pointer, line, column, line, column + end - start, start, end)
    end_line, end_column = source.line_column(end)
    return Place(source.path, pointer, line, column, end_line, end_column, start, end)
