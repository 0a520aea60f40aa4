"""Facts about what unit costs come to with their quantities, beside the budget and the item of the same name (domain: BUD006)."""

from decimal import Decimal

from perflint.facts.money.amounts import Amount, table_total, ten_thousands, tolerance, total_of
from perflint.facts.money.budgetview import amounts_named
from perflint.facts.money.cost_line import CostLine, cost_lines
from perflint.facts.money.factor import MONTHS, QUARTERS, YEARLY
from perflint.facts.money.unit_cost import UNIT_COST, is_cap
from perflint.facts.money.unit_price import UnitCostView, unit_cost_views
from perflint.facts.subject_matter import core, shared
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Op
from perflint.typography import fold

# Words of a text that say that others pay a part.
_SHARED = ("总投资", "自筹", "配套", "上级", "中央", "省级", "市级资金", "社会资本", "分年", "分期")
_TEXTS = ("goals.annual", "project.purpose", "project.scope")
_MARGIN = Decimal("1.2")  # a bound is no exact price
_ROUNDED = Decimal("1.001")  # prices and budgets are rounded as they are printed
_LEAST_SHARE = Decimal("0.8")  # of an item: freight, tax and small parts come on top of the product
_LEAST_NAME = 2
_TOTAL = pattern(r"总|合计|预算|项目|工作|专项|资金|经费|投入|综合|其他")


@UNIT_COST.fact("product", STRING, zh="单位成本×数量，照录", en="unit cost × quantity as typed")
def product(cost: UnitCostView) -> str:
    return cost.product.text if cost.product else ""


@UNIT_COST.fact("comes_to", STRING, zh="单位成本×数量（万元）", en="unit cost × quantity in 万元")
def comes_to(cost: UnitCostView) -> str:
    return ten_thousands(cost.product.yuan) if cost.product else ""


@UNIT_COST.fact("budget", STRING, zh="预算总额（万元）", en="the budget in 万元")
def budget(cost: UnitCostView) -> str:
    total = table_total(cost.view)
    return total.ten_thousands if total else ""


@UNIT_COST.fact(
    "exceeds",
    BOOL,
    zh="单位成本×数量是否超过预算（标准、上限一类除外）",
    en="whether unit cost × quantity is above the budget; prescribed standards and caps aside",
)
def exceeds(cost: UnitCostView) -> bool:
    return cost.product is not None and not is_cap(cost) and _is_above((cost,), cost.product.yuan)


@UNIT_COST.fact(
    "periodic",
    BOOL,
    zh="是否只按月、按季计的成本（乘以表里写明的月数、季数）",
    en="whether it is for each month or quarter and nothing else, so that only time is multiplied",
)
def periodic(cost: UnitCostView) -> bool:
    return all(base in MONTHS | QUARTERS | YEARLY for base in cost.price.bases)


@UNIT_COST.fact(
    "at_most",
    BOOL,
    zh="单位成本是否只是上限（≤），实际可以低于它",
    en="whether the unit cost is an upper bound (≤), so that less may be spent",
)
def at_most(cost: UnitCostView) -> bool:
    return cost.row.value.op.direction < 0


def _is_above(costs: tuple[UnitCostView, ...], yuan: Decimal) -> bool:
    """Return whether what some unit costs come to is above the budget, and no text says that others pay a part."""
    view = costs[0].view
    total = table_total(view)
    said = "".join(fold(view.text(cell)) for cell in _TEXTS)
    if total is None or total.yuan <= 0 or any(word in said for word in _SHARED) or yuan in amounts_named(said):
        return False
    counted = (each.row.value.op for cost in costs for each in cost.counts or () if each.row)
    bounds = {*(cost.part.op for cost in costs), *counted} - {Op.NONE, Op.EQ}
    return yuan > total.yuan * (_MARGIN if bounds else _ROUNDED) + tolerance((total,))


