"""Where the purpose says that all of the money comes from, beside the cells of the budget."""

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import STRING
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
    "source_told_otherwise",
    STRING,
    zh="资金用途说的来源与预算各栏不符时为其原文：说全部是财政资金而“其他资金”有数，说是政府性基金等而只填了一般公共预算；否则为空",
    en="what the purpose says of the source where the cells differ: all fiscal, yet there is other money; a government fund and the like, yet "
    "all stands under the general public budget; else empty",
)
def source_told_otherwise(budget: BudgetView) -> str:
    text = fold(budget.view.text("project.purpose"))
    fiscal, fund = _ALL_FISCAL.search(text), _FUND.search(text)
    other, general = budget.amount("other"), budget.amount("sources.general")
    if fiscal and other and other.yuan > 0:
        return fiscal[0]
    if fund is None or general is None or general.yuan <= 0 or _GENERAL.search(text):
        return ""
    own = budget.amount(_CELLS[fund["source"]])
    return fund[0] if own is None or own.yuan <= 0 else ""
