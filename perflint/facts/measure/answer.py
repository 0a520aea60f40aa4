"""What a value answers: its quantities read with the columns beside it, a bare unit."""

from functools import lru_cache
from typing import NamedTuple

from perflint.facts.derived import once
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.quantity import Hint, Kind, Part, Value, ValueReader
from perflint.typography import fold

_FIGURED = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION})
_DATED = frozenset({Kind.DEADLINE, Kind.PERIOD, Kind.DATE_RANGE})
_BARE_UNIT = pattern(
    r"(?:[≥≤≧≦><=＞＜]|大于等于|小于等于|不少于|不低于|不超过|不高于|不大于|不小于|大于|小于|高于|低于|超过|至少|达到)*\s*(?:约)?([万亿]?)((?:m[23]|[^\d\s≥≤≧≦><=])(?:[^\d\s≥≤≧≦><=]|(?<=m)[23]){0,5})"
)
_BOUND_BEHIND = pattern(r"(?:及?以[上下内]|(?<=小时|分钟|个月|作日)之?内|(?<=[天秒])之?内)$")
_ONLY_SIGN = pattern(
    r"(?:大于等于|小于等于|不少于|不低于|不超过|不高于|不大于|不小于|大于|小于|高于|低于|超过|至少)(?:%|百分比)?"
)
# Forms of the lexicon that are words of their own: 学校 alone is a word, no unit without its number.
_WORDS = pattern(r"[\u4e00-\u9fff]{2,}")
_UNIT_WORDS = pattern(
    r"^(?:人次|批次|场次|户次|台次|件次|台套|平方米|平米|公里|千米|公顷|立方米|公斤|千克|万元|亿元|千元|小时|分钟|工作日|百分点|百分比|个百分点|个工作日|个月|课时|学时|床位|台件|延米)$"
)
_ALONE = pattern(
    r"[每按逐]|^[^/]*[年季月日天周]$|^[省市县区乡镇村校]$"
)  # may be an answer, where no comparator stands before it


class Answer(NamedTuple):
    """One quantity of a value: the part, and the dimension that is compared (`deadline` for a date)."""

    part: Part
    dimension: str


@once
def joined(row: RowView) -> Value:
    """Return the target as read in one cell where the unit column alone was not understood (1 | 人/年)."""
    value = row.value
    if not row.filled("unit") or value.first.dimension or not value.first.number or not row.filled("value"):
        return value
    unit = fold(row.text("unit"))
    if fold(row.text("value")).endswith(unit):
        return value
    text = f"{fold(row.text('op'))}{row.text('value').strip()}{unit}"
    again = row.scope.knowledge.reader.read(text, Hint(money=row.money_context))
    return again if again.first.dimension and not again.residue else value


@once
def answers(row: RowView) -> tuple[Answer, ...]:
    """Return the quantities of a value, none where words are left over or it says nothing that can be compared."""
    value = joined(row)
    if value.kind in _DATED and not value.residue and (value.kind is not Kind.DEADLINE or value.first.high is not None):
        return (Answer(value.first, "deadline"),)
    if value.residue or not (value.kind in _FIGURED or value.kind is Kind.COMPOUND):
        return ()
    if not all(part.dimension and part.number for part in value.parts):
        return ()
    return tuple(Answer(part, part.dimension) for part in value.parts)


@VALUE.fact(
    "only_unit",
    STRING,
    zh="指标值只写了单位、没有数时，这个单位；否则为空",
    en="the unit of a value that is a unit without a number, else empty",
)
def only_unit(row: RowView) -> str:
    return _unit_alone(row)


@once
def _unit_alone(row: RowView) -> str:
    if not row.filled("value") or row.value.kind is Kind.PLACEHOLDER:
        return ""
    return _only_unit(fold(row.text("value")), row.text("unit").strip(), row.scope.knowledge.reader)


@lru_cache(maxsize=4096)
def _only_unit(value: str, beside: str, reader: ValueReader) -> str:
    typed = _BOUND_BEHIND.sub("", value.strip("。;；()（） "))
    found = _BARE_UNIT.fullmatch(typed)
    unit = found[1] + found[2] if found else ""
    if _ONLY_SIGN.fullmatch(typed):
        return "%" if typed.endswith(("%", "百分比")) else beside or "…"
    find = reader.units.find
    known = (find(found[2].split("/")[0]) or find(found[2].removeprefix("个"))) if found else None
    if not found or known is None or (unit == typed and _ALONE.search(unit)):
        return ""
    word = _WORDS.fullmatch(found[2]) and not _UNIT_WORDS.match(unit) and not _UNIT_WORDS.match(found[2])
    return "" if word and "/" not in unit and not unit.startswith("个") else unit
