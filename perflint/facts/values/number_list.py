"""Facts about cells that hold a row of numbers without saying which is whose (2;3;1;2), and about signs read as digits (290%)."""

import re

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import DOUBLE, STRING, STRINGS
from perflint.pattern import pattern
from perflint.typography import fold

_ROW = pattern(r"\d+(?:\.\d+)?(?:[;；、/,，]\d+(?:\.\d+)?){2,}[;；。]?")
_SPLIT = pattern(r"[;；、/,，。]")
_THOUSANDS = pattern(r"\d{1,3}(?:,\d{3})+")
_DATE = pattern(r"20\d\d/\d{1,2}/\d{1,2}")
_BARE = pattern(r"(?P<first>\d)(?P<meant>[1-9]\d*(?:\.\d+)?)(?P<unit>%|百分比)?")


@VALUE.fact(
    "listed_numbers",
    STRINGS,
    zh="只有一串数字时的各个数（2;3;1;2），千分位、日期不算",
    en="the numbers of a cell that is a row of numbers and nothing else (2;3;1;2), no thousands and no date",
)
def listed_numbers(row: RowView) -> tuple[str, ...]:
    text = fold(row.text("value"))
    if not _ROW.fullmatch(text) or _THOUSANDS.fullmatch(text) or _DATE.fullmatch(text):
        return ()
    return tuple(number for number in _SPLIT.split(text) if number)


@VALUE.fact(
    "first_digit",
    STRING,
    zh="只是一个百分数时的第一位数字，不是为空",
    en="the first digit of a cell that is a bare percentage, empty if it is none",
)
def first_digit(row: RowView) -> str:
    found = _percentage(row)
    return found["first"] if found else ""


@VALUE.fact(
    "after_first_digit",
    DOUBLE,
    zh="只是一个百分数时去掉第一位数字后的数（290%为90），没有为 0",
    en="the number that is left of a bare percentage without its first digit (90 of 290%), 0 if none",
)
def after_first_digit(row: RowView) -> float:
    found = _percentage(row)
    return float(found["meant"]) if found else 0.0


def _percentage(row: RowView) -> re.Match[str] | None:
    found = _BARE.fullmatch(fold(row.text("value")))
    percent = found and (found["unit"] or row.value.unit == "%" or "(%)" in fold(row.printed.get("name", "")))
    return found if percent else None


@VALUE.fact(
    "with_sign",
    STRING,
    zh="第一位数字换成“≥”的写法（290%为≥90%），没有为空",
    en="a bare percentage with ≥ for its first digit (≥90% for 290%), empty if it is none",
)
def with_sign(row: RowView) -> str:
    found = _percentage(row)
    return f"≥{found['meant']}{found['unit'] or ''}" if found else ""
