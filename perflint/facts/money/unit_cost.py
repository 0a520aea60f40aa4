"""Facts about unit costs (元/人, 元/天): is there a quantity to multiply by, and what does it come to (domain: BUD005, BUD006)."""

import re
from decimal import Decimal
from functools import lru_cache

from perflint.facts.money.amounts import table_total, ten_thousands, tolerance
from perflint.facts.money.budgetview import amounts_named
from perflint.facts.money.unit_price import UnitCostView
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import alternatives
from perflint.quantity import Op
from perflint.typography import fold

UNIT_COST = Vocabulary("unit_cost", "一条单位成本（元/人、元/天等）", "a cost for each of something")

_FAMILIES = (
    ("人", "名", "位", "人次", "生", "学生", "户", "例", "对象", "职工", "编制"),
    ("平方米", "㎡", "平米", "亩", "公顷", "平方公里", "万平方米", "m2"),
    ("公里", "千米", "米", "延米", "km"),
    ("吨", "立方米", "方", "千克", "公斤", "升", "千瓦时", "度"),
    ("天", "日", "工作日", "小时"),
)
_DAYS = _FAMILIES[4]
_CAPS = ("标准", "上限", "限额", "控制")
# Words of a text that say that others pay a part.
_SHARED = ("总投资", "自筹", "配套", "上级", "中央", "省级", "市级资金", "社会资本", "分年", "分期")
_TEXTS = ("goals.annual", "project.purpose", "project.scope")
_MARGIN = Decimal("1.2")  # a bound is no exact price


@lru_cache(maxsize=512)
def _counts(base: str) -> re.Pattern[str]:
    family = next((words for words in _FAMILIES if base in words), (base,))
    ahead = r"(?<![月\d.])" if family is _DAYS else r"(?<![\d.])"
    return re.compile(ahead + rf"\d[\d.,]*(?:万|亿|余|多|来|几|个){{0,2}}(?:{alternatives(family)})")


@UNIT_COST.fact("name", STRING, zh="指标名称", en="name of the row")
def name(cost: UnitCostView) -> str:
    return cost.row.text("name").strip()


@UNIT_COST.fact("text", STRING, zh="单位成本，照录", en="the unit cost as typed")
def text(cost: UnitCostView) -> str:
    return cost.row.text("value").strip()


@UNIT_COST.fact("base", STRING, zh="单位成本的计量对象，如“人”“天”", en="what it is for each of, such as 人 or 天")
def base(cost: UnitCostView) -> str:
    return cost.base


@UNIT_COST.fact(
    "counted",
    BOOL,
    zh="表里是否有相应的数量（指标、目标或资金用途里）",
    en="whether the table gives a quantity to multiply by",
)
def counted(cost: UnitCostView) -> bool:
    pattern = _counts(cost.base)
    rows = [row for index, row in cost.view.filled_rows if index != cost.index]
    if any(pattern.search(fold(row.text(cell))) for row in rows for cell in ("value", "name", "description")):
        return True
    if any(pattern.fullmatch(f"1{fold(row.text('unit'))}") for row in rows):
        return True
    if any(pattern.search(fold(cost.view.text(cell))) for cell in _TEXTS) or pattern.search(cost.row.name):
        return True
    if not any(cost.base in words for words in _FAMILIES) and any(_countable(row) for row in rows):
        return True
    return any(_makes_the_budget(cost, row) for row in rows)


def _makes_the_budget(cost: UnitCostView, row: RowView) -> bool:
    """Return whether unit cost × a count in another unit (6.6万元/人 × 20个岗位) is exactly the budget."""
    total, count = table_total(cost.view), row.value.first.low
    price = cost.part.high if isinstance(cost.part.high, Decimal) else cost.part.low
    if total is None or not _countable(row) or not isinstance(price, Decimal) or not isinstance(count, Decimal):
        return False
    return abs(price * count - total.yuan) <= tolerance((total,))


def _countable(row: RowView) -> bool:
    part = row.value.first
    return row.class_id == "output.quantity" and isinstance(part.low or part.high, Decimal) and not row.rate


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
    total = table_total(cost.view) if cost.product else None
    if total is None or cost.product is None or total.yuan <= 0 or any(word in cost.row.name for word in _CAPS):
        return False
    said = "".join(fold(cost.view.text(cell)) for cell in _TEXTS)
    if any(word in said for word in _SHARED) or cost.product.yuan in amounts_named(said):
        return False
    bounds = {cost.part.op, cost.quantity[1].op if cost.quantity else Op.NONE} - {Op.NONE, Op.EQ}
    limit = total.yuan * (_MARGIN if bounds else 1)
    return cost.product.yuan > limit + tolerance((total,))
