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
    r"(?:开始|启动|开工|起始|起点|基期|基准|基数|立项|批复|核准|签订|签署|动工|进场|起算|生效|施行|实施|执行|停止|终止|停征|征收|开学|开放|举办|招标"
    r"|质保|保修|有效|到期|服务期|免|使用)(?!之?前|以前)"  # 开学前完工 is about an end
)
_EARLIER = pattern(r"上年|去年|往年|以前年度|前期|已(?!知)|尾款|余款|结转|续建")
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
    "earliest",
    STRING,
    zh="写成最早日期的那一天（≥12月31日、12月31日以后、不早于12月31日），不是为空",
    en="the day that the whole value names as the earliest (≥12月31日, 12月31日以后, 不早于12月31日), else empty",
)
def earliest(deadline: DeadlineView) -> str:
    return _earliest(deadline)


@DEADLINE.fact(
    "start_named",
    BOOL,
    zh="名称是否说的是开始、起算或一段时间（开工、生效、质保、有效期等）",
    en="whether the name speaks of a beginning or of a span (开工, 生效, 质保, 有效期 …)",
)
def start_named(deadline: DeadlineView) -> bool:
    return _BEGINNINGS.search(deadline.row.name) is not None


@DEADLINE.fact(
    "end_named",
    BOOL,
    zh="名称是否说的是完成（完成、竣工、验收、支付、时限等）",
    en="whether the name speaks of getting done (完成, 竣工, 验收, 支付, 时限 …)",
)
def end_named(deadline: DeadlineView) -> bool:
    return _DUE.search(deadline.row.name) is not None


@DEADLINE.fact(
    "earlier_said",
    BOOL,
    zh="描述或备注是否说到以前的年份、已经完成（上年已采购）",
    en="whether description or remark speaks of earlier years or of what is done already (上年已采购)",
)
def earlier_said(deadline: DeadlineView) -> bool:
    return _EARLIER.search(fold(deadline.row.text("description") + deadline.row.text("remark"))) is not None


@DEADLINE.fact("before", STRING, zh="改为“…前”的写法", en="the deadline written as …前")
def before(deadline: DeadlineView) -> str:
    day = _earliest(deadline)
    return f"{day}前" if day and not deadline.row.filled("op") else ""


@DEADLINE.fact("asked", STRING, zh="期限，分列表式连同符号", en="the deadline; in split forms with its comparator")
def asked(deadline: DeadlineView) -> str:
    return deadline.row.text("op").strip() + deadline.row.text("value").strip()
