"""Facts about how far a target is from its own history and standards (domain: §3.7)."""

from decimal import Decimal

from perflint.facts.history.alignment import Pair
from perflint.facts.history.historyview import CURRENT, LAST, MEAN, HistoryView, gap, history_views
from perflint.facts.kind import SubjectKind
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.typography import fold

HISTORY = Vocabulary("history", "指标值与历史值、标准值的对照", "a target beside its history and standards")

_REASONS = ("减少", "萎缩", "下降", "终止", "到期", "结束", "取消", "调减", "收缩", "压减")


def _percent(number: Decimal) -> str:
    return f"{number:+.1f}%".replace("-", "−")


def _shown_gap(view: HistoryView, field: str) -> str:
    found = view.worst(field)
    return _percent(gap(found[1])) if found else ""


@HISTORY.fact(
    "below_average",
    DOUBLE,
    zh="比前三年均值差百分之几，不差为0",
    en="percent worse than the mean of three years, 0 if not",
)
def below_average(view: HistoryView) -> float:
    return view.shortfall(MEAN)


@HISTORY.fact("below_last_year", DOUBLE, zh="比上年值差百分之几，不差为0", en="percent worse than last year, 0 if not")
def below_last_year(view: HistoryView) -> float:
    return view.shortfall(LAST)


@HISTORY.fact("average", STRING, zh="前三年均值，照录", en="mean of three years as typed")
def average(view: HistoryView) -> str:
    return view.row.text(MEAN).strip()


@HISTORY.fact("last_year", STRING, zh="上年值，照录", en="last year's value as typed")
def last_year(view: HistoryView) -> str:
    return view.row.text(LAST).strip()


@HISTORY.fact("current", STRING, zh="当年标准值，照录", en="standard of the year as typed")
def current(view: HistoryView) -> str:
    return view.row.text(CURRENT).strip()


@HISTORY.fact("gap_average", STRING, zh="与前三年均值的差距", en="gap to the mean of three years")
def gap_average(view: HistoryView) -> str:
    return _shown_gap(view, MEAN)


@HISTORY.fact("gap_last_year", STRING, zh="与上年值的差距", en="gap to last year")
def gap_last_year(view: HistoryView) -> str:
    return _shown_gap(view, LAST)


@HISTORY.fact("more_is_better", BOOL, zh="是否越高越好", en="whether more is better")
def more_is_better(view: HistoryView) -> bool:
    return view.better > 0


@HISTORY.fact(
    "demand_driven",
    BOOL,
    zh="数量是否由来样、委托、推送等外部需求决定",
    en="whether the count is driven by demand from outside",
)
def demand_driven(view: HistoryView) -> bool:
    text = fold(view.row.text("name") + view.row.text("standard.source"))
    return "下达" not in text and any(
        word in text for word in view.scope.knowledge.lexicon.words("words.demand_driven")
    )


@HISTORY.fact("excused", BOOL, zh="备注是否说明了减少的原因", en="whether the remark gives a reason for less")
def excused(view: HistoryView) -> bool:
    remark = fold(view.row.text("remark"))
    return any(word in remark for word in _REASONS)


def _is_met(pair: Pair, bound: int) -> bool:
    """Return whether a rate keeps to a standard that is a bound itself: ≥96% lies within ≥95%."""
    if not bound or pair.part.op.direction != bound or pair.part.unit not in {"%", "‰"}:
        return False
    return (pair.target - pair.reference) * bound >= 0


@HISTORY.fact(
    "off_standard",
    DOUBLE,
    zh="与当年标准值相差百分之几，无法比较为0",
    en="percent by which it differs from the standard of the year, 0 if not comparable",
)
def off_standard(view: HistoryView) -> float:
    bound = view.row.read(CURRENT).first.op.direction
    gaps = [abs(gap(pair)) for pair in view.alignment(CURRENT).pairs if pair.reference and not _is_met(pair, bound)]
    return float(max(gaps, default=Decimal(0)))


def row_of(view: HistoryView) -> RowView:
    """Return the row that a value of earlier years stands in."""
    return view.row


SUBJECTS = (
    SubjectKind(
        HISTORY, in_row=history_views, also=(("indicator", row_of), ("value", row_of)), places=("history.reference",)
    ),
)
