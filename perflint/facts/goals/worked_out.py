"""Numbers of a text that a row shows worked out: 6期 of 50人 as 300人, 6% of 240万元 as 14.4万元 (domain: XTB010)."""

from collections.abc import Sequence
from decimal import Decimal

from perflint.facts.goals.clause import sentence
from perflint.facts.goals.multiple import LARGEST
from perflint.facts.goals.showing import RATE, class_of, ends
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.quantity import Amount

_HUNDRED = 100
_NEAR = Decimal("0.005")  # of the product: rates and products are printed rounded


def is_worked_out(amount: Amount, amounts: Sequence[Amount], rows: Sequence[RowView], text: str) -> bool:
    """Return whether a row has the product of a number and another one of its sentence: a rate of it, or each of them so many."""
    start, end = sentence(text, amount)
    others = [each for each in amounts if each is not amount and start <= each.start < end]
    return any(
        _is_product(amount, other, row) for other in others for row in rows if max(amount.low, other.low) < LARGEST
    )


def _is_product(one: Amount, other: Amount, row: RowView) -> bool:
    part = joined(row).first
    rates = [class_of(each.unit, each.dimension) == RATE for each in (one, other)]
    if all(rates) or not part.unit or class_of(part.unit, part.dimension) == RATE:
        return False
    if part.dimension not in {one.dimension, other.dimension} and not _counts_times(part.dimension, one, other):
        return False
    product = one.low * other.low / (_HUNDRED if any(rates) else 1)
    return product > 1 and any(abs(end - product) <= product * _NEAR for end in ends(part))


def _counts_times(dimension: str, one: Amount, other: Amount) -> bool:
    """Return whether a row counts visits (人次, 户次) where one of two numbers counts those who come."""
    return dimension.endswith("_time") and dimension.removesuffix("_time") in {one.dimension, other.dimension}
