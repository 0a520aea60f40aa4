"""Facts about a target beside the yearly share of a plan of several years (domain: HIS008)."""

from decimal import Decimal

from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import PLANNED, HistoryView
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Part
from perflint.typography import fold

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_SPAN = pattern(r"(20\d{2})年?[-—–~至到]+(20\d{2})年?")
_YEARS = pattern(r"(?<![\d第每前近去])(\d{1,2}|[一二两三四五六七八九十])年")
_FIVE_YEARS = pattern(r"十[二三四五六]五")
_LEVEL = pattern(r"每年|年均|逐年|平均|年度|达到|达|保持|稳定|维持|总量|拥有|保有|存量|末|翻")


def _plan_years(text: str) -> int:
    """Return over how many years a plan text spreads its total, 0 if it does not say."""
    if _LEVEL.search(text):
        return 0
    span = _SPAN.search(text)
    if span:
        return int(span[2]) - int(span[1]) + 1
    found = _YEARS.search(text)
    if found:
        return _DIGITS.get(found[1]) or int(found[1])
    return 5 if _FIVE_YEARS.search(text) else 0


def _yearly(view: HistoryView) -> tuple[Decimal, Part] | None:
    """Return what a plan of several years asks of one year, with the part of the target in the same unit."""
    years = _plan_years(fold(view.row.text(PLANNED))) if view.given(PLANNED) else 0
    if years < 2:  # noqa: PLR2004  # one year needs no decomposition
        return None
    units = view.scope.knowledge.reader.units
    totals = [part for part in view.row.read(PLANNED).parts if _is_amount(part)]
    parts = [part for part in view.row.value.parts if _is_amount(part)]
    pairs = [(total, part) for total in totals for part in parts if units.comparable(total.unit, part.unit)]
    if len(totals) != 1 or len(pairs) != 1:
        return None
    total, part = pairs[0]
    low = total.low if isinstance(total.low, Decimal) else Decimal(0)
    return units.convert(low, total.unit, part.unit) / years, part


def _is_amount(part: Part) -> bool:
    if part.dimension in {"ratio", "percentage_point", "multiple", "duration", "score", ""} or part.per:
        return False
    return isinstance(part.low, Decimal) and part.low > 0


@HISTORY.fact(
    "plan_reached",
    DOUBLE,
    zh="指标值是多年规划每年应完成数的百分之几，没有多年规划为100",
    en="the target in percent of what a plan of several years asks of one year, 100 if there is none",
)
def plan_reached(view: HistoryView) -> float:
    found = _yearly(view)
    low = found[1].low if found else None
    return float(low * 100 / found[0]) if found and isinstance(low, Decimal) else 100.0


@HISTORY.fact("plan_yearly", STRING, zh="多年规划每年约应完成的数", en="what the plan asks of one year, about")
def plan_yearly(view: HistoryView) -> str:
    found = _yearly(view)
    if not found:
        return ""
    amount = found[0] / found[1].scale
    return f"{amount:.0f}" if amount >= 10 else f"{amount:.1f}"  # noqa: PLR2004  # three digits are enough to see it


@HISTORY.fact("planned", STRING, zh="规划值，照录", en="planned value as typed")
def planned(view: HistoryView) -> str:
    return view.row.text(PLANNED).strip()
