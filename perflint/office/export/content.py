"""What a table holds, to be taken cell by cell, so that at the end it is known what no cell of the form has taken."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from perflint.model import Record, Table
from perflint.office.export.key_labels import offices_names
from perflint.office.export.strays import strays_of
from perflint.office.labels import has_own_label, label_of, lined
from perflint.typography import is_blank

# What chooses the form and is printed on none.
_SILENT = frozenset({"kind", "profile"})


class Entry(Struct):
    """One row of a list: its typed cells and what has no known name; cells that are printed are taken out."""

    cells: dict[str, str]
    strays: list[tuple[str, str]]

    def take(self, name: str) -> str:
        """Return the typed text of a cell, which then counts as printed; "" where the row has none."""
        return self.cells.pop(name, "")

    def left(self) -> dict[str, str]:
        """Return the filled cells that have not been printed."""
        return {name: text for name, text in self.cells.items() if not is_blank(text)}


class Rest(Struct, frozen=True):
    """A text that no cell of a form has taken; `known`: its label alone says which field it is."""

    label: str
    text: str
    known: bool = False


class Content(Struct):
    """The cells, lists and plan of one table while it is laid out."""

    cells: dict[str, str]
    lists: dict[str, list[Entry]]
    plan: list[tuple[str, str]]
    strays: list[tuple[str, str]]
    taken: set[str] = field(default_factory=set)

    def peek(self, name: str) -> str:
        """Return the typed text of a cell, "" where there is none."""
        return self.cells.get(name, "")

    def take(self, name: str) -> str:
        """Return the typed text of a cell, which then counts as printed."""
        self.taken.add(name)
        return self.peek(name)

    def filled(self, name: str) -> bool:
        """Return whether a cell, a list or a section holds anything."""
        if name == "spending_plan":
            return bool(self.plan)
        inside = (text for cell, text in self.cells.items() if cell == name or cell.startswith(f"{name}."))
        return any(not is_blank(text) for text in inside) or any(entry.left() for entry in self.lists.get(name, ()))

    def entries(self, name: str) -> list[Entry]:
        """Return the rows of a list, which then counts as printed; the rows tell themselves what is left of them."""
        self.taken.add(name)
        return self.lists.get(name, [])

    def periods(self) -> list[tuple[str, str]]:
        """Return the periods of the spending plan with their percentages; they then count as printed."""
        self.taken.add("spending_plan")
        return self.plan

    def left(self) -> Iterator[Rest]:
        """Yield everything filled that has not been printed."""
        for name, text in self.cells.items():
            if name not in self.taken and not is_blank(text):
                yield Rest(label_of(name), text, has_own_label(name))
        if "spending_plan" not in self.taken:
            yield from (Rest(f"{label_of('spending_plan')}·{period}", text) for period, text in self.plan)
        for name, entries in self.lists.items():
            if name not in self.taken:
                yield from _listed(name, entries)
        yield from (Rest(label, text, label in offices_names().values()) for label, text in self.strays)


def _listed(name: str, entries: Iterable[Entry]) -> Iterator[Rest]:
    for number, entry in enumerate(entries, 1):
        parts = [(label_of(f"{name}.{cell}").rpartition("·")[2], text) for cell, text in entry.left().items()]
        if parts or entry.strays:
            text = "；".join(lined(label, text) for label, text in (*parts, *entry.strays))
            yield Rest(f"{label_of(name)}{number}", text)


def content_of(table: Table) -> Content:
    """Return what a table holds."""
    rows: dict[str, list[tuple[str, str]]] = {
        record.pointer: [] for records in table.records.values() for record in records
    }
    own = []
    for stray in strays_of(table):
        row = next((pointer for pointer in _above(stray.pointer) if pointer in rows), None)
        if row is None:
            own.append((stray.label, stray.text))
        else:
            rows[row].append((stray.inner, stray.text))
    cells = {name: cell.text for name, cell in table.cells.items() if name not in _SILENT and cell.text}
    lists = {
        name: [Entry(_texts(record), rows[record.pointer]) for record in records]
        for name, records in table.records.items()
    }
    return Content(cells, lists, [(period.name, period.cell.text) for period in table.plan], own)


def _texts(record: Record) -> dict[str, str]:
    return {name: cell.text for name, cell in record.cells.items() if cell.text}


def _above(pointer: str) -> Iterator[str]:
    """Yield the pointers of what a place stands in, the nearest first."""
    while "/" in pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer
