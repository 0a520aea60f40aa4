"""Sums that a running text states: which amounts lead to a 共 or 合计, and what they come to (domain: BUD009)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.money.reckoning import Item, judge_total
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Op, ValueReader, find_amounts

SAID = pattern(r"(?:共|合|总)计|总共|(?<![公其一各])共(?![同有建享用治管性识产])")
_LEAD = pattern(
    r"(?:(?:共|合|总)计|总共|(?<![公其一各])共(?![同有建享用治管性识产]))"
    r"[\s:：]*(?:为|是|需要?|约|投入|投资|支出|安排|补助|补贴|资金|经费|预算|财政性?|金额|费用|培训|参训){0,3}\s*$"
)
_TOTAL = pattern(r"\s*(?:以上|上述|各项|项目|经费|全年)?(?:合计|共计|总计|总共)")
_NUMBERED = pattern(r"\s*(?:[（(]?\d{1,2}[)）.、．](?!\d)|[①-⑳])")
_SIGN = pattern(r"[×xX*]")  # multiplications that are written out are judged as such
_BEYOND = pattern(r"后$|配套|叠加|在内|起$")
_END = pattern(r"[。！？!?\n\r]")
_CLAUSE = pattern(r"[，,；;、：:（(）)。\s]")
_OTHER_TIME = pattern(r"(?:19|20)\d{2}|上年|去年|往年|明年|今年|累计|截至|其中|比|较|以前")
_BOUNDED = pattern(r"[以之]?[上下内外](?!述)|左右|余|多")
_EACH = pattern(r"每(.)")
_MORE = pattern(r"等|其[他它余]|另|连同|加上|在内")
_LONGEST = 20_000


class Statement(Struct, frozen=True):
    """A total stated in a text (`start` to `end`), the amounts it adds up, and their sum; money in 元.

    `parts`: the amounts are parts of the total, which they exceed; `short`: they are all its parts and come to less.
    """

    said: str
    start: int
    end: int
    items: tuple[str, ...]
    sum: Decimal
    unit: str
    product: bool = False
    parts: bool = False
    short: bool = False


@lru_cache(maxsize=4096)
def wrong_sums(text: str, reader: ValueReader) -> tuple[Statement, ...]:
    """Return the stated totals that no reading of the amounts before them gives, though one comes near."""
    if not SAID.search(text) or len(text) > _LONGEST:
        return ()
    found: list[Statement] = []
    for start, end in _sentences(text):
        if SAID.search(text, start, end):
            found.extend(_in_sentence(start, text[start:end], reader))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences stand; one that opens with 合计 belongs to the one before, or to the numbered ones above it."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [hit.start() for hit in _END.finditer(text)] + [len(text)]:
        if found and _TOTAL.match(text, start, end):
            start = found.pop()[0]
            while found and _NUMBERED.match(text, start) and _NUMBERED.match(text, found[-1][0]):
                start = found.pop()[0]
        if text[start:end].strip():
            found.append((start, end))
        start = end + 1
    return found


def _in_sentence(offset: int, sentence: str, reader: ValueReader) -> Iterator[Statement]:
    before: list[Item] = []
    for amount in find_amounts(sentence, reader):
        lead = _LEAD.search(_ahead(sentence, amount))
        if lead is None:
            before.append(_item(sentence, amount))
            continue
        total = _item(sentence, amount)
        wrong = judge_total(total, before, run=_is_run(sentence, before, total)) if _is_plain(total) else None
        if wrong and not (wrong[-1] and _SIGN.search(sentence, before[0].amount.start, amount.start)):
            first = offset + amount.end - len(sentence[amount.start : amount.end].lstrip("共合总计"))
            yield Statement(amount.printed, first, offset + amount.end, *wrong)
        before = []


def _is_plain(total: Item) -> bool:
    """Return whether a total is exact, and adds up nothing that stands beside the items (市级配套后共计)."""
    return not total.odd and _BEYOND.search(total.label) is None


def _is_run(sentence: str, before: list[Item], total: Item) -> bool:
    """Return whether the amounts of the total's unit follow each other up to it, with nothing else between them."""
    same = [item for item in before if item.amount.unit == total.amount.unit]
    between = sentence[same[0].amount.start : total.amount.start] if same else ""
    clauses = [clause for clause in _CLAUSE.split(between) if clause]
    return bool(clauses) and not _MORE.search(between) and all(any(c.isdigit() for c in each) for each in clauses[:-1])


def _ahead(sentence: str, amount: Amount) -> str:
    """Return what stands before the number of an amount, in its clause; a leading 共 belongs to the amount's own text."""
    own = sentence[amount.start : amount.end]
    digit = next((place for place, char in enumerate(own) if char.isdigit()), 0)
    return sentence[max(0, amount.start - 24) : amount.start + digit]


def _item(sentence: str, amount: Amount) -> Item:
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
    return Item(amount, clause.strip("共合总计"), bases, odd)
