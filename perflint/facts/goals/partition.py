"""Lists of parts behind a number in a text that surely divide it: 其中一般户210户、低保户80户 (domain: XTB053)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from perflint.facts.goals.clause import number_start, sentence
from perflint.facts.goals.multiple import LARGEST
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, UnitTable, ValueReader, find_amounts
from perflint.typography import fold

_OPENS = pattern(
    r"^[^，,。；;、：:\d（(]{0,12}(?:[，,；;]?\s*其中[:：,，]?(?:包括|有|含)?|[:：]|[（(](?:其中)?[:：]?(?:包括|含)?)"
)
_AMONG = pattern(r"其中[:：,，]?(?:包括|有|含)?")
_STOP = pattern(r"[。！\n]")
_NEAR = 40  # characters
_ASIDE = frozenset({"money", "ratio"})
_CLOSED = pattern(r"[）)]")
_CROSSING = pattern(
    r"女|残疾|脱贫|低保|特困|贫困|困难|监测|少数民族|建档立卡|留守|老年|老人|未成年|党员|农民工|退役|[应往]届|重点|大型|骨干|新增|[省市国]级"
)
_ITEM = pattern(r"[)）]?(?P<sign>[，,、；;和及与])(?P<label>[^，,、；;。：:]{1,20})")
_NO_LABEL = pattern(r"每|均|新增|报废|淘汰|更新|采购|完成|另|同时|并")
_REST = pattern(r"一般|普通|其他|其它|其余|剩余|非")
_FAMILIES = ("春夏秋冬", "上下", "东西南北中", "男女", "小初高中幼", "省市县乡村", "一二三四")
_LEAST_SHARE = Decimal("0.9")  # of the whole: a list that names nearly all of it means all of it
_NO_SUM = frozenset({"money", "ratio", "percentage_point", "multiple", "duration", "working_day", "score", ""})
_LABEL = 12


@lru_cache(maxsize=1024)
def lists_in(text: str, reader: ValueReader) -> tuple[tuple[Amount, tuple[Amount, ...], Decimal], ...]:
    """Return the numbers of a text behind which their parts are listed, each with the parts and their sum in its unit."""
    amounts = find_amounts(text, reader)
    found = []
    for at, whole in enumerate(amounts):
        opened = _opened(text, whole, amounts[at + 1 :]) if _adds_up(whole) else None
        if opened is None:
            continue
        start, end = opened
        parts = tuple(each for each in amounts[at + 1 :] if start <= each.start < end)
        total = _total(whole, parts, reader.units)
        if total is not None and _is_partition(_labels(text, start, parts), total / whole.low):
            found.append((whole, parts, total))
    return tuple(found)


def _opened(text: str, whole: Amount, further: Sequence[Amount]) -> tuple[int, int] | None:
    """Return where a list behind a number begins and ends; None where none is opened."""
    opens = _OPENS.search(text[whole.end :])
    if opens is None:
        return _opened_later(text, whole, further)
    start = whole.end + opens.end()
    if opens[0].rstrip(":：包括含其中").endswith(("（", "(")):
        closed = _CLOSED.search(text, start)
        return start, closed.start() if closed else len(text)
    return start, sentence(text, whole)[1]


def _opened_later(text: str, whole: Amount, further: Sequence[Amount]) -> tuple[int, int] | None:
    """Return the list that 其中 opens later in the sentence, where only money and rates stand between (350户，户均5000元；其中)."""
    stop = _STOP.search(text, whole.end)
    end = stop.start() if stop else len(text)
    opens = _AMONG.search(text, whole.end, min(end, whole.end + _NEAR))
    if opens is None or any(each.start < opens.start() and each.dimension not in _ASIDE for each in further):
        return None
    return opens.end(), end


def _adds_up(amount: Amount) -> bool:
    exact = amount.approx is Approx.EXACT and amount.low == amount.high and 0 < amount.low < LARGEST and not amount.per
    return exact and amount.dimension not in _NO_SUM


def _total(whole: Amount, parts: Sequence[Amount], units: UnitTable) -> Decimal | None:
    """Return what the parts come to in the unit of the whole; None where one of them counts something else."""
    if len(parts) <= 1 or not all(_adds_up(part) and units.comparable(part.unit, whole.unit) for part in parts):
        return None
    if whole.dimension not in {"area", "length"} and any(part.unit != whole.unit for part in parts):
        return None
    return sum((units.convert(part.low, part.unit, whole.unit) for part in parts), Decimal(0))


def _labels(text: str, start: int, parts: Sequence[Amount]) -> tuple[tuple[str, str], ...]:
    """Return what stands before each part: a sign and a label; () where something else stands between two parts."""
    between = [fold(text[one.end : number_start(text, part)]) for one, part in pairwise(parts)]
    found = [_ITEM.fullmatch(words) for words in between]
    if not all(found):
        return ()
    first = fold(text[start : number_start(text, parts[0])])
    return (("、", first), *((item["sign"], item["label"]) for item in found if item))


def _is_partition(items: Sequence[tuple[str, str]], share: Decimal) -> bool:
    """Return whether labels surely divide one whole: their pattern says so, and they come to nearly all of it or more."""
    labels = [label for _, label in items]
    if not labels or share <= _LEAST_SHARE or len(set(labels)) < len(labels):
        return False
    if any(_NO_LABEL.search(label) or not 0 < len(label) <= _LABEL for label in labels):
        return False
    if any(_REST.search(label) for label in labels) or _are_of_a_family(labels):
        return True
    if any(_CROSSING.search(label) for label in labels):
        return False
    listed = all(sign in "、和及与" for sign, _ in items)
    return len({label[0] for label in labels}) == 1 or (listed and len({label[-1] for label in labels}) == 1)


def _are_of_a_family(labels: Sequence[str]) -> bool:
    """Return whether every label is one of a family, each another one (春季, 夏季, 秋季)."""
    for family in _FAMILIES:
        members = [{char for char in label if char in family} for label in labels]
        if all(members) and len(frozenset().union(*members)) >= len(labels):
            return True
    return False
