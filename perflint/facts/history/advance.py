"""Facts about a target that is far above its history (domain: HIS003)."""

from decimal import Decimal

from perflint.facts.direction import AMBIGUOUS
from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import LAST, MEAN, HistoryView, gap
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.quantity import Kind, Part

_ONE = Decimal(1)
_WIDER = ("新增", "增加", "扩大", "扩面", "提标", "新建", "合并", "划入")


def _highest(view: HistoryView) -> tuple[Decimal, Part] | None:
    """Return the part that rises most above both references, with the smaller of the two rises in percent."""
    if view.better <= 0 or view.row.value.kind is Kind.RELATIVE or not (view.given(MEAN) and view.given(LAST)):
        return None
    if view.row.rate and view.row.direction == AMBIGUOUS:
        return None
    rises: dict[Part, list[Decimal]] = {}
    for field in (MEAN, LAST):
        for pair in view.alignment(field).pairs:
            if pair.reference > 0 and abs(pair.target - pair.reference) > _ONE:
                rises.setdefault(pair.part, []).append(gap(pair))
    both = [(min(found), part) for part, found in rises.items() if len(found) == len((MEAN, LAST))]
    return max(both, key=lambda entry: entry[0], default=None)


@HISTORY.fact("compared", BOOL, zh="均值和上年值是否都有", en="whether the mean and last year are both given")
def compared(view: HistoryView) -> bool:
    return view.given(MEAN) and view.given(LAST)


@HISTORY.fact(
    "above_both",
    DOUBLE,
    zh="比均值和上年值都高出百分之几（取较小的），没有高出为0",
    en="percent above both the mean and last year (the smaller rise), 0 if not",
)
def above_both(view: HistoryView) -> float:
    found = _highest(view)
    return float(max(found[0], Decimal(0))) if found else 0.0


@HISTORY.fact("raised", STRING, zh="高出最多的那一项", en="the part that rises most")
def raised(view: HistoryView) -> str:
    found = _highest(view)
    return found[1].text.strip() if found else ""


@HISTORY.fact("rise", STRING, zh="高出的百分比", en="the rise in percent")
def rise(view: HistoryView) -> str:
    found = _highest(view)
    return f"{found[0]:+.1f}%" if found else ""


@HISTORY.fact(
    "flat",
    BOOL,
    zh="指标值与均值、上年值是否完全相同：各数按单位、标签配成对，每一对都相等，没有剩下的",
    en="whether target, mean and last year are equal: their numbers, paired by unit or label, are the same, and none is left over",
)
def flat(view: HistoryView) -> bool:
    if not compared(view):
        return False
    aligned = [view.alignment(field) for field in (MEAN, LAST)]
    return all(
        found.pairs and not found.problem and all(pair.target == pair.reference for pair in found.pairs)
        for found in aligned
    )


@HISTORY.fact("widened", BOOL, zh="备注是否说明了增加的原因", en="whether the remark gives a reason for more")
def widened(view: HistoryView) -> bool:
    remark = view.row.text("remark")
    return any(word in remark for word in _WIDER)
