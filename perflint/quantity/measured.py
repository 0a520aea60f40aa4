"""A piece with quantities: each with its label, base and kind."""

import re
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.labels import Tail, read_lead, read_tail
from perflint.quantity.measures import name_of
from perflint.quantity.parts import bounded, part_of
from perflint.quantity.phrases import Reading, leading_comparator
from perflint.quantity.plain import Plain
from perflint.quantity.quantities import Quantity
from perflint.quantity.units import MONEY, UnitTable
from perflint.quantity.value import Hint, Kind, Op, Part
from perflint.quantity.words import ValueWords

PERIODS = frozenset(
    [
        "年",
        "半年",
        "季度",
        "季",
        "月",
        "旬",
        "周",
        "日",
        "天",
        "学期",
        "学年",
        "个月",
        "个季度",
        "星期",
        "小时",
        "年度",
        "工作日",
    ]
)
_VARIABLES = frozenset(f"{sign}{name}" for sign in "≤<" for name in "XxYyAaNn")
TIMES = frozenset({"duration", "working_day", "school_term"})
_WINDOW_FORM = pattern(r"7(?:天)?[×*xX](?=24)|24小时?[×*xX]7天?")


class Setting(Struct, frozen=True):
    """The piece at plain offsets `start` to `end` with the hint and the lexicon in force."""

    clear: Plain
    start: int
    end: int
    hint: Hint
    words: ValueWords
    units: UnitTable

    @property
    def text(self) -> str:
        """The plain text of the piece."""
        return self.clear.text[self.start : self.end]

    def raw(self, first: int, last: int) -> str:
        """The raw text of a slice of the piece, without spaces."""
        return self.clear.slice(self.start + first, self.start + last)


def read_measured(found: tuple[Quantity, ...], at: Setting) -> Reading:
    """The reading of a piece with at least one quantity."""
    found = _window(found, at) or _result(found, at) or found
    if len(found) > 1 and _multiplied(found, at):
        parts = tuple(part_of(each, at.clear, at.hint, at.units, at.start) for each in found)
        return Reading(Kind.UNKNOWN, parts)
    quantities, over = _over(found, at)
    joined = _between(quantities, at) or _around(quantities) or _summed(quantities, at)
    parts, residue = _parts(joined or quantities, at, over)
    return Reading(_kind(parts, at), parts, residue)


