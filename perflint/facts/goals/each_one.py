"""Numbers of a text for each of some others: 6000人每人2剂, 40座，每座1.2亩, 13个乡镇各50件 (domain: XTB050)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from perflint.facts.goals.clause import of_other_years, sentence
from perflint.facts.goals.multiple import LARGEST, Multiple
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, ValueReader, find_amounts
from perflint.typography import fold

_TIMES = pattern(r"^[×xX*]$")
_EACH = pattern(r"(?:平均)?每(?:一|个)?(?P<unit>[\u4e00-\u9fff]{1,3})")
_OF_EACH = pattern(r"(?:平均)?每[^每]*$")
_EVERY = pattern(
    r"(?<![\u4e00-\u9fff]{6})[\u4e00-\u9fff]{1,8}各(?:自)?(?:配备|发放|配置|建设|建|配|购置|安装|开展|举办|组织|设立|赠送|印发)?"
)
_LOOSE = pattern(
    r"至少|不[少低超多高][于过]|以[上下内]|左右|约|最[多高]|其中|部分|分别|不等|[-~～—至到]\d|现有|共有|已"
    r"|每(?:个)?(?:季|月|周|[日天](?!报|刊)|半年)|[日月季周]均"
)  # the last: what is counted may be that of one period
_NOT_COUNTED = frozenset({"ratio", "percentage_point", "money", "duration", "working_day", "score", "multiple"})
_PEOPLE = frozenset({"人", "名", "位", "生"})


def each_ones(text: str, year: int, reader: ValueReader) -> Iterator[Multiple]:
    """Yield the products of two numbers of one sentence of which the second is for each of the first."""
    amounts = find_amounts(text, reader)
    for one, other in pairwise(amounts):
        start, end = sentence(text, one)
        alone = [each for each in amounts if each.unit in {one.unit, other.unit}] == [one, other]
        if not (start <= other.start < end) or not alone or not (_is_plain(one) and _is_plain(other)):
            continue
        if (
            _LOOSE.search(fold(text[start:end]))
            or of_other_years(text, other, year)
            or other.dimension in {"", one.dimension}
        ):
            continue
        if _is_each(one, fold(text[one.start : other.start])):
            yield _multiple(one, other, text[start:end])


def _is_plain(amount: Amount) -> bool:
    plain = amount.approx is Approx.EXACT and amount.low == amount.high and 1 < amount.low < LARGEST
    return plain and amount.dimension not in _NOT_COUNTED


def _is_each(one: Amount, between: str) -> bool:
    """Return whether the words from one number to the next say that the next is for each of the first."""
    rest = between[between.find(fold(one.number)) + len(fold(one.number)) :]
    if _TIMES.search(rest.removeprefix(one.unit)):
        return True
    each = _EACH.search(rest)
    if each:
        head = rest[: each.start()]
        unit = each["unit"]
        return unit[0] in {one.unit[0], *(_PEOPLE if one.unit in _PEOPLE else ())} or _is_counted(unit, head)
    return _EVERY.search(rest.removeprefix(one.unit)) is not None


def _is_counted(unit: str, head: str) -> bool:
    """Return whether 每 goes on with what the first number counts (25所学校…每校, 13个乡镇…每镇)."""
    return unit[0] in head


def _multiple(one: Amount, other: Amount, said: str) -> Multiple:
    product = one.low * other.low
    unit = fold(other.printed).removeprefix(fold(other.number))
    shown = (product / (other.part.scale or Decimal(1))).normalize()
    factors = f"{_OF_EACH.sub('', fold(one.printed))}×{fold(other.number)}{unit}"
    return Multiple(
        product, product, other.unit, other.dimension, fold(said), f"{factors}＝{shown:f}{unit}", one.start, other.end
    )
