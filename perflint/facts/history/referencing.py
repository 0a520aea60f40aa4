"""Facts about references that cannot be compared with the target, or that name no source (domain: HIS009, HIS014, HIS015)."""

from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import BEFORE, CURRENT, LAST, MEAN, NAMES_ZH, PLANNED, HistoryView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.typography import fold

_EN = {
    MEAN: "the mean of three years", LAST: "last year", BEFORE: "the year before last",
    CURRENT: "the standard of the year", PLANNED: "the planned value",
}  # fmt: skip
_INTERNAL = ("内部统计", "单位内部统计", "本单位内部统计", "内部统计数据", "内部数据", "单位内部数据")


@HISTORY.fact(
    "misfit",
    STRING,
    zh="不能对照的参考值：unit（单位不同）、parts（项数不同）、relative（增量与总量），没有为空",
    en="why a reference cannot be compared: unit, parts or relative; empty if none",
)
def misfit(view: HistoryView) -> str:
    return view.misfit[1] if view.misfit else ""


@HISTORY.fact("misfit_name", STRING, zh="不能对照的是哪个参考值", en="which reference cannot be compared")
def misfit_name(view: HistoryView) -> str:
    return NAMES_ZH[view.misfit[0]] if view.misfit else ""


@HISTORY.fact("misfit_text", STRING, zh="不能对照的参考值，照录", en="the reference that cannot be compared, as typed")
def misfit_text(view: HistoryView) -> str:
    return view.row.text(view.misfit[0]).strip() if view.misfit else ""


@HISTORY.fact(
    "unsourced", STRING, zh="缺少来源的数值（名称），没有为空", en="the figure without a source, empty if none"
)
def unsourced(view: HistoryView) -> str:
    return NAMES_ZH[view.unsourced] if view.unsourced else ""


@HISTORY.fact("unsourced_en", STRING, zh="缺少来源的数值（英文名）", en="the figure without a source, in English")
def unsourced_en(view: HistoryView) -> str:
    return _EN[view.unsourced] if view.unsourced else ""


@HISTORY.fact(
    "internal_only",
    BOOL,
    zh="历史值的来源是否只有内部统计",
    en="whether internal statistics are the only source of the history",
)
def internal_only(view: HistoryView) -> bool:
    return fold(view.row.text("history.source")).rstrip("。;；,.") in _INTERNAL
