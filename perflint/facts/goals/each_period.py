"""Numbers of a text that stand for each day, month or quarter: 日均150吨, 每季度2期 (domain: XTB050)."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.goals.clause import around, number_start, of_other_years, sentence
from perflint.facts.goals.multiple import LARGEST, Multiple
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, ValueReader, find_amounts
from perflint.typography import fold

_EACH = pattern(r"每(?:个)?(?P<each>季度|季|月|周|[日天])(?!报|刊|例)|(?P<mean>[日月季周])均|平均每(?P<also>[日天月])")
_YEAR = {"季度": (4, 4), "季": (4, 4), "月": (12, 12), "周": (48, 53), "日": (200, 366), "天": (200, 366)}
_SCHOOL_MONTHS = 9
_SCHOOL = pattern(r"学校|校园|学生|师生|教师|教研|上课|课堂|学员")
_SHORT = pattern(
    r"汛期|期间|假期?|学期|防火期|防灭火|[供采]暖|旺季|淡季|夏季|冬季|节前|集中|月(?:\d{1,2}日)?\s*[-—–~～至到]|月起|日起|起每|从\d|自\d|人均|每人|每[个所村户家名镇乡]|各(?=[个乡镇村县区单部学])"
)
_AT_LEAST = pattern(r"至少|不[少低]于|以上|≥|原则上")
_AT_MOST = pattern(r"至多|不[超高多][过于]|以内|≤|最多")
_LOOSE = pattern(r"[一二两三]次以上|若干")
_NOT_COUNTED = frozenset({"ratio", "percentage_point", "money", "duration", "working_day", "score", "multiple", ""})
_PEOPLE = frozenset({"person", "household"})  # the same ones may come each month


def each_periods(text: str, year: int, reader: ValueReader) -> Iterator[Multiple]:
    """Yield the numbers of a text for each period of the whole year, with what they come to in it."""
    for amount in find_amounts(text, reader):
        before, clause = around(text, amount)
        each = _EACH.search(before)
        if not each or not _is_plain(amount) or len(find_amounts(clause, reader)) != 1:
            continue
        said = fold(text[slice(*sentence(text, amount))])
        if not (_SHORT.search(said) or _LOOSE.search(clause) or _AT_MOST.search(clause)) and not of_other_years(
            text, amount, year
        ):
            yield _multiple(text, amount, each[0], each["each"] or each["mean"] or each["also"], before, clause)


def _is_plain(amount: Amount) -> bool:
    plain = amount.approx is Approx.EXACT and amount.low == amount.high and 0 < amount.low < LARGEST and not amount.per
    return plain and amount.dimension not in _NOT_COUNTED | _PEOPLE


def _multiple(text: str, amount: Amount, said: str, period: str, before: str, clause: str) -> Multiple:
    least, most = _YEAR[period]
    if period == "月" and _SCHOOL.search(clause):
        least = _SCHOOL_MONTHS
    mean = "均" in said
    lead, _, rest = before.partition(said)
    start = max(text.rfind(said[0], 0, number_start(text, amount)), 0)
    shown = {"日": 365, "天": 365, "周": 52}.get(period, most)
    unit = fold(amount.printed).removeprefix(fold(amount.number))
    product = (amount.low * shown / (amount.part.scale or Decimal(1))).normalize()
    return Multiple(
        amount.low * least, amount.low * most, amount.unit, amount.dimension, rest or lead,
        f"{fold(amount.number)}×{shown}＝{product:f}{unit}", start, amount.end,
        periodic=True, mean=mean, at_least=_AT_LEAST.search(clause) is not None or amount.op.direction > 0,
    )  # fmt: skip
