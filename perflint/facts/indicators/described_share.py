"""What a description says a rate divides by what: upside down, or the share of the opposite (domain: plain logic)."""

from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

_FRACTION = pattern(
    r"^[(（]?(?:[^=]{1,20}=)?[(（]?([^/÷=，,。；;]{2,40})[)）]?[/÷][(（]?([^/÷=，,。；;×*]{2,40}?)[)）]?(?:[×*]?100%|$)"
)
_PORTION = pattern(
    r"^(?:指|即|反映)?([^占，,。；;]{2,40})占([^占，,。；;]{2,30}?)的?(?:比例|比率|比重|百分比)(?:$|[，,。；;])"
)
_OF_ALL = pattern(r"^(?:指|即|反映)?([^占，,。；;/÷\d]{4,40})的(?:比例|比率|比重|百分比)(?:$|[，,。；;])")
_TAIL = pattern(r"率$|度$|比例$|占比$")
_WISHED = pattern(r"计划|应|目标|任务|规定|需|拟|预算")
_DENIED = ("不", "未", "非", "无", "未发生")
_DENYING, _NEAR = frozenset("不未非无没"), 3  # characters before a word
_NOT = pattern(r"[不未非无没]|错|误|差")
_SURE = (
    "合格",
    "满意",
    "达标",
    "准确",
    "正确",
    "及时",
    "完好",
    "优良",
    "优秀",
    "就业",
    "覆盖",
    "通过",
    "成功",
    "知晓",
    "相符",
    "一致",
)
_BAD = ("故障", "差错", "错误", "逾期", "失业", "辍学", "违约")  # and words that say the opposite of a rate of them
_ALSO = {
    "准确": ("错误", "差错", "有误", "错漏"), "正确": ("错误", "差错", "有误"), "及时": ("逾期", "延误", "超时"), "相符": ("不符",),
    "故障": ("正常", "完好"), "差错": ("准确", "正确"), "错误": ("准确", "正确"), "逾期": ("及时", "按时", "按期"), "失业": ("就业",),
    "辍学": ("在校", "在读"), "违约": ("履约",),
}  # fmt: skip


@lru_cache(maxsize=2048)
def _key(name: str) -> str:
    """Return the word that a rate is about (合格 of 培训考核合格率), "" where none that is surely good or bad ends the name."""
    head = _TAIL.sub("", plain_name(name))
    found = next((word for word in (*_SURE, *_BAD) if head.endswith(word)), "")
    return found if found and not _NOT.search(head[-len(found) - 1 : -len(found)]) else ""


def _told(row: RowView) -> str:
    return fold(next((text for cell in ("formula", "description") if (text := row.text(cell).strip())), ""))


@INDICATOR.fact(
    "share_upside_down",
    BOOL,
    zh="公式或描述（“甲/乙”“甲占乙的比例”）是否把分子分母写反了：名称里的“合格、满意”等只在分母里；分母是计划数、应完成数的不算",
    en="whether the formula or description (甲/乙, 甲占乙的比例) is upside down: the 合格, 满意 of the name stands in the denominator alone; "
    "never where that is what was planned or due",
)
def share_upside_down(row: RowView) -> bool:
    key, told = _key(row.name) if row.rate_by_name else "", _told(row)
    hit = (_FRACTION.search(told) or _PORTION.search(told)) if key and told else None
    if hit is None or _WISHED.search(hit[2]):
        return False
    return key in hit[2] and key not in hit[1] and not _opposed(hit[1], key) and not _opposed(hit[2], key)


@INDICATOR.fact(
    "share_of_the_opposite",
    BOOL,
    zh="公式或描述说的是不是相反的比例（合格率写成不合格的占比）",
    en="whether the formula or description is the share of the opposite (what failed, of a rate of what passed)",
)
def share_of_the_opposite(row: RowView) -> bool:
    key, told = _key(row.name) if row.rate_by_name else "", _told(row)
    hit = (_FRACTION.search(told) or _PORTION.search(told) or _OF_ALL.search(told)) if key and told else None
    if hit is None or any(sign in hit[1] for sign in ("1-", "100%", "减", "-", "扣除", "除去")):
        return False
    rest = hit[1]
    for word in _DENIED:
        rest = rest.replace(f"{word}{key}", "")
    return _opposed(hit[1], key) and key not in rest


def _opposed(text: str, key: str) -> bool:
    """Return whether a text says the opposite of a word, and does not deny that again (不能正常亮灯)."""
    if any(f"{word}{key}" in text for word in _DENIED):
        return True
    said = (at for word in _ALSO.get(key, ()) for at in range(len(text)) if text.startswith(word, at))
    return any(not set(text[max(0, at - _NEAR) : at]) & _DENYING for at in said)
