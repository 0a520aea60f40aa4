"""Labels and the values beside them, in the same cell, or below them."""

from msgspec.structs import replace

from perflint.office.grid import GridCell
from perflint.office.recognition.boxes import has_boxes
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.kinds import confirms, is_quantity, is_unit_name, suits
from perflint.office.recognition.labels import (
    NAME_LIKE,
    UNIT,
    Waiting,
    field_of,
    inside,
    is_value,
    of_source,
    reads_as_label,
    unknown_label,
)
from perflint.office.recognition.money import amounts_in, put_money
from perflint.office.recognition.naming import kept_key
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.values import put_boxes, put_value
from perflint.office.recognition.wording import halves, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_CODE_FIRST = pattern(r"^(\d{3,12})[ \u3000\-—]*(?!年)([\u4e00-\u9fff（）()]{2,60})$")
_ANSWER, _WORDS = 2, 20
_GUIDE = pattern(
    r"^请?(?:根据|按照|依据|参照|结合).{2,40}(?:归纳|填写|填报|填列|概括)[。;；]?$|任务对应的目标(?:或措施.*)?[。;；]?$"
)
_POINTS = pattern(r"\((\d+)分?\)$")


def read_pairs(desk: Desk, row: Row) -> bool:
    """Read a row of labels with their values; return whether it holds any."""
    row = _without_guidance(desk, row)
    labelled = [reads_as_label(desk, row, place) for place in range(len(row.cells))]
    if not any(labelled):
        return _read_alone(desk, row) or _read_unknown(desk, row)
    waiting: Waiting | None = None
    for place, (cell, is_label) in enumerate(zip(row.cells, labelled, strict=True)):
        if is_label and not is_value(desk, row, place, labelled, waiting):
            if waiting and waiting[0]:
                _blank(desk, waiting, before=cell)
            waiting = _open(desk, cell) or (waiting if is_blank(cell.text) else None)
        elif waiting and waiting[0]:
            waiting = _fill(desk, waiting, cell)
        elif not _reads_by_itself(desk, cell):
            waiting = unknown_label(desk, row, place, labelled) or _go_on(desk, waiting, row, place, labelled)
    if waiting and waiting[0]:
        _blank(desk, waiting, before=None)
    return True


def _without_guidance(desk: Desk, row: Row) -> Row:
    """Return a row of label, guidance and value without the guidance, which only says how to fill it in: 根据三定方案归纳."""
    if len(row.cells) != len(("label", "guidance", "value")) or not _GUIDE.search(fold(row.cells[1].text)):
        return row
    if not reads_as_label(desk, row, 0) or reads_as_label(desk, row, 2):
        return row
    desk.draft.use(row.cells[1], "", "heading")
    return Row(row.number, (row.cells[0], row.cells[2]))


def _open(desk: Desk, cell: GridCell) -> Waiting | None:
    """Take a label in; return the field that a value is awaited for."""
    amounts = amounts_in(cell.text, desk.vocabulary)
    for amount in amounts:
        put_money(desk, of_source(desk, amount.field, cell), amount.text, cell, cell)
    if amounts:
        desk.draft.marks.append(plain((halves(cell.text) or (cell.text, ""))[0]))
        return None
    field = field_of(desk, cell)
    if field is None:
        found = inside(desk, cell)
        if found:
            put_value(
                desk, found[0], found[1], cell, replace(cell, text=(halves(cell.text) or (cell.text[:_WORDS], ""))[0])
            )
        else:
            desk.draft.use(cell, "", "heading")
        return None
    desk.draft.use(cell, field, "label")
    desk.draft.guess(field, cell.text, desk.vocabulary.sureness(cell.text))
    desk.draft.marks.append(plain(cell.text))
    return field, cell


