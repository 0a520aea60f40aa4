"""Labels and the values beside them, in the same cell, or below them."""

from perflint.office.grid import GridCell
from perflint.office.recognition.boxes import has_boxes
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.kinds import confirms, is_quantity, is_unit_name, suits
from perflint.office.recognition.money import amounts_in, put_money
from perflint.office.recognition.naming import kept_key
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.values import put_boxes, put_value
from perflint.office.recognition.wording import halves, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import BLANKS, fold, is_blank

_CODE_FIRST = pattern(r"^(\d{3,12})[ \u3000\-—]*(?!年)([\u4e00-\u9fff（）()]{2,60})$")
_UNIT = pattern(r"^(?:金额)?单位:((?:亿|千|百|万)?元|万|人民币万?元)$")
_ANSWER = 2
_POINTS = pattern(r"\((\d+)分?\)$")
_CHOICES = frozenset({"project.attribute", "project.term", "project.category", "project.policy_type"})
_NAME_LIKE = pattern(r"^[\u4e00-\u9fff、（）()/及和与]{2,20}[:：]?$")
_Waiting = tuple[str, GridCell]


def read_pairs(desk: Desk, row: Row) -> bool:
    """Read a row of labels with their values; return whether it holds any."""
    labelled = [_reads_as_label(desk, row, place) for place in range(len(row.cells))]
    if not any(labelled):
        return _read_alone(desk, row) or _read_unknown(desk, row)
    waiting: _Waiting | None = None
    for place, (cell, is_label) in enumerate(zip(row.cells, labelled, strict=True)):
        if is_label and not _is_value(desk, row, place, labelled, waiting):
            if waiting and waiting[0]:
                _blank(desk, waiting, before=cell)
            waiting = _open(desk, cell) or (waiting if is_blank(cell.text) else None)
        elif waiting and waiting[0]:
            waiting = _fill(desk, waiting, cell)
        elif not _reads_by_itself(desk, cell):
            waiting = _unknown_label(desk, row, place, labelled) or _go_on(desk, waiting, row, place, labelled)
    if waiting and waiting[0]:
        _blank(desk, waiting, before=None)
    return True


def _is_value(desk: Desk, row: Row, place: int, labelled: list[bool], waiting: _Waiting | None) -> bool:
    """Return whether a cell that could be a label is the value of the label before it.

    It is where it is a label only by how it begins (`总目标：…` beside 年度目标), where it is one of the choices of the label
    (延续 beside 项目属性), and where it would be a label without a value.
    """
    field = waiting[0] if waiting else ""
    become = desk.vocabulary.more["boxes_become"].get(field, field)
    if not field or waiting is None or field.startswith("budget.") or desk.draft.holds(become) is not None:
        return False
    cell, text = row.cells[place], row.cells[place].text
    label = desk.vocabulary.label(text)
    if not (label or desk.vocabulary.heads(text) or amounts_in(text, desk.vocabulary)):
        return True
    if cell.column > waiting[1].column + waiting[1].columns or cell.rows > 1:
        return False
    if field in _CHOICES and (label == field or not _has_value(row, place, labelled)):
        return True
    return desk.vocabulary.listed(text) is None and label is not None and not _has_value(row, place, labelled)


def _has_value(row: Row, place: int, labelled: list[bool]) -> bool:
    """Return whether a cell that is no label follows."""
    return place + 1 < len(row.cells) and not labelled[place + 1]


def _reads_as_label(desk: Desk, row: Row, place: int) -> bool:
    cell = row.cells[place]
    if _UNIT.match(fold(cell.text).strip("()")):
        return False
    if _label(desk, cell) or desk.vocabulary.heads(cell.text) or amounts_in(cell.text, desk.vocabulary):
        return True
    return inside(desk, cell) is not None


