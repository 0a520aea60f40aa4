"""One mapping of a table, section by section, into cells under canonical dotted names."""

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from perflint.model.fields import INNER, Field, printed_below, spellings
from perflint.model.table import Cell, Irregularity, Period, Record
from perflint.source import Node, NodeKind

SCALAR, MAPPING, SEQUENCE = NodeKind.SCALAR, NodeKind.MAPPING, NodeKind.SEQUENCE
ROWS = frozenset({"rows", "execution_rows"})
_FREE_KEYS = ("x-", "X-")
_IMPORTED = frozenset({"x-source", "x-left-over", "x-guessed"})
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


class Draft(Struct):
    """What is gathered while a table is read, and how keys are spelled; never leaves this package."""

    spelled: Mapping[str, Mapping[str, Field]] = field(default_factory=spellings)
    cells: dict[str, Cell] = field(default_factory=dict)
    own: dict[str, Cell] = field(default_factory=dict)
    records: dict[str, list[Record] | tuple[Record, ...]] = field(default_factory=dict)
    plan: list[Period] = field(default_factory=list)
    irregularities: list[Irregularity] = field(default_factory=list)


def read_section(  # where from, where to, and what the keys mean there
    node: Node, section: str, prefix: str, pointer: str, draft: Draft, *, skip: Collection[str] = ()
) -> None:
    """Read a mapping's keys into the draft: cells get the names `prefix + key`."""
    spelled = draft.spelled[section]
    cells = draft.cells
    seen: set[str] = set()
    for key, value in node.pairs:
        text = key.text
        if text in skip:
            continue
        known = spelled.get(text)
        place = f"{pointer}/{_escape(text)}"
        below = printed_below(section).get(text) if known is None else None
        if below is not None:
            _read_below(below, section, prefix, Cell("", value, place, key), draft)
        elif known is None:
            if not _is_free(text):
                draft.irregularities.append(Irregularity("unknown", Cell("", key, place, key), section, text, ""))
            elif value.kind is SCALAR and text.startswith(_FREE_KEYS) and text not in _IMPORTED:
                draft.own.setdefault(prefix + text, Cell(cell_text(value), value, place, key))
        elif known.name in seen:
            draft.irregularities.append(Irregularity("twice", Cell("", key, place, key), section, text, ""))
        elif value.kind is SCALAR and known.shape in {"text", "texts", "money"}:
            seen.add(known.name)
            cells[prefix + known.name] = Cell(cell_text(value), value, place, key)
        else:
            seen.add(known.name)
            _read_shaped(known, section, prefix, Cell("", value, place, key), draft)


def cell_text(node: Node) -> str:
    """Return the text of a scalar as a cell has it: YAML's plain null (`~`, `null`) is a blank cell, a quoted one is text."""
    text = node.text
    return "" if text in _NOTHING and not node.style else text


def _read_below(fields: tuple[Field, Field], section: str, prefix: str, cell: Cell, draft: Draft) -> None:
    """Read a cell that the form prints without the heading above it: 上年值 in a row is the history's last year."""
    outer, inner = fields
    name = f"{prefix}{outer.name}.{inner.name}"
    if name in draft.cells:
        spelled = cell.key.text if cell.key else ""
        draft.irregularities.append(
            Irregularity("twice", cell._replace(node=cell.key or cell.node), section, spelled, "")
        )
    elif cell.node.kind is SCALAR:
        draft.cells[name] = cell._replace(text=cell_text(cell.node))
    else:
        _read_shaped(inner, section, f"{prefix}{outer.name}.", cell, draft)


def _is_free(key: str) -> bool:
    return key.startswith(_FREE_KEYS) or key in {"remark", "备注"}


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def _read_shaped(known: Field, section: str, prefix: str, cell: Cell, draft: Draft) -> None:
    """Read a value that is no plain text; a blank one counts as a blank cell, a misfit as an irregularity."""
    node, name = cell.node, prefix + known.name
    if node.kind is SCALAR and not cell_text(node).strip():
        draft.cells[name] = cell
    elif known.shape in {"texts", "goals", "midterm_goal"} and node.kind is SEQUENCE:
        draft.cells[_goal_name(known, name)] = _joined(cell, draft, section)
    elif known.shape in {"goals", "midterm_goal", "agency"} and node.kind is SCALAR:
        draft.cells[_goal_name(known, name)] = cell._replace(text=node.text)
    elif known.shape in ROWS and node.kind is SEQUENCE:
        draft.cells[name] = cell
        draft.records[name] = tuple(_records(INNER.get(known.shape, known.name), cell, draft))
    elif known.shape == "plan" and node.kind is MAPPING:
        draft.cells[name] = cell
        draft.plan[:] = _periods(cell, draft)
    elif known.shape in {"section", "agency", "goals", "midterm_goal"} and node.kind is MAPPING:
        draft.cells[name] = cell
        subsection = INNER.get(known.shape, known.name)
        read_section(node, subsection, f"{name}.", cell.pointer, draft)
    else:
        draft.irregularities.append(_misfit(cell, section, known.shape))


def _misfit(cell: Cell, section: str, expected: str) -> Irregularity:
    return Irregularity("shape", cell, section, cell.key.text if cell.key else "", expected)


def _goal_name(known: Field, name: str) -> str:
    """Return where a plain goal goes: `goals: text` is the annual goal, `midterm: text` the text of that goal."""
    return {"goals": f"{name}.annual", "midterm_goal": f"{name}.text"}.get(known.shape, name)


def _joined(cell: Cell, draft: Draft, section: str) -> Cell:
    pieces = []
    for index, item in enumerate(cell.node.items):
        place = Cell("", item, f"{cell.pointer}/{index}", cell.key)
        if item.kind is SCALAR:
            pieces.append(place._replace(text=cell_text(item)))
        else:
            draft.irregularities.append(_misfit(place, section, "text"))
    return cell._replace(text="\n".join(piece.text for piece in pieces), pieces=tuple(pieces))


def _records(section: str, cell: Cell, draft: Draft) -> list[Record]:
    records = []
    for index, item in enumerate(cell.node.items):
        pointer = f"{cell.pointer}/{index}"
        if item.kind is MAPPING:
            row = Draft(draft.spelled)
            read_section(item, section, "", pointer, row)
            draft.irregularities.extend(row.irregularities)
            records.append(Record(index, item, pointer, row.cells, row.own))
        else:
            stray = Cell(item.text if item.kind is SCALAR else "", item, pointer, cell.key)
            draft.irregularities.append(Irregularity("shape", stray, section, section, "section"))
    return records


def _periods(cell: Cell, draft: Draft) -> list[Period]:
    periods = []
    for key, value in cell.node.pairs:
        place = Cell("", value, f"{cell.pointer}/{_escape(key.text)}", key)
        if value.kind is SCALAR:
            periods.append(Period(key.text, place._replace(text=cell_text(value))))
        else:
            draft.irregularities.append(Irregularity("shape", place, "spending_plan", key.text, "text"))
    return periods
