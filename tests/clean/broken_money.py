"""Mutations of amounts: budgets, costs, sums, weights."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perflint.model import Cell, Table
from tests.clean.change import Change, filled, put
from tests.clean.kind import Kind

_AMOUNT = re.compile(r"(≤?)(\d[\d.]*)(万元|元)")
_FIGURE = re.compile(r"\d[\d.,]*")
_ZERO = Decimal(0)


def _times(text: str, factor: str) -> str:
    found = _FIGURE.search(text)
    if not found:
        return text
    number = Decimal(found[0].replace(",", "")) * Decimal(factor)
    return text[: found.start()] + format(number.normalize(), "f") + text[found.end() :]


def _amounts(table: Table, fields: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    for field in fields:
        cell = table.cells.get(field)
        if cell is not None and _FIGURE.search(cell.text) and Decimal(_FIGURE.findall(cell.text)[0].replace(",", "")):
            yield field, cell


def shift_budget(table: Table) -> Iterator[Change]:
    """Yield a budget total ten times too high or too low."""
    for number, (field, cell) in enumerate(_amounts(table, ("budget.total",))):
        yield put(cell, _times(cell.text, "10" if number % 2 else "0.1"), field)


def shift_cost(table: Table) -> Iterator[Change]:
    """Yield a cost ten times too high."""
    for row, cell in filled(table, "value"):
        if _AMOUNT.fullmatch(cell.text) and "成本" in row.text("level2") and row.text("horizon") != "中长期":
            yield put(cell, _times(cell.text, "10"), row.text("name"))


def change_cost(table: Table) -> Iterator[Change]:
    """Yield a cost a fifth higher, where two costs or more make up the budget."""
    costs = [(row, cell) for row, cell in filled(table, "value") if _is_part(table, cell, row.text("level2"))]
    total = sum((Decimal(_AMOUNT.fullmatch(cell.text)[2]) for _, cell in costs), _ZERO)  # type: ignore[index]
    figure = _FIGURE.search(table.text("budget.total"))
    if len(costs) > 1 and figure and total == Decimal(figure[0].replace(",", "")):
        for row, cell in costs:
            yield put(cell, _times(cell.text, "1.2"), row.text("name"))


def _is_part(table: Table, cell: Cell, level2: str) -> bool:
    unit = table.text("currency_unit") or "万元"
    found = _AMOUNT.fullmatch(cell.text)
    return "成本" in level2 and found is not None and found[3] == unit


def change_fiscal(table: Table) -> Iterator[Change]:
    """Yield a fiscal part that no longer makes up the total."""
    for field, cell in _amounts(table, ("budget.fiscal",)):
        yield put(cell, _times(cell.text, "0.9"), field)


def change_source(table: Table) -> Iterator[Change]:
    """Yield one fund source that no longer makes up the total."""
    for field, cell in _amounts(table, ("budget.sources.general", "budget.sources.gov_fund", "budget.upper")):
        yield put(cell, _times(cell.text, "1.1"), field)


def change_item(table: Table) -> Iterator[Change]:
    """Yield one task or cost item that no longer makes up its sum."""
    for group, field in (("tasks", "total"), ("budget.breakdown", "amount")):
        for record in table.records.get(group, ()):
            cell = record.cells.get(field)
            if cell is not None and cell.filled:
                yield put(cell, _times(cell.text, "1.1"), record.text("name") or record.text("item"))


def other_currency(table: Table) -> Iterator[Change]:
    """Yield 元 for 万元 behind the budget, and the other way round."""
    for field, cell in _amounts(table, ("budget.total",)):
        bare = cell.text.removesuffix("万元").removesuffix("元").strip()
        yield put(cell, bare + ("万元" if table.text("currency_unit") == "元" else "元"), field)


def cost_currency(table: Table) -> Iterator[Change]:
    """Yield 元 for 万元 in a cost."""
    for row, cell in filled(table, "value"):
        if re.fullmatch(r"≤[\d.]+万元", cell.text) and row.text("horizon") != "中长期":
            yield put(cell, cell.text.replace("万元", "元"), row.text("name"))


def change_weight(table: Table) -> Iterator[Change]:
    """Yield one weight that no longer makes up the total."""
    for row, cell in filled(table, "weight"):
        yield put(cell, str(int(cell.text) + 5), row.text("name"))


MONEY = (
    Kind("预算总额小数点错位", "decimal point of the budget shifted", shift_budget, 0.9),
    Kind("成本金额小数点错位", "decimal point of a cost shifted", shift_cost, 0.9),
    Kind("成本合计中改一项", "one addend of the costs changed", change_cost, 0.7),
    Kind("财政资金与总额不符", "fiscal part changed", change_fiscal, 0.9),
    Kind("资金来源改一项", "one fund source changed", change_source, 0.7),
    Kind("任务或成本构成改一项", "one task or cost item changed", change_item, 0.35),
    Kind("预算的元与万元写错", "元 for 万元 in the budget", other_currency, 0.9),
    Kind("成本的万元写成元", "元 for 万元 in a cost", cost_currency, 0.55),
    Kind("权重改一项", "one weight changed", change_weight, 0.9),
)
