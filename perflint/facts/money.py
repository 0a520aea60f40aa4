"""Facts about the sums of a table: totals against their parts (domain: §3.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from perflint.facts.amounts import (
    Amount,
    cell_amount,
    purpose_amounts,
    read_amount,
    table_total,
    ten_thousands,
    tolerance,
)
from perflint.facts.cost import cost_lines
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

MONEY = Vocabulary("money", "一个应当成立的金额等式", "one equation of amounts that should hold")

FUNDS, SOURCES, SOURCE_TOTAL, GENERAL, TASKS, COST = "funds", "sources", "source-total", "general", "tasks", "cost"
_SOURCES = ("general", "gov_fund", "soe_capital", "social_insurance", "other")
_SCALES = ((Decimal(10_000), "10000"), (Decimal(100), "100"))
_SHOWN = 12


@dataclass(frozen=True)
class Equation:
    """A total and what should add up to it; `items` are amounts with the place of their cell.

    `below_ok` says that the items may be less; `alternatives` are other sums that would be right too. `misplaced` says that
    rows outside the cost class were counted. `explained` says that another equation already says what is wrong.
    """

    scope: Scope
    kind: str
    total: Amount
    items: tuple[tuple[Amount, Spot], ...]
    below_ok: bool = False
    alternatives: tuple[Decimal, ...] = ()
    misplaced: bool = False
    explained: bool = False

    def spot(self, at: str) -> Spot:
        """Return the place of the total, or of the item whose unit is suspected."""
        return self.suspect[1] if at == "money.suspect" and self.suspect else Spot(self.total.field)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one equation has one set of parts
        """Return the places of the items."""
        return tuple(Relation(spot, amount.text, amount.text) for amount, spot in self.items[:_SHOWN])

    @cached_property
    def sum(self) -> Decimal:
        """What the items add up to, in 元."""
        return sum((amount.yuan for amount, _ in self.items), Decimal(0))

    @cached_property
    def tolerance(self) -> Decimal:
        """How far the sum may miss, in 元."""
        return tolerance((self.total, *(amount for amount, _ in self.items)))

    @cached_property
    def holds(self) -> bool:
        """Whether the items add up to the total."""
        sums = (self.sum, *self.alternatives)
        if self.below_ok and self.sum <= self.total.yuan + self.tolerance:
            return True
        return any(abs(amount - self.total.yuan) <= self.tolerance for amount in sums)

    @cached_property
    def scale(self) -> str:
        """`10000` or `100` if the equation would hold after a change of scale, else ""."""
        if self.holds or not self.sum or not self.total.yuan:
            return ""
        for factor, name in _SCALES:
            if self._near(self.sum * factor, self.total.yuan) or self._near(self.sum, self.total.yuan * factor):
                return name
        return ""

    def _near(self, one: Decimal, other: Decimal) -> bool:
        return abs(one - other) <= max(abs(one), abs(other)) / 10_000

    @cached_property
    def suspect(self) -> tuple[Amount, Spot] | None:
        """The only item, where 元 and 万元 were confused."""
        items = [item for item in self.items if item[0].yuan]
        return items[0] if self.scale == _SCALES[0][1] and len(items) == 1 else None


def money_views(view: TableView) -> Iterator[Equation]:
    """Yield the equations of a table for which it gives both sides."""
    funds = _funds(view)
    yield from (funds,) if funds else ()
    yield from _sources(view, funds)
    yield from _tasks(view)
    yield from _costs(view)


def _placed(amounts: Iterable[Amount | None]) -> tuple[tuple[Amount, Spot], ...]:
    return tuple((amount, Spot(amount.field)) for amount in amounts if amount)


def _funds(view: TableView) -> Equation | None:
    if view.filled("budget.total"):
        total, fiscal, other = (cell_amount(view, f"budget.{name}") for name in ("total", "fiscal", "other"))
        if view.filled("budget.other") and other is None:
            return None
    else:
        total, fiscal, other = purpose_amounts(view)
    if total is None or fiscal is None:
        return None
    first = other.yuan if other else Decimal(0)
    upper, own = (cell_amount(view, f"budget.{name}") for name in ("upper", "own"))
    further = [amount.yuan for amount in (upper, own, _listed(view)) if amount]
    sums = [fiscal.yuan + first + more for more in further] + ([fiscal.yuan + sum(further)] if further else [])
    return Equation(view.scope, FUNDS, total, _placed((fiscal, other)), alternatives=tuple(sums))


def _listed(view: TableView) -> Amount | None:
    """Return the sum of the listed parts of the other money."""
    records = view.table.records.get("budget.other_items", ())
    amounts = [read_amount(record.text("amount"), view.scope.currency) for record in records]
    known = [amount for amount in amounts if amount]
    return Amount(sum((a.yuan for a in known), Decimal(0)), Decimal(0), "", "") if known else None


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
        yield Equation(view.scope, SOURCES, total, known, explained=failed and listed is None)
    if listed and budget:
        explained = funds is not None and failed and abs(listed.yuan - funds.sum) <= funds.tolerance
        yield Equation(view.scope, SOURCE_TOTAL, listed, _placed((budget,)), explained=explained)
    fiscal, general = cell_amount(view, "budget.fiscal"), parts[0]
    if fiscal and general:
        yield Equation(view.scope, GENERAL, fiscal, _placed((general,)), below_ok=True, explained=failed)


def _tasks(view: TableView) -> Iterator[Equation]:
    records = view.table.records.get("tasks", ())
    for column in ("total", "fiscal", "other"):
        total = cell_amount(view, f"tasks_total.{column}")
        texts = [record.text(column) for record in records]
        amounts = [read_amount(text, view.scope.currency) for text in texts]
        if total is None or any(text.strip() and amount is None for text, amount in zip(texts, amounts, strict=True)):
            continue
        items = tuple(
            (amount, Spot(column, records="tasks", index=record.index))
            for record, amount in zip(records, amounts, strict=True) if amount
        )  # fmt: skip
        if items:
            yield Equation(view.scope, TASKS, total, items)


def _costs(view: TableView) -> Iterator[Equation]:
    total = table_total(view)
    lines = cost_lines(view)
    if total is None or total.yuan <= 0 or not lines.summable:
        return
    items = tuple((line.amount, Spot("value", records="indicators", index=line.index)) for line in lines.counted)
    if items and not _is_total_and_items(view, items, total):
        yield Equation(view.scope, COST, total, items, below_ok=not lines.complete, misplaced=lines.misplaced)


def _is_total_and_items(view: TableView, items: tuple[tuple[Amount, Spot], ...], total: Amount) -> bool:
    """Return whether one row is the budget itself and the others are its items, all of them or some."""
    if len(items) == 1:
        return False
    slack = tolerance((total, *(amount for amount, _ in items)))
    whole = sum((amount.yuan for amount, _ in items), Decimal(0))
    for amount, spot in items:
        if abs(amount.yuan - total.yuan) <= slack:
            name = view.rows[spot.index or 0].name
            generic = view.scope.knowledge.lexicon.words("words.cost_generic_names")
            if abs(whole - 2 * total.yuan) <= slack or any(word in name for word in ("总", "合计", "预算", *generic)):
                return True
    return False


@MONEY.fact(
    "kind",
    STRING,
    zh="等式：funds、sources、source-total、general、tasks、cost",
    en="which equation: funds, sources, source-total, general, tasks or cost",
)
def kind(equation: Equation) -> str:
    return equation.kind


@MONEY.fact("holds", BOOL, zh="等式是否成立（允许误差）", en="whether it holds, within tolerance")
def holds(equation: Equation) -> bool:
    return equation.holds


@MONEY.fact("explained", BOOL, zh="是否已由另一等式说明", en="whether another equation already says what is wrong")
def explained(equation: Equation) -> bool:
    return equation.explained


@MONEY.fact("total", STRING, zh="总数（万元）", en="the total in 万元")
def total_text(equation: Equation) -> str:
    return equation.total.ten_thousands


@MONEY.fact("total_typed", STRING, zh="总数，照录", en="the total as typed")
def total_typed(equation: Equation) -> str:
    return equation.total.text


@MONEY.fact("sum", STRING, zh="各项之和（万元）", en="the sum of the items in 万元")
def sum_text(equation: Equation) -> str:
    return ten_thousands(equation.sum)


@MONEY.fact("difference", STRING, zh="差额（万元，正数）", en="the difference in 万元, positive")
def difference(equation: Equation) -> str:
    return ten_thousands(abs(equation.sum - equation.total.yuan))


@MONEY.fact("above", BOOL, zh="各项之和是否大于总数", en="whether the items add up to more than the total")
def above(equation: Equation) -> bool:
    return equation.sum > equation.total.yuan


@MONEY.fact("items", STRING, zh="各项，照录，以“＋”相连", en="the items as typed, joined by +")
def items_text(equation: Equation) -> str:
    texts = [amount.text for amount, _ in equation.items]
    more = f" ＋ …（共{len(texts)}项）" if len(texts) > _SHOWN else ""
    return " ＋ ".join(texts[:_SHOWN]) + more


@MONEY.fact(
    "misplaced", BOOL, zh="是否计入了放在成本指标以外的金额行", en="whether rows outside the cost class were counted"
)
def misplaced(equation: Equation) -> bool:
    return equation.misplaced


@MONEY.fact(
    "scale",
    STRING,
    zh="换算10000倍或100倍后成立时为该倍数，否则为空",
    en="10000 or 100 if it would hold at another scale, else empty",
)
def scale(equation: Equation) -> str:
    return equation.scale


@MONEY.fact(
    "rescaled", STRING, zh="把单位改对以后的金额，无法确定为空", en="the item with its unit changed, empty if unsure"
)
def rescaled(equation: Equation) -> str:
    if equation.suspect is None:
        return ""
    amount, larger = equation.suspect[0], equation.sum > equation.total.yuan
    text = amount.text
    if larger:
        return text.replace("万元", "元") if "万元" in text else f"{text}元" if text[-1:].isdigit() else ""
    return text.replace("元", "万元") if "元" in text and "万元" not in text else ""
