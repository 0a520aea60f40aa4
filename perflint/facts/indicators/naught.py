"""Facts about names that name nothing: a number, a date, a sign, a unit in the place of the name (WRD043)."""

import re
from functools import lru_cache

from perflint.data import Lexicon
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern

NUMBER, DATE, SIGN, UNIT = "number", "date", "sign", "unit"
_SIGNS = r"(?:[≥≤≧≦><=~≈±+]|不低于|不少于|不高于|不超过|大于|小于|等于|达到|约|共|至少|至多)*"
_MUCH = r"[\d,.]*\d(?:\.\d+)?"
_NUMBER = pattern(rf"{_SIGNS}{_MUCH}(?:[-~—～至/]+{_MUCH})?[十百千万亿]*")
_DATE = pattern(
    r"(?:(?:19|20)\d{2}(?:年度?|[-./]\d{1,2}(?:[-./]\d{1,2})?)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号]|底|末|初|[上中下]旬)?|\d{1,2}月(?:\d{1,2}[日号]|份|底|末|初)?)"
    r"(?:之?前|以前|止|完成)?"
)
_SPAN = r"[-~—～至到]+"
_SIGN = pattern(r"[\W_]+|[A-Za-z]")
_LIMIT = pattern(r"(?:以上|以下|以内|左右|以?内|之内)$")
_LONGEST = 24
# Units that are things of their own, and may stand for an indicator however short it is.
_THINGS = frozenset({
    "organisation", "school", "village", "township", "community", "county", "project", "team", "person", "place", "bed_seat", "score", "vehicle",
    "package", "data", "star", "energy", "word", "document", "coal_equivalent",
})  # fmt: skip


@lru_cache(maxsize=4)
def _units(lexicon: Lexicon) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the units that no name consists of, and a pattern for any unit behind a number."""
    forms = _forms(lexicon)
    bare = frozenset(form for form, dimension in forms if len(form) > 1 and dimension not in _THINGS)
    longest = "|".join(re.escape(form) for form, _ in sorted(forms, key=lambda unit: -len(unit[0])))
    return bare, pattern(rf"[十百千万亿]?个?(?:{longest})(?:/[^/\d]{{1,4}})?")


def _forms(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    units = lexicon.section("units")
    found = ((form, str(unit["dimension"])) for unit in units for form in unit["forms"])
    return tuple((form, dimension) for form, dimension in found if not form.isascii() or form == "%")


@INDICATOR.fact(
    "nameless",
    STRING,
    zh="名称一格填的不是名称而是：number（数字）、date（日期）、sign（符号、单个字母）、unit（单位）；否则为空",
    en="what stands in the place of the name: number, date, sign (punctuation or one letter), unit; else empty",
)
def nameless(row: RowView) -> str:
    return "" if row.declined else _nameless(row.name, row.scope.knowledge.lexicon)


@lru_cache(maxsize=4096)
def _nameless(name: str, lexicon: Lexicon) -> str:
    if not name or len(name) > _LONGEST:
        return ""
    bare, unit = _units(lexicon)
    if name in bare or (len(name) == 1 and unit.fullmatch(name)):
        return UNIT
    if (len(name) == 1 and not name.isdecimal()) or _SIGN.fullmatch(name):
        return SIGN
    if not name.isdecimal() and _is_date(name):
        return DATE
    number = _NUMBER.match(name)
    rest = _LIMIT.sub("", name[number.end() :]) if number else name
    return NUMBER if number and (not rest or unit.fullmatch(rest)) else ""


def _is_date(name: str) -> bool:
    parts = [part for part in re.split(_SPAN, name) if part]
    return _DATE.fullmatch(name) is not None or all(_DATE.fullmatch(part) for part in parts)
