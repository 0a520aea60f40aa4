"""Money in cells that a form has beyond the known ones (x-自治区补助): it may be what a sum seems to lack."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec.structs import replace

from perflint.facts.money.amounts import read_amount
from perflint.facts.money.equation import Equation
from perflint.facts.tableview import TableView

_MOST = 4  # cells: fifteen sums


def with_own_money(view: TableView, equation: Equation) -> Equation:
    """Return an equation of the year's budget with the sums that own cells of the budget make too, some or all of them.

    Of many such cells nobody can tell which are parts: a total that they could fill up is then taken for right.
    """
    further = tuple(_own_money(view))
    if len(further) > _MOST:
        fills = equation.sum <= equation.total.yuan <= equation.sum + sum(further, Decimal(0))
        return replace(equation, alternatives=(*equation.alternatives, equation.total.yuan)) if fills else equation
    added = [sum(some, Decimal(0)) for size in range(1, len(further) + 1) for some in combinations(further, size)]
    sums = (equation.sum, *equation.alternatives)
    return replace(equation, alternatives=(*equation.alternatives, *(one + more for one in sums for more in added)))


def _own_money(view: TableView) -> Iterator[Decimal]:
    for key, cell in view.table.own.items():
        amount = read_amount(cell.text, view.scope.currency) if key.startswith("budget.") else None
        if amount:
            yield amount.yuan
