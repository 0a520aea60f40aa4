"""Facts about references that cannot be compared with the target, or that name no source (domain: HIS009, HIS014, HIS015)."""

from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import BEFORE, CURRENT, LAST, MEAN, NAMES_ZH, PLANNED, REFERENCES, HistoryView
from perflint.facts.vocabulary import STRING, STRINGS
from perflint.typography import fold

_EN = {
    MEAN: "the mean of three years", LAST: "last year", BEFORE: "the year before last",
    CURRENT: "the standard of the year", PLANNED: "the planned value",
}  # fmt: skip
_SOURCES = ("standard.source", "history.source")


@HISTORY.fact(
    "misfit",
    STRING,
    zh="不能对照的参考值：unit（单位不同）、parts（项数不同）、relative（增量与总量），没有为空；两边的各数先按单位、再按标签配对",
    en="why a reference cannot be compared: unit, parts or relative; empty if none. The numbers of both sides are paired by unit, "
    "else by label",
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
    "given",
    STRINGS,
    zh="填了哪些历史值、标准值和来源（填“/”“无”的不算）",
    en="which cells of history, standards and their sources are given; a / or 无 does not count",
)
def given(view: HistoryView) -> tuple[str, ...]:
    return tuple(field for field in (*REFERENCES, *_SOURCES) if view.given(field))


@HISTORY.fact(
    "source", STRING, zh="历史值的来源，不计空格、末尾标点", en="source of the history, blanks and final marks apart"
)
def source(view: HistoryView) -> str:
    return fold(view.row.text("history.source")).rstrip("。;；,.")
