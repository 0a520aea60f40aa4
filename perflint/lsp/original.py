"""The document that a table was imported from, and the cell of it that a cursor stands in."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from perflint.lsp.analysis import Analysis
from perflint.model import Cell, Origin, Table, origin_of, read_tables
from perflint.regular import read_regular
from perflint.typography import fold
from perflint.workspace.documents import can_read
from perflint.workspace.processes.papers import recognised
from perflint.workspace.processes.timing import SECONDS, TimeUp

if TYPE_CHECKING:
    from perflint.office.recognition.draft import Branch, Draft, Twig


class Original(Struct, frozen=True):
    """A document: its name, its path ("" where it does not lie beside the table), the place of the cell in it, or ""."""

    file: str
    path: str
    place: str


class _Spot(Struct, frozen=True):
    """A cell of a table: its row (-1 for none) and its canonical dotted name."""

    row: int
    field: str


def original_at(analysis: Analysis, offset: int) -> Original | None:
    """Return the document and the place in it of what stands at an offset; None where the table names no document."""
    printed = analysis.checker.printed_names() if analysis.checker else ()
    for table in read_tables(analysis.source, printed).tables:
        origin = origin_of(table)
        if origin is not None and table.root.start <= offset <= table.root.end:
            path = _beside(analysis.opened.path, origin.file) if analysis.opened.saved else None
            return Original(origin.file, str(path or ""), _place(analysis, table, origin, path, _spot(table, offset)))
    return None


def _beside(path: Path, name: str) -> Path | None:
    """Return where a document lies: in the folder of the table or one above it, since tables are often kept below."""
    plain = Path(name.replace("\\", "/")).name
    found = (folder / plain for folder in (path.parent, path.parent.parent))
    return next((one for one in found if plain and one.is_file()), None)


def _spot(table: Table, offset: int) -> _Spot:
    """Return the cell at an offset, that of the row's name where the cursor stands between the cells of a row."""
    for row in table.rows:
        if row.node.start <= offset <= row.node.end:
            return _Spot(row.index, next(_at(row.cells, offset), "name"))
    return _Spot(-1, next(_at(table.cells, offset), ""))


def _at(cells: Mapping[str, Cell], offset: int) -> Iterator[str]:
    """Yield the fields whose key or text stands at an offset, the innermost first."""
    held = [(name, (cell.key or cell.node).start, cell.node.end) for name, cell in cells.items()]
    yield from (name for _, name in sorted((end - start, name) for name, start, end in held if start <= offset <= end))


def _place(analysis: Analysis, table: Table, origin: Origin, path: Path | None, spot: _Spot) -> str:
    """Return the place of a cell as a person names it: from the document itself, where it can be read, else of its row."""
    kept = origin.row(spot.row, len(table.rows))
    draft = _draft(analysis, origin, path) if path else None
    if draft is None:
        return kept
    branch = draft.tree if spot.row < 0 else _row(draft, table, spot.row, kept)
    return _leaf(branch, spot.field) or kept


def _draft(analysis: Analysis, origin: Origin, path: Path) -> "Draft | None":
    """Return the table of a document that a table came from; None where it cannot be read or is not there any more."""
    if not can_read():
        return None
    from perflint.office.grid import Unopened  # noqa: PLC0415  # the extra `office`

    packs = analysis.checker.config.packs if analysis.checker else ()
    try:
        tables = recognised(read_regular(path), path.name, "", packs, SECONDS).tables
    except (OSError, Unopened, TimeUp):
        return None
    return next((one for one in tables if str(one.number or "") == origin.number), None)


def _row(draft: "Draft", table: Table, index: int, kept: str) -> "Branch":
    """Return the row of a document that an indicator row came from: the only one of its name, else the one at its place."""
    name = fold(table.rows[index].text("name"))
    named = [row for row in draft.rows if name and fold(_text(row.get("name"))) == name]
    if len(named) == 1:
        return named[0]
    return draft.rows[index] if kept and index < len(draft.rows) else {}


def _leaf(branch: "Branch", field: str) -> str:
    """Return the place of a cell by its dotted name; "" where the document has none."""
    from perflint.office.recognition.draft import Leaf  # noqa: PLC0415  # as above

    twig: Twig | None = branch
    for step in field.split("."):
        twig = twig.get(step) if isinstance(twig, dict) else None
    if isinstance(twig, list):
        twig = twig[0] if twig else None
    return twig.place if isinstance(twig, Leaf) else ""


def _text(twig: "Twig | None") -> str:
    return getattr(twig, "text", "")
