"""Changes against a baseline: 比2020年提高1.1个百分点, 下降5%, 翻一番."""

from decimal import Decimal

from msgspec.structs import replace

from perflint.quantity.baselines import baseline, direction
from perflint.quantity.numerals import product
from perflint.quantity.reading import Reading
from perflint.quantity.value import Kind, Op, Part
from perflint.quantity.words import ValueWords

_SHARES = frozenset({"ratio", "percentage_point", "multiple"})


def relative(reading: Reading, text: str, words: ValueWords) -> Reading | None:
    """The reading as a change, if its first quantity is one; None if it is a level."""
    first = reading.parts[0]
    before = text[: text.find(first.number)] if first.number in text else text
    flag = baseline(before, words)
    op = direction(before, words)
    doubled = first.printed.endswith("番") and "翻" in before
    if doubled:
        op = Op.UP
    if op is Op.NONE or not (flag or _changes(first, words) or doubled):
        return None
    if "提高到" in before or "达到" in before or (not flag and first.dimension not in _SHARES):
        return None
    part = _share(replace(first, op=op, label="", flags=((flag,) if flag else ()) + first.flags), doubled=doubled)
    others = tuple(replace(each, op=Op.EQ if each.op is Op.NONE else each.op, label="") for each in reading.parts[1:])
    return Reading(Kind.RELATIVE, (part, *others), reading.residue)


def _changes(part: Part, words: ValueWords) -> bool:
    return part.label.endswith((*words.lists["change_up"], *words.lists["change_down"])) and part.dimension in _SHARES


def _share(part: Part, *, doubled: bool) -> Part:
    """增加一倍 is up 100 %; 翻两番 is four times, up 300 %."""
    if part.dimension != "multiple":
        return part
    low, high = (_percent(end, doubled=doubled) if isinstance(end, Decimal) else end for end in (part.low, part.high))
    return replace(part, low=low, high=high, unit="%", dimension="ratio", canonical_factor=Decimal(1))


def _percent(times: Decimal, *, doubled: bool) -> Decimal:
    if doubled and times == times.to_integral_value() and times < 20:  # noqa: PLR2004  # 翻二十番 is no target
        return Decimal((2 ** int(times) - 1) * 100)
    return product(times, Decimal(100))
