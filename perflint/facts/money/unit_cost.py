"""Facts about unit costs (元/人, 元/天): is there a quantity to multiply by, is it a standard (domain: BUD005)."""

import re
from decimal import Decimal
from functools import lru_cache

from perflint.facts.kind import SubjectKind
from perflint.facts.money.amounts import table_total, tolerance
from perflint.facts.money.cost_line import cost_lines
from perflint.facts.money.unit_price import UnitCostView, unit_cost_views
from perflint.facts.row import RowView
from perflint.facts.values.unit_named import unit_named
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import alternatives, pattern
from perflint.typography import fold

UNIT_COST = Vocabulary("unit_cost", "一条单位成本（元/人、元/天等）", "a cost for each of something")

_FAMILIES = (
    ("人", "名", "位", "人次", "生", "学生", "户", "例", "对象", "职工", "编制"),
    ("平方米", "㎡", "平米", "亩", "公顷", "平方公里", "万平方米", "m2"),
    ("公里", "千米", "米", "延米", "km"),
    ("辆", "台", "部", "艘"),
    ("吨", "立方米", "方", "千克", "公斤", "升", "千瓦时", "度"),
    ("天", "日", "工作日", "小时"),
)
_DAYS = _FAMILIES[5]
_CAPS = ("上限", "限额", "控制", "最高", "综合定额", "限价")
# A standard is what may be spent, unless it is what is paid to those who are counted.
_REGULATED = pattern(r"培训|会议|差旅|出差|住宿|伙食|讲课|劳务|评审|咨询")
_PAID = pattern(r"补助|补贴|奖|救助|资助|津贴|慰问|工资|待遇|补偿|生活费|抚恤|优待|供养|低保|特困|报酬")
# Money that pays a part of what others spend: the price of the whole says nothing of it.
_PAYS_A_PART = pattern(r"补贴|补助|奖补|缺口|贴息|以奖代补")
_OF_THE_WHOLE = pattern(r"成本|造价|投资|运营费|运行费|建设费")
_ANYTHING = frozenset({"个", "座", "处", "家", "所", "项"})
_COUNT = pattern(r"(?:的)?(?:总)?(?:数量?|个数|座数|处数)$")
_TEXTS = ("goals.annual", "project.purpose", "project.scope")


@lru_cache(maxsize=512)
def _counts(base: str) -> re.Pattern[str]:
    family = next((words for words in _FAMILIES if base in words), (base,))
    ahead = r"(?<![月\d.])" if family is _DAYS else r"(?<![\d.])"
    return pattern(ahead + rf"\d[\d.,]*(?:万|亿|余|多|来|几|个){{0,2}}(?:{alternatives(family)})")


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
    if any(
        row.class_id == "output.quantity" and row.filled("name") and not row.filled("value") for row in cost.view.rows
    ):
        return True  # its number is missing, which STR009 tells
    pattern = _counts(cost.base)
    rows = [row for index, row in cost.view.filled_rows if index != cost.index]
    if any(pattern.search(fold(row.text(cell))) for row in rows for cell in ("value", "name", "description")):
        return True
    if any(pattern.fullmatch(f"1{unit}") for row in rows for unit in (fold(row.text("unit")), unit_named(row))):
        return True
    if any(pattern.search(fold(cost.view.text(cell))) for cell in _TEXTS) or pattern.search(cost.row.name):
        return True
    known = any(cost.base in words for words in _FAMILIES)
    if any(_countable(row) and not (known and row.value.first.unit) for row in rows):
        return True  # a bare number may be it
    return any(_makes_the_budget(cost, row) or _counts_by_name(row, cost.base) for row in rows)


@UNIT_COST.fact(
    "beside_counted",
    BOOL,
    zh="表里另有单位成本写明了数量，这一项只是其中之一",
    en="whether another unit cost of the table has its quantity, so that this is one of several",
)
def beside_counted(cost: UnitCostView) -> bool:
    return any(other.index != cost.index and other.base and counted(other) for other in unit_cost_views(cost.view))


def _counts_by_name(row: RowView, base: str) -> bool:
    """Return whether a row counts the base by its name, in a unit for anything (水质自动站数量 9个, for 元/站)."""
    return row.side != "cost" and row.value.first.unit in _ANYTHING and _COUNT.sub("", row.name).endswith(base)


def _makes_the_budget(cost: UnitCostView, row: RowView) -> bool:
    """Return whether unit cost × a count in another unit (6.6万元/人 × 20个岗位) is exactly the budget."""
    total, count = table_total(cost.view), row.value.first.low
    if total is None or not _countable(row) or not isinstance(count, Decimal):
        return False
    return abs(cost.price.yuan * count - total.yuan) <= tolerance((total,))


def _countable(row: RowView) -> bool:
    part = row.value.first
    return row.class_id == "output.quantity" and isinstance(part.low or part.high, Decimal) and not row.rate


@UNIT_COST.fact(
    "total_given",
    BOOL,
    zh="表里是否另有成本行写了总金额（名称有“总”“合计”）",
    en="whether another cost row of the table gives the amount in total, by a name with 总 or 合计",
)
def total_given(cost: UnitCostView) -> bool:
    others = (line for line in cost_lines(cost.view).counted if line.index != cost.index)
    return any(word in fold(line.name) for line in others for word in ("总", "合计"))


@UNIT_COST.fact(
    "standard",
    BOOL,
    zh="是否支出标准、上限，或培训、会议、差旅的人天定额（不是发给个人的补助标准）",
    en="whether it is a spending standard, a cap, or a rate a head and day of training, meeting or journey; not what is paid to people",
)
def standard(cost: UnitCostView) -> bool:
    each_day = len(cost.price.bases) > 1 and any(base in _DAYS for base in cost.price.bases)
    a_head = "人" in cost.price.bases and not _PAID.search(cost.row.name)
    return is_cap(cost) or (each_day and (a_head or bool(_REGULATED.search(cost.row.name))))


@UNIT_COST.fact(
    "paid_standard",
    BOOL,
    zh="是否按人发放的补助、工资标准（政策定的，不是自己定的单价）",
    en="whether it is the standard of a benefit or wage that is paid to each (set by policy, no price of its own)",
)
def paid_standard(cost: UnitCostView) -> bool:
    return "标准" in cost.row.name and _PAID.search(cost.row.name) is not None


@UNIT_COST.fact(
    "of_the_whole",
    BOOL,
    zh="项目只补助一部分，而这一项是全部成本的单价（公交运营补贴的单位客运成本）",
    en="whether the project pays a part only, and this is the price of the whole (what a journey costs, beside a subsidy of bus services)",
)
def of_the_whole(cost: UnitCostView) -> bool:
    name = cost.row.name
    partly = _PAYS_A_PART.search(fold(cost.view.text("project.name"))) is not None
    return partly and _OF_THE_WHOLE.search(name) is not None and not (_PAID.search(name) or _PAYS_A_PART.search(name))


def is_cap(cost: UnitCostView) -> bool:
    """Return whether a unit cost is by its name what may be spent at most, not what is paid to those who are counted."""
    name = cost.row.name
    return any(word in name for word in _CAPS) or ("标准" in name and not _PAID.search(name))


SUBJECTS = (SubjectKind(UNIT_COST, in_table=unit_cost_views),)
