"""What kind of value the parts of a piece make."""

import re
from decimal import Decimal

from perflint.quantity.combination import TIMES
from perflint.quantity.setting import Setting
from perflint.quantity.units import MONEY
from perflint.quantity.value import Kind, Op, Part
from perflint.quantity.words import ValueWords

_PERIODS = frozenset({
    "年", "年度", "半年", "季度", "个季度", "季", "月", "个月", "旬", "周", "星期", "日", "天", "工作日", "小时", "学期", "学年",
})  # fmt: skip


def kind_of_parts(parts: tuple[Part, ...], at: Setting) -> Kind:
    """The kind of a piece by its parts; unknown if two of them say the same without a label."""
    if len(parts) == 1:
        return _kind_of(parts[0], at)
    bare = {(part.unit, part.label, part.op) for part in parts}
    return Kind.UNKNOWN if len(bare) == 1 and not parts[0].label else Kind.COMPOUND


def _kind_of(part: Part, at: Setting) -> Kind:
    """The kind of a single part."""
    if part.op is Op.BETWEEN:
        return Kind.RANGE
    if part.per and part.dimension not in {MONEY, "ratio"} and part.per[-1].lstrip("0123456789") in _PERIODS:
        return Kind.FREQUENCY
    if part.dimension in TIMES and not part.per and not re.search(r"^到|全年|累计|天数", part.label):
        return Kind.DURATION
    if part.low == part.high == Decimal(0) and part.label and is_event(part.label, at.words):
        return Kind.ZERO_EVENT
    return Kind.NUMERIC


def is_event(label: str, words: ValueWords) -> bool:
    """Whether a label names an event that should not happen (投诉, 事故)."""
    return any(noun in label for noun in words.lists["zero_event_nouns"])
