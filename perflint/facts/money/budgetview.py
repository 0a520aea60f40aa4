"""The money cells of a table as one subject: the year's total beside last year's, the mid-term, procurement (domain: §3.6)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from perflint.facts.derived import derived
from perflint.facts.money.amounts import Amount, cell_amount, read_amount, tolerance
from perflint.facts.money.cost_line import CostLine, CostLines, cost_lines
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

if TYPE_CHECKING:
    from perflint.facts.knowledge import Scope

_FIGURE = r"(\d{1,20}(?:\.\d{1,10})?)(亿元|万元|千元|亿|万(?=[。,;，；、.)）]|$)|元)"
_ANY = pattern(_FIGURE)
_STATED = pattern(r"(预算数?|合计|共计|共需)(?:数|为|是|:|共|需|约|财政性?|资金|支出|安排|总额|金额){0,3}" + _FIGURE)
_OTHER_YEARS = pattern(r"(?:总|上年|去年|往年|明年|中期|分年|20\d\d年?(?:度)?|项目|三年)$")
_PIECES = frozenset({"台", "套", "辆", "台套", "部", "架"})
_UPKEEP = (
    "维修",
    "维护",
    "检定",
    "校准",
    "送检",
    "保养",
    "运维",
    "运行",
    "折旧",
    "租",
    "监管",
    "监察",
    "管理",
    "检验",
    "检测",
    "培训",
)
_SPREAD = pattern(r"(?:[二两三四五]|\d)年(?:共|合|总|预算)|每年|分年")

# Items of the chart of expenditure that say what they are for; 其他商品和服务支出 does not.
_OF_THE_CHART = pattern(r"其他(?:工资福利支出|社会保障缴费|交通费用?|对个人和家庭的?补助|对企业的?补助|资本性支出)")


class BudgetView:
    """The money of one table."""

    def __init__(self, view: TableView) -> None:
        self.view = view
        self.scope: Scope = view.scope

    def spot(self, at: str) -> Spot:
        """Return the place of a money cell, or of the cost row that a fact singles out."""
        row = {"budget.first_purchase": self.purchases, "budget.first_other": self.others}.get(at)
        if row:
            return Spot("value", records="indicators", index=row[0].index)
        if at == "budget.only_cost" and self.lines.counted:
            return Spot("value", records="indicators", index=self.lines.counted[0].index)
        return Spot(at)

    def amount(self, name: str) -> Amount | None:
        """Return the amount of a cell of the budget by its name there (`midterm.total`), None if it holds none."""
        return cell_amount(self.view, f"budget.{name}")

    def exceeds(self, name: str, limit: str) -> bool:
        """Return whether both cells hold amounts and the first is above the second, beyond what rounding may do."""
        amount, bound = self.amount(name), self.amount(limit)
        return amount is not None and bound is not None and amount.yuan > bound.yuan + tolerance((amount, bound))

    @derived
    def lines(self) -> CostLines:
        """The cost rows that hold an amount."""
        return cost_lines(self.view)

    @derived
    def others(self) -> tuple[CostLine, ...]:
        """The cost rows that are named as what is left over: 其他…, or one thing and 等."""
        return tuple(line for line in self.lines.counted if is_leftover(line.name))

    @derived
    def purchases(self) -> tuple[CostLine, ...]:
        """The cost rows that buy goods or services, by their names or because the value counts pieces."""
        words = self.scope.knowledge.lexicon.words("words.purchase")
        return tuple(line for line in self.lines.counted if _buys(self.view, line, words))

    @derived
    def stated(self) -> Amount | None:
        """The amount that the purpose text gives as the whole budget, None where it is not plainly the whole."""
        return stated_budget(self.view.text("project.purpose"), self.scope.currency)


def budget_views(view: TableView) -> Iterator[BudgetView]:
    """Yield the money of a table."""
    yield BudgetView(view)


@lru_cache(maxsize=1024)
def is_leftover(name: str) -> bool:
    """Return whether a cost name says only that something is left over; a list that ends in 等 names its items."""
    plain = fold(name).rstrip("。;；")
    if _OF_THE_CHART.match(plain):
        return False
    if plain.startswith("其他") and not plain.startswith(("其他资金", "其他收入", "其他指标", "其他来源")):
        return True
    if plain.endswith(("及其他支出", "及其他费用", "等其他支出", "等其他费用", "等其他")):
        return True
    return plain.endswith("等") and "、" not in plain and "，" not in plain and "," not in plain


def _buys(view: TableView, line: CostLine, words: tuple[str, ...]) -> bool:
    name = line.name.replace("特种设备", "")
    if "购置" in name or "采购" in name:
        return True
    if any(part.unit in _PIECES for part in view.rows[line.index].value.parts):
        return True
    return not any(word in name for word in _UPKEEP) and any(word in name for word in words)


@lru_cache(maxsize=2048)
def stated_budget(purpose: str, currency: str) -> Amount | None:
    """Return the amount after 预算(数), 合计 or 共计 if it is the whole: the only one so named, no other year's, no part's."""
    text = fold(purpose).replace(",", "")
    hits = list(_STATED.finditer(text))
    if len(hits) != 1 or _OTHER_YEARS.search(text[: hits[0].start()]) or _SPREAD.search(text):
        return None
    hit = hits[0]
    if not hit[1].startswith("预算") and _ANY.search(text, hit.end()):
        return None
    return read_amount(hit[2] + hit[3], currency, "project.purpose")


@lru_cache(maxsize=2048)
def amounts_named(text: str) -> tuple[Decimal, ...]:
    """Return all amounts of money in a text, in 元."""
    plain = fold(text).replace(",", "")
    found = (read_amount(hit[0], "元") for hit in _ANY.finditer(plain))
    return tuple(amount.yuan for amount in found if amount)
