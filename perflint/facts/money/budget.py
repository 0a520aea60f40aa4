"""The money cells of a table as they are typed (domain: §3.6)."""

from operator import attrgetter

from perflint.facts.kind import SubjectKind
from perflint.facts.money.budgetview import BudgetView, budget_views
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

BUDGET = Vocabulary("budget", "一张表的资金", "the money of a table")


def _typed(budget: BudgetView, name: str) -> str:
    return budget.view.text(f"budget.{name}").strip()


@BUDGET.fact("total", STRING, zh="年度资金总额，照录", en="the year's total as typed")
def total(budget: BudgetView) -> str:
    return _typed(budget, "total")


@BUDGET.fact("prior", STRING, zh="以前年度预算安排，照录", en="the budget of the year before as typed")
def prior(budget: BudgetView) -> str:
    return _typed(budget, "prior")


@BUDGET.fact("procurement", STRING, zh="政府采购，照录", en="government procurement as typed")
def procurement(budget: BudgetView) -> str:
    return _typed(budget, "procurement")


@BUDGET.fact("purchased_services", STRING, zh="政府购买服务，照录", en="purchased services as typed")
def purchased_services(budget: BudgetView) -> str:
    return _typed(budget, "purchased_services")


@BUDGET.fact("midterm_total", STRING, zh="中长期资金总额，照录", en="the mid-term total as typed")
def midterm_total(budget: BudgetView) -> str:
    return _typed(budget, "midterm.total")


@BUDGET.fact("midterm_fiscal", STRING, zh="中长期财政拨款，照录", en="the mid-term fiscal money as typed")
def midterm_fiscal(budget: BudgetView) -> str:
    return _typed(budget, "midterm.fiscal")


@BUDGET.fact("total_given", BOOL, zh="年度资金总额是否已填", en="whether the year's total is given")
def total_given(budget: BudgetView) -> bool:
    return budget.view.filled("budget.total")


@BUDGET.fact("prior_given", BOOL, zh="以前年度预算安排是否已填", en="whether the budget of the year before is given")
def prior_given(budget: BudgetView) -> bool:
    return budget.view.filled("budget.prior")


@BUDGET.fact(
    "procurement_blank",
    BOOL,
    zh="表式有政府采购一栏而没有填",
    en="whether the form has a cell for procurement and it is blank",
)
def procurement_blank(budget: BudgetView) -> bool:
    printed = "budget.procurement" in {*budget.view.form.columns, *budget.view.form.required}
    return (printed or "budget.procurement" in budget.view.table.cells) and not budget.view.filled("budget.procurement")


SUBJECTS = (
    SubjectKind(
        BUDGET,
        in_table=budget_views,
        also=(("table", attrgetter("view")),),
        places=("budget.first_other", "budget.only_cost"),
    ),
)
