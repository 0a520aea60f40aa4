"""Lists of indicators that also have columns for the project: each project of the list is a table of its own."""

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.draft import Use
from perflint.office.recognition.kinds import is_unit_name
from perflint.office.recognition.placing import Placing
from perflint.office.recognition.values import put_value
from perflint.office.recognition.wording import trimmed

HEAD = "@"
_NAMES = ("project.code", "project.name", "year")
_SHARED = ("title", "annex", "currency_unit", "year", "agency", "supervisor", "profile")


def take_heads(desk: Desk, opened: OpenList, number: int, placing: Placing) -> Placing:
    """Take the cells of a row that are the project's into the table; return the placing of the others."""
    heads = _heads(desk, opened, number, placing)
    if not heads:
        return placing
    if (
        heads.keys() == {_NAMES[1]}
        and list(placing.values()) == list(heads.values())
        and is_unit_name(heads[_NAMES[1]].text)
    ):
        _take_unit(desk, opened, heads[_NAMES[1]])
        return {}
    if any(_differs(desk, name, heads) for name in _NAMES):
        _begin(desk, opened, heads)
    if "agency" in heads and _differs(desk, "agency", heads):
        _raise(desk)
    for field, cell in heads.items():
        known = desk.draft.text(field)
        if not known or (field not in desk.draft.tree and known != trimmed(cell.text)):
            put_value(desk, field, trimmed(cell.text), cell)
        elif known == trimmed(cell.text):
            desk.draft.use(cell, field, "value")
    return {place: cell for place, cell in placing.items() if not opened.columns[place].field.startswith(HEAD)}


def _take_unit(desk: Desk, opened: OpenList, cell: GridCell) -> None:
    """Take a row that only names a unit as that of the projects below it; one above it supervises it."""
    if desk.draft.rows:
        _begin(desk, opened, {"agency": cell})
    elif "agency" in desk.draft.tree and _differs(desk, "agency", {"agency": cell}):
        _raise(desk)
    put_value(desk, "agency", trimmed(cell.text), cell)


def _heads(desk: Desk, opened: OpenList, number: int, placing: Placing) -> dict[str, GridCell]:
    """Return the cells of a row, merged ones too, under headings that name a field of the project."""
    heads: dict[str, GridCell] = {}
    for place, column in enumerate(opened.columns):
        if column.field.startswith(HEAD):
            cell = placing.get(place) or (desk.sheet.at(number, column.start) if desk.sheet.exact else None)
            if cell is not None and cell.row >= opened.first_row and trimmed(cell.text):
                heads[column.field.removeprefix(HEAD)] = cell
    return heads


def _raise(desk: Desk) -> None:
    """Take the department that stands above a list of several units as the one that supervises them."""
    above = desk.draft.tree.pop("agency")
    desk.draft.tree.setdefault("supervisor", above)
    desk.draft.uses = [
        Use(use.place, use.text, "supervisor", use.role) if use.field == "agency" else use for use in desk.draft.uses
    ]


def _differs(desk: Desk, field: str, heads: dict[str, GridCell]) -> bool:
    known = desk.draft.text(field)
    return field in heads and bool(known) and trimmed(heads[field].text) != known


def _begin(desk: Desk, opened: OpenList, heads: dict[str, GridCell]) -> None:
    """Begin the table of the next project; what stands above the list holds for it too."""
    before = desk.draft
    desk.finish()
    desk.draft.number = before.number
    desk.opened = opened
    opened.carried.clear()
    for field in _SHARED:
        value = before.tree.get(field)
        if value is not None and field not in heads:
            desk.draft.tree[field] = value
    desk.draft.marks.extend(before.marks)
