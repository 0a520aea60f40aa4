"""Facts about a target beside its own history and standards (domain: §3.7)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from perflint.facts.alignment import NOTHING, Alignment, Pair, align, is_relative
from perflint.facts.direction import NEGATIVE, POSITIVE, UPPER
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.quantity import Kind
from perflint.typography import fold

HISTORY = Vocabulary("history", "指标值与历史值、标准值的对照", "a target beside its history and standards")

_MEAN, _LAST, _BEFORE = "history.average_3y", "history.last_year", "history.year_before_last"
_CURRENT, _PLANNED = "standard.current", "standard.planned"
_REFERENCES = (_MEAN, _LAST, _BEFORE, _CURRENT, _PLANNED)
_HISTORY = (_MEAN, _LAST, _BEFORE)
_NONE = frozenset({"/", "-", "--", "—", "——", "\\", "无", "暂无", "不适用", "N/A", "n/a"})
_REASONS = ("减少", "萎缩", "下降", "终止", "到期", "结束", "取消", "调减", "收缩", "压减")
_ZH = {_MEAN: "前三年均值", _LAST: "上年值", _BEFORE: "前年值", _CURRENT: "当年标准值", _PLANNED: "规划值"}
_EN = {
    _MEAN: "the mean of three years", _LAST: "last year", _BEFORE: "the year before last",
    _CURRENT: "the standard of the year", _PLANNED: "the planned value",
}  # fmt: skip
_HUNDRED = Decimal(100)
_DUTIES = "D1"


class HistoryView:
    """One row with a value, compared with its references part by part."""

    def __init__(self, row: RowView) -> None:
        self.row = row
        self.scope = row.scope

    def spot(self, at: str) -> Spot:
        """Return the place of a cell; `history.reference` is the one that does not fit, `history.unsourced` has no source."""
        if at == "history.reference":
            return Spot(self.misfit[0]) if self.misfit else Spot("value")
        return Spot(self.unsourced or "value") if at == "history.unsourced" else Spot(at)

    def relations(self, at: str) -> tuple[Relation, ...]:
        """Return the places of the references that hold a figure."""
        known = [field for field in (_MEAN, _LAST) if at == "value" and self.given(field)]
        return tuple(Relation(Spot(field), _ZH[field], _EN[field]) for field in known)

    def given(self, field: str) -> bool:
        """Return whether a cell holds something else than blanks or a stroke."""
        return self.row.filled(field) and fold(self.row.text(field)) not in _NONE

    def alignment(self, field: str) -> Alignment:
        """Return how the value and a reference stand against each other."""
        if not self.given(field):
            return NOTHING
        return align(self.row.value, self.row.read(field), self.scope.knowledge.reader.units)

    @cached_property
    def better(self) -> int:
        """1 where more is better, -1 where less is, 0 where neither can be said."""
        direction, part = self.row.direction, self.row.value.first
        if direction == POSITIVE:
            return 1
        if direction in {NEGATIVE, UPPER}:
            return -1
        if direction == "moderate":
            return 0
        if part.op.direction:
            return part.op.direction
        return 0 if part.dimension in {"money", "duration"} else 1

    def worst(self, field: str) -> tuple[Decimal, Pair] | None:
        """Return the pair that falls short most of a reference, with the gap in percent (negative: worse)."""
        if not self.better:
            return None
        gaps = [(_gap(pair) * self.better, pair) for pair in self.alignment(field).pairs if pair.reference > 0]
        return min(gaps, key=lambda entry: entry[0], default=None)

    def shortfall(self, field: str) -> float:
        """Return by how many percent the value is worse than a reference, 0 where it is not or cannot be compared."""
        found = self.worst(field)
        return float(max(-found[0], Decimal(0))) if found else 0.0

    @cached_property
    def misfit(self) -> tuple[str, str] | None:
        """The first reference that cannot be compared, with why: unit, parts or relative."""
        for field in (*_HISTORY, _CURRENT, _PLANNED):
            problem = self.alignment(field).problem if self.given(field) else ""
            problem = problem or self._mixed(field)
            if problem:
                return field, problem
        return None

    def _mixed(self, field: str) -> str:
        """Return `relative` where one side is a change in figures and the other a level."""
        if not self.given(field):
            return ""
        value, reference = self.row.value, self.row.read(field)
        if not _has_figures(value.text) or not _has_figures(reference.text):
            return ""
        return "relative" if is_relative(reference) != is_relative(value) and _is_plain(value, reference) else ""

    @cached_property
    def unsourced(self) -> str:
        """The first figure whose source is missing, "" if none."""
        if self.given(_CURRENT) and not self.given("standard.source"):
            return _CURRENT
        figures = [field for field in _HISTORY if self.given(field)]
        return figures[0] if figures and not self.given("history.source") else ""


def _gap(pair: Pair) -> Decimal:
    return (pair.target - pair.reference) * _HUNDRED / pair.reference


def _has_figures(text: str) -> bool:
    return any(char.isdecimal() for char in text)


def _is_plain(*values: object) -> bool:
    """Return whether at least one of the values is a plain level, so that the two differ in kind."""
    return any(getattr(value, "kind", None) is Kind.NUMERIC for value in values)


def history_views(row: RowView) -> Iterator[HistoryView]:
    """Yield the row where it has a value and the form or the row speaks of history or standards."""
    if row.filled("value") and (row.scope.form == _DUTIES or any(row.filled(field) for field in _REFERENCES)):
        yield HistoryView(row)


def _percent(number: Decimal) -> str:
    return f"{number:+.1f}%".replace("-", "−")


def _shown_gap(view: HistoryView, field: str) -> str:
    found = view.worst(field)
    return _percent(_gap(found[1])) if found else ""


@HISTORY.fact(
    "below_average",
    DOUBLE,
    zh="比前三年均值差百分之几，不差为0",
    en="percent worse than the mean of three years, 0 if not",
)
def below_average(view: HistoryView) -> float:
    return view.shortfall(_MEAN)


@HISTORY.fact("below_last_year", DOUBLE, zh="比上年值差百分之几，不差为0", en="percent worse than last year, 0 if not")
def below_last_year(view: HistoryView) -> float:
    return view.shortfall(_LAST)


@HISTORY.fact("average", STRING, zh="前三年均值，照录", en="mean of three years as typed")
def average(view: HistoryView) -> str:
    return view.row.text(_MEAN).strip()


@HISTORY.fact("last_year", STRING, zh="上年值，照录", en="last year's value as typed")
def last_year(view: HistoryView) -> str:
    return view.row.text(_LAST).strip()


@HISTORY.fact("current", STRING, zh="当年标准值，照录", en="standard of the year as typed")
def current(view: HistoryView) -> str:
    return view.row.text(_CURRENT).strip()


@HISTORY.fact("gap_average", STRING, zh="与前三年均值的差距", en="gap to the mean of three years")
def gap_average(view: HistoryView) -> str:
    return _shown_gap(view, _MEAN)


@HISTORY.fact("gap_last_year", STRING, zh="与上年值的差距", en="gap to last year")
def gap_last_year(view: HistoryView) -> str:
    return _shown_gap(view, _LAST)


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


@HISTORY.fact(
    "off_standard",
    DOUBLE,
    zh="与当年标准值相差百分之几，无法比较为0",
    en="percent by which it differs from the standard of the year, 0 if not comparable",
)
def off_standard(view: HistoryView) -> float:
    gaps = [abs(_gap(pair)) for pair in view.alignment(_CURRENT).pairs if pair.reference]
    return float(max(gaps, default=Decimal(0)))


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
    return _ZH[view.misfit[0]] if view.misfit else ""


@HISTORY.fact("misfit_text", STRING, zh="不能对照的参考值，照录", en="the reference that cannot be compared, as typed")
def misfit_text(view: HistoryView) -> str:
    return view.row.text(view.misfit[0]).strip() if view.misfit else ""


@HISTORY.fact(
    "unsourced", STRING, zh="缺少来源的数值（名称），没有为空", en="the figure without a source, empty if none"
)
def unsourced(view: HistoryView) -> str:
    return _ZH[view.unsourced] if view.unsourced else ""


@HISTORY.fact("unsourced_en", STRING, zh="缺少来源的数值（英文名）", en="the figure without a source, in English")
def unsourced_en(view: HistoryView) -> str:
    return _EN[view.unsourced] if view.unsourced else ""
