"""Facts about day numbers of spreadsheets in place of a date: 44,561 for 2021年12月31日."""

from datetime import date, timedelta
from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_ORIGIN = date(1899, 12, 30)  # day 0 of spreadsheets, their 29 February 1900 counted in
_YEARS_AROUND = 3
_DATED = pattern(r"(?:时间|日期|期限|时限|时点|节点|完成|支付|拨付|到位|验收|开工|竣工)$")


def _day(row: RowView) -> date | None:
    """Return the day that a bare number under a time stands for, if it is near the budget year."""
    twice = row.filled("unit") and fold(row.text("unit")) == fold(
        row.text("value")
    )  # the form prints it in both columns
    value = row.read("value") if twice else row.value
    part = value.first
    bare = value.kind is Kind.NUMERIC and not (part.unit or part.label or part.per or value.residue)
    number = part.low if part.low is not None else part.high
    if not bare or not isinstance(number, Decimal) or number != number.to_integral_value():
        return None
    if row.class_id != "output.time" and not _DATED.search(row.name):
        return None
    try:
        day = _ORIGIN + timedelta(days=int(number))
    except OverflowError:
        return None
    year = row.scope.year or day.year
    return day if abs(day.year - year) <= _YEARS_AROUND and day.year > 2000 else None  # noqa: PLR2004  # tables begin later


def is_serial(row: RowView) -> bool:
    """Return whether the value is the number of a day, as a spreadsheet shows a date that lost its format."""
    return _day(row) is not None


@VALUE.fact(
    "date_serial",
    STRING,
    zh="电子表格把日期显示成数字时原来的日期，不是则为空",
    en="the date that a spreadsheet shows as a number, empty if the value is none",
)
def date_serial(row: RowView) -> str:
    day = _day(row)
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
