"""Which equations a table states: its money against its parts, sources, tasks and cost rows (domain: §3.6)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from perflint.facts.money.amounts import (
    Amount,
    cell_amount,
    purpose_amounts,
    read_amount,
    table_total,
    tolerance,
    total_of,
)
from perflint.facts.money.breakdown import breakdown_views
from perflint.facts.money.cost_line import cost_lines
from perflint.facts.money.equation import Equation
from perflint.facts.money.listed_items import accounts_for
from perflint.facts.money.own_money import with_own_money
from perflint.facts.money.reckoned import reckoned_views
from perflint.facts.money.splits import split_views
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

FUNDS, LEVELS, SOURCES, SOURCE_TOTAL, GENERAL = "funds", "levels", "sources", "source-total", "general"
TASKS, TASKS_BUDGET, COST = "tasks", "tasks-budget", "cost"
_BASIC = pattern(r"^基本支出|^人员(?:经费|支出)|^(?:人员及)?(?:日常|机构|机关)?(?:公用经费|公用支出|运[转行])")
_SUM_ROW = pattern(r"^(?:合计|总计|小计|共计)")
_HEADING = pattern(r"^[一二三四五六七八九十]+、")
_BELOW = pattern(r"^(?:[(（]?[一二三四五六七八九十]{1,2}[)）]|[(（]?\d{1,2}[)）.．、]|——?|-)")
_LISTS = ("project.purpose", "project.scope", "project.allocation")  # texts that may say what the whole is made of
_SOURCES = ("general", "gov_fund", "soe_capital", "social_insurance", "other")


def money_views(view: TableView) -> Iterator[Equation]:
    """Yield the equations of a table for which it gives both sides."""
    stated = _funds(view)
    funds = with_own_money(view, stated) if stated else None
    yield from (funds,) if funds else ()
    yield from _sources(view, funds)
    tasks = list(_tasks(view))
    yield from tasks
    yield from _costs(view)
    yield from split_views(view, told=not all(equation.holds for equation in tasks))
    yield from breakdown_views(view)
    yield from reckoned_views(view)


def _placed(amounts: Iterable[Amount | None]) -> tuple[tuple[Amount, Spot], ...]:
    return tuple((amount, Spot(amount.field)) for amount in amounts if amount)


def _funds(view: TableView) -> Equation | None:
    """Return the year's total against its parts: fiscal and other money, or money from above and of this level, and what is carried over."""
    if view.filled("budget.total"):
        total, fiscal, other = (cell_amount(view, f"budget.{name}") for name in ("total", "fiscal", "other"))
        if view.filled("budget.other") and other is None:
            return None
    else:
        total, fiscal, other = purpose_amounts(view)
    upper, own, carried = (cell_amount(view, f"budget.{name}") for name in ("upper", "own", "carried_over"))
    if total is None or any(_is_open(view, name) for name in ("upper", "own", "carried_over")):
        return None
    if fiscal is None:
        return _by_level(view, total, upper, own, (other, carried))
    first = other.yuan if other else Decimal(0)
    further = [amount.yuan for amount in (upper, own, carried, _listed(view)) if amount]
    sums = [
        fiscal.yuan + first + sum(some) for size in range(1, len(further) + 1) for some in combinations(further, size)
    ]
    levels = total_of(amount for amount in (upper, own) if amount)
    if levels:
        sums += [levels + first, *(levels + first + amount.yuan for amount in (carried, _listed(view)) if amount)]
    if carried:  # which the fiscal money may hold already, or the other money may be
        sums += [fiscal.yuan + first, fiscal.yuan + carried.yuan]
    items = (fiscal, other, carried) if carried else (fiscal, other)
    return Equation(view.scope, FUNDS, total, _placed(items), alternatives=tuple(sums))


def _is_open(view: TableView, name: str) -> bool:
    """Return whether a cell of the budget says something that is no amount."""
    return view.filled(f"budget.{name}") and cell_amount(view, f"budget.{name}") is None


def _by_level(
    view: TableView, total: Amount, upper: Amount | None, own: Amount | None, more: tuple[Amount | None, ...]
) -> Equation | None:
    """Return the total against money from above and of this level; where only one of them is given it may be less."""
    parts = _placed((upper, own, *more))
    if not (upper or own):
        return None
    sums = (total_of(amount for amount in (upper, own) if amount),)
    return Equation(view.scope, LEVELS, total, parts, below_ok=not (upper and own), alternatives=sums)


def _listed(view: TableView) -> Amount | None:
    """Return the sum of the listed parts of the other money."""
    records = view.table.records.get("budget.other_items", ())
    amounts = [read_amount(record.text("amount"), view.scope.currency) for record in records]
    known = [amount for amount in amounts if amount]
    return Amount(total_of(known), Decimal(0), "", "") if known else None


