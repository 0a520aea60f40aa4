"""Money of several years: a row for each part of the money, a column for last year's figures and one for this year's."""

from collections.abc import Sequence
from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.kinds import suits
from perflint.office.recognition.money import put_money
from perflint.office.recognition.naming import kept_key
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import bare, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_YEAR = pattern(r"20\d\d")
_MONEY = frozenset({"amount", "budget", "arranged", "fund", "number", "execution", "spend"})
_PAST = frozenset({"last", "before_last"})
_FEWEST = 2
_Named = tuple[GridCell, bool]


def read_yearly(desk: Desk, row: Row) -> bool:
    """Read the headings of money by years (上年度预算安排, 本年度申请金额); the rows of money below them are awaited."""
    named = _named(desk, row)
    if len(named) < _FEWEST or sum(own for _, own in named) != 1:
        return False
    below = [desk.sheet.at(cell.row + cell.rows, cell.column) for cell, _ in named]
    if any(one is None or not suits("budget.total", one.text) for one in below):
        return False
    for cell in row.cells:
        desk.draft.use(cell, "budget", "label")
    desk.pending = []
    desk.awaiting = partial(_read_part, named=tuple(named))
    return True


def _named(desk: Desk, row: Row) -> list[_Named]:
    """Return the headings of years in a row, and for each whether it is the table's own year."""
    found = [(cell, year) for cell in row.cells if (year := _year(desk, cell))]
    latest = max((year for _, year in found), default="")
    return [(cell, year == latest) for cell, year in found] if latest != _LAST else []


_LAST, _THIS = "0", "9999"


def _year(desk: Desk, cell: GridCell) -> str:
    """Return of which year a heading over money is: its number, 9999 for this year, 0 for one before, "" for no such heading."""
    if desk.vocabulary.level(cell.text) is not None or len(cell.text) > len("上年度") * 6:
        return ""
    parts = {name for words in bare(cell.text) for part in desk.vocabulary.composed.cut(words)[0] for name in part}
    if not parts & _MONEY:
        return ""
    number = _YEAR.search(fold(cell.text))
    return number[0] if number else _LAST if parts & _PAST else _THIS if "year" in parts else ""


def _read_part(desk: Desk, row: Row, named: Sequence[_Named]) -> bool:
    """Read one part of the money; the first row that is none ends them."""
    labels = [cell for cell in row.cells if cell.column < named[0][0].column]
    field = desk.vocabulary.label(labels[-1].text) if labels else None
    if not labels or not (field or "").startswith("budget."):
        return False
    desk.draft.use(labels[-1], str(field), "label")
    for cell in row.cells:
        heading = next((one for one in named if one[0].column <= cell.column < one[0].column + one[0].columns), None)
        if cell in labels:
            continue
        if heading is None or not suits("budget.total", cell.text):
            desk.leave(cell)
        elif heading[1]:
            put_money(desk, str(field), trimmed(cell.text), cell, labels[-1])
        else:
            _keep(desk, str(field), labels[-1], heading[0], cell)
    desk.awaiting = partial(_read_part, named=named)
    return True


def _keep(desk: Desk, field: str, label: GridCell, heading: GridCell, cell: GridCell) -> None:
    """Keep a figure of a year before under the words of its row and its column."""
    words = plain(heading.text) if field == "budget.total" else f"{plain(label.text)}·{plain(heading.text)}"
    if not desk.draft.put(kept_key("budget.total", words), trimmed(cell.text), cell):
        desk.leave(cell)