def _together(cost: UnitCostView) -> tuple[Amount, ...]:
    """Return the products of a table of several things, on the last of them; () where one alone is above the budget."""
    costs = tuple(each for each in unit_cost_views(cost.view) if each.product and not is_cap(each))
    products = tuple(each.product for each in costs if each.product)
    if not costs or costs[-1].index != cost.index or any(exceeds(each) for each in costs):
        return ()
    counted = [count.index for each in costs for count in each.counts or () if count.index >= 0]
    if len(set(counted)) < len(counted):
        return ()
    if len(costs) > 1 and _is_above(costs, total_of(products)):
        return products
    items = _further(costs, total_of(products))
    return (*products, *items) if items and _is_above(costs, total_of((*products, *items))) else ()


def _further(costs: tuple[UnitCostView, ...], yuan: Decimal) -> tuple[Amount, ...]:
    """Return the other amounts of the table, () where one may hold what is worked out: larger, of its name, or a total."""
    lines = cost_lines(costs[0].view)
    total = table_total(costs[0].view)
    named = [row.name for cost in costs for row in (cost.row, *(each.row for each in cost.counts or () if each.row))]
    whole = total_of(line.amount for line in lines.counted)
    if lines.misplaced or total is None or whole >= total.yuan - tolerance((total,)):
        return ()
    if any(line.amount.yuan >= yuan or _may_hold(line.name, named) for line in lines.counted):
        return ()
    return tuple(line.amount._replace(text=f"{line.name}{line.amount.text}") for line in lines.counted)


def _may_hold(name: str, named: list[str]) -> bool:
    """Return whether an item may hold what the other names say: it is a total, or shares two characters in a row with one."""
    plain = core(name)
    return len(plain) < _LEAST_NAME or _TOTAL.search(plain) is not None or any(shared(name, one) for one in named)


@UNIT_COST.fact(
    "together",
    STRING,
    zh="几项单位成本×数量合计超过预算时的算式（记在最后一项），否则为空",
    en="the products that are above the budget together (at the last of them), else empty",
)
def together(cost: UnitCostView) -> str:
    return " ＋ ".join(amount.text for amount in _together(cost))


@UNIT_COST.fact("together_comes_to", STRING, zh="这些乘积之和（万元）", en="the sum of these products in 万元")
def together_comes_to(cost: UnitCostView) -> str:
    products = _together(cost)
    return ten_thousands(total_of(products)) if products else ""


def _item(cost: UnitCostView) -> CostLine | None:
    """Return the only cost row with an amount that is about the same thing, by the unit cost's or its quantity's name."""
    names = {core(cost.row.name), *(core(each.row.name) for each in cost.counts or () if each.row)}
    lines = [
        line
        for line in cost_lines(cost.view).counted
        if len(core(line.name)) >= _LEAST_NAME and core(line.name) in names
    ]
    return lines[0] if len(lines) == 1 and lines[0].index != cost.index else None


@UNIT_COST.fact(
    "item",
    STRING,
    zh="同一件事另列的金额，如“设备购置费32万元”，没有为空",
    en="the amount that is given for the same thing, or empty",
)
def item(cost: UnitCostView) -> str:
    line = _item(cost)
    return f"{line.name}{line.amount.text}" if line else ""


@UNIT_COST.fact(
    "item_differs",
    BOOL,
    zh="单位成本×数量是否大于该金额，或不到它的八成",
    en="whether unit cost × quantity is above that amount, or less than four fifths of it",
)
def item_differs(cost: UnitCostView) -> bool:
    line = _item(cost)
    if (
        line is None
        or cost.product is None
        or is_cap(cost)
        or cost.least
        or cost.part.op not in {Op.NONE, Op.EQ, Op.LE}
    ):
        return False
    low, high = line.amount.yuan * _LEAST_SHARE, line.amount.yuan + tolerance((line.amount,))
    return cost.product.yuan < low or cost.product.yuan > high
