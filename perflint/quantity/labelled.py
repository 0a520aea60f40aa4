"""A quantity with the words around it: what is measured, for each of what, with which comparator."""

from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.baselines import leading_comparator
from perflint.quantity.combination import TIMES
from perflint.quantity.kinds import is_event
from perflint.quantity.labels import Tail, read_lead
from perflint.quantity.measures import name_of
from perflint.quantity.parts import bounded, part_of
from perflint.quantity.quantities import Quantity
from perflint.quantity.setting import Setting
from perflint.quantity.value import Op, Part

_AFTER = pattern(r"后的?$")
_SHARES = frozenset({"ratio", "percentage_point", "multiple"})


def labelled(found: Quantity, at: Setting, since: int, tail: Tail, over: Quantity | None) -> Part:
    """The part of a quantity with the words from `since` on before it, `tail` behind it, `over` the span of time."""
    part = part_of(found, at.clear, at.hint, at.units, at.start)
    lead = read_lead(at.raw(since, found.start), at.words, at.units)
    modal = (f"modal={lead.modal}",) if lead.modal else ()
    label, flags = _named(part, lead.label, tail, at, spanned=over is not None)
    flags, per = part.flags + modal + flags, lead.per + part.per
    part, label, flags = _fronted(part, label, flags, at)
    part, label, per = _implied(part, label, per, at)
    part, flags = _compared(part, label, flags, at)
    if over:
        per, flags = _spanned(over, part, per, flags, at)
    if "above" in flags or "below" in flags:
        part = replace(part, low_included="above" not in flags, high_included="below" not in flags)
        flags = tuple(flag for flag in flags if flag not in {"above", "below"})
    return replace(part, label=label, flags=flags, per=per, modal=part.modal or lead.modal)


def _named(part: Part, label: str, tail: Tail, at: Setting, *, spanned: bool) -> tuple[str, tuple[str, ...]]:
    """The label of a part by the words before or behind it, and the flags that they set."""
    flags: tuple[str, ...] = ()
    rises = label in at.words.lists["change_up"] and (spanned or not tail.noun)
    if rises and part.dimension not in _SHARES:
        label, flags = "", ("increment",)
    if not label and tail.noun and part.dimension not in TIMES:
        label = tail.noun
    elif _AFTER.search(label) and part.dimension in TIMES:
        label = ""
    residue = ("residue",) if tail.residue and part.dimension not in TIMES else ()
    return label, flags + (("open",) if tail.open else ()) + residue


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
    if part.unit and not part.dimension and part.low == 0 and not label and is_event(part.unit, at.words):
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
