"""Facts about a value inside an indicator's name: 燃油费0.5万元, 查办案件12件, 围墙300米 (WRD002)."""

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.named_amounts import may_tell_which, repeated_amount
from perflint.facts.values.values_in_names import DOING, values_in
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark
from perflint.pattern import pattern

_DOINGS = tuple(DOING.split("|"))
# 95%以上, 3次左右: words that stay behind without their number.
_AROUND = pattern(r"^(?:及以上|以上|以下|以内|左右|上下|之内)[。．.;；]?")
_BEFORE_VALUE = pattern(r"(?:[≥≤><=＞＜＝约共达为]|不低于|不少于|不超过|达到)+$")


@INDICATOR.fact("name_values", MARKS, zh="名称里的金额、百分数、数量", en="amounts, percentages and counts in the name")
def name_values(row: RowView) -> tuple[Mark, ...]:
    return _values_of(row)


def _values_of(row: RowView) -> tuple[Mark, ...]:
    found = values_in(row.text("name"))
    again = None if found else repeated_amount(row.text("name").rstrip(), row.value)
    return (again,) if again else found


@INDICATOR.fact(
    "leading_value",
    BOOL,
    zh="数量是否只写在事物前面（13个乡镇…），也可能是说哪一些",
    en="whether the amounts only stand before what they measure, where they may tell which ones are meant",
)
def leading_value(row: RowView) -> bool:
    name = row.text("name")
    return bool(found := values_in(name)) and all(
        not name[: mark.start].endswith(_DOINGS) and may_tell_which(name, mark) for mark in found
    )


@INDICATOR.fact("unvalued", STRING, zh="去掉这些之后的名称", en="the name without them")
def unvalued(row: RowView) -> str:
    name = row.text("name")
    for mark in reversed(_values_of(row)):
        name = name[: mark.start] + _AROUND.sub("", name[mark.end :])
    return _BEFORE_VALUE.sub("", name.strip())
