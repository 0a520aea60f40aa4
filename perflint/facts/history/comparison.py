"""Facts about comparisons with the past: whether the base is told, and whether the form has a cell for it."""

import re

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_BASELINE = pattern(r"较|比|同比|上年|去年|基数|增长率|增幅|提升率|降幅|率|占|[0-9]")
_PAST_FIGURE = pattern(r"(?:上年|去年|上一年|20[0-9]{2}年).{0,12}[0-9]+(?:\.[0-9]+)?(?:%|[\u4e00-\u9fff])")
# 同期 of a rate of the market: nothing of a year before.
_MARKET = pattern(r"同期.{0,8}(?:LPR|lpr|利率|贷款|存款|国债|银行|限档|市场)|(?:同类|同档次|同期限)")
_GOES_ON = pattern(r"继续(?:实施|施行|执行|开展|推进|沿用|有效|运行|保留|发放|使用)")  # nothing is compared
_WORDS_SHORT = 24  # characters: a longer value is prose
_HISTORY = ("history.last_year", "history.average_3y", "history.year_before_last", "standard.current")


@INDICATOR.fact(
    "baseline_told",
    BOOL,
    zh="描述、公式或历史值是否说明了与什么相比",
    en="whether description, formula or history say what it is compared with",
)
def baseline_told(row: RowView) -> bool:
    own = row.name
    told = (fold(row.text(field)) for field in ("description", "formula", "scoring"))
    return _remembers(row) or any(text != own and _BASELINE.search(text) for text in told)


@INDICATOR.fact(
    "has_history", BOOL, zh="是否填了历史值或当年标准", en="whether a figure of history or standard is given"
)
def has_history(row: RowView) -> bool:
    return _remembers(row)


def _remembers(row: RowView) -> bool:
    return any(row.filled(field) for field in _HISTORY)


@INDICATOR.fact(
    "number_beside",
    STRING,
    zh="描述、评分标准、计算公式中第一个写了数字的，照录，没有为空",
    en="the first of description, scoring and formula that holds a number, as typed, empty if none does",
)
def number_beside(row: RowView) -> str:
    told = (row.text(field) for field in ("description", "scoring", "formula"))
    return next((text for text in told if re.search("[0-9]", fold(text))), "")


@INDICATOR.fact(
    "past_figure",
    STRING,
    zh="依据里写的以前年度的数，没有为空",
    en="the figure of an earlier year in the basis, empty if none",
)
def past_figure(row: RowView) -> str:
    found = _PAST_FIGURE.search(fold(row.text("basis")))
    return found[0] if found else ""


def _history_printed(scope: Scope) -> bool:
    """Return whether the form has cells of history, so that a baseline could be given there."""
    return any(column.startswith("history") for column in scope.columns)


@VALUE.fact(
    "no_baseline",
    BOOL,
    zh="是否与过去相比而没有数字，或有数字而历史值空着",
    en="whether it is compared with the past without a number, or with one and without a figure of history",
)
def no_baseline(row: RowView) -> bool:
    text = fold(row.text("value"))
    if _MARKET.search(text) or _GOES_ON.search(text):
        return False
    compared = row.value.kind is Kind.RELATIVE and any(flag.startswith("baseline") for flag in row.value.first.flags)
    if not compared and not any(word in text for word in row.scope.knowledge.lexicon.words("words.relative_words")):
        return False
    if re.search("[0-9]", re.sub("20[0-9]{2}年?度?", "", text)):
        return row.value.kind is Kind.RELATIVE and _history_printed(row.scope) and not _remembers(row)
    words = row.value.kind in (Kind.RELATIVE, Kind.QUALITATIVE) and len(text) <= _WORDS_SHORT
    return words and not _remembers(row)