def _go_on(desk: Desk, waiting: Waiting | None, row: Row, place: int, labelled: list[bool]) -> Waiting | None:
    """Take in a cell behind a value: the end of a period in a cell of its own, a heading over several rows, what is left."""
    cell = row.cells[place]
    over = cell.text.rstrip().endswith((":", "：")) or (
        place + 1 < len(row.cells) and labelled[place + 1] and NAME_LIKE.match(trimmed(cell.text))
    )
    if waiting and suits("project.period.end", cell.text) and desk.draft.text("project.period.start"):
        start = desk.draft.holds("project.period.end")
        beside = desk.sheet.at(cell.row, cell.column - 1)
        if (
            isinstance(start, Leaf)
            and not start.text
            and beside
            and beside.text == desk.draft.text("project.period.start")
        ):
            put_value(desk, "project.period.end", cell.text, cell)
            return waiting
    if waiting is None and desk.sheet.exact and (cell.rows > 1 or over):
        desk.draft.use(cell, "", "heading")
        return None
    desk.leave(cell)
    return waiting


def _fill(desk: Desk, waiting: Waiting, cell: GridCell) -> Waiting | None:
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
    if confirms(field, cell.text):
        desk.draft.confirm(label.text)
    if not field.startswith("budget."):
        put_value(desk, field, cell.text, cell, label)
    elif suits(field, cell.text):
        put_money(desk, field, trimmed(cell.text), cell, label)
    elif len(fold(cell.text)) <= _ANSWER:
        put_value(desk, kept_key(field, label.text), cell.text, cell)
    else:  # words beside a label of money head further columns
        desk.leave(cell)
    return "", label


def _blank(desk: Desk, waiting: Waiting, before: GridCell | None) -> None:
    """Note a label without a value: its cell is blank, or another label follows at once and the value stands below."""
    field, label = waiting
    points = _POINTS.search(fold(label.text)) if field == "execution.weight" else None
    if points:
        put_value(desk, field, points[1], label)
        return
    if field.startswith("?") or desk.draft.holds(desk.vocabulary.more["boxes_become"].get(field, field)) is not None:
        return
    beside = before is not None and before.column <= label.column + label.columns
    last = (
        before is None and desk.sheet.exact and label.column and label.column + label.columns >= desk.sheet.grid.width
    )
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
    waiting = unknown_label(desk, row, 0, [False, False])
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
        if cell is None or reads_as_label(desk, row, row.cells.index(cell)):
            continue
        if not _has_room(desk, field) and not field.startswith("budget."):
            continue
        if suits(field, cell.text) and not _is_named(desk, row, cell):
            if not _has_room(desk, field):
                put_money(desk, field, trimmed(cell.text), cell, label)
            else:
                put_value(desk, field, cell.text, cell, label)
            taken.add(cell)
    return Row(row.number, tuple(cell for cell in row.cells if cell not in taken))


def _has_room(desk: Desk, field: str) -> bool:
    """Return whether nothing stands under a field: of a unit, no name beside its code."""
    known = desk.draft.holds(field)
    return known is None or (field in {"agency", "supervisor"} and isinstance(known, dict) and "name" not in known)


def _is_named(desk: Desk, row: Row, cell: GridCell) -> bool:
    """Return whether a cell has a label of its own at once before it."""
    place = row.cells.index(cell)
    return place > 0 and reads_as_label(desk, row, place - 1)


def _is_below(label: GridCell, cell: GridCell, *, alone: bool) -> bool:
    return (alone and cell.row < label.row + max(label.rows, 2)) or (
        cell.column == label.column and cell.columns == label.columns
    )


def _reads_by_itself(desk: Desk, cell: GridCell) -> bool:
    """Read a cell that needs no label: the unit of the money, an agency with its code."""
    unit = UNIT.match(fold(cell.text).strip("()"))
    if unit:
        return desk.draft.put("currency_unit", unit[1].removeprefix("人民币"), cell)
    found = _CODE_FIRST.match(trimmed(cell.text))
    if found and is_unit_name(found[2]) and not is_quantity(cell.text) and not desk.draft.holds("agency"):
        return desk.draft.put("agency", trimmed(cell.text), cell)
    return False
