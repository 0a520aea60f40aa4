"""Facts about words where a number is asked for, and counts where it is asked whether something is in time."""

import re
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.measure.answer import answers, only_unit
from perflint.facts.measure.demand import demands
from perflint.facts.measure.unit_fit import unit_misfits
from perflint.facts.row import RowView
from perflint.facts.values.checkable import is_beside_published
from perflint.facts.vocabulary import STRING
from perflint.facts.wordlist import first_word
from perflint.pattern import alternatives, pattern
from perflint.quantity import Kind, find_amounts
from perflint.typography import fold

_WORDS_SHORT = 24  # characters: a longer value is prose
_SILENT_ALL = pattern(
    r"全部|全体|全员|所有|全覆盖|全面覆盖|应.{1,2}尽|应保尽保|达标|合格|优|良|标准|规范|规程|[0-9]|百分|不超|以内|完全|零|无|未|不|平均|[高低]于"
)
_SILENT_SATISFIED = pattern(r"全部|全体|[0-9]|[一二三四五六七八九十两]成|百分|零|无|不|标准")
_OFF_TIME = frozenset(
    {
        "person",
        "device",
        "device_item",
        "item",
        "piece",
        "organisation",
        "household",
        "document",
        "case",
        "money",
        "batch",
    }
)
_ON_TIME = pattern(r"^(?:及时|按时|按期|如期|准时)(?!率|完成率|处理数).{0,8}$|(?:及时性|按时性)$")
_TIMELY = ("及时", "按时", "按期", "如期", "准时", "尽快")
_COUNTED = pattern(r"[0-9一二两三四五六七八九十百]+\s*(?:次|批次|批|场|期|遍|轮)")
_FIGURES = frozenset({"count", "area", "length"})
_VAGUE_COUNTS = frozenset({"数"})


@INDICATOR.fact(
    "measures_otherwise",
    STRING,
    zh="名称或描述与指标值不是同一种量时：rate、count、time、talk，否则为空",
    en="rate, count, time or talk where name or description and value do not measure the same, else empty",
)
def measures_otherwise(row: RowView) -> str:
    if not row.filled("value") or only_unit(row):
        return ""
    if row.value.kind in (Kind.QUALITATIVE, Kind.GRADE):
        return "" if is_beside_published(fold(row.value.text)) else _words_for_figure(row)
    return "time" if _counts_off_time(row) and not unit_misfits(row) else ""


def _counts_off_time(row: RowView) -> bool:
    """Return whether people or things are counted where the name asks whether something is in time."""
    found = answers(row)
    if len(found) != 1 or found[0].dimension not in _OFF_TIME or found[0].part.label:
        return False
    name = plain_name(row.text("name"))
    lists = row.scope.knowledge.lexicon.words
    at_end = _in_time(lists("measures.punctual"), lists("measures.punctual_acts"))
    return bool(_ON_TIME.search(name)) or (row.class_id != "output.quantity" and bool(at_end.search(name)))


@lru_cache(maxsize=4)
def _in_time(punctual: tuple[str, ...], acts: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(f"(?:{alternatives(punctual)})(?:{alternatives(acts)})$")


def _words_for_figure(row: RowView) -> str:
    """Return which figure the name or description promises although the value is words alone."""
    text = fold(row.value.text)
    asked = demands(row.scope.knowledge.lexicon).of(row.text("name"))
    measure = asked.measure if asked else ""
    if measure == "satisfaction":
        return "" if _SILENT_SATISFIED.search(text) or len(text) > _WORDS_SHORT else "rate"
    if row.value.kind is Kind.GRADE or "criterion" in row.value.first.flags:
        return ""
    if measure == "rate":
        return "rate" if _lacks_rate(row, text) else ""
    if _SILENT_ALL.search(text):
        return ""
    if asked and measure in _FIGURES and asked.head not in _VAGUE_COUNTS:
        return "count"
    return "talk" if len(text) <= _WORDS_SHORT and _counts(row) else ""


def _lacks_rate(row: RowView, text: str) -> bool:
    """Return whether words leave open which rate is meant: 不超预算 does, 应保尽保 and 零事故 do not."""
    if first_word(text, row.scope.knowledge.lexicon.words("measures.within_budget")):
        return True
    timely = row.class_id == "output.time" and text.startswith(_TIMELY)  # DAT006 speaks of these
    return not timely and not _SILENT_ALL.search(text)


def _counts(row: RowView) -> bool:
    """Return whether a short description sets a count of its own (抽检一次)."""
    told = fold(row.text("description"))
    if not 0 < len(told) <= _WORDS_SHORT * 2 or not _COUNTED.search(told):
        return False
    amounts = find_amounts(told, row.scope.knowledge.reader)
    return any(amount.dimension in ("times", "batch") for amount in amounts)
