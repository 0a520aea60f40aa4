"""Facts about cells that hold a row of numbers without saying which is whose (2;3;1;2), and about signs read as digits (290%)."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_ROW = pattern(r"\d+(?:\.\d+)?(?:[;；、/,，]\d+(?:\.\d+)?){2,}[;；。]?")
_SPLIT = pattern(r"[;；、/,，。]")
_THOUSANDS = pattern(r"\d{1,3}(?:,\d{3})+")
_DATE = pattern(r"20\d\d/\d{1,2}/\d{1,2}")
_MISREAD = pattern(r"[27](?P<meant>[5-9]\d(?:\.\d+)?|100(?:\.0+)?)(?P<unit>%|百分比)?")


@VALUE.fact(
    "numbers_in_row",
    BOOL,
    zh="是否只有一串数字（三个以上，不全相同），没有说明各是谁的",
    en="whether it is a row of three numbers or more, not all alike, that does not say which is whose",
)
def numbers_in_row(row: RowView) -> bool:
    text = fold(row.text("value"))
    if not _ROW.fullmatch(text) or _THOUSANDS.fullmatch(text) or _DATE.fullmatch(text):
        return False
    return len({number for number in _SPLIT.split(text) if number}) > 1


@VALUE.fact(
    "misread_sign",
    STRING,
    zh="疑为“≥”被识别成数字时，原来的写法（290%疑为≥90%），看不出为空",
    en="what a percentage was before its ≥ was read as a digit (290% was perhaps ≥90%), empty if it does not look so",
)
def misread_sign(row: RowView) -> str:
    text = fold(row.text("value"))
    found = _MISREAD.fullmatch(text)
    percent = found and (found["unit"] or row.value.unit == "%" or "(%)" in fold(row.printed.get("name", "")))
    return f"≥{found['meant']}{found['unit'] or ''}" if found and percent else ""
