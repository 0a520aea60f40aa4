"""Facts about the money cells of a table beside each other: what contradicts what, and by how much (domain: §3.6)."""

from decimal import Decimal

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView, amounts_named
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Unknown
from perflint.typography import fold

_MIDTERM_TOTAL = "budget.midterm.total"
_REASONS = ("增加", "减少", "调整", "新增", "压减", "压缩", "提标", "扩面", "因", "由于", "原因", "核减", "追加")


@BUDGET.fact(
    "total_readable", BOOL, zh="年度资金总额是否读得出金额", en="whether an amount can be read from the year's total"
)
def total_readable(budget: BudgetView) -> bool:
    return budget.amount("total") is not None


def _yuan(budget: BudgetView, name: str) -> float:
    amount = budget.amount(name)
    return float(amount.yuan) if amount else 0.0


@BUDGET.fact("total_yuan", DOUBLE, zh="年度资金总额（元），读不出为0", en="the year's total in 元, 0 if unreadable")
def total_yuan(budget: BudgetView) -> float:
    return _yuan(budget, "total")


@BUDGET.fact("fiscal_yuan", DOUBLE, zh="其中财政拨款（元），没有为0", en="fiscal money in it in 元, 0 if none")
def fiscal_yuan(budget: BudgetView) -> float:
    return _yuan(budget, "fiscal")


@BUDGET.fact("other_yuan", DOUBLE, zh="其中其他资金（元），没有为0", en="other money in it in 元, 0 if none")
def other_yuan(budget: BudgetView) -> float:
    return _yuan(budget, "other")


@BUDGET.fact(
    "change",
    DOUBLE,
    optional=True,
    zh="比以前年度预算增减的百分比",
    en="change against the budget of the year before in percent",
)
def change(budget: BudgetView) -> float | Unknown:
    now, before = budget.amount("total"), budget.amount("prior")
    if now is None or before is None or now.yuan <= 0 or before.yuan <= 0:
        return Unknown("预算数或以前年度预算不是可比的金额", "one of the two budgets is no amount to compare")
    return float(round((now.yuan - before.yuan) * 100 / before.yuan, 2))


@BUDGET.fact(
    "comparable",
    BOOL,
    zh="本年与以前年度预算是否都是大于零的金额",
    en="whether both budgets are amounts above zero",
)
def comparable(budget: BudgetView) -> bool:
    return not isinstance(change(budget), Unknown)


@BUDGET.fact("change_said", STRING, zh="增减，如“增加100%”", en="the change in words, Chinese")
def change_said(budget: BudgetView) -> str:
    percent = change(budget)
    if isinstance(percent, Unknown):
        return ""
    number = f"{abs(percent):.1f}".removesuffix(".0")
    return f"{'增加' if percent > 0 else '减少'}{number}%"


@BUDGET.fact("reasoned", BOOL, zh="备注是否说明增减原因", en="whether the remark gives a reason for a change")
def reasoned(budget: BudgetView) -> bool:
    remark = fold(budget.view.text("remark"))
    return any(word in remark for word in _REASONS)


@BUDGET.fact(
    "midterm_below", BOOL, zh="中长期总额是否低于年度总额", en="whether the mid-term total is below the year's"
)
def midterm_below(budget: BudgetView) -> bool:
    whole = budget.amount("midterm.total")
    return whole is not None and whole.yuan > 0 and budget.exceeds("total", "midterm.total")


@BUDGET.fact(
    "midterm_total_missing",
    BOOL,
    zh="中长期只填了财政拨款，总额空白",
    en="whether mid-term fiscal money is given and the mid-term total is blank",
)
def midterm_total_missing(budget: BudgetView) -> bool:
    fiscal = budget.amount("midterm.fiscal")
    blank = _MIDTERM_TOTAL in budget.view.table.cells and not budget.view.filled(_MIDTERM_TOTAL)
    return fiscal is not None and fiscal.yuan > 0 and blank


@BUDGET.fact(
    "procurement_above", BOOL, zh="政府采购是否超过预算总额", en="whether procurement is above the year's total"
)
def procurement_above(budget: BudgetView) -> bool:
    return budget.exceeds("procurement", "total")


@BUDGET.fact(
    "services_above",
    BOOL,
    zh="政府购买服务是否超过政府采购",
    en="whether purchased services are above procurement",
)
def services_above(budget: BudgetView) -> bool:
    return budget.exceeds("purchased_services", "procurement")


@BUDGET.fact(
    "stated",
    STRING,
    zh="资金用途里写的预算（万元），看不准为空",
    en="the budget as the purpose text gives it in 万元, empty if unsure",
)
def stated(budget: BudgetView) -> str:
    return budget.stated.ten_thousands if budget.stated else ""


@BUDGET.fact(
    "stated_differs",
    BOOL,
    zh="资金用途里写的预算与预算数不同，文中也没有出现预算数",
    en="whether the purpose text gives another budget, and the budget does not occur in it",
)
def stated_differs(budget: BudgetView) -> bool:
    listed = (
        budget.amount("total")
        if any(word in (purpose := budget.view.text("project.purpose")) for word in "计预共")
        else None
    )
    if listed is None or budget.stated is None:
        return False
    named = (*amounts_named(purpose), budget.stated.yuan)
    return not any(abs(yuan - listed.yuan) <= Decimal(100) for yuan in named)
