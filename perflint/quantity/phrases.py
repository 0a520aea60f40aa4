"""Cells without a quantity: placeholders, events that must not happen, ranks, grades, changes, plain words."""

import re
from decimal import Decimal

from perflint.pattern import pattern
from perflint.quantity.value import Op, Part
from perflint.quantity.words import ValueWords

_PLACEHOLDER = pattern(
    r"[-—–_/\\.…*×xX?？、]+|[oO○〇]{2,}|[≥≤><=≧≦]+%?|待[定填补测报核]|待(?:补充|确定|明确|填写|核实)|(?:暂)?未(?:定|确定)|略"
    r"|(?:年度|全年|当年|本年)?(?:指标|目标)值|(?:请|需)?填写?.{0,6}(?:指标|目标|数)值?"
)
_STARRED = pattern(r"\*{2,}|[xX×]{2,}")
_CODE = pattern(r"《|(?:GB|JJ[GF]|TSG|DB|NY|HJ|SL|YY)[/T0-9]|国家标准|行业标准|技术规范|检定规程|规范要求|标准要求")
_BUDGET = pattern(
    r"(?:不超|不超过|不突破|未超|未超过|控制在|≤|小于等于)(?:年初|年度|部门|批复|批准|下达|项目)?(?:预算|概算|财政)"
)
_IMPLIED = pattern(
    r"(?:按|每个?|分|逐(?!年))(半年|季度|季|月度|月|旬|周|日|天|学期|年度|年)(?!龄|限|均|初|末|底|份|常|程|期)(?!.*(?:计划|进度|要求|规定|任务|目标|预算))"
)
_PERIOD_NAMES = {"季": "季度", "月度": "月", "年度": "年"}
_YES = frozenset({"是", "否", "有", "已完成", "完成"})


def placeholder(text: str, words: ValueWords) -> bool:
    """Whether the whole plain text stands for a value that is still to come."""
    if text in words.lists["placeholder"] or _PLACEHOLDER.fullmatch(text):
        return True
    return bool(_STARRED.search(text)) and not re.search(r"\d%|\d[^\d*x×X]*$", text)


def implied(text: str) -> Part | None:
    """The part of 按月安排, 按季度: once in the period; None if no period is named."""
    found = _IMPLIED.match(text)
    if found is None:
        return None
    name = _PERIOD_NAMES.get(found[1], found[1])
    one = Decimal(1)
    return Part(low=one, high=one, per=(name,), flags=("implied",), text=text)


def plain_words(text: str, words: ValueWords) -> Part:
    """The part of a text without any measure, with what kind of vagueness it has."""
    flags: tuple[str, ...] = ()
    if text in _YES:
        flags = ("yes",)
    elif _BUDGET.match(text):
        flags = ("le=budget",)
    elif _CODE.search(text):
        flags = ("criterion",)
    elif any(_says(text, word) for word in words.vague_degree) or text in {"应保尽保", "应收尽收"}:
        flags = ("vague",)
    elif any(word in text for word in words.vague_time):
        flags = ("vague-time",)
    if text.endswith(words.lists["open_ended"]) and not text.endswith(words.lists["open_ended_exclude"]):
        flags += ("open",)
    label = text.removesuffix("不确定") if text.endswith("不确定") else ""
    return Part(label, Op.TEXT, flags=flags, text=text)


def _says(text: str, word: str) -> bool:
    return text == word or (text.endswith(word) and not word.endswith("运转"))