def _window(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """Of 7×24小时 the hours alone."""
    if len(found) < 2 or not _WINDOW_FORM.search(at.text):  # noqa: PLR2004  # two factors
        return ()
    return tuple(replace(each, start=0) for each in found if each.low == 24)  # noqa: PLR2004  # hours of a day


def _result(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """Of a formula with its result (80元/人×100人=8000元) the result alone."""
    last = found[-1]
    formula = at.text[: last.start] + at.text[last.start : last.body]
    if len(found) < 2 or not re.search(r"[×*xX÷]", formula) or "=" not in formula:  # noqa: PLR2004  # factor and result
        return ()
    return (replace(last, start=0, ops=()),)


def _multiplied(found: tuple[Quantity, ...], at: Setting) -> bool:
    gaps = (at.text[one.end : other.start] for one, other in pairwise(found))
    return any(gap in {"×", "*", "x", "X", "÷", "+"} for gap in gaps)


def _over(found: tuple[Quantity, ...], at: Setting) -> tuple[tuple[Quantity, ...], Quantity | None]:
    """The quantities without a span of time before them (3年提升…, 一年2次), and that span."""
    if len(found) < 2 or not _is_time(found[0]) or found[0].ops or found[0].ranged:  # noqa: PLR2004  # span and count
        return found, None
    lead = at.text[: found[0].start]
    gap = at.text[found[0].end : found[1].start]
    if lead.strip("每") or any(mark in gap for mark in "，,、;(") or _is_time(found[1]):
        return found, None
    return found[1:], found[0]


def _is_time(found: Quantity) -> bool:
    known = found.measure.known
    return known is not None and known.dimension in TIMES and not found.measure.per


def _between(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """One range of a lower and an upper bound that follow each other (5个以上10个以下)."""
    if len(found) != 2:  # noqa: PLR2004  # a bound on each side
        return ()
    one, other = found
    gap = at.text[one.end : other.start].strip("，,、且并而和及但&")
    if gap in _VARIABLES and not one.ops:
        gap, one = "", replace(one, ops=((Op.GT if gap[0] == "<" else Op.GE, "symbol"),))
    ops = [_main(one), _main(other)]
    alike = not one.measure.unit or not other.measure.unit or one.measure.unit == other.measure.unit
    if gap or not alike or ops[0].direction * ops[1].direction >= 0:
        return ()
    low, high = (one, other) if ops[0].direction > 0 else (other, one)
    flags = ("range", *(("above",) if Op.GT in ops else ()), *(("below",) if Op.LT in ops else ()))
    measure = low.measure if low.measure.unit else high.measure
    return (
        replace(one, end=other.end, tail=other.tail, low=low.low, high=high.high, ops=(), measure=measure, flags=flags),
    )


def _around(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """One range of a number and what it may differ by (5%±1%)."""
    if len(found) != 2 or found[0].end != found[1].start:  # noqa: PLR2004  # the number and the difference
        return ()
    one, other = found
    if other.low != -other.high or not other.ranged or one.ranged or one.ops:
        return ()
    measure = other.measure if other.measure.unit else one.measure
    low, high = one.low + other.low, one.low + other.high
    return (replace(one, end=other.end, tail=other.tail, low=low, high=high, measure=measure, flags=("range",)),)


def _summed(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """One duration of two units that follow each other (1小时30分钟 is 1.5 小时)."""
    if len(found) != 2 or found[0].end != found[1].start or found[0].ranged or found[1].ranged:  # noqa: PLR2004  # two
        return ()
    one, other = found
    both = _is_time(one) and _is_time(other) and not any(op for op, how in one.ops if how == "suffix")
    if not both or not at.units.comparable(one.measure.unit, other.measure.unit):
        return ()
    rest = at.units.convert(other.low, other.measure.unit, one.measure.unit)
    if rest >= 1:
        return ()
    low = one.low + rest
    return (replace(one, end=other.end, tail=other.tail, low=low, high=low, ops=one.ops + other.ops),)


def _main(found: Quantity) -> Op:
    return next((op for op, _ in found.ops if op.direction), Op.NONE)


def _parts(found: tuple[Quantity, ...], at: Setting, over: Quantity | None) -> tuple[tuple[Part, ...], str]:
    parts: list[Part] = []
    residue = ""
    since, condition = (over.end if over else 0), ""
    behind = len(found) > 1 and bool(read_tail(at.raw(found[-1].end, at.end - at.start), at.words).noun)
    for index, each in enumerate(found):
        last = index == len(found) - 1
        until = (
            at.end - at.start
            if last
            else _border(at.text, each.end, found[index + 1].start, behind=behind or each.measure.unit == "个")
        )
        if not last and _is_condition(each, at.text[each.end : found[index + 1].start]):
            condition, since = at.raw(each.start, found[index + 1].start).removesuffix("的"), found[index + 1].start
            continue
        inside = bool(parts) and "(" in at.text[since : each.start]
        tail = read_tail(at.raw(each.end, until).replace("（", "(").replace("）", ")"), at.words)
        part = _part(each, at, since, tail, over if not parts else None)
        if condition:
            part, condition = replace(part, label=condition, per=part.per or (parts[0].per if parts else ())), ""
        aside = inside and (not part.unit or part.label.startswith(("含", "即", "满分", "总分")))
        if not aside or not parts:
            parts.append(part)
        residue += tail.residue
        since = until
    return tuple(parts), residue


def _is_condition(found: Quantity, gap: str) -> bool:
    """Whether a quantity says of whom the next one speaks: 1000人以上的2人, 60岁以上老人500人."""
    return gap == "的" or (found.measure.unit in {"岁", "周岁"} and not re.search(r"[，,、；;(]", gap))


def _border(text: str, first: int, last: int, *, behind: bool) -> int:
    """Where the words between two quantities stop to belong to the first; all do if nouns stand `behind`."""
    place = max(text.rfind(mark, first, last) for mark in "(，,、;")
    if place < 0 and behind:
        return last
    return max(place, first)


def _part(found: Quantity, at: Setting, since: int, tail: Tail, over: Quantity | None) -> Part:
    part = part_of(found, at.clear, at.hint, at.units, at.start)
    lead = read_lead(at.raw(since, found.start), at.words, at.units)
    label, flags = lead.label, part.flags
    if lead.modal:
        flags += (f"modal={lead.modal}",)
    if (
        label in at.words.lists["change_up"]
        and (over or not tail.noun)
        and part.dimension not in {"ratio", "percentage_point", "multiple"}
    ):
        label, flags = "", (*flags, "increment")
    if not label and tail.noun and part.dimension not in TIMES:
        label = tail.noun
    elif re.search(r"后的?$", label) and part.dimension in TIMES:
        label = ""
    flags += (("open",) if tail.open else ()) + (("residue",) if tail.residue and part.dimension not in TIMES else ())
    per = lead.per + part.per
    part, label, flags = _fronted(part, label, flags, at)
    part, label, per = _implied(part, label, per, at)
    part, flags = _compared(part, label, flags, at)
    if over:
        per, flags = _spanned(over, part, per, flags, at)
    if "above" in flags or "below" in flags:
        part = replace(part, low_included="above" not in flags, high_included="below" not in flags)
        flags = tuple(flag for flag in flags if flag not in {"above", "below"})
    return replace(part, label=label, flags=flags, per=per, modal=part.modal or lead.modal)


def _compared(part: Part, label: str, flags: tuple[str, ...], at: Setting) -> tuple[Part, tuple[str, ...]]:
    """The part under the comparator at the front of its label (不少于总数的三分之一)."""
    word = leading_comparator(label, at.words) if part.op is Op.NONE and len(label) > 2 else None  # noqa: PLR2004  # 超额
    if word is None or len(word.text) < 2 or not label.endswith("的"):  # noqa: PLR2004  # 超 and 为 are too short
        return part, flags
    compared = replace(part, op=word.op, op_from=(word.how,), ops=(word.op,))
    return bounded(compared), (*flags, word.how)


def _fronted(part: Part, label: str, flags: tuple[str, ...], at: Setting) -> tuple[Part, str, tuple[str, ...]]:
    """The part under a sign that stands before its label (≤人均200元), and the label without it."""
    word = leading_comparator(label, at.words) if part.op is Op.NONE and len(label) > 1 else None
    if word is None or word.how != "symbol":
        return part, label, flags
    compared = bounded(replace(part, op=word.op, op_from=(word.how,), ops=(word.op,)))
    return compared, label[len(word.text) :], (*flags, word.how)


def _implied(part: Part, label: str, per: tuple[str, ...], at: Setting) -> tuple[Part, str, tuple[str, ...]]:
    """What a label says by itself: a unit (次≥4), a base (人均), an event (0投诉), or nothing (全年)."""
    word = at.words.before.get(label)
    if word and word.role == "verb":
        return part, "", per
    if label.startswith(("人民币", "RMB")):
        return part, "", per
    if label in {"人均", "户均", "年均", "日均", "月均", "亩均"}:
        return part, "", (label[0], *per)
    known = at.units.find(label) if label and not part.unit else None
    if known:
        named = replace(part, unit=name_of(known), dimension=known.dimension, canonical_factor=known.factor)
        return named, "", per
    if part.unit and not part.dimension and part.low == 0 and not label and _is_event(part.unit, at.words):
        return replace(part, unit=""), part.unit, per
    return part, label, per


def _spanned(
    over: Quantity, part: Part, per: tuple[str, ...], flags: tuple[str, ...], at: Setting
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    unit = over.measure.unit.removeprefix("个") if over.measure.unit == "个季度" else over.measure.unit
    each = "每" in at.text[: over.body]
    if over.figure.typed == "半":
        return (*per, f"半{unit}"), flags
    if over.low == 1 or each or part.dimension == "times":
        return (*per, unit if over.low == 1 else f"{over.low:f}{unit}"), flags
    return per, (*flags, f"over={over.low:f}{unit}")


def _kind(parts: tuple[Part, ...], at: Setting) -> Kind:
    if len(parts) == 1:
        return kind_of(parts[0], at)
    bare = {(part.unit, part.label, part.op) for part in parts}
    return Kind.UNKNOWN if len(bare) == 1 and not parts[0].label else Kind.COMPOUND


def kind_of(part: Part, at: Setting) -> Kind:
    """The kind of a single part."""
    if part.op is Op.BETWEEN:
        return Kind.RANGE
    if part.per and part.dimension not in {MONEY, "ratio"} and part.per[-1].lstrip("0123456789") in PERIODS:
        return Kind.FREQUENCY
    if part.dimension in TIMES and not part.per and not re.search(r"^到|全年|累计|天数", part.label):
        return Kind.DURATION
    if part.low == part.high == Decimal(0) and part.label and _is_event(part.label, at.words):
        return Kind.ZERO_EVENT
    return Kind.NUMERIC


def _is_event(label: str, words: ValueWords) -> bool:
    return any(noun in label for noun in words.lists["zero_event_nouns"])
