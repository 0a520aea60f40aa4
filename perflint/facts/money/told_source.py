"""Where the purpose says that all of the money comes from, beside the cells of the budget."""

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_ALL_FISCAL = pattern(
    r"(?:全部|全额|均)(?:由|为|来自|使用|来源于|从)[^，,。；;]{0,6}?(?:财政(?:拨款|资金|安排|负担|承担|解决)|一般公共预算)"
)
_FUND = pattern(
    r"(?:资金来源[为是:：]|全部(?:由|为|来自|使用)|资金均为)[^，,。；;、和及]{0,6}?(?P<source>政府性基金|国有资本经营预算|社会保险基金)"
)
_GENERAL = pattern(r"一般公共预算|财政拨款|其他资金|自筹")
_CELLS = {
    "政府性基金": "sources.gov_fund", "国有资本经营预算": "sources.soe_capital", "社会保险基金": "sources.social_insurance",
}  # fmt: skip


@BUDGET.fact(
    "fiscal_alone",
    STRING,
    zh="资金用途说资金全部是财政资金的话，没有为空",
    en="the words of the purpose that all of the money is fiscal, else empty",
)
def fiscal_alone(budget: BudgetView) -> str:
    hit = _ALL_FISCAL.search(fold(budget.view.text("project.purpose")))
    return hit[0] if hit else ""


@BUDGET.fact(
    "fund_alone",
    STRING,
    zh="资金用途说资金来自政府性基金、国有资本经营预算、社会保险基金的话，没有为空；同时提到其他来源的不算",
    en="the words of the purpose that the money is of a government fund, state capital or social insurance, else empty; none beside other sources",
)
def fund_alone(budget: BudgetView) -> str:
    text = fold(budget.view.text("project.purpose"))
    hit = _FUND.search(text)
    return hit[0] if hit and not _GENERAL.search(text) else ""


@BUDGET.fact("other_money_yuan", DOUBLE, zh="其他资金（元），没有为0", en="other money in 元, 0 if none")
def other_money_yuan(budget: BudgetView) -> float:
    return _yuan(budget, "other")


@BUDGET.fact(
    "general_money_yuan",
    DOUBLE,
    zh="一般公共预算收入（元），没有为0",
    en="money of the general public budget in 元, 0 if none",
)
def general_money_yuan(budget: BudgetView) -> float:
    return _yuan(budget, "sources.general")


@BUDGET.fact(
    "fund_money_yuan",
    DOUBLE,
    zh="资金用途所说那一种来源的一栏（元），没有为0",
    en="the cell of the source that the purpose names, in 元, 0 if none",
)
def fund_money_yuan(budget: BudgetView) -> float:
    hit = _FUND.search(fold(budget.view.text("project.purpose")))
    return _yuan(budget, _CELLS[hit["source"]]) if hit else 0.0


def _yuan(budget: BudgetView, field: str) -> float:
    found = budget.amount(field)
    return float(found.yuan) if found else 0.0
