"""Amounts beside or inside the cells that name them: `年度资金总额： 8 万元`, `其中：财政拨款16 万`."""

from typing import NamedTuple

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.naming import kept_key, known_key
from perflint.office.recognition.placing import is_amount
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.office.recognition.wording import halves, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_AMOUNT = pattern(
    r"[ \u3000\u00a0]*[:：]?[ \u3000\u00a0]*([\d,，.]*[ \u3000]*(?:亿|千|百)?(?:万)?[ \u3000]*元?)[ \u3000]*$"
)
_SUM = r"[ \u3000:：]*([\d.,]*[ \u3000]*万?[ \u3000]*元?)[ \u3000]*"
_PROCUREMENT = pattern(rf"政府采购{_SUM}[（(]政府购买服务{_SUM}[）)]")
_LONGEST = 60
_YEAR, _OTHER, _WHOLE = pattern(r"年度|当年|本年|20\d\d年"), pattern(r"其[他它]"), pattern(r"总预算|总投资|总概算")
_EXECUTED = pattern(r"(?:全年|实际|预算)?执行数")
_DIGITS = frozenset("0123456789０１２３４５６７８９")


class Amount(NamedTuple):
    """A named amount: its field and the amount as printed, "" where only its unit stands there."""

    field: str
    text: str


def amounts_in(text: str, vocabulary: Vocabulary) -> list[Amount]:
    """Return the amounts that a cell names and holds; none where it is no such cell."""
    bought = _PROCUREMENT.search(text)
    if bought:
        return [
            Amount("budget.procurement", filled(bought[1])),
            Amount("budget.purchased_services", filled(bought[2])),
        ]
    if len(text) > _LONGEST:
        return []
    found = _AMOUNT.search(text)
    if found is None or found.start() == 0:
        return []
    field = vocabulary.label(text[: found.start()])
    whole = vocabulary.label(text)
    if field is None or not field.startswith("budget.") or (whole and not found[1].strip()):
        return []
    return [Amount(field, filled(found[1]))]


def filled(text: str) -> str:
    """Return an amount as printed, "" for a unit alone."""
    return trimmed(text) if any(char in _DIGITS for char in text) else ""


def source_of(text: str, vocabulary: Vocabulary) -> str:
    """Return which of the five sources a heading names, "" for none."""
    name = plain(text) or fold(text)
    for field, starts in vocabulary.more["sources"].items():
        if any(name.startswith(start) for start in starts):
            return str(field)
    return ""


def put_below(desk: Desk, cell: GridCell) -> bool:
    """Put an amount under the label of money that stands above it in its column; return whether there is one."""
    for row in range(cell.row - 1, max(cell.row - 4, -1), -1):
        above = desk.sheet.at(row, cell.column)
        field = desk.vocabulary.label(above.text) if above else None
        if field and field.startswith("budget.") and is_amount(cell.text):
            return desk.draft.put(known_key(field), trimmed(cell.text), cell)
    return False


def put_money(desk: Desk, field: str, text: str, cell: GridCell, label: GridCell | None = None) -> None:
    """Put an amount; below a mid-term total, what repeats a part of the budget first is the mid-term's."""
    mine = desk.draft.holds("budget.midterm.total") is not None
    left = mine and field in {"budget.fiscal", "budget.other"} and _is_left(desk, field, cell)
    path = f"budget.midterm.{field.rpartition('.')[2]}" if left else known_key(field)
    words = fold(label.text) if label is not None else ""
    if _EXECUTED.fullmatch(_named(words)):
        path = known_key("execution.executed")
    before = desk.draft.named.get(path, "")
    if before and text and _rank(words) > _rank(before):
        desk.draft.move(path, kept_key(field, _named(before)))
    if desk.draft.put(path, text, cell):
        if text:
            desk.draft.named[path] = words
        return
    name = _named(label.text) if label is not None else ""
    if not name or not desk.draft.put(kept_key(field, name), text, cell):
        desk.leave(cell)


def _named(label: str) -> str:
    """Return the words of a label without the amount behind them, and without 其中： before them."""
    words = fold(label).removeprefix("其中:").removeprefix("其中")
    return (halves(words) or (words, ""))[0]


def _rank(label: str) -> int:
    """Return how well a label says what it names: the year's total before a project's whole, 其他 before a part of it."""
    return 2 * bool(_YEAR.search(label)) + bool(_OTHER.search(label)) - bool(_WHOLE.search(label))


def _is_left(desk: Desk, field: str, cell: GridCell) -> bool:
    """Return whether the same part of the money is named once more to the right, for the year."""
    for column in range(cell.column + 1, desk.sheet.grid.width):
        other = desk.sheet.at(cell.row, column)
        if other is None or other.row != cell.row or other is cell:
            continue
        if desk.vocabulary.label(other.text) == field or field in {
            one.field for one in amounts_in(other.text, desk.vocabulary)
        }:
            return True
    return False
