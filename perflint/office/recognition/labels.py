"""Which cells of a row are labels, of which field, and which are the values of the labels before them."""

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.kinds import confirms, is_quantity, suits
from perflint.office.recognition.money import amounts_in
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import halves, trimmed
from perflint.pattern import pattern
from perflint.typography import BLANKS, fold, is_blank

UNIT = pattern(r"^(?:金额)?单位:((?:亿|千|百|万)?元|万|人民币万?元)$")
_OF_MONEY = pattern(r"[资款费额金元]|预算|补[助贴]|合计|总计|投入|收入|支出|投资|结转|结余|财政|采购|购买")
_FREE = frozenset({"project.name"})
_CHOICES = frozenset({"project.attribute", "project.term", "project.category", "project.policy_type"})
NAME_LIKE = pattern(r"^[\u4e00-\u9fff、（）()/及和与]{2,20}[:：]?$")
Waiting = tuple[str, GridCell]


def reads_as_label(desk: Desk, row: Row, place: int) -> bool:
    """Return whether a cell of a row is a label, alone or with its value behind it."""
    cell = row.cells[place]
    if UNIT.match(fold(cell.text).strip("()")):
        return False
    if _label(desk, cell) or desk.vocabulary.heads(cell.text) or amounts_in(cell.text, desk.vocabulary):
        return True
    if _of_amount(desk, cell):
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
    if not _OF_MONEY.search(cell.text):
        return any(one is not None and (is_blank(one.text) or confirms(field, one.text)) for one in (beside, below))
    near = [one for one in (beside, below) if one is not None and (one is beside or confirms(field, one.text))]
    return any(is_blank(one.text) or suits(field, one.text) or desk.vocabulary.label(one.text) for one in near)


def field_of(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of a label; the general budget's money is a source of its own where others stand beside it."""
    return of_source(desk, _label(desk, cell) or _money_heading(desk, cell) or "", cell) or None


def of_source(desk: Desk, field: str, cell: GridCell) -> str:
    """Return the field of an amount, the source of its own for the general budget's money beside others."""
    if field == "budget.fiscal" and "一般公共" in cell.text and desk.sheet.mentions("政府性基金"):
        return "budget.sources.general"
    return field


def _money_heading(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of a heading over money that has an amount at once beside it."""
    beside = desk.sheet.at(cell.row, cell.column + cell.columns)
    if beside is None or not is_quantity(beside.text) or cell.rows > beside.rows:
        return None
    found = desk.vocabulary.composed.read(cell.text, "head")
    return found.field if found and found.field.startswith("budget.") else _of_amount(desk, cell)


def _of_amount(desk: Desk, cell: GridCell) -> str | None:
    """Return the field of words that are a label of money only where an amount stands at once beside them: 项目经费."""
    found = desk.vocabulary.composed.read(cell.text, "amount")
    beside = desk.sheet.at(cell.row, cell.column + cell.columns) if found else None
    if found is None or beside is None or cell.rows > beside.rows:
        return None
    return found.field if confirms(found.field, beside.text) else None


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


def unknown_label(desk: Desk, row: Row, place: int, labelled: list[bool]) -> Waiting | None:
    """Return an unknown label that stands before a value as one of a key of its own; None where it need be none."""
    cell = row.cells[place]
    following = row.cells[place + 1] if _has_value(row, place, labelled) else None
    if desk.vocabulary.level(cell.text) is not None or desk.vocabulary.listings[0].listed(cell.text):
        return None
    if following is not None and following.text.rstrip().endswith((":", "：")):
        return None
    beside = following is not None and following.column == cell.column + cell.columns and cell.rows <= following.rows
    return (f"?{cell.text}", cell) if beside and NAME_LIKE.match(trimmed(cell.text)) else None


def is_value(  # noqa: PLR0911  # one line for each reason
    desk: Desk, row: Row, place: int, labelled: list[bool], waiting: Waiting | None
) -> bool:
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
    beside = desk.sheet.at(cell.row, cell.column + cell.columns)
    if str(label).startswith("budget.") and beside is not None and is_blank(beside.text):
        return False  # a label of money with room for its amount
    if field in _FREE and str(label).startswith("budget.") and not _has_value(row, place, labelled):
        return True
    if field in _CHOICES and (label == field or not _has_value(row, place, labelled)):
        return True
    return desk.vocabulary.listed(text) is None and label is not None and not _has_value(row, place, labelled)


def _has_value(row: Row, place: int, labelled: list[bool]) -> bool:
    """Return whether a cell that is no label follows."""
    return place + 1 < len(row.cells) and not labelled[place + 1]
