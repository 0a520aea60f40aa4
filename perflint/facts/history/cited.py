"""Facts about a target that does not reach the standard or plan that its row cites (domain: HIS007)."""

import re

from perflint.facts.direction import NEGATIVE, POSITIVE
from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import CURRENT, NAMES_ZH, PLANNED, HistoryView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_STANDARD = pattern(
    r"国家标准|行业标准|地方标准|国标|行标|(?<![A-Z])(?:GB|DB\d{2}|[A-Z]{2})/?T?\d{3,}"
    r"|规划(?!局|部门|和|与|及|建设|处|科|委|院|设计|资源)"
)
_OTHER_YEAR = pattern(r"年|比|较|十[二三四五六]五")


def _is_decided(view: HistoryView) -> bool:
    """Return whether it is certain which side is worse."""
    part = view.row.value.first
    if view.row.direction in {POSITIVE, NEGATIVE} or part.op.direction:
        return True
    return view.better > 0 and part.dimension not in {"ratio", "percentage_point", "multiple", "score", ""}


def _missed(view: HistoryView) -> str:
    """Return the standard that the target is worse than, "" if none is cited or it is met."""
    fields = [CURRENT] if _is_cited(view) else []
    if view.given(PLANNED) and (_is_this_year(view) or _is_rate_plan(view)):
        fields.append(PLANNED)
    return next((field for field in fields if view.shortfall(field) > 0 and _is_decided(view)), "")


def _is_cited(view: HistoryView) -> bool:
    """Return whether the standard of the year rests on a national or industry standard or on a plan."""
    return view.given(CURRENT) and bool(
        _STANDARD.search(fold(view.row.text(CURRENT) + view.row.text("standard.source")))
    )


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
