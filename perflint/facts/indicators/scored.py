"""Facts about the printed scoring rule of a row beside its weight and its target (评分标准, 权重, 指标值)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Kind, find_amounts
from perflint.typography import fold

_WEIGHT = pattern(r"(\d{1,3}(?:\.\d{1,4})?)(?:分|%)?")
_POINTS = pattern(r"(?:得|计|记|满分为?|分值为?)(\d{1,3}(?:\.\d{1,4})?)分")
_SHARED_OUT = pattern(
    r"每|各|乘|[×*÷/]|比例|比值|占比|加分|附加|分别|按.{0,8}(?:计|得)分|\d分[,，、;；]?[\u4e00-\u9fff]{1,8}\d(?:\.\d+)?分"
)
_FULL = pattern(r"(?:及|\(含\)|以上|[,，]|\(含[^()]*\))*(?:得|计|记)(满|\d{1,3}(?:\.\d{1,4})?)分")
_OF_TARGET = pattern(r"目标|计划|任务|完成率?|指标值|进度|比例|序时")
_BREAK = pattern(r"[，,。；;、：:]")
_STEP_UP = pattern(r"每(?:多|超出?|超过|高于?|高出|提高|提升|增加|上升)[^，,。；;扣减]{0,14}[,，]?(?:扣减?|减)\d")
_STEP_DOWN = pattern(r"每(?:低于?|少于?|降低|减少|下降|缺|节约)[^，,。；;扣减]{0,14}[,，]?(?:扣减?|减)\d")
_BEYOND = pattern(r"[23]0%|[2-9]倍|偏离|偏差|浮动|过高|过低|±")


@lru_cache(maxsize=1024)
def _points(text: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(found) for found in _POINTS.findall(fold(text)))


def _weight(row: RowView) -> Decimal:
    found = _WEIGHT.fullmatch(fold(row.text("weight")))
    return Decimal(found[1]) if found else Decimal(0)


@INDICATOR.fact("points", DOUBLE, zh="权重（分值），没有或读不出为0", en="the weight in points, 0 where there is none")
def points(row: RowView) -> float:
    return float(_weight(row))


@INDICATOR.fact(
    "points_most",
    DOUBLE,
    zh="评分标准里写的最高的“得（计、满分）几分”，没有为0",
    en="the most points that the scoring rule gives in a figure (得, 计, 满分 … 分), 0 where it gives none",
)
def points_most(row: RowView) -> float:
    return float(max(_points(row.text("scoring")), default=Decimal(0)))


@INDICATOR.fact(
    "points_in_all",
    DOUBLE,
    zh="评分标准里各处“得几分”加起来最多几分；写了满分、按比例、每项给分的为100",
    en="what all points that the scoring rule gives come to; 100 where it gives 满分, a proportion or points for each",
)
def points_in_all(row: RowView) -> float:
    text = fold(row.text("scoring"))
    if "满分" in text or "不扣分" in text or "全分" in text or _SHARED_OUT.search(text):
        return 100.0
    return float(sum(_points(text), Decimal(0)))


@INDICATOR.fact(
    "full_points_from",
    STRING,
    zh="评分标准里得满分的数（“90%以上得满分”），与指标值同一单位的原文，没有为空；按目标、计划完成比例说的不算",
    en="the figure from which the scoring rule gives full points, in the unit of the value, else empty; none in "
    "percent of the target or plan",
)
def full_points_from(row: RowView) -> str:
    found = _full_mark(row)
    return found.printed if found else ""


@INDICATOR.fact("full_points_number", DOUBLE, zh="同上，数", en="the same as a number")
def full_points_number(row: RowView) -> float:
    found = _full_mark(row)
    return float(found.low) if found else 0.0


@INDICATOR.fact(
    "full_points_due",
    DOUBLE,
    zh="按指标值应当得满分的数（下限，或指标值本身）",
    en="the figure of the value from which full points are due: its lower bound, or itself",
)
def full_points_due(row: RowView) -> float:
    low = row.value.first.low
    return float(low) if isinstance(low, Decimal) else 0.0


def _full_mark(row: RowView) -> Amount | None:
    """Return the only figure for full points of a rule in the unit of the value."""
    part, text = row.value.first, row.text("scoring")
    if "分" not in text or row.value.kind is not Kind.NUMERIC or len(row.value.parts) != 1 or part.op.direction < 0:
        return None
    if not part.unit or part.per or part.approx is not Approx.EXACT or not isinstance(part.low, Decimal):
        return None
    found = [amount for amount in _full(row, text) if amount.unit == part.unit and not amount.per]
    return found[0] if len(found) == 1 and found[0].low == found[0].high else None


def _full(row: RowView, text: str) -> Iterator[Amount]:
    weight = _weight(row)
    for amount in find_amounts(text, row.scope.knowledge.reader):
        rest = _FULL.match(fold(text[amount.end :]))
        start = max((hit.end() for hit in _BREAK.finditer(text, 0, amount.start)), default=0)
        full = rest is not None and (rest[1] == "满" or Decimal(rest[1]) == weight)
        if full and amount.op.direction >= 0 and not _OF_TARGET.search(text[start : amount.start]):
            yield amount


@INDICATOR.fact(
    "off_for_more",
    STRING,
    zh="评分标准里多了要扣分的话（每多一户扣0.5），没有为空；超出较多才扣的不算",
    en="the words of the scoring rule that take points off for more, else empty; none for what is far beyond only",
)
def off_for_more(row: RowView) -> str:
    return _off(row, _STEP_UP)


@INDICATOR.fact(
    "off_for_less",
    STRING,
    zh="评分标准里少了要扣分的话（每少一户扣0.5），没有为空；差得较多才扣的不算",
    en="the words of the scoring rule that take points off for less, else empty; none for what is far below only",
)
def off_for_less(row: RowView) -> str:
    return _off(row, _STEP_DOWN)


def _off(row: RowView, step: re.Pattern[str]) -> str:
    text = fold(row.text("scoring"))
    found = step.search(text) if ("扣" in text or "减" in text) and not _BEYOND.search(text) else None
    return found[0] if found else ""
