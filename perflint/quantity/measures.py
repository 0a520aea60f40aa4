"""Units and bases behind a figure: 元, 台（套）, 份/千人, 元/人·月."""

import re
from decimal import Decimal

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.numerals import ARABIC, product, read_arabic, read_scale
from perflint.quantity.units import Unit, UnitTable

_BASE_NUMBER = pattern(rf"({ARABIC})?(十万|百万|千万|十|百|千|万|亿)?")
_EACH = pattern(r"[/·每]")
_ALONE = pattern(r"[\u4e00-\u9fa5]{1,4}")
_BRACKETED = pattern(r"\(([\u4e00-\u9fa5、/]{1,4}|%|[kcdm]?m[23])\)")
_NO_UNIT = pattern(r"[以之及的和或与至到内前后左上下完等在为均按且并达]")
_MOST_BASES = 4


class Measure(Struct, frozen=True):
    """A unit with its bases, from plain offset to `end`; `twice` if the unit stands there twice."""

    end: int
    unit: str = ""
    known: Unit | None = None
    per: tuple[str, ...] = ()
    twice: bool = False


def read_measure(text: str, at: int, units: UnitTable) -> Measure:
    """The unit at `at` with its bases; an empty one if no unit stands there."""
    found = units.match(text, at)
    bracketed = _BRACKETED.match(text, at if found is None else found[1])
    inner = units.find(bracketed[1]) if bracketed else None
    if found is None:
        return Measure(bracketed.end(), name_of(inner), inner) if bracketed and inner else Measure(at)
    known, end = found
    name = name_of(known)
    if bracketed and inner and known.dimension not in {"money", "ratio", "duration"}:
        name, end = f"{name}（{bracketed[1]}）", bracketed.end()
    end, twice = _twice(text, end, known, units)
    end, per = read_bases(text, end, units)
    return Measure(end, name, known, per, twice)


def read_lone_noun(text: str, at: int) -> Measure:
    """A noun of one to four characters that ends the text, taken as a unit nobody knows."""
    found = _ALONE.match(text, at)
    if found is None or found.end() != len(text) or _NO_UNIT.match(found[0]):
        return Measure(at)
    return Measure(found.end(), found[0])


def read_bases(text: str, at: int, units: UnitTable) -> tuple[int, tuple[str, ...]]:
    """The end of the bases that begin at `at` and their names: /100台 gives 100台, /人·月 gives 人·月."""
    bases: list[str] = []
    while at < len(text) and _EACH.match(text[at]) and len(bases) < _MOST_BASES:
        base = read_base(text, at + 1, units)
        if base is None:
            break
        if text[at] == "·" and bases:
            bases[-1] += "·" + base[1]
        else:
            bases.append(base[1])
        at = base[0]
    return at, tuple(bases)


def read_base(text: str, at: int, units: UnitTable) -> tuple[int, str] | None:
    """The end and the name of one base: 千人 gives 1000人, 个行政村 gives 村; None if no unit stands there."""
    if text.startswith("半年", at):
        return at + 2, "半年"
    number = _BASE_NUMBER.match(text, at)
    start = number.end() if number else at
    found = units.match(text, start)
    if found is None:
        return (start, _amount(number)) if number and number[2] else None
    known, end = found
    if known.form == "个" and (inner := units.match(text, end)):
        known, end = inner
    name = known.canonical if known.form.endswith(known.canonical) else known.form
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
    if again and name_of(again[0]) == name_of(known):
        return again[1], True
    return at, False
