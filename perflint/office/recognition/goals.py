"""Goals whose headings stand in one row and their texts below: mid-term and annual, the goal and what became of it."""

from collections.abc import Sequence
from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.naming import kept_key, known_key
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.values import put_years
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.typography import is_blank

_GOALS = frozenset({"goals.midterm", "goals.annual"})
_WIDEST_OF_GOALS, _SURE = 3, 0.9
_Named = tuple[GridCell, str]


def read_goals(desk: Desk, row: Row) -> bool:
    """Read a row of headings of goals; the texts stand in the row below them."""
    if desk.opened and len(row.cells) > _WIDEST_OF_GOALS:
        return False
    named = _named(desk, row)
    if not named or not _stand_alone(desk, row, named):
        return False
    for cell in row.cells:
        desk.draft.use(cell, "goals", "label")
    for cell, field in named:
        if field == "goals.midterm":
            put_years(desk, cell)
    desk.pending = []
    desk.awaiting = partial(_read_texts, named=tuple(named))
    return True


def _named(desk: Desk, row: Row) -> list[_Named]:
    """Return the headings of goals in a row; one that spans more rows than the others is only over them."""
    columns = desk.vocabulary.more["goal_columns"]
    fields = [
        str(columns.get(exact(cell.text)) or columns.get(plain(cell.text)) or _field(desk, cell)) for cell in row.cells
    ]
    found = [(cell, field) for cell, field in zip(row.cells, fields, strict=True) if field]
    low = min((cell.rows for cell, _ in found), default=1)
    found = [one for one in found if one[0] is row.cells[0] or one[0].rows == low]
    over = len(found) > 1 and found[0][0] is row.cells[0] and (found[0][0].rows > low or len(found) > len(_GOALS))
    found = found[1:] if over and (found[0][0].rows > low or found[0][1] in {one for _, one in found[1:]}) else found
    kinds = {field for _, field in found}
    return found if kinds & _GOALS and (len(found) > 1 or desk.sheet.exact) else []


def _field(desk: Desk, cell: GridCell) -> str:
    label = desk.vocabulary.label(cell.text)
    if label and label.startswith("goals."):
        return label
    found = desk.vocabulary.composed.read(cell.text, "goals")
    return found.field if found and found.confidence >= _SURE else ""


def _stand_alone(desk: Desk, row: Row, named: Sequence[_Named]) -> bool:
    """Return whether nothing but headings stands in the row: what is left of them is over them, and below them is no label."""
    cells = [cell for cell, _ in named]
    others = [cell for cell in row.cells if cell not in cells]
    if any(cell.column > cells[0].column for cell in others):
        return False
    if any(cell.rows <= cells[0].rows and not _heads_goals(desk, cell) for cell in others):
        return False
    under = [desk.sheet.at(cell.row + cell.rows, cell.column) for cell in cells]
    if any(one is None or _is_label(desk, one) or desk.vocabulary.listings[0].listed(one.text) for one in under):
        return False
    if len(named) > 1:
        return True
    only = cells[0]
    if not others and only.column == 0 and (only.columns < desk.sheet.grid.width or "project" not in desk.draft.tree):
        return False
    below = desk.sheet.at(only.row + only.rows, only.column)
    reaches = only.column + only.columns >= desk.sheet.grid.width
    return reaches and below is not None and not is_blank(below.text) and not _is_label(desk, below)


def _heads_goals(desk: Desk, cell: GridCell) -> bool:
    return desk.vocabulary.heads(cell.text) or _field(desk, cell) != ""


def _is_label(desk: Desk, cell: GridCell) -> bool:
    vocabulary = desk.vocabulary
    return bool(vocabulary.label(cell.text)) or vocabulary.heads(cell.text) or vocabulary.level(cell.text) is not None


def _read_texts(desk: Desk, row: Row, named: Sequence[_Named]) -> bool:
    if any(desk.vocabulary.label(cell.text) for cell in row.cells):
        return False
    for heading, field in named:
        desk.draft.put(_path(field), "", heading)
    for cell in row.cells:
        before = [one for one in named if one[0].column <= cell.column] or [named[0]]
        heading, field = before[-1]
        if not desk.draft.put(_path(field), trimmed(cell.text), cell):
            key = kept_key(field, heading.text)
            if not desk.draft.put(key, trimmed(cell.text), cell):
                desk.leave(cell)
    return True


def _path(field: str) -> str:
    return "goals.midterm.text" if field == "goals.midterm" else known_key(field)
