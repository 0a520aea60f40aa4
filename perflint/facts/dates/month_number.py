"""Facts about a point in time that is given as the number of a month: 完工时间, ≤13月."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_POINT = pattern(r"时间|日期|时点|节点|月份")
_LENGTH = pattern(r"工期|周期|时长|年限|期限|时限|月数|长度|持续|累计|使用时间|服务时间|响应时间|租赁时间|缩短")
_MONTH = pattern(r"[≤<>≥=]{0,2}(\d{1,3})月(?:份|底|末|中旬|[上下]旬)?(?:之?前)?")
_LAST = 12


@VALUE.fact(
    "month_text",
    STRING,
    zh="时间类指标里写的第几月（分列的连同单位），如“≤13月”，不是月份的为空",
    en="the month that a point in time is given as, with its unit column, such as ≤13月; else empty",
)
def month_text(row: RowView) -> str:
    if not _POINT.search(row.name) or _LENGTH.search(row.name):
        return ""
    text = fold(row.text("op") + row.text("value"))
    unit = fold(row.text("unit"))
    whole = text if text.endswith(unit) else text + unit
    return whole if _MONTH.fullmatch(whole) else ""


@VALUE.fact("month_exists", BOOL, zh="该月份是否存在（1至12）", en="whether it is one of the twelve months")
def month_exists(row: RowView) -> bool:
    found = _MONTH.fullmatch(month_text(row))
    return found is None or 1 <= int(found[1]) <= _LAST
