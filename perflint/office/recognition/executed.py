"""Money of evaluated tables: a row for each part of the money, a column for each stage of the year."""

from collections.abc import Sequence
from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.pattern import pattern

_FIGURE = pattern(r"[\d.,%/—–-]+(?:万元|元|分)?")
_FEWEST = 3
_KEPT = "x-executed"
_ITEM = "item"


def read_executed(desk: Desk, row: Row) -> bool:
    """Read the headings of budget, execution and score; the rows of money below them are awaited."""
    known = desk.vocabulary.more["executed"]["headings"]
    named = [cell for cell in row.cells if exact(cell.text) in known]
    if len(named) < _FEWEST or len(named) + 1 < len(row.cells):
        return False
    for cell in row.cells:
        desk.draft.use(cell, "budget", "label")
        desk.draft.marks.append(plain(cell.text))
    desk.awaiting = partial(_read_money, named=tuple(named))
    return True


def _read_money(desk: Desk, row: Row, named: Sequence[GridCell]) -> bool:
    """Read one part of the money; the first row that is none ends them."""
    first = named[0].column
    labels = [cell for cell in row.cells if cell.column < first]
    values = [cell for cell in row.cells if cell.column >= first]
    label = desk.vocabulary.label(labels[-1].text) if labels else None
    if not labels or not all(_FIGURE.fullmatch(exact(cell.text)) for cell in values):
        return False
    if label and not label.startswith("budget."):
        return False
    for cell in labels:
        desk.draft.use(cell, label or "budget", "label")
    stages = {cell.column: exact(cell.text) for cell in named}
    kept: Branch = {_ITEM: Leaf(trimmed(labels[-1].text), labels[-1].place)}
    for cell in values:
        if cell.column in stages:
            kept[f"x-{stages[cell.column]}"] = Leaf(trimmed(cell.text), cell.place)
            desk.draft.use(cell, f"budget.{_KEPT}", "value")
        else:
            desk.leave(cell)
    _keep(desk, label, kept)
    desk.awaiting = partial(_read_money, named=named)
    return True


def _keep(desk: Desk, label: str | None, kept: Branch) -> None:
    wanted = (f"x-{name}" for name in desk.vocabulary.more["executed"]["budget"])
    amount = next((value for name in wanted if isinstance(value := kept.get(name), Leaf)), None)
    budget = desk.draft.tree.setdefault("budget", {})
    if not isinstance(budget, dict):
        return
    if label and amount:
        budget.setdefault(label.rpartition(".")[2], amount)
    rows = budget.setdefault(_KEPT, [])
    if isinstance(rows, list):
        rows.append(kept)  # type: ignore[arg-type]  # a list of branches, made here alone
