"""Labels and the values beside them, in the same cell, or below them."""

from perflint.office.grid import GridCell
from perflint.office.recognition.boxes import has_boxes, read_boxes
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.money import Amount, amounts_in, filled
from perflint.office.recognition.placing import is_amount
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import halves, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import BLANKS, fold, is_blank

_CODE_FIRST = pattern(r"^\d{3,12}[ \u3000\-—]*(?!年)[\u4e00-\u9fff]{2,60}$")
_CODE_AND_NAME = pattern(r"^(\d{3,12})[ \u3000\-—]+(?!年)([\u4e00-\u9fff（）()]{2,60})$")
_CODE_LAST = pattern(r"^([\u4e00-\u9fff（）()]{2,60})[ \u3000]*(\d{3,12})$")
_UNIT = pattern(r"^(?:金额)?单位:((?:亿|千|百|万)?元|万|人民币万?元)$")
_PERIOD = pattern(r"^(.*?\d.*?)[ \u3000]*(?:至|到|[-—–~～]+)[ \u3000]*(.*\d.*)$")
_SHORT = 3
_TRIMMED = frozenset({"agency", "agency.code", "supervisor", "project.period", "project.term", "year", "currency_unit"})
_LISTS = frozenset({"project.basis_types"})
_NESTED = {"goals.midterm": "goals.midterm.text"}


def read_pairs(desk: Desk, row: Row) -> bool:
    """Read a row of labels with their values; return whether it holds any."""
    labelled = [_reads_as_label(desk, cell) for cell in row.cells]
    if not any(labelled):
        return _read_below(desk, row)
    waiting: tuple[str, GridCell] | None = None
    for cell, is_label in zip(row.cells, labelled, strict=True):
        if is_label and not (_expects_text(desk, waiting) and _is_own_words(desk, cell)):
            if waiting and waiting[0]:
                _blank(desk, waiting, before=cell)
            waiting = _open(desk, cell) or (waiting if is_blank(cell.text) else None)
        elif waiting:
            waiting = _fill(desk, waiting, cell)
        elif not _reads_alone(desk, cell):
            desk.leave(cell)
    if waiting and waiting[0]:
        _blank(desk, waiting, before=None)
    return True


def _expects_text(desk: Desk, waiting: tuple[str, GridCell] | None) -> bool:
    """Return whether a label stands before a cell that has no value yet and takes words."""
    field = waiting[0] if waiting else ""
    become = desk.vocabulary.more["boxes_become"].get(field, field)
    return bool(field) and not field.startswith("budget.") and desk.draft.holds(become) is None


def _is_own_words(desk: Desk, cell: GridCell) -> bool:
    """Return whether a cell is a label only by how it begins: `总目标：……` beside 年度目标 is the goal's own text."""
    text = cell.text
    return not (desk.vocabulary.label(text) or desk.vocabulary.heads(text) or amounts_in(text, desk.vocabulary))


def _reads_as_label(desk: Desk, cell: GridCell) -> bool:
    if _UNIT.match(fold(cell.text).strip("()")):
        return False
    if desk.vocabulary.label(cell.text) or desk.vocabulary.heads(cell.text) or amounts_in(cell.text, desk.vocabulary):
        return True
    return inside(desk, cell) is not None


def inside(desk: Desk, cell: GridCell) -> tuple[str, str] | None:
    """Return field and value of a cell that holds a label and its value: `实施单位及责任人 市管局 某某`."""
    parts = halves(cell.text)
    if parts and parts[1] and (field := desk.vocabulary.label(parts[0])):
        return field, parts[1]
    text = trimmed(cell.text)
    head, _, rest = text.partition(" ")
    field = desk.vocabulary.label(head)
    return (field, rest.strip(BLANKS)) if field and rest.strip(BLANKS) else None


def _open(desk: Desk, cell: GridCell) -> tuple[str, GridCell] | None:
    """Take a label in; return the field that a value is awaited for."""
    amounts = amounts_in(cell.text, desk.vocabulary)
    for amount in amounts:
        put_money(desk, amount.field, amount.text, cell)
    if amounts:
        desk.draft.marks.append(plain((halves(cell.text) or (cell.text, ""))[0]))
        return None
    field = desk.vocabulary.label(cell.text)
    if field is None:
        found = inside(desk, cell)
        if found:
            put_value(desk, found[0], found[1], cell)
        else:
            desk.draft.use(cell, "", "heading")
        return None
    desk.draft.use(cell, field, "label")
    desk.draft.marks.append(plain(cell.text))
    return field, cell


def _fill(desk: Desk, waiting: tuple[str, GridCell], cell: GridCell) -> tuple[str, GridCell] | None:
    """Give a value to the label before it; boxes may go on in further cells."""
    field, label = waiting
    if not field:
        desk.leave(cell)
        return waiting
    if has_boxes(cell.text):
        put_boxes(desk, field, cell)
        return waiting
    if not field.startswith("budget."):
        put_value(desk, field, cell.text, cell)
    elif filled(cell.text) or len(trimmed(cell.text)) <= _SHORT:
        put_money(desk, field, trimmed(cell.text), cell)
    else:  # words beside a label of money head further columns
        desk.leave(cell)
    return "", label


