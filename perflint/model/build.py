"""From a document's tree to tables: keys in either language, defaults of a bundle, shapes that do not fit."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, TypeAlias

from perflint.model.fields import Field, spellings
from perflint.model.section import Draft, read_section
from perflint.model.table import Cell, Irregularity, Table
from perflint.source import Node, NodeKind, Source

_MARKS = frozenset({"indicators", "budget", "goals", "spending_plan", "project", "tasks", "duties", "profile"})
_ENOUGH_MARKS = 2
Spelled: TypeAlias = Mapping[str, Mapping[str, Field]]


class Reading(NamedTuple):
    """What a document held: its tables, and the irregularities that stand outside any table."""

    tables: tuple[Table, ...]
    irregularities: tuple[Irregularity, ...]


def read_tables(source: Source, printed: tuple[tuple[str, str], ...] = ()) -> Reading:
    """Return the tables of every document of a source; a document that is no target table yields none.

    `printed` gives further names of cells, as a bureau's form prints them: (name, canonical dotted name).
    """
    spelled = spellings(printed)
    tables: list[Table] = []
    strays: list[Irregularity] = []
    for number, root in enumerate(source.roots):
        pointer = f"#{number}" if number else ""
        fields = _fields(root, spelled)
        if "tables" in fields:
            _read_bundle(source, root, pointer, Draft(spelled), tables, strays)
        elif _is_table(fields):
            tables.append(_read_table(source, root, pointer, Draft(spelled), None))
    return Reading(tuple(tables), tuple(strays))


def _fields(root: Node, spelled: Spelled) -> frozenset[str]:
    """Return the canonical names of those keys of a mapping that a table or a file has."""
    file, table = spelled["file"], spelled["table"]
    known = (file.get(key.text) or table.get(key.text) for key, _ in root.pairs)
    return frozenset(field.name for field in known if field)


def _is_table(fields: Collection[str]) -> bool:
    return "kind" in fields or len(_MARKS.intersection(fields)) >= _ENOUGH_MARKS or "indicators" in fields


def _read_bundle(  # where from, what stands beside the tables, and what is gathered
    source: Source, root: Node, pointer: str, defaults: Draft, tables: list[Table], strays: list[Irregularity]
) -> None:
    spelled = defaults.spelled["file"]
    read_section(root, "table", "", pointer, defaults, skip=spelled.keys())
    strays.extend(defaults.irregularities)
    listed = False
    for key, value in root.pairs:
        if key.text in spelled:
            place = Cell("", value, f"{pointer}/{escape(key.text)}", key)
            if listed:
                strays.append(Irregularity("twice", place._replace(node=key), "file", key.text, ""))
            elif value.kind is not NodeKind.SEQUENCE:
                strays.append(Irregularity("shape", place, "file", key.text, spelled[key.text].shape))
            else:
                _read_listed(source, place, defaults, tables, strays)
            listed = True


def _read_listed(
    source: Source, listed: Cell, defaults: Draft, tables: list[Table], strays: list[Irregularity]
) -> None:
    spelled = listed.key.text if listed.key else ""
    items = listed.node.items
    for index, item in enumerate(items):
        place = f"{listed.pointer}/{index}"
        if _is_unread(source, item, items[index + 1].start if index + 1 < len(items) else len(source.text)):
            continue
        if item.kind is NodeKind.MAPPING:
            tables.append(_read_table(source, item, place, Draft(defaults.spelled), defaults))
        else:
            strays.append(Irregularity("shape", Cell(item.text, item, place, None), "file", spelled, "section"))


def _is_unread(source: Source, item: Node, end: int) -> bool:
    """Return whether an item is blank because its table could not be read: a fault of the text stands before the next."""
    return item.start == item.end and any(item.start <= fault.start < end for fault in source.faults)


def _read_table(source: Source, root: Node, pointer: str, draft: Draft, defaults: Draft | None) -> Table:
    read_section(root, "table", "", pointer, draft)
    if defaults is not None:
        _fill_in(draft, defaults)
    first = root.pairs[0][0] if root.pairs else root
    head = Cell(first.text if root.pairs else "", first, pointer, first)
    records = {name: tuple(records) for name, records in draft.records.items()}
    strays = {stray.cell.pointer: stray.cell for stray in reversed(draft.irregularities)}  # of two the first
    return Table(
        source, root, pointer, head, draft.cells, records, tuple(draft.plan), tuple(draft.irregularities), strays, draft.own
    )  # fmt: skip


def _fill_in(draft: Draft, defaults: Draft) -> None:
    """Add a bundle's defaults for those keys that the table itself does not write at all."""
    own = {name.partition(".")[0] for name in draft.cells}
    for name, cell in defaults.cells.items():
        if name.partition(".")[0] not in own:
            draft.cells[name] = cell
    for name, cell in defaults.own.items():
        draft.own.setdefault(name, cell)
    for name, records in defaults.records.items():
        if name.partition(".")[0] not in own:
            draft.records[name] = records
    if "spending_plan" not in own:
        draft.plan.extend(defaults.plan)


def escape(key: str) -> str:
    """Return a key as it stands in a JSON Pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key
