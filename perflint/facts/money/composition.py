"""Facts about what a table's cost consists of: what is left over, bought, or only the budget once more (domain: §3.6)."""

from decimal import Decimal

from perflint.facts.money.amounts import table_total, ten_thousands, tolerance, total_of
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.money.cost_line import OTHER_COST
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.typography import fold

_TRANSFERS = ("专项补助", "补助资金", "补助经费")  # money from above, whatever it is for
_WHOLE = Decimal(100)
_ENDINGS = ("指标", "控制数", "控制", "金额", "总额", "数额", "数", "额")


@BUDGET.fact(
    "leftover_share",
    DOUBLE,
    zh="“其他”类成本占预算的百分比，没有为 0",
    en="share of the budget that is only named as 其他 in percent, 0 if none",
)
def leftover_share(budget: BudgetView) -> float:
    total = table_total(budget.view) if budget.others else None
    if total is None or total.yuan <= 0:
        return 0.0
    share = total_of(line.amount for line in budget.others) * _WHOLE / total.yuan
    return float(round(share, 1)) if share <= _WHOLE else 0.0


@BUDGET.fact("leftovers", STRING, zh="“其他”类成本的名称与金额", en="names and amounts of these rows")
def leftovers(budget: BudgetView) -> str:
    return "、".join(f"{line.name}{line.amount.text}" for line in budget.others)


@BUDGET.fact(
    "purchases_large",
    BOOL,
    zh="采购类成本合计是否达到10万元",
    en="whether what is bought comes to 100,000 元 or more",
)
def purchases_large(budget: BudgetView) -> bool:
    floor = Decimal(str(budget.scope.settings["procurement.floor"])) * 10_000
    return any(line.amount.yuan >= floor for line in budget.purchases)


@BUDGET.fact("purchases", STRING, zh="采购类成本合计（万元）", en="what is bought in 万元")
def purchases(budget: BudgetView) -> str:
    return ten_thousands(total_of(line.amount for line in budget.purchases))


@BUDGET.fact("first_purchase", STRING, zh="第一项采购的名称", en="name of the first such row")
def first_purchase(budget: BudgetView) -> str:
    return budget.purchases[0].name if budget.purchases else ""


@BUDGET.fact(
    "restated",
    STRING,
    zh="唯一的成本行等于预算且名称笼统时为该名称，否则为空",
    en="name of the only cost row if it equals the budget and its name says no more, else empty",
)
def restated(budget: BudgetView) -> str:
    rows = [row for _, row in budget.view.filled_rows if row.side == "cost" and row.class_id not in OTHER_COST]
    if len(rows) != 1 or len(budget.lines.counted) != 1:
        return ""
    line, total = budget.lines.counted[0], table_total(budget.view)
    if total is None or abs(line.amount.yuan - total.yuan) > tolerance((line.amount, total)):
        return ""
    return line.name if _says_nothing(budget, line.name) else ""


def _says_nothing(budget: BudgetView, name: str) -> bool:
    words = budget.scope.knowledge.lexicon.words("words.cost_generic_names")
    more = budget.scope.knowledge.lexicon.words("words.cost_restating_names")
    plain = fold(name).rstrip("。")
    return any(word in plain for word in words) or _stem(plain) in more


def _stem(name: str) -> str:
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


@BUDGET.fact(
    "single_purpose",
    BOOL,
    zh="项目名称是否就是一项开支（补贴、租金、购置等）",
    en="whether the project is one item by its name: a subsidy, a rent, a purchase",
)
def single_purpose(budget: BudgetView) -> bool:
    name = fold(budget.view.text("project.name"))
    for transfer in _TRANSFERS:
        name = name.replace(transfer, "")
    lexicon = budget.scope.knowledge.lexicon
    return any(word in name for word in (*lexicon.words("words.one_off"), *lexicon.words("words.works_strict")))
