"""What the words of a self-evaluation say of the money spent and of its rate, beside the figures of the form."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.evaluation.execution import EXECUTION
from perflint.facts.evaluation.executionview import ExecutionView, read_rate
from perflint.facts.money.amounts import cell_amount, tolerance
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import find_amounts
from perflint.typography import fold

_CELLS = ("goals.actual", "deviation")
_RATE = pattern(r"(?:预算|资金)?(?:执行|支出|支付|使用)(?:进度|率)(?:达到?|为|是|约)*(\d{1,3}(?:\.\d{1,4})?%)")
_SPENT = pattern(
    r"(?:^|[，,。；;])(?:\d{4}年|全年|本年度?|年度|项目|截至(?:20\d\d年)?(?:年|12月)[底末])?(?:实际|共|共计|总计|已)*"
    r"(?:支出|执行|支付|使用)(?:财政|项目|补助|专项|预算)*(?:资金|经费)(?:共|共计|合计)?$"
)
_PART = pattern(r"其中|累计|历年|[一二三四]季度|上半年|[1-9]月|原|计划|未|应|中央|省级|市级|县级|上级|本级")
_POINT = Decimal("0.6")  # points: rates are often rounded to whole ones
_PART_OF = Decimal("0.005")  # of the sum: amounts are often rounded in words


def _words(view: ExecutionView) -> Iterator[str]:
    if view.index is None:
        yield from (text for cell in _CELLS if (text := view.view.text(cell)).strip())


@EXECUTION.fact(
    "rate_in_words",
    STRING,
    zh="实际完成情况、偏差原因里唯一的执行率，与所填和算出的执行率都不符时为其原文，否则为空；前面有“其中、上半年、计划”等的不算",
    en="the only rate of spending in the actual completion and the reason where it is neither the rate printed nor the one worked out, else "
    "empty; none behind 其中, 上半年, 计划 and the like",
)
def rate_in_words(view: ExecutionView) -> str:
    found = [(hit[1], text[: hit.start()]) for text in map(fold, _words(view)) for hit in _RATE.finditer(text)]
    known = view.exact
    if len(found) != 1 or known is None or _PART.search(found[0][1].rsplit("。", 1)[-1]):
        return ""
    told = read_rate(found[0][0])
    if told is None or told.is_about(known) or told.differs_by(known) < _POINT:
        return ""
    readings = view.rate.readings if view.rate else ()
    return "" if any(told.differs_by(one.value) < _POINT for one in readings) else found[0][0]


@EXECUTION.fact(
    "spent_in_words",
    STRING,
    zh="实际完成情况、偏差原因里唯一的“支出（执行）资金某数”，与执行数不符时为其原文，否则为空；各级资金、“其中、计划”等之后的不算",
    en="the only 支出资金 with an amount in the actual completion and the reason where it is not what was spent, else empty; none of one level's "
    "money or behind 其中, 计划 and the like",
)
def spent_in_words(view: ExecutionView) -> str:
    spent = view.amount("executed")
    found = [hit for text in _words(view) for hit in _sums(view, text)]
    if spent is None or len(found) != 1:
        return ""
    number, typed = found[0]
    return "" if abs(number - spent.yuan) <= spent.yuan * _PART_OF else typed


def _sums(view: ExecutionView, text: str) -> Iterator[tuple[Decimal, str]]:
    for amount in find_amounts(text, view.scope.knowledge.reader):
        before = fold(text[: amount.start])
        told = amount.dimension == "money" and not amount.per and amount.low == amount.high and _SPENT.search(before)
        if told and not _PART.search(before.rsplit("。", 1)[-1]):
            yield amount.low, text[amount.start : amount.end].strip()


@EXECUTION.fact(
    "total_off",
    DOUBLE,
    zh="预算一栏的年度资金总额与年初预算数、全年预算数中较近的一个相差多少元，舍入以内、没有填的为0",
    en="by how many 元 the total of the budget misses the nearer of the budgets of the start and of the whole year; 0 within rounding, or unfilled",
)
def total_off(view: ExecutionView) -> float:
    total = cell_amount(view.view, "budget.total") if view.index is None else None
    known = [found for name in ("planned", "adjusted") if (found := view.amount(name)) and found.yuan > 0]
    if total is None or total.yuan <= 0 or not known:
        return 0.0
    off = min(abs(total.yuan - each.yuan) for each in known)
    return float(off if off > tolerance((total, *known)) else 0)


@EXECUTION.fact("total", STRING, zh="预算一栏的年度资金总额，照录", en="the total of the budget as typed")
def total_typed(view: ExecutionView) -> str:
    return view.view.text("budget.total").strip()