def _label(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of a label; one that can be read in part only where the cell beside it says the same."""
    field = desk.vocabulary.label(cell.text)
    found = None if field or desk.vocabulary.heads(cell.text) else desk.vocabulary.composed.read(cell.text, "head")
    beside = desk.sheet.at(cell.row, cell.column + cell.columns) if found else None
    if field and field.startswith("budget.") and not _is_money_label(desk, cell, field):
        return None
    if found is None or beside is None or is_blank(beside.text) or beside.rows > cell.rows:
        return field
    return found.field if confirms(found.field, beside.text) else None


def _is_money_label(desk: Desk, cell: GridCell, field: str) -> bool:
    """Return whether what can be read as a label of money has an amount, or room for one, beside it or below."""
    if desk.vocabulary.listed(cell.text) or cell.rows > 1:
        return True
    beside = desk.sheet.at(cell.row, cell.column + cell.columns)
    below = desk.sheet.at(cell.row + 1, cell.column)
    near = [one for one in (beside, below) if one is not None and (one is beside or confirms(field, one.text))]
    return any(is_blank(one.text) or suits(field, one.text) or desk.vocabulary.label(one.text) for one in near)


def _field_of(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of a label; the general budget's money is a source of its own where others stand beside it."""
    field = _label(desk, cell) or _money_heading(desk, cell)
    if field == "budget.fiscal" and "一般公共" in cell.text and desk.sheet.mentions("政府性基金"):
        return "budget.sources.general"
    return field


def inside(desk: Desk, cell: GridCell) -> tuple[str, str] | None:
    """Return field and value of a cell that holds a label and its value: `实施单位及责任人 市管局 某某`."""
    parts = halves(cell.text)
    if parts and parts[1] and (field := desk.vocabulary.label(parts[0])) and suits(field, parts[1]):
        return field, parts[1]
    text = trimmed(cell.text)
    head, _, rest = text.partition(" ")
    field = desk.vocabulary.label(head)
    rest = rest.strip(BLANKS)
    return (field, rest) if field and rest and suits(field, rest) else None


def _open(desk: Desk, cell: GridCell) -> _Waiting | None:
    """Take a label in; return the field that a value is awaited for."""
    amounts = amounts_in(cell.text, desk.vocabulary)
    for amount in amounts:
        put_money(desk, amount.field, amount.text, cell, cell)
    if amounts:
        desk.draft.marks.append(plain((halves(cell.text) or (cell.text, ""))[0]))
        return None
    field = _field_of(desk, cell)
    if field is None:
        found = inside(desk, cell)
        if found:
            put_value(desk, found[0], found[1], cell)
        else:
            desk.draft.use(cell, "", "heading")
        return None
    desk.draft.use(cell, field, "label")
    desk.draft.guess(field, cell.text, desk.vocabulary.sureness(cell.text))
    desk.draft.marks.append(plain(cell.text))
    return field, cell


def _money_heading(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of a heading over money that has an amount at once beside it."""
    beside = desk.sheet.at(cell.row, cell.column + cell.columns)
    if beside is None or not is_quantity(beside.text) or cell.rows > beside.rows:
        return None
    found = desk.vocabulary.composed.read(cell.text, "head")
    return found.field if found and found.field.startswith("budget.") else None


def _go_on(
    desk: Desk, waiting: _Waiting | None, row: Row, place: int, labelled: list[bool]
) -> _Waiting | None:
    """Take in a cell behind a value: the end of a period in a cell of its own, a heading over several rows, what is left."""
    cell = row.cells[place]
    over = place + 1 < len(row.cells) and labelled[place + 1] and _NAME_LIKE.match(trimmed(cell.text))
    if waiting and suits("project.period.end", cell.text) and desk.draft.text("project.period.start"):
        start = desk.draft.holds("project.period.end")
        beside = desk.sheet.at(cell.row, cell.column - 1)
        if isinstance(start, Leaf) and not start.text and beside and beside.text == desk.draft.text("project.period.start"):
            put_value(desk, "project.period.end", cell.text, cell)
            return waiting
    if waiting is None and desk.sheet.exact and (cell.rows > 1 or over):
        desk.draft.use(cell, "", "heading")
        return None
    desk.leave(cell)
    return waiting


def _unknown_label(desk: Desk, row: Row, place: int, labelled: list[bool]) -> _Waiting | None:
    """Return an unknown label that stands before a value as one of a key of its own; None where it need be none."""
    cell = row.cells[place]
    following = row.cells[place + 1] if _has_value(row, place, labelled) else None
    if desk.vocabulary.level(cell.text) is not None or desk.vocabulary.listings[0].listed(cell.text):
        return None
    beside = following is not None and following.column == cell.column + cell.columns and cell.rows <= following.rows
    return (f"?{cell.text}", cell) if beside and _NAME_LIKE.match(trimmed(cell.text)) else None


def _fill(desk: Desk, waiting: _Waiting, cell: GridCell) -> _Waiting | None:
    """Give a value to the label before it; boxes may go on in further cells."""
    field, label = waiting
    if not field:
        desk.leave(cell)
        return waiting
    if field.startswith("?"):
        desk.draft.keep(label, cell)
        return "", label
    if field.endswith("x-"):
        field = kept_key(field, label.text)
    if has_boxes(cell.text):
        put_boxes(desk, field, cell)
        return waiting
    if not field.startswith("budget."):
        put_value(desk, field, cell.text, cell, label)
    elif suits(field, cell.text):
        put_money(desk, field, trimmed(cell.text), cell, label)
    elif len(fold(cell.text)) <= _ANSWER:
        put_value(desk, kept_key(field, label.text), cell.text, cell)
    else:  # words beside a label of money head further columns
        desk.leave(cell)
    return "", label


def _blank(desk: Desk, waiting: _Waiting, before: GridCell | None) -> None:
    """Note a label without a value: its cell is blank, or another label follows at once and the value stands below."""
    field, label = waiting
    points = _POINTS.search(fold(label.text)) if field == "execution.weight" else None
    if points:
        put_value(desk, field, points[1], label)
        return
    if field.startswith("?") or desk.draft.holds(desk.vocabulary.more["boxes_become"].get(field, field)) is not None:
        return
    beside = before is not None and before.column <= label.column + label.columns
    last = before is None and desk.sheet.exact and label.column and label.column + label.columns >= desk.sheet.grid.width
    if beside or last:
        desk.pending.append(waiting)
    elif field.startswith("budget."):
        put_money(desk, field, "", label)
    else:
        put_value(desk, field, "", label)


def _read_alone(desk: Desk, row: Row) -> bool:
    """Read cells that say themselves what they are."""
    read = [_reads_by_itself(desk, cell) for cell in row.cells]
    for cell, done in zip(row.cells, read, strict=True):
        if not done and any(read):
            desk.leave(cell)
    return any(read)


def _read_unknown(desk: Desk, row: Row) -> bool:
    """Keep a row of a label that is not known and the text beside it under a key of its own."""
    if len(row.cells) != len(("label", "value")) or not desk.sheet.exact or not desk.draft.tree:
        return False
    waiting = _unknown_label(desk, row, 0, [False, False])
    if waiting is None:
        return False
    desk.draft.keep(waiting[1], row.cells[1])
    return True


def take_below(desk: Desk, row: Row) -> Row:
    """Give labels that wait for a value below them what stands there; return the row without it."""
    pending, desk.pending = desk.pending, []
    taken = set()
    for field, label in pending:
        cell = next((one for one in row.cells if _is_below(label, one, alone=len(row.cells) == 1)), None)
        if cell is None or desk.draft.holds(field) is not None or _reads_as_label(desk, row, row.cells.index(cell)):
            continue
        if suits(field, cell.text) and not _is_named(desk, row, cell):
            put_value(desk, field, cell.text, cell, label)
            taken.add(cell)
    return Row(row.number, tuple(cell for cell in row.cells if cell not in taken))


def _is_named(desk: Desk, row: Row, cell: GridCell) -> bool:
    """Return whether a cell has a label of its own at once before it."""
    place = row.cells.index(cell)
    return place > 0 and _reads_as_label(desk, row, place - 1)


def _is_below(label: GridCell, cell: GridCell, *, alone: bool) -> bool:
    return (alone and cell.row < label.row + max(label.rows, 2)) or (
        cell.column == label.column and cell.columns == label.columns
    )


def _reads_by_itself(desk: Desk, cell: GridCell) -> bool:
    """Read a cell that needs no label: the unit of the money, an agency with its code."""
    unit = _UNIT.match(fold(cell.text).strip("()"))
    if unit:
        return desk.draft.put("currency_unit", unit[1].removeprefix("人民币"), cell)
    found = _CODE_FIRST.match(trimmed(cell.text))
    if found and is_unit_name(found[2]) and not is_quantity(cell.text) and not desk.draft.holds("agency"):
        return desk.draft.put("agency", trimmed(cell.text), cell)
    return False

