"""Quantity → Part: comparators put together, money in 元, flags."""

from decimal import Decimal

from msgspec.structs import replace

from perflint.quantity.dated import Dated
from perflint.quantity.measures import Measure
from perflint.quantity.numerals import product
from perflint.quantity.plain import Plain
from perflint.quantity.quantities import Quantity
from perflint.quantity.units import MONEY, Unit, UnitTable
from perflint.quantity.value import Approx, Hint, Op, Part

_MONEY_SCALES = (Decimal(10000), Decimal(100000000), Decimal(1000000), Decimal(10000000), Decimal(1000000000000))


def part_of(found: Quantity, plain: Plain, hint: Hint, units: UnitTable, base: int = 0) -> Part:
    """The part that a quantity stands for, without label; `base` is where its text begins in `plain`."""
    op, op_from, flags = _compare(found.ops)
    measure, factor, more = _meant(found, hint, units)
    low, high = product(found.low, factor), product(found.high, factor)
    if (found.ranged and op is Op.NONE) or (found.ranged and op in {Op.LE, Op.LT}):
        op = Op.BETWEEN
    start, end = plain.span(base + found.start, base + found.end)
    if found.approx is not Approx.EXACT:
        more += (f"approx={found.approx}",)
    if found.modal:
        more += (f"modal={found.modal}",)
    part = Part(
        op=op, op_from=op_from, ops=tuple(each for each, _ in found.ops), low=low, high=high, unit=measure.unit,
        dimension=measure.known.dimension if measure.known else "", scale=found.figure.scale, number=found.figure.typed,
        printed=plain.slice(base + found.body, base + found.tail), per=measure.per, approx=found.approx,
        modal=found.modal, flags=flags + more + tuple(flag for flag in found.flags if flag != "range"),
        text=plain.slice(base + found.start, base + found.end), start=start, end=end,
        canonical_factor=measure.known.factor if measure.known else None,
    )  # fmt: skip
    return bounded(part)


def bounded(part: Part) -> Part:
    """The part with the ends that its comparator leaves open."""
    if part.op in {Op.GE, Op.GT}:
        return replace(part, high=None, low_included=part.op is Op.GE)
    if part.op in {Op.LE, Op.LT}:
        return replace(part, low=None, high_included=part.op is Op.LE)
    return part


def dated_part(found: Dated, plain: Plain, base: int = 0) -> Part:
    """The part that a date or deadline stands for."""
    start, end = plain.span(base + found.start, base + found.end)
    text = plain.slice(base + found.start, base + found.end)
    return Part(
        op=found.op, op_from=("suffix",) if found.op is Op.LE else (), low=found.low, high=found.high, per=found.per,
        flags=found.flags, text=text, printed=text, start=start, end=end,
    )  # fmt: skip


def _compare(ops: tuple[tuple[Op, str], ...]) -> tuple[Op, tuple[str, ...], tuple[str, ...]]:
    before = [each for each in ops if each[1] != "suffix"]
    after = [each for each in ops if each[1] == "suffix"]
    if len(before) > 1 or not after:
        before = before if len(before) > 1 else [each for each in before if each != (Op.EQ, "word")]
    else:
        before = [each for each in before if each != (Op.EQ, "word")]
    if not before:
        return (after[0][0], ("suffix",), ("suffix",)) if after else (Op.NONE, (), ())
    main = next((each for each in before if each[1] == "symbol"), before[-1])
    others = [each for each in before if each is not main]
    flags = tuple(f"{how}={op}" for op, how in others)
    if others and main[1] == "symbol":
        flags += ("symbol",)
    elif main[1] == "word" and not after:
        flags += ("word",)
    if not after:
        return main[0], tuple(how for _, how in before), flags
    op = after[0][0]
    if main[0].direction * op.direction < 0:
        flags += (f"conflict={op}",)
    else:
        flags += (f"{main[1]}+suffix",)
    return main[0], (*(how for _, how in before), "suffix"), flags


def _column_name(known: Unit) -> str:
    """The unit of a column as it is reported: 百分比 is %."""
    return known.canonical if known.dimension == "ratio" and known.factor == 1 else known.form


def _meant(found: Quantity, hint: Hint, units: UnitTable) -> tuple[Measure, Decimal, tuple[str, ...]]:
    """The unit that is meant, the factor that money still needs, and flags."""
    measure = found.measure
    if measure.known and measure.known.dimension == MONEY and measure.known.factor != 1:
        known = units.find(measure.known.canonical)
        return replace(measure, unit=measure.known.canonical, known=known), measure.known.factor, ()
    if measure.unit:
        return measure, Decimal(1), ()
    if hint.unit and (known := units.find(hint.unit)):
        factor = known.factor if known.dimension == MONEY else Decimal(1)
        known = (units.find(known.canonical) if known.dimension == MONEY else known) or known
        return Measure(measure.end, _column_name(known), known, measure.per), factor, ("unit-column",)
    if hint.unit:
        return replace(measure, unit=hint.unit.strip()), Decimal(1), ("unit-column",)
    if found.figure.scale in _MONEY_SCALES and hint.money is not False:
        return Measure(measure.end, "元", units.find("元"), measure.per), Decimal(1), ("truncated",)
    return measure, Decimal(1), ()