def _blank(desk: Desk, waiting: tuple[str, GridCell], before: GridCell | None) -> None:
    """Note a label without a value: its cell is blank, or another label follows at once and the value stands below."""
    field, label = waiting
    if desk.draft.holds(desk.vocabulary.more["boxes_become"].get(field, field)) is not None:
        return
    if field.startswith("budget."):
        put_money(desk, field, "", label)
    elif before is not None and before.column <= label.column + label.columns:
        desk.pending = (field, label)
    else:
        put_value(desk, field, "", label)


def _read_below(desk: Desk, row: Row) -> bool:
    """Read a row without label: the value of a label that stands above it, or a cell that says itself what it is."""
    pending, desk.pending = desk.pending, None
    if pending and len(row.cells) == 1 and desk.draft.holds(pending[0]) is None:
        put_value(desk, pending[0], row.cells[0].text, row.cells[0])
        return True
    read = [_reads_alone(desk, cell) for cell in row.cells]
    for cell, done in zip(row.cells, read, strict=True):
        if not done and any(read):
            desk.leave(cell)
    return any(read)


def _reads_alone(desk: Desk, cell: GridCell) -> bool:
    """Read a cell that needs no label: the unit of the money, an agency with its code."""
    unit = _UNIT.match(fold(cell.text).strip("()"))
    if unit:
        return desk.draft.put("currency_unit", unit[1].removeprefix("人民币"), cell)
    if _CODE_FIRST.match(trimmed(cell.text)) and not desk.draft.holds("agency"):
        return desk.draft.put("agency", trimmed(cell.text), cell)
    return False


def put_value(desk: Desk, field: str, text: str, cell: GridCell) -> None:
    """Put a value under its field, in the shape that the field has."""
    if has_boxes(text) and field.startswith("project."):
        put_boxes(desk, field, cell, text)
        return
    text = trimmed(text) if field in _TRIMMED else text
    last = _CODE_LAST.match(text) if field in {"agency", "supervisor"} else None
    first = _CODE_AND_NAME.match(text) if field in {"agency", "supervisor"} else None
    field = "project.period" if field == "project.term" and _PERIOD.match(text) else field
    span = _PERIOD.match(text) if field == "project.period" else None
    if first:
        done = desk.draft.put(f"{field}.code", first[1], cell) and desk.draft.put(f"{field}.name", first[2], cell)
    elif last:
        done = desk.draft.put(f"{field}.name", last[1], cell) and desk.draft.put(f"{field}.code", last[2], cell)
    elif span:
        done = desk.draft.put(f"{field}.start", span[1], cell) and desk.draft.put(f"{field}.end", span[2], cell)
    elif field == "project.period":
        done = desk.draft.put(f"{field}.start", text, cell) and desk.draft.put(f"{field}.end", "", cell)
    else:
        done = desk.draft.put(_NESTED.get(field, field), text, cell)
    if not done:
        desk.leave(cell)


def put_below(desk: Desk, cell: GridCell) -> bool:
    """Put an amount under the label of money that stands above it in its column; return whether there is one."""
    for row in range(cell.row - 1, max(cell.row - 4, -1), -1):
        above = desk.sheet.at(row, cell.column)
        field = desk.vocabulary.label(above.text) if above else None
        if field and field.startswith("budget.") and is_amount(cell.text):
            return desk.draft.put(field, trimmed(cell.text), cell)
    return False


def put_money(desk: Desk, field: str, text: str, cell: GridCell) -> None:
    """Put an amount; below a mid-term total, what repeats a part of the budget first is the mid-term's."""
    mine = desk.draft.holds("budget.midterm.total") is not None
    left = mine and field in {"budget.fiscal", "budget.other"} and _is_left(desk, field, cell)
    path = f"budget.midterm.{field.rpartition('.')[2]}" if left else field
    if not desk.draft.put(path, text, cell):
        desk.leave(cell)


def _is_left(desk: Desk, field: str, cell: GridCell) -> bool:
    """Return whether the same part of the money is named once more to the right, for the year."""
    for column in range(cell.column + 1, desk.sheet.grid.width):
        other = desk.sheet.at(cell.row, column)
        if other is None or other.row != cell.row or other is cell:
            continue
        if desk.vocabulary.label(other.text) == field or field in {one.field for one in _amounts(desk, other)}:
            return True
    return False


def _amounts(desk: Desk, cell: GridCell) -> list[Amount]:
    return amounts_in(cell.text, desk.vocabulary)


def put_boxes(desk: Desk, field: str, cell: GridCell, text: str = "") -> None:
    """Put the ticked options of a cell under its field."""
    become = desk.vocabulary.more["boxes_become"].get(field, field)
    names = desk.vocabulary.more["options"].get(field, {})
    ticked = [Leaf(names.get(one.text, one.text), cell.place) for one in read_boxes(text or cell.text) if one.ticked]
    desk.draft.use(cell, become, "value")
    above, _, last = become.rpartition(".")
    branch = desk.draft.tree.setdefault(above, {})
    if not isinstance(branch, dict):
        return
    known = branch.get(last)
    before = [leaf for leaf in known if isinstance(leaf, Leaf)] if isinstance(known, list) else []
    if isinstance(known, Leaf) and known.text:
        before = [known]
    every = before + [leaf for leaf in ticked if leaf.text not in {one.text for one in before}]
    branch[last] = every if become in _LISTS or len(every) > 1 else (every[0] if every else Leaf("", cell.place))
