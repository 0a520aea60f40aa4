"""Amounts of money in the cells of a table, in 元, and how exactly they were typed (domain: §3.0, §3.6)."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

_FACTORS = {"亿元": 10**8, "亿": 10**8, "万元": 10**4, "万": 10**4, "千元": 10**3, "元": 1}
_CELL = pattern(
    r"(?:人民币|约|≤|<=|共|合计|[￥¥])?:?([-+]?\d{1,30}(?:\.\d{1,30})?)(亿元|万元|千元|亿|万|元)?(?:人民币|左右)?(?:/年|整)?[。.;；]?"
    r"(?:[(（][^()（）]{0,80}[)）])?"
)
_FIGURE = r"(?:数|为|:|需|约|财政性?资金|资金){0,3}(\d{1,20}(?:\.\d{1,10})?)(亿元|万元|千元|亿|万|元)"
_TOTAL = pattern(r"(?:预算|合计|共计|共)" + _FIGURE)
_FISCAL = pattern(r"(?:财政资金|财政拨款)" + _FIGURE)
_OTHER = pattern(r"(?:其他资金)" + _FIGURE)
_LEAST = Decimal(100)
_PER_ITEM = Decimal(50)


class Amount(NamedTuple):
    """An amount in 元, how far rounding may have moved it (half of the last digit typed), its text, and its cell."""

    yuan: Decimal
    slack: Decimal
    text: str
    field: str

    @property
    def ten_thousands(self) -> str:
        """The amount in 万元 as messages print it."""
        return ten_thousands(self.yuan)


def ten_thousands(yuan: Decimal) -> str:
    """Return an amount of 元 printed in 万元."""
    return f"{(yuan / 10000).normalize():f}万元"


@lru_cache(maxsize=4096)
def read_amount(text: str, currency: str, field: str = "") -> Amount | None:
    """Return the amount that a money cell holds; None if the cell is blank or holds anything else."""
    found = _CELL.fullmatch(fold(text).replace(",", ""))
    if not found:
        return None
    return _amount(found[1], found[2] or currency, text.strip(), field)


def _amount(number: str, unit: str, text: str, field: str) -> Amount:
    factor = Decimal(_FACTORS.get(unit, 10**4))
    decimals = len(number.partition(".")[2])
    return Amount(Decimal(number) * factor, Decimal(5).scaleb(-1 - decimals) * factor, text, field)


def total_of(amounts: Iterable[Amount]) -> Decimal:
    """Return what amounts add up to, in 元."""
    return sum((amount.yuan for amount in amounts), Decimal(0))


def tolerance(amounts: Iterable[Amount]) -> Decimal:
    """Return how far a sum of amounts may miss, in 元: half of the last digit of each, at most 50 元 each, at least 100."""
    return max(_LEAST, sum((min(amount.slack, _PER_ITEM) for amount in amounts), Decimal(0)))


def cell_amount(view: TableView, field: str) -> Amount | None:
    """Return the amount of a table's own cell."""
    return read_amount(view.text(field), view.scope.currency, field)


def purpose_amounts(view: TableView) -> tuple[Amount | None, Amount | None, Amount | None]:
    """Return total, fiscal and other money as the purpose text gives them."""
    text = fold(view.text("project.purpose")).replace(",", "，")
    total, fiscal, other = (_in_text(pattern, text) for pattern in (_TOTAL, _FISCAL, _OTHER))
    return total, fiscal, other


def _in_text(pattern: re.Pattern[str], text: str) -> Amount | None:
    found = pattern.search(text)
    return _amount(found[1], found[2], found[0], "project.purpose") if found else None


def table_total(view: TableView) -> Amount | None:
    """Return the year's money: the budget, the sum of a department's tasks, or the figure in the purpose text."""
    for field in ("budget.total", "tasks_total.total"):
        if view.filled(field):
            return cell_amount(view, field)
    return purpose_amounts(view)[0]
