"""What stands in a table under a name that the format does not know: `x-` keys, remarks in sections, mistyped keys."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from perflint.model import Cell, Table
from perflint.office.export.key_labels import label_of_key, offices_names
from perflint.source import Node, NodeKind
from perflint.typography import is_blank

# Where an imported table came from, what of it was not read, what was guessed: said of the file, no part of the form.
_PROVENANCE = frozenset({"x-source", "x-left-over", "x-guessed"})
_Place: TypeAlias = tuple[str, int]


class Stray(Struct, frozen=True):
    """A filled text without a field: its pointer, its keys as typed, the keys inside its row, and the text."""

    pointer: str
    label: str
    inner: str
    text: str


def strays_of(table: Table) -> list[Stray]:
    """Return what no field of a table holds, with the `x-` keys of the bundle that it stands in."""
    known = frozenset(_places(table))
    own = _walk(table.root, table.pointer, (), known)
    return [*own, *_of_bundle(table, known)]


def _places(table: Table) -> Iterator[_Place]:
    """Yield pointer and node of each text that a field holds: a key that is given twice has one pointer and two nodes."""
    cells: list[Cell] = [*table.cells.values(), *(period.cell for period in table.plan)]
    cells += [cell for records in table.records.values() for record in records for cell in record.cells.values()]
    for cell in cells:
        if cell.text or cell.node.kind is NodeKind.SCALAR:
            yield from ((piece.pointer, id(piece.node)) for piece in cell.texts)


def _of_bundle(table: Table, known: frozenset[_Place]) -> Iterator[Stray]:
    number, _, path = table.pointer.removeprefix("#").partition("/") if table.pointer else ("", "", "")
    if not path:
        return
    root = table.source.roots[int(number or 0)]
    for key, value in root.pairs:
        if key.text.startswith(("x-", "X-")) and key.text not in _PROVENANCE:
            yield from _walk(value, f"#bundle/{key.text}", (key.text,), known)


def _walk(node: Node, pointer: str, path: tuple[str, ...], known: frozenset[_Place]) -> Iterator[Stray]:
    if node.kind is NodeKind.SCALAR:
        if (pointer, id(node)) not in known and not is_blank(node.text):
            named = _named(path)
            yield Stray(pointer, "·".join(named), "·".join(_inside(named)), node.text)
    elif node.kind is NodeKind.MAPPING:
        for key, value in node.pairs:
            if key.text not in _PROVENANCE:
                yield from _walk(value, f"{pointer}/{_escape(key.text)}", (*path, key.text), known)
    else:
        for index, item in enumerate(node.items):
            yield from _walk(item, f"{pointer}/{index}", (*path, str(index + 1)), known)


def _named(path: Sequence[str]) -> list[str]:
    """Return keys as they are printed; what an office has a name for needs no section before it."""
    named = [label_of_key(key) for key in path]
    return named[-1:] if named and named[-1] in offices_names().values() and not any(map(str.isdigit, path)) else named


def _inside(path: Sequence[str]) -> Sequence[str]:
    """Return the keys after the last position in a list, where there are any."""
    positions = [place for place, key in enumerate(path) if key.isdigit()]
    return path[positions[0] + 1 :] if positions and positions[0] + 1 < len(path) else path


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
