"""Facts about deadlines that are written as the earliest day (domain: DIR009)."""

import re
from functools import lru_cache

from perflint.facts.dates.deadline import DEADLINE, DeadlineView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_DAY = r"(?:(?:20\d{2}年?|当年|本年|年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|末|份)|年?底)|20\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?)"
_SIGNED = pattern(rf"(?:≥|>=|>|不早于|不先于)(?P<day>{_DAY})(?:完成|竣工|交付)?")
_AFTER = pattern(rf"(?P<day>{_DAY})(?:以后|之后|后(?=完成|竣工|交付|办结|发放|支付))(?:完成|竣工|交付|办结|发放|支付)?")
_LOWER = frozenset({"≥", ">", ">=", "大于等于", "大于", "不早于"})
_BEGINNINGS = pattern(
    r"开始|启动|开工|起始|起算|生效|施行|实施|执行|停止|终止|停征|征收|开学|开放|举办|招标|质保|保修|有效|到期|服务期|免|使用"
)
_MONTH_ONLY = pattern(r"(?:≤|<=|<|=|不晚于|不迟于|小于等于)?(?P<month>\d{1,2})月份?(?:之前|以前|内)?")
_MOMENT_NAMED = pattern(r"(?:时间|日期|月份|时点|节点)$")
_SPAN_NAMED = pattern(r"响应|等待|等候|持续|使用|运行|服务时间|施工时间|工期|周期|时长|办理时间|所需|花费|有效|开放")
_MONTHS = 12
_DUE = pattern(r"完成|竣工|交付|时间|期限|时限|验收|支付|发放|拨付|办结|及时")


@lru_cache(maxsize=4096)
def due_day(text: str, lower: bool) -> str:  # noqa: FBT001  # a memo key
    """Return the day that a whole cell names as the earliest one (≥12月31日, 12月31日以后), "" if it does not."""
    if not lower and not any(mark in text for mark in ("≥", ">", "后", "不早于", "不先于")):
        return ""
    found = _SIGNED.fullmatch(text) or _AFTER.fullmatch(text)
    if found:
        return found["day"]
    return text if lower and re.fullmatch(_DAY, text) else ""


def _earliest(deadline: DeadlineView) -> str:
    row = deadline.row
    return due_day(fold(row.text("value")), fold(row.text("op")) in _LOWER)


@DEADLINE.fact(
    "reversed",
    BOOL,
    zh="完成期限是否写成了最早日期（≥、以后、不早于）",
    en="whether a due date is written as the earliest day (≥, 以后, 不早于)",
)
def is_reversed(deadline: DeadlineView) -> bool:
    if not _earliest(deadline) or _BEGINNINGS.search(deadline.row.name):
        return False
    return deadline.row.class_id == "output.time" or bool(_DUE.search(deadline.row.name))


@DEADLINE.fact(
    "no_such_month",
    BOOL,
    zh="名称问的是完成时间，指标值却是13月以上或0月（“个月”、周期、期限不算）",
    en="whether the name asks for a point of time and the value is a month that does not exist (个月 and terms are none)",
)
def no_such_month(deadline: DeadlineView) -> bool:
    row = deadline.row
    said = fold(row.text("op")) + fold(row.text("value")) + fold(row.text("unit"))
    found = _MONTH_ONLY.fullmatch(said)
    if found is None or not _MOMENT_NAMED.search(row.name) or _SPAN_NAMED.search(row.name):
        return False
    return not 1 <= int(found["month"]) <= _MONTHS


@DEADLINE.fact("before", STRING, zh="改为“…前”的写法", en="the deadline written as …前")
def before(deadline: DeadlineView) -> str:
    day = _earliest(deadline)
    return f"{day}前" if day and not deadline.row.filled("op") else ""


@DEADLINE.fact("asked", STRING, zh="期限，分列表式连同符号", en="the deadline; in split forms with its comparator")
def asked(deadline: DeadlineView) -> str:
    return deadline.row.text("op").strip() + deadline.row.text("value").strip()
