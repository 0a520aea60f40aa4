"""Units and bases behind a figure: 元, 台（套）, 份/千人, 元/人·月."""

import re
from decimal import Decimal

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.numerals import ARABIC, product, read_arabic, read_scale
from perflint.quantity.units import Unit, UnitTable

_BASE_NUMBER = pattern(rf"({ARABIC})?(十万|百万|千万|十|百|千|万|亿)?")
_EACH = pattern(r"[/·每]")
_ENDS = r"(?=$|/|及?以[上下内]|左右|上下|之内)"
_ALONE = pattern(rf"[\u4e00-\u9fa5]{{1,5}}?{_ENDS}")
_SYMBOL = pattern(rf"(?:[A-WYZa-wyzμΩ°][A-Za-zμΩ]{{0,4}}[23]?(?:/[A-Za-zμ]{{1,3}}[23]?)?){_ENDS}")
_BASE_NOUN = pattern(rf"(?:[\u4e00-\u9fa5]{{1,3}}?|[A-Za-z]{{1,3}}){_ENDS}")
_TURN = pattern(r"(?:次|时|班)(?![\u4e00-\u9fa5])|(?:[\u4e00-\u9fa5]{1,3}?|RH)" + _ENDS)
_MONEY_NOUN = pattern(r"(?:资金|投资|产值|收入|经费|补助|效益|税收|利润|贷款|销售额|人民币|[余多整])")
_BRACKETED = pattern(r"\(([\u4e00-\u9fa5、/]{1,4}|%|[kcdm]?m[23])\)")
_BEGINS = pattern(
    r"(?!以[上下内]|左右|之?内|及|不[低少高超]|每|[为左右和或与至到等])[\u4e00-\u9fff]"
)  # 100个个体户: the second 个 begins a word
_NOTED = pattern(r"[(]\d{1,4}(?:\.\d{1,3})?[)](?=[a-zμ]{1,3}/)")  # 5(8)mg/L: 8 below 12 ℃
_NO_UNIT = pattern(r"[以之及的和或与至到内前后左上下完等在为均按且并达]")
_MOST_BASES = 4
_SIMPLE = frozenset({"money", "foreign_money", "ratio", "duration", "percentage_point", "multiple", "working_day"})
_TURNS = frozenset({"次", "时", "班", "年", "课", "RH"})
_PERIODS = frozenset("天日月年次")


class Measure(Struct, frozen=True):
    """A unit with its bases, from plain offset to `end`; `twice` if the unit stands there twice."""

    end: int
    unit: str = ""
    known: Unit | None = None
    per: tuple[str, ...] = ()
    twice: bool = False


def read_measure(text: str, at: int, units: UnitTable) -> Measure:
    """The unit at `at` with its bases; an empty one if no unit stands there."""
    noted = _NOTED.match(text, at)
    at = noted.end() if noted else at
    found = units.match(text, at)
    bracketed = _BRACKETED.match(text, at if found is None else found[1])
    inner = units.find(bracketed[1]) if bracketed else None
    if found is None:
        return Measure(bracketed.end(), name_of(inner), inner) if bracketed and inner else Measure(at)
    known, end = found
    name = name_of(known)
    if second := _compound(text, end, known, units):
        after, per = read_bases(text, end + len(second), units)
        return Measure(after, name + second, units.find(name + second), per)
    if bracketed and inner and known.dimension not in {"money", "ratio", "duration"}:
        name, end = f"{name}（{bracketed[1]}）", bracketed.end()
    end, twice = _twice(text, end, known, units)
    end, per = read_bases(text, end, units)
    return Measure(end, name, known, per, twice)


def read_unknown(text: str, at: int, units: UnitTable, *, scaled: bool = False) -> Measure:
    """A word or a symbol right behind a number, up to its comparator or the end, taken as a unit nobody knows.

    Behind 万 and 亿 (`scaled`) a word for money is none: 1000万投资.
    """
    found = _ALONE.match(text, at) or _SYMBOL.match(text, at)
    if found is None or _NO_UNIT.match(found[0]) or (scaled and _MONEY_NOUN.match(found[0])):
        return Measure(at)
    end, per = read_bases(text, found.end(), units)
    return Measure(end, found[0], per=per)


def _compound(text: str, end: int, known: Unit, units: UnitTable) -> str:
    """The second half of a unit made of two (吨公里, 册次, 台时), "" if there is none."""
    if known.dimension in _SIMPLE or known.form == "个":
        return ""
    found = _TURN.match(text, end)
    if found is None:
        return ""
    second = units.match(text, end)
    if second and name_of(second[0]) == name_of(known):  # written twice
        return ""
    whole = second is not None and second[1] == found.end()
    return found[0] if whole or found[0] in _TURNS else ""


def read_bases(text: str, at: int, units: UnitTable) -> tuple[int, tuple[str, ...]]:
    """The end of the bases that begin at `at` and their names: /100台 gives 100台, /人·月 gives 人·月."""
    bases: list[str] = []
    while at < len(text) and _joins(text, at, bases) and len(bases) < _MOST_BASES:
        base = read_base(text, at + 1, units) or _unknown_base(text, at)
        if base is None:
            break
        if text[at] in "·、" and bases:
            bases[-1] += "·" + base[1]
        else:
            bases.append(base[1])
        at = base[0]
    return at, tuple(bases)


def _joins(text: str, at: int, bases: list[str]) -> bool:
    """Whether a sign leads to a base; 、 does between two bases (元/人、天)."""
    return bool(_EACH.match(text[at])) or (text[at] == "、" and bool(bases) and text[at + 1 : at + 2] in _PERIODS)


def _unknown_base(text: str, at: int) -> tuple[int, str] | None:
    found = _BASE_NOUN.match(text, at + 1) if text[at] == "/" else None
    return (found.end(), found[0]) if found else None


def read_base(text: str, at: int, units: UnitTable) -> tuple[int, str] | None:
    """The end and the name of one base: 千人 gives 1000人, 个行政村 gives 村; None if no unit stands there."""
    if text.startswith("半年", at):
        return at + 2, "半年"
    whole = units.match(text, at)
    number = None if whole else _BASE_NUMBER.match(text, at)
    start = number.end() if number else at
    found = whole or units.match(text, start)
    if found is None:
        return (start, _amount(number)) if number and number[2] else None
    known, end = found
    if known.form == "个" and (inner := units.match(text, end)):
        known, end = inner
    name = known.canonical if known.factor == 1 and known.form.endswith(known.canonical) else known.form
    return end, _amount(number) + name


def name_of(known: Unit) -> str:
    """The unit as it is reported: 个工作日 is 工作日, 百分比 is %, 万元 is 元."""
    if known.dimension in {"money", "ratio"} and known.factor == 1:
        return known.canonical
    if known.form == f"个{known.canonical}" or known.canonical == f"个{known.form}":
        return known.canonical
    return known.form


def _amount(number: re.Match[str] | None) -> str:
    if number is None or not number[0]:
        return ""
    value = product(read_arabic(number[1]) if number[1] else Decimal(1), read_scale(number[2] or ""))
    return f"{value:f}"


def _twice(text: str, at: int, known: Unit, units: UnitTable) -> tuple[int, bool]:
    again = units.match(text, at)
    if again and name_of(again[0]) == name_of(known) and not _BEGINS.match(text, again[1]):
        return again[1], True
    return at, False