def _sources(view: TableView, funds: Equation | None) -> Iterator[Equation]:
    fields = [f"budget.sources.{name}" for name in _SOURCES]
    parts = [cell_amount(view, field) for field in fields]
    if any(view.filled(field) and part is None for field, part in zip(fields, parts, strict=True)):
        return
    listed = cell_amount(view, "budget.sources.total")
    budget = cell_amount(view, "budget.total")
    total = listed or budget
    known = _placed(parts)
    failed = funds is not None and not funds.holds
    if total and known:
        carried = cell_amount(view, "budget.carried_over")
        sums = (total_of(amount for amount, _ in known) + carried.yuan,) if carried else ()
        yield Equation(view.scope, SOURCES, total, known, alternatives=sums, explained=failed and listed is None)
    if listed and budget:
        explained = funds is not None and failed and abs(listed.yuan - funds.sum) <= funds.tolerance
        yield Equation(view.scope, SOURCE_TOTAL, listed, _placed((budget,)), explained=explained)
    fiscal, general = cell_amount(view, "budget.fiscal"), parts[0]
    if fiscal and general:
        yield Equation(view.scope, GENERAL, fiscal, _placed((general,)), below_ok=True, explained=failed)


def _tasks(view: TableView) -> Iterator[Equation]:
    for column in ("total", "fiscal", "other"):
        total = cell_amount(view, f"tasks_total.{column}")
        items = _records(view, "tasks", column)
        if total and items:
            yield Equation(view.scope, TASKS, total, items)
        elif column == "total" and items and len(items) > 1 and not view.filled("tasks_total.total"):
            budget = cell_amount(view, "budget.total")
            if budget and budget.yuan > 0:
                yield Equation(view.scope, TASKS_BUDGET, budget, items, below_ok=not _has_running_cost(view))


def _has_running_cost(view: TableView) -> bool:
    """Return whether basic expenditure is among the tasks: then they are all that the department does, not its main tasks."""
    return any(_BASIC.search(fold(record.text("name"))) for record in view.table.records.get("tasks", ()))


def _records(view: TableView, records: str, column: str) -> tuple[tuple[Amount, Spot], ...]:
    """Return the amounts of a column of a list with their places; () where one that is filled cannot be read."""
    found = []
    rows = view.table.records.get(records, ())
    nested = any(_HEADING.search(fold(record.text("name"))) for record in rows)
    for record in rows:
        text, name = record.text(column), fold(record.text("name"))
        if _SUM_ROW.search(name) or name.startswith("其中") or (nested and _BELOW.search(name)):
            continue
        amount = read_amount(text, view.scope.currency)
        if text.strip() and amount is None:
            return ()
        if amount:
            found.append((amount, Spot(column, records=records, index=record.index)))
    return tuple(found)


def _costs(view: TableView) -> Iterator[Equation]:
    total = table_total(view)
    lines = cost_lines(view)
    if total is None or total.yuan <= 0 or not lines.summable:
        return
    of_year = (line for line in lines.counted if not ((line.all_years or line.whole) and line.amount.yuan > total.yuan))
    items = tuple((line.amount, Spot("value", records="indicators", index=line.index)) for line in of_year)
    if items and not _is_total_and_items(view, items, total):
        sums = _with_running_cost(view, items)
        yield Equation(
            view.scope,
            COST,
            total,
            items,
            below_ok=not lines.complete,
            alternatives=sums,
            misplaced=lines.misplaced,
            unsure=any(line.whole for line in lines.counted),
            broken_down=any(each.holds and not each.below_ok for each in breakdown_views(view))
            or _are_tasks(view, items)
            or any(accounts_for(view.text(cell), total, view.scope.currency) for cell in _LISTS),
        )


def _are_tasks(view: TableView, items: tuple[tuple[Amount, Spot], ...]) -> bool:
    """Return whether every cost row is the amount of one of the tasks, which list the whole."""
    tasks = [amount.yuan for amount, _ in _records(view, "tasks", "total")]
    return len(tasks) > len(items) and all(amount.yuan in tasks for amount, _ in items)


def _with_running_cost(view: TableView, items: tuple[tuple[Amount, Spot], ...]) -> tuple[Decimal, ...]:
    """Return the sum with the tasks that are basic expenditure: a department's cost rows may control its projects alone."""
    tasks = [task for task in view.table.records.get("tasks", ()) if _BASIC.search(fold(task.text("name")))]
    amounts = [amount for task in tasks if (amount := read_amount(task.text("total"), view.scope.currency))]
    running = total_of(amounts)
    return (total_of(amount for amount, _ in items) + running,) if running else ()


def _is_total_and_items(view: TableView, items: tuple[tuple[Amount, Spot], ...], total: Amount) -> bool:
    """Return whether one row is the budget itself and the others are its items, all of them or some."""
    if len(items) == 1:
        return False
    slack = tolerance((total, *(amount for amount, _ in items)))
    whole = total_of(amount for amount, _ in items)
    for amount, spot in items:
        if abs(amount.yuan - total.yuan) <= slack:
            name = view.rows[spot.index or 0].name
            generic = view.scope.knowledge.lexicon.words("words.cost_generic_names")
            if abs(whole - 2 * total.yuan) <= slack or any(word in name for word in ("总", "合计", "预算", *generic)):
                return True
    return False
