"""Money that the annual goal spends, for what it does."""

from collections.abc import Iterator

from perflint.facts.money.amounts import tolerance
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, find_amounts
from perflint.typography import fold

_SPENT = pattern(
    r"(?:^|[，,。；;、])(?:20\d\d年度?|全年|本年度?|年内|计划|共|共计|总共)*"
    r"(?:投入|安排|支出|使用|拨付|发放|支付)(?:财政|项目|专项|预算|补助)*[\u4e00-\u9fff]{0,8}?(?:资金|经费|补助|补贴|预算)(?:共计?|合计|总额|约)*$"
)
_OTHERWISE = pattern(
    r"累计|三年|五年|社会|企业|信贷|贷款|自筹|银行|保险|中央|省级|市级|带动|撬动|吸引|引导|争取|上年|结转|总投资|全县|全市|全省|产值|收入"
)
_STOP = pattern(r"[。；;！\n]")


@BUDGET.fact(
    "goal_spends",
    STRING,
    zh="年度目标里“投入（安排、发放）资金某数”的原文，几个的取最大的，没有为空；社会资金、累计、几年的不算",
    en="what the annual goal says is spent (投入, 安排, 发放 … 资金) as typed, the greatest of several; else empty; none of others' money "
    "or of several years",
)
def goal_spends(budget: BudgetView) -> str:
    found = _spent(budget)
    return budget.view.text("goals.annual")[found.start : found.end].strip() if found else ""


@BUDGET.fact("goal_spends_yuan", DOUBLE, zh="同上，元，没有为0", en="the same in 元, 0 if none")
def goal_spends_yuan(budget: BudgetView) -> float:
    found, total = _spent(budget), budget.amount("total")
    if found is None or total is None:
        return 0.0
    return float(total.yuan if abs(found.low - total.yuan) <= tolerance((total,)) else found.low)


def _spent(budget: BudgetView) -> Amount | None:
    """Return the greatest amount of the goal that is money spent this year."""
    text = budget.view.text("goals.annual")
    found = list(_sums(budget, text)) if "元" in text else []
    return max(found, key=lambda one: one.low, default=None)


def _sums(budget: BudgetView, text: str) -> Iterator[Amount]:
    for amount in find_amounts(text, budget.scope.knowledge.reader):
        start = max((hit.end() for hit in _STOP.finditer(text, 0, amount.start)), default=0)
        before = fold(text[start : amount.start])
        plain = amount.dimension == "money" and not amount.per and amount.approx is Approx.EXACT
        if plain and _SPENT.search(before) and not _OTHERWISE.search(before):
            yield amount
