"""Amounts below the year's total that are split themselves: a task, the mid-term money, the fiscal money, the listed other money."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from perflint.facts.money.amounts import cell_amount, read_amount
from perflint.facts.money.equation import Equation
from perflint.facts.money.own_money import with_own_money
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

TASK, MIDTERM, FISCAL, OTHER = "task-split", "midterm-split", "fiscal-split", "other-split"
_PARTS = ("fiscal", "other")


def split_views(view: TableView, *, told: bool) -> Iterator[Equation]:
    """Yield the equations of amounts that the table splits further, where it gives the whole and every part.

    `told` says that the tasks fail to add up: a task whose amount is wrong is then told already.
    """
    yield from () if told else _tasks(view)
    yield from _of_cells(view, MIDTERM, "budget.midterm.total", ("budget.midterm.fiscal", "budget.midterm.other"))
    yield from _by_level(view)
    yield from _other(view)


def _of_cells(view: TableView, kind: str, whole: str, parts: tuple[str, ...]) -> Iterator[Equation]:
    total = cell_amount(view, whole)
    amounts = [cell_amount(view, part) for part in parts]
    if total and all(amounts):
        yield Equation(view.scope, kind, total, tuple((each, Spot(each.field)) for each in amounts if each))


def _tasks(view: TableView) -> Iterator[Equation]:
    for record in view.table.records.get("tasks", ()):
        total, *parts = (read_amount(record.text(name), view.scope.currency) for name in ("total", *_PARTS))
        if total and all(parts):
            spots = [Spot(name, records="tasks", index=record.index) for name in ("total", *_PARTS)]
            items = tuple((part, spot) for part, spot in zip(parts, spots[1:], strict=True) if part)
            yield Equation(view.scope, TASK, total, items, place=spots[0])


def _by_level(view: TableView) -> Iterator[Equation]:
    """Yield the fiscal money against money from above and of this level, which may be that of the year's total as well."""
    total, carried = cell_amount(view, "budget.total"), cell_amount(view, "budget.carried_over")
    for equation in _of_cells(view, FISCAL, "budget.fiscal", ("budget.upper", "budget.own")):
        wholes = [amount.yuan for amount in (equation.total, total) if amount]
        others = [amount.yuan for amount in (cell_amount(view, "budget.other"), carried) if amount]
        less = [sum(some, Decimal(0)) for size in range(len(others) + 1) for some in combinations(others, size)]
        if not any(abs(equation.sum - whole + part) <= equation.tolerance for whole in wholes for part in less):
            yield with_own_money(view, equation)


def _other(view: TableView) -> Iterator[Equation]:
    """Yield the other money against its list, which may leave something out and not hold more."""
    total = cell_amount(view, "budget.other")
    records = view.table.records.get("budget.other_items", ())
    amounts = [(record, read_amount(record.text("amount"), view.scope.currency)) for record in records]
    items = tuple((each, _listed(record.index)) for record, each in amounts if each)
    if total and len(items) > 1 and len(items) == len(amounts):
        yield Equation(view.scope, OTHER, total, items)


def _listed(index: int) -> Spot:
    return Spot("amount", records="budget.other_items", index=index)
