"""Facts about the sums of a table: totals against their parts (domain: §3.6)."""

from perflint.facts.kind import SubjectKind
from perflint.facts.money.amounts import ten_thousands, tolerance
from perflint.facts.money.balances import money_views
from perflint.facts.money.equation import SHOWN, Equation
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

MONEY = Vocabulary("money", "一个应当成立的金额等式", "one equation of amounts that should hold")


@MONEY.fact(
    "kind",
    STRING,
    zh="等式：funds、levels、sources、source-total、general、tasks、tasks-budget、task-split、midterm-split、fiscal-split、other-split、breakdown、reckoned、cost",
    en="which equation: funds, levels, sources, source-total, general, tasks, tasks-budget, task-split, midterm-split, fiscal-split, other-split, "
    "breakdown, reckoned or cost",
)
def kind(equation: Equation) -> str:
    return equation.kind


@MONEY.fact("holds", BOOL, zh="等式是否成立（允许误差）", en="whether it holds, within tolerance")
def holds(equation: Equation) -> bool:
    return equation.holds


@MONEY.fact("explained", BOOL, zh="是否已由另一等式说明", en="whether another equation already says what is wrong")
def explained(equation: Equation) -> bool:
    return equation.explained


@MONEY.fact("total", STRING, zh="总数（万元）", en="the total in 万元")
def total_text(equation: Equation) -> str:
    return equation.total.ten_thousands


@MONEY.fact("total_typed", STRING, zh="总数，照录", en="the total as typed")
def total_typed(equation: Equation) -> str:
    return equation.total.text


@MONEY.fact("sum", STRING, zh="各项之和（万元）", en="the sum of the items in 万元")
def sum_text(equation: Equation) -> str:
    return ten_thousands(equation.sum)


@MONEY.fact("difference", STRING, zh="差额（万元，正数）", en="the difference in 万元, positive")
def difference(equation: Equation) -> str:
    return ten_thousands(abs(equation.sum - equation.total.yuan))


@MONEY.fact("above", BOOL, zh="各项之和是否大于总数", en="whether the items add up to more than the total")
def above(equation: Equation) -> bool:
    return equation.sum > equation.total.yuan


@MONEY.fact(
    "slight",
    BOOL,
    zh="差额是否不到总数的千分之一（不会是漏了一项，是加错了）",
    en="whether the difference is below a thousandth of the total: no item left out, but a wrong sum",
)
def slight(equation: Equation) -> bool:
    return equation.slight


@MONEY.fact("items", STRING, zh="各项，照录，以“＋”相连", en="the items as typed, joined by +")
def items_text(equation: Equation) -> str:
    texts = [amount.text for amount, _ in equation.items]
    more = f" ＋ …（共{len(texts)}项）" if len(texts) > SHOWN else ""
    return " ＋ ".join(texts[:SHOWN]) + more


@MONEY.fact("lone", BOOL, zh="是否只有一项", en="whether there is one item only")
def lone(equation: Equation) -> bool:
    return len(equation.items) == 1


@MONEY.fact(
    "misplaced", BOOL, zh="是否计入了放在成本指标以外的金额行", en="whether rows outside the cost class were counted"
)
def misplaced(equation: Equation) -> bool:
    return equation.misplaced


@MONEY.fact(
    "item_above",
    BOOL,
    zh="是否有一项单独就超过总额",
    en="whether one of the items is above the total by itself",
)
def item_above(equation: Equation) -> bool:
    slack = tolerance((equation.total,))
    return any(amount.yuan > equation.total.yuan + slack for amount, _ in equation.items)


@MONEY.fact(
    "unsure",
    BOOL,
    zh="是否计入了可能不止由本年预算支付的金额（投资、合同价等）",
    en="whether an amount was counted that this year's budget need not pay (an investment, a contract)",
)
def unsure(equation: Equation) -> bool:
    return equation.unsure


@MONEY.fact(
    "broken_down",
    BOOL,
    zh="成本构成是否已逐项列明、合计等于总额",
    en="whether the parts of the cost account for the whole, item by item",
)
def broken_down(equation: Equation) -> bool:
    return equation.broken_down


@MONEY.fact(
    "scale",
    STRING,
    zh="换算10000倍或100倍后成立时为该倍数，否则为空",
    en="10000 or 100 if it would hold at another scale, else empty",
)
def scale(equation: Equation) -> str:
    return equation.scale


@MONEY.fact(
    "rescaled", STRING, zh="把单位改对以后的金额，无法确定为空", en="the item with its unit changed, empty if unsure"
)
def rescaled(equation: Equation) -> str:
    if equation.suspect is None:
        return ""
    amount, larger = equation.suspect[0], equation.sum > equation.total.yuan
    text = amount.text
    if larger:
        return text.replace("万元", "元") if "万元" in text else f"{text}元" if text[-1:].isdigit() else ""
    return text.replace("元", "万元") if "元" in text and "万元" not in text else ""


SUBJECTS = (SubjectKind(MONEY, in_table=money_views, places=("money.suspect",)),)
