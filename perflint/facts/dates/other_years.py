"""Facts about years in a deadline that are not the year in which it is due: of a begin (2023年5月开工，12月底竣工), of a thing (报送2025年计划)."""

from functools import lru_cache

from perflint.facts.dates.deadline import DEADLINE, DeadlineView, asked_in
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.typography import fold

_YEAR = r"(?:19|20)\d{2}年"
_MONTH = r"(?<![\d.年])\d{1,2}月"
_SEVERAL = pattern(r"(?:19|20)\d{2}[年./-]")
# The begin has its year, the end has none: it lies in the year of the table.
_BEGUN = pattern(
    rf"{_YEAR}\d{{1,2}}月[^，,；;。\d年]{{0,4}}(?:\d{{1,2}}日)?[^，,；;。\d年]{{0,4}}"
    rf"(?:开工|动工|开建|启动|开始|开办|进场|立项|批复|签订|签约|中标|招标|起)[^\d年]{{0,12}}{_MONTH}"
)
_SPAN = pattern(rf"{_YEAR}(?P<begin>\d{{1,2}})月(?:\d{{1,2}}日|份)?起?(?:[-—–~]+|至|到)(?P<end>\d{{1,2}})月")
# What is of a year, as money, accounts and plans are; the day by which it is done has no year.
_THING = pattern(
    rf"{_YEAR}度?的?[\u4e00-\u9fff]{{0,6}}?(?:资金|经费|款|补[助贴]|津贴|工资|奖金|预算|决算|结算|清算|合同|质保金|计划|规划|年报|年鉴|报告|总结|统计|名单|目录|招生|征兵|考核|审计|学费|租金|保险|报刊)"
)
_DUE = pattern(rf"{_MONTH}|年底|年末")


@lru_cache(maxsize=4096)
def year_of_other(text: str) -> str:
    """Return the words of a folded text whose year is that of a begin or of a thing while the day that is due has none, else ""."""
    if len(_SEVERAL.findall(text)) != 1:
        return ""
    begun = _BEGUN.search(text)
    if begun:
        return begun[0]
    span = _SPAN.search(text)
    if span and int(span["end"]) < int(span["begin"]):
        return span[0]
    thing = _THING.search(text)
    return thing[0] if thing and _DUE.search(text.replace(thing[0], "，")) else ""


@DEADLINE.fact(
    "year_of_other",
    STRING,
    zh="年份说的不是期限、而是开始的时间或哪一年的事（2023年5月开工，12月底竣工；报送2025年计划）时的原文，否则为空",
    en="words whose year is that of a begin or of a thing, not of the deadline (2023年5月开工，12月底竣工; 报送2025年计划), else empty",
)
def year_of_other_said(deadline: DeadlineView) -> str:
    return "" if deadline.named else year_of_other(fold(asked_in(deadline.row)))
