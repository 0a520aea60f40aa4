"""Whether the amounts before a stated total give it: the readings that are tried, and the one that comes nearest (BUD009)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from perflint.quantity import Amount

_TIMES = "月季天日周旬次期学"
_MOST_ITEMS = 12
_SEARCHED = 9
_NEAR = Decimal("0.2")
_NEAR_IN_RUN = Decimal("0.5")
_LEAST = Decimal(100)
_VISITS, _PEOPLE = "人次", frozenset({"人", "名", "位"})


class Item(Struct, frozen=True):
    """An amount in a sentence, its label, what it is for each of, and whether it is inexact or of another time."""

    amount: Amount
    label: str
    bases: tuple[str, ...]
    odd: bool

    @property
    def each(self) -> bool:
        """Whether the amount is for each of something."""
        return bool(self.bases)


def judge_total(
    total: Item, before: list[Item], *, run: bool = False
) -> tuple[tuple[str, ...], Decimal, str, bool] | None:
    """Return items, sum, unit and whether it is a product, if the stated total is wrong; None if some reading gives it.

    `run`: the items follow each other up to the total, so that a sum may be further from it.
    """
    same = [item for item in before if item.amount.unit == total.amount.unit]
    plain = [item for item in same if not item.each]
    if any(item.odd for item in same) or len(same) > _MOST_ITEMS:
        return None
    wanted, slack = total.amount.low, _slack((total, *same))
    products = _products(total, before)
    if products is None or _reachable(wanted, [*(item.amount.low for item in plain), *products], slack):
        return None
    groups = [group for group in _readings(plain) if len(group) > 1]
    sums = [(sum((item.amount.low for item in group), Decimal(0)), group) for group in groups]
    reach = wanted * (_NEAR_IN_RUN if run else _NEAR)
    near = [(abs(amount - wanted), amount, group) for amount, group in sums if abs(amount - wanted) <= reach]
    if near:
        _, amount, group = min(near, key=lambda entry: entry[0])
        return tuple(item.amount.printed for item in group), amount, total.amount.unit, False
    if products and not plain:
        return _parts_of_products(total, before), sum(products, Decimal(0)), total.amount.unit, True
    return None


def _readings(plain: list[Item]) -> Iterator[list[Item]]:
    """Yield the groups that may be meant: all items, those with one label, and those that stand last."""
    yield plain
    labels = {item.label for item in plain if item.label}
    for label in sorted(labels):
        yield [item for item in plain if item.label == label]
    for first in range(1, len(plain) - 1):
        yield plain[first:]


def _reachable(wanted: Decimal, amounts: list[Decimal], slack: Decimal) -> bool:
    """Return whether the total is one of the amounts or the sum of some of them."""
    if abs(sum(amounts, Decimal(0)) - wanted) <= slack:
        return True
    last = amounts[-_SEARCHED:]
    return any(
        abs(sum(some, Decimal(0)) - wanted) <= slack
        for size in range(1, len(last) + 1)
        for some in combinations(last, size)
    )


def _slack(items: tuple[Item, ...]) -> Decimal:
    """Return how far rounding may move a sum: half of the last decimal typed of each; whole numbers are exact."""
    least = _LEAST if items[0].amount.dimension == "money" else Decimal(0)
    return max(least, sum((_rounding(item.amount) for item in items), Decimal(0)))


def _rounding(amount: Amount) -> Decimal:
    decimals = len(amount.number.partition(".")[2])
    return Decimal(5).scaleb(-1 - min(decimals, 20)) * amount.part.scale if decimals else Decimal(0)


def _pairs(total: Item, before: list[Item]) -> Iterator[tuple[Item, Item | None]]:
    """Yield each 每-amount of the total's unit with the count that stands before it."""
    count: Item | None = None
    for item in before:
        if not _counts_like(item, total, before):
            count = item
        elif item.each:
            yield count, item  # type: ignore[misc]  # a count may be missing; see _products
            count = None


def _counts_like(item: Item, total: Item, before: list[Item]) -> bool:
    """Return whether an amount is of the total's unit; people at each of some events are the 人次 of all, with nothing else between."""
    if item.amount.unit == total.amount.unit:
        return True
    people = item.each and total.amount.unit == _VISITS and item.amount.unit in _PEOPLE
    return people and [each.each for each in before] == [False, True] * (len(before) // 2)


def _products(total: Item, before: list[Item]) -> list[Decimal] | None:
    """Return count × amount for each 每-amount; None where a count is missing, inexact, or there are further bases."""
    found = []
    for count, price in _pairs(total, before):
        if count is None or count.odd or price is None or price.odd or not _matches(count.amount.unit, price.bases):
            return None
        found.append(count.amount.low * price.amount.low)
    return found


def _matches(unit: str, bases: tuple[str, ...]) -> bool:
    """Return whether a price for each of something can be multiplied by a count: no further base such as 每月."""
    further = [base for base in bases if base not in {"年", unit}]
    return len(further) <= 1 and not any(char in _TIMES for base in further for char in base if char not in unit)


def _parts_of_products(total: Item, before: list[Item]) -> tuple[str, ...]:
    return tuple(f"{count.amount.number}×{price.amount.printed}" for count, price in _pairs(total, before) if price)
