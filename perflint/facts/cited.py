"""Facts about a target beside the standards and plans that its row cites (domain: HIS007, HIS008)."""

import re
from decimal import Decimal

from perflint.facts.direction import NEGATIVE, POSITIVE
from perflint.facts.history import HISTORY
from perflint.facts.historyview import CURRENT, NAMES_ZH, PLANNED, HistoryView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.quantity import Part
from perflint.typography import fold

_STANDARD = re.compile(r"国家标准|行业标准|地方标准|国标|行标|(?<![A-Z])(?:GB|DB\d{2}|[A-Z]{2})/?T?\d{3,}|规划")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_SPAN = re.compile(r"(20\d{2})年?[-—–~至到]+(20\d{2})年?")
_YEARS = re.compile(r"(?<![\d第每])(\d{1,2}|[一二两三四五六七八九十])年")
_FIVE_YEARS = re.compile(r"十[二三四五六]五")
_LEVEL = re.compile(r"每年|年均|逐年|平均|年度|达到|达|保持|稳定|维持|总量|拥有|保有|存量|末|翻")
_OTHER_YEAR = re.compile(r"年|比|较|十[二三四五六]五")


def _is_decided(view: HistoryView) -> bool:
    """Return whether it is certain which side is worse."""
    part = view.row.value.first
    if view.row.direction in {POSITIVE, NEGATIVE} or part.op.direction:
        return True
    return view.better > 0 and part.dimension not in {"ratio", "percentage_point", "multiple", "score", ""}


def _missed(view: HistoryView) -> str:
    """Return the standard that the target is worse than, "" if none is cited or it is met."""
    if view.given(CURRENT) and _STANDARD.search(fold(view.row.text(CURRENT) + view.row.text("standard.source"))):
        if view.shortfall(CURRENT) > 0 and _is_decided(view):
            return CURRENT
    if view.given(PLANNED) and (_is_this_year(view) or _is_rate_plan(view)):
        if view.shortfall(PLANNED) > 0 and _is_decided(view):
            return PLANNED
    return ""


def _is_this_year(view: HistoryView) -> bool:
    """Return whether the plan figure is given for the year of the table and no other."""
    years = set(re.findall(r"20\d{2}(?=年)", fold(view.row.text(PLANNED))))
    return bool(view.scope.year) and years == {str(view.scope.year)}


def _is_rate_plan(view: HistoryView) -> bool:
    """Return whether the plan gives a rate without a year: a level that holds in every year of the plan."""
    return view.row.value.unit == "%" and not _OTHER_YEAR.search(fold(view.row.text(PLANNED)))


@HISTORY.fact(
    "missed_standard",
    STRING,
    zh="没有达到的标准或规划值：standard.current、standard.planned，没有为空",
    en="the cited standard or plan that is not met: standard.current or standard.planned, empty if none",
)
def missed_standard(view: HistoryView) -> str:
    return _missed(view)


@HISTORY.fact("missed_name", STRING, zh="没有达到的标准的名称", en="name of the standard that is not met")
def missed_name(view: HistoryView) -> str:
    return NAMES_ZH.get(_missed(view), "")


@HISTORY.fact("missed_text", STRING, zh="没有达到的标准，照录", en="the standard that is not met, as typed")
def missed_text(view: HistoryView) -> str:
    return view.row.text(_missed(view)).strip() if _missed(view) else ""


@HISTORY.fact("plan_undated", BOOL, zh="规划值是否没有写明是哪一年的", en="whether the plan figure names no year")
def plan_undated(view: HistoryView) -> bool:
    return not _is_this_year(view)


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
    assert isinstance(total.low, Decimal)
    return units.convert(total.low, total.unit, part.unit) / years, part


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
