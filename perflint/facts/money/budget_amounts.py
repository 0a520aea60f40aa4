"""The money cells of a table as numbers: in 元, and as shares of the year's total."""

from functools import partial
from typing import NamedTuple

from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import DOUBLE, Unknown


class _Money(NamedTuple):
    """A cell of the budget: its canonical name there, the name of its facts, what it is called."""

    field: str
    name: str
    zh: str
    en: str


_AMOUNTS = (
    _Money("prior", "prior", "以前年度预算安排", "the budget of the year before"),
    _Money("carried_over", "carried_over", "上年结转", "money carried over"),
    _Money("midterm.total", "midterm", "中长期资金总额", "the mid-term total"),
    _Money("midterm.fiscal", "midterm_fiscal", "中长期财政拨款", "mid-term fiscal money"),
)
_PLAIN = (  # their amounts are facts of budget_checks
    _Money("fiscal", "fiscal", "财政拨款", "fiscal money"),
    _Money("other", "other", "其他资金", "other money"),
)
_PARTS = (
    _Money("upper", "upper", "上级资金", "money of the level above"),
    _Money("own", "own", "本级资金", "money of the own level"),
    _Money("procurement", "procurement", "政府采购", "government procurement"),
    _Money("purchased_services", "services", "政府购买服务", "purchased services"),
    _Money("sources.general", "general_source", "一般公共预算收入", "money of the general public budget"),
    _Money("sources.gov_fund", "fund_source", "政府性基金预算收入", "money of government funds"),
)


def _yuan(budget: BudgetView, field: str) -> float:
    amount = budget.amount(field)
    return float(amount.yuan) if amount else 0.0


def _share(budget: BudgetView, field: str) -> float | Unknown:
    part, whole = budget.amount(field), budget.amount("total")
    if whole is None or whole.yuan <= 0:
        return Unknown("年度资金总额读不出金额", "the year's total is no amount")
    if part is None:
        return 0.0 if not budget.view.filled(f"budget.{field}") else Unknown("这一栏不是金额", "the cell is no amount")
    return float(round(part.yuan * 100 / whole.yuan, 2))


for _money in (*_AMOUNTS, *_PARTS):
    BUDGET.fact(f"{_money.name}_yuan", DOUBLE, zh=f"{_money.zh}（元），没有为0", en=f"{_money.en} in 元, 0 if none")(
        partial(_yuan, field=_money.field)
    )
for _money in (*_PLAIN, *_PARTS):
    BUDGET.fact(
        f"{_money.name}_share",
        DOUBLE,
        optional=True,
        zh=f"{_money.zh}占年度资金总额的百分数，没有为0",
        en=f"percent of the year's total that {_money.en} is, 0 if none",
    )(partial(_share, field=_money.field))
