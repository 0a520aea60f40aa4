"""Facts about how the budget was spent: the rate and its score, worked out from the amounts (domain: self-evaluation)."""

from decimal import Decimal

from perflint.facts.evaluation.executionview import ExecutionView, execution_views
from perflint.facts.evaluation.points import fits, read_points, shown
from perflint.facts.kind import SubjectKind
from perflint.facts.money.amounts import tolerance
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary

EXECUTION = Vocabulary(
    "execution", "预算执行情况：总额或一项资金来源", "how the budget was spent: the total, or one source of money"
)

_HUNDRED = Decimal(100)
_ROUNDED = Decimal("0.1")  # per cent that rounding of the amounts may give


@EXECUTION.fact("item", STRING, zh="资金来源，总额为空", en="the source of money, empty for the total")
def item(view: ExecutionView) -> str:
    return view.cells.get("item", "").strip()


@EXECUTION.fact("budget", STRING, zh="作分母的预算数，照录", en="the budget that a rate divides by, as typed")
def budget(view: ExecutionView) -> str:
    return view.base.text if view.base else ""


@EXECUTION.fact("executed", STRING, zh="执行数，照录", en="what was spent, as typed")
def executed(view: ExecutionView) -> str:
    return view.cells["executed"].strip()


@EXECUTION.fact("rate", STRING, zh="执行率，照录", en="the rate as typed")
def rate(view: ExecutionView) -> str:
    return view.cells["rate"].strip()


@EXECUTION.fact("score", STRING, zh="得分，照录", en="the score as typed")
def score(view: ExecutionView) -> str:
    return view.cells["score"].strip()


@EXECUTION.fact("score_number", DOUBLE, zh="得分，读不出为0", en="the score, 0 where it is no number")
def score_number(view: ExecutionView) -> float:
    found = read_points(view.cells["score"])
    return float(found.value) if found else 0.0


@EXECUTION.fact("points", DOUBLE, zh="预算执行的分值", en="the points for spending")
def points(view: ExecutionView) -> float:
    return float(view.points)


@EXECUTION.fact("points_text", STRING, zh="同上，供提示用", en="the same for a message")
def points_text(view: ExecutionView) -> str:
    return shown(view.points)


@EXECUTION.fact(
    "computable",
    BOOL,
    zh="执行率是否能由表中金额算出（预算数大于0，也印了执行率）",
    en="whether the rate is printed and the amounts give it (a budget above 0)",
)
def computable(view: ExecutionView) -> bool:
    return view.exact is not None and view.rate is not None


@EXECUTION.fact(
    "rate_holds",
    BOOL,
    zh="执行率是否等于执行数÷全年预算数（按所印小数位数四舍五入或截断）",
    en="whether the rate is what was spent by the budget of the year, to the decimals printed",
)
def rate_holds(view: ExecutionView) -> bool:
    return view.exact is None or view.rate is None or view.rate.is_about(view.exact)


@EXECUTION.fact(
    "rate_slight",
    BOOL,
    zh="执行率与算出的相差是否不到一个百分点",
    en="whether the rate is less than one point from the one worked out",
)
def rate_slight(view: ExecutionView) -> bool:
    return view.exact is not None and view.rate is not None and view.rate.differs_by(view.exact) < 1


@EXECUTION.fact(
    "above_budget",
    BOOL,
    zh="执行数是否大于全年预算数（四舍五入的差额不算；没有填全年预算数的不判断）",
    en="whether more was spent than the budget of the whole year, rounding apart; not said where that is blank",
)
def above_budget(view: ExecutionView) -> bool:
    granted, spent = view.amount("adjusted"), view.amount("executed")
    if granted is None or spent is None or granted.yuan <= 0:
        return False
    return spent.yuan - granted.yuan > max(tolerance((granted, spent)), granted.yuan * _ROUNDED / _HUNDRED)


@EXECUTION.fact(
    "rate_least",
    DOUBLE,
    zh="执行率至少是百分之几（0.95可能是95%，按小的算；100%以内四舍五入的不算超过），没有为0",
    en="the least percentage that the rate may mean (0.95 may be 95 %); 100 where it is rounded up to more; 0 if there is none",
)
def rate_least(view: ExecutionView) -> float:
    least = min((reading.value for reading in view.rate.readings), default=Decimal(0)) if view.rate else Decimal(0)
    return float(_HUNDRED if _HUNDRED < least <= _HUNDRED + _ROUNDED else least)


@EXECUTION.fact(
    "by_planned",
    BOOL,
    zh="执行率是否等于执行数÷年初预算数",
    en="whether the rate is what was spent by the budget at the start of the year",
)
def by_planned(view: ExecutionView) -> bool:
    planned, spent = view.amount("planned"), view.amount("executed")
    if planned is None or spent is None or view.rate is None or planned.yuan <= 0:
        return False
    return view.rate.is_about(spent.yuan * _HUNDRED / planned.yuan)


@EXECUTION.fact(
    "other_base",
    BOOL,
    zh="表中是否写明执行率以别的数（应支付数、到位数等）为分母",
    en="whether the table says that the rate divides by another figure (money due, money received)",
)
def other_base(view: ExecutionView) -> bool:
    return view.other_base


@EXECUTION.fact("exact_rate", STRING, zh="算出的执行率", en="the rate worked out")
def exact_rate(view: ExecutionView) -> str:
    if view.exact is None:
        return ""
    percent = f"{round(view.exact, 2).normalize():f}"
    return f"{percent}%" if "%" in view.cells["rate"] or not view.cells["rate"].strip() else percent


@EXECUTION.fact(
    "scorable",
    BOOL,
    zh="得分是否能由执行率和分值算出",
    en="whether a score is printed that a rate and points give",
)
def scorable(view: ExecutionView) -> bool:
    return bool(view.due) and read_points(view.cells["score"]) is not None


@EXECUTION.fact(
    "score_holds",
    BOOL,
    zh="得分是否等于执行率×分值（执行率超过100%的按100%，按所印小数位数四舍五入或截断）",
    en="whether the score is the rate of the points, at most all of them, to the decimals printed",
)
def score_holds(view: ExecutionView) -> bool:
    printed = read_points(view.cells["score"])
    if printed is None or not view.due:
        return True
    share = printed._replace(value=printed.value * view.points / _HUNDRED) if printed.percent else printed
    return any(fits(printed, exact) or fits(share, exact) for exact in view.due)


@EXECUTION.fact("due", STRING, zh="应得的分", en="the score due")
def due(view: ExecutionView) -> str:
    return shown(view.due[0]) if view.due else ""


SUBJECTS = (SubjectKind(EXECUTION, in_table=execution_views),)
