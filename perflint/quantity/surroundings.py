"""The words directly before and after a number: comparators, approximations, verbs."""

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.figures import Figure
from perflint.quantity.measures import Measure, read_bases
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Approx, Op
from perflint.quantity.words import ValueWords

_INCLUDED = pattern(r"\(?含(?:本数)?\)?(?=以|及)|\(含\)")
_FOLLOWS_HAN = pattern(r"$|[,，、。；;()/·+和及或且并以内左上的]|\x00")


class Left(Struct, frozen=True):
    """What stands before a number, from plain offset `start` on."""

    start: int
    ops: tuple[tuple[Op, str], ...] = ()
    approx: Approx = Approx.EXACT
    modal: str = ""
    flags: tuple[str, ...] = ()


def left_of(text: str, low: int, at: int, words: ValueWords) -> Left:
    """What the words before a number say; words beyond the last comparator are taken off only if nothing is left."""
    start = kept = at
    ops: list[tuple[Op, str]] = []
    approx, modal = Approx.EXACT, ""
    while word := words.ending_at(text, low, start):
        start -= len(word.text)
        if word.role in {"op", "doubtful"}:
            ops.insert(0, (word.op, word.how))
        elif word.role == "approx":
            approx = word.approx
        elif word.role == "modal":
            modal = word.text
        if word.role != "verb" or not ops:
            kept = start
    if start == low:
        kept = start
    each = kept > low and text[kept - 1] == "各"
    return Left(kept - each, tuple(ops), approx, modal, ("each",) if each else ())


class Right(Struct, frozen=True):
    """What stands behind a number, up to plain offset `end`; the measure may have gained a base."""

    end: int
    measure: Measure
    ops: tuple[tuple[Op, str], ...] = ()
    approx: Approx = Approx.EXACT


def right_of(text: str, at: int, words: ValueWords, units: UnitTable, measure: Measure) -> Right:
    """What the words behind a number say: at most four of them, each with its base or 含."""
    ops: list[tuple[Op, str]] = []
    approx = Approx.EXACT
    for _ in range(4):
        included = _INCLUDED.match(text, at)
        at = included.end() if included else at
        if at < len(text) and text[at] in "/每" and not measure.per and measure.unit:
            at, per = read_bases(text, at, units)
            measure = Measure(at, measure.unit, measure.known, per, measure.twice)
        word = words.starting_at(text, at)
        if word is None or (word.op is Op.GE and word.text == "起" and not measure.unit):
            break
        at += len(word.text)
        if word.role == "op":
            ops.append((word.op, word.how))
        else:
            approx = word.approx
    return Right(at, measure, tuple(ops), approx)


def is_number(text: str, figure: Figure, measure: Measure, left: Left) -> bool:
    """Whether a Chinese numeral is one: with a unit, and with its borders where a phrase has its borders."""
    if figure.unit or figure.approx is Approx.VAGUE:
        return True
    if not measure.unit or measure.known is None:
        whole = figure.start == 0 and len(figure.typed) > 1
        return (bool(left.ops) or whole) and measure.end == len(text)
    return (
        left.start == 0
        or text[left.start - 1] in "每近约"
        or bool(left.ops)
        or bool(_FOLLOWS_HAN.match(text, measure.end))
    )
