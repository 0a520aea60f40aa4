"""Events that must not happen: 无事故, 不发生…, 零投诉."""

import re
from decimal import Decimal

from perflint.pattern import pattern
from perflint.quantity.value import Op, Part
from perflint.quantity.words import ValueWords

_NEVER_HAPPENS = pattern(r"(?P<what>[\u4e00-\u9fa5]{2,12})(?:零发生|零报告|未发生|为零)")


def zero_event(text: str, words: ValueWords) -> Part | None:
    """The part of 无…, 不发生…, 零…: label without the verb, eq 0; None if no such event is named."""
    if (after := _NEVER_HAPPENS.fullmatch(text)) and any(noun in text for noun in words.lists["zero_event_nouns"]):
        zero = Decimal(0)
        return Part(after["what"], Op.EQ, ("implicit",), (Op.EQ,), zero, zero, number="0", text=text)
    best: tuple[int, str] | None = None
    for prefix in words.lists["zero_event_prefix"]:
        at = text.find(prefix)
        if (
            at < 0
            or (len(prefix) == 1 and at > _start_of(text))
            or text.startswith(words.lists["zero_event_exclude"], at)
        ):
            continue
        if best is None or len(prefix) > len(best[1]) or (len(prefix) == len(best[1]) and at < best[0]):
            best = (at, prefix)
    if best is None:
        return None
    label = text[best[0] + len(best[1]) :]
    one = re.match(r"(?:任何|一|1)(?P<unit>起|例|次|件|人|宗)", label)
    unit = one["unit"] if one else ""
    label = re.sub(r"(?:的?发生|出现)$", "", label[one.end() :] if one else label)
    if not any(noun in label for noun in words.lists["zero_event_nouns"]) or re.search(r"[0-9]", label):
        return None
    return Part(label, Op.EQ, ("implicit",), (Op.EQ,), Decimal(0), Decimal(0), unit=unit, number="0", text=text)


def _start_of(text: str) -> int:
    lead = re.match(r"(?:确保|保证|保障|实现|达到|全年|年度|做到|基本|力争|整体|总体)*", text)
    return lead.end() if lead else 0
