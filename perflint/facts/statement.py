"""Sums that a running text states: which amounts lead to a 共 or 合计, and what they come to (domain: BUD009)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from perflint.quantity import Amount, Approx, Op, ValueReader, find_amounts

SAID = re.compile(r"(?:共|合|总)计|总共|(?<![公其一各])共(?![同有建享用治管性识产])")
_LEAD = re.compile(
    r"(?:(?:共|合|总)计|总共|(?<![公其一各])共(?![同有建享用治管性识产]))"
    r"[\s:：]*(?:为|是|需要?|约|投入|投资|支出|安排|补助|补贴|资金|经费|预算|财政性?|金额|费用){0,3}\s*$"
)
_END = re.compile(r"[。！？!?\n\r]")
_CLAUSE = re.compile(r"[，,；;、：:（(）)。\s]")
_OTHER_TIME = re.compile(r"(?:19|20)\d{2}|上年|去年|往年|明年|今年|累计|截至|其中|比|较|以前")
_BOUNDED = re.compile(r"[以之]?[上下内外](?!述)|左右|余|多")
_EACH = re.compile(r"每(.)")
_TIMES = "月季天日周旬次期学"
_MOST_ITEMS = 12
_SEARCHED = 9
_NEAR = Decimal("0.2")
_LEAST = Decimal(100)


@dataclass(frozen=True, slots=True)
class Statement:
    """A total stated in a text (`start` to `end`), the amounts it adds up, and their sum; money in 元."""

    said: str
    start: int
    end: int
    items: tuple[str, ...]
    sum: Decimal
    unit: str
    product: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    amount: Amount
    label: str
    bases: tuple[str, ...]
    odd: bool

    @property
    def each(self) -> bool:
        """Whether the amount is for each of something."""
        return bool(self.bases)


@lru_cache(maxsize=4096)
def wrong_sums(text: str, reader: ValueReader) -> tuple[Statement, ...]:
    """Return the stated totals that no reading of the amounts before them gives, though one comes near."""
    if not SAID.search(text) or len(text) > 20_000:
        return ()
    found: list[Statement] = []
    start = 0
    for end in [hit.start() for hit in _END.finditer(text)] + [len(text)]:
        if SAID.search(text, start, end):
            found.extend(_in_sentence(start, text[start:end], reader))
        start = end + 1
    return tuple(found)


def _in_sentence(offset: int, sentence: str, reader: ValueReader) -> Iterator[Statement]:
    before: list[_Item] = []
    for amount in find_amounts(sentence, reader):
        lead = _LEAD.search(_ahead(sentence, amount))
        if lead is None:
            before.append(_item(sentence, amount))
            continue
        total = _item(sentence, amount)
        if not total.odd and (wrong := _judged(total, before)):
            first = offset + amount.end - len(sentence[amount.start : amount.end].lstrip("共合总计"))
            yield Statement(amount.printed, first, offset + amount.end, *wrong)
        before = []


def _ahead(sentence: str, amount: Amount) -> str:
    """Return what stands before the number of an amount, in its clause; a leading 共 belongs to the amount's own text."""
    own = sentence[amount.start : amount.end]
    digit = next((place for place, char in enumerate(own) if char.isdigit()), 0)
    return sentence[max(0, amount.start - 24) : amount.start + digit]


def _item(sentence: str, amount: Amount) -> _Item:
    ahead = _ahead(sentence, amount)
    clause = _CLAUSE.split(ahead.rstrip())[-1]
    bases = (*_EACH.findall(clause), *amount.per)
    if sentence[amount.end : amount.end + 1] == "/":
        bases = (*bases, sentence[amount.end + 1 : amount.end + 2])
    odd = (
        amount.approx is not Approx.EXACT
        or amount.op not in {Op.NONE, Op.EQ}
        or amount.low != amount.high
        or bool(_OTHER_TIME.search(clause))
        or bool(_BOUNDED.match(sentence, amount.end))
    )
    return _Item(amount, clause.strip("共合总计"), bases, odd)


def _judged(total: _Item, before: list[_Item]) -> tuple[tuple[str, ...], Decimal, str, bool] | None:
    """Return items, sum, unit and whether it is a product, if the stated total is wrong; None if some reading gives it."""
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
    near = [(abs(amount - wanted), amount, group) for amount, group in sums if abs(amount - wanted) <= wanted * _NEAR]
    if near:
        _, amount, group = min(near, key=lambda entry: entry[0])
        return tuple(item.amount.printed for item in group), amount, total.amount.unit, False
    if products and not plain:
        return _parts_of_products(total, before), sum(products, Decimal(0)), total.amount.unit, True
    return None


def _readings(plain: list[_Item]) -> Iterator[list[_Item]]:
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


def _slack(items: tuple[_Item, ...]) -> Decimal:
    """Return how far rounding may move a sum: half of the last decimal typed of each; whole numbers are exact."""
    least = _LEAST if items[0].amount.dimension == "money" else Decimal(0)
    return max(least, sum((_rounding(item.amount) for item in items), Decimal(0)))


def _rounding(amount: Amount) -> Decimal:
    decimals = len(amount.number.partition(".")[2])
    return Decimal(5).scaleb(-1 - min(decimals, 20)) * amount.part.scale if decimals else Decimal(0)


def _pairs(total: _Item, before: list[_Item]) -> Iterator[tuple[_Item, _Item | None]]:
    """Yield each 每-amount of the total's unit with the count that stands before it."""
    count: _Item | None = None
    for item in before:
        if item.amount.unit != total.amount.unit:
            count = item
        elif item.each:
            yield count, item  # type: ignore[misc]  # a count may be missing; see _products
            count = None


def _products(total: _Item, before: list[_Item]) -> list[Decimal] | None:
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


def _parts_of_products(total: _Item, before: list[_Item]) -> tuple[str, ...]:
    return tuple(f"{count.amount.number}×{price.amount.printed}" for count, price in _pairs(total, before) if price)
