"""Numbers of a text that only say for whom or for what the work is, or stand behind the words of a row's name (domain: XTB010)."""

from collections.abc import Sequence
from decimal import Decimal

from perflint.facts.goals.showing import ends
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Amount

_FOR = pattern(r"(?:(?<!作)为|对|向|给|覆盖|惠及|帮助|扶持)$")
_FOR_PLACE = pattern(r"^(?:对|为|给|向|负责|承担)[\u4e00-\u9fff]{1,8}(?<![等共在及和与类])$")
_COUNTED = pattern(r"(?:数量?|个数)$")
_LEADING = pattern(r"^(?:全年|本年度?|年内|今年|计划|预计|共|预计全年|全年计划)")
_SEVERAL = pattern(r"[含及和与、或]")
_SOME = pattern(r"中[的，]|之中|分[批期]|逐步|部分|剩余|随机|抽|比例|覆盖率|摸底|摸排|以内")
_STOP = pattern(r"[。；;！\n]")
_LEAST = 4  # characters that a name and the words before a number have in common


def counted_names(rows: Sequence[RowView]) -> tuple[str, ...]:
    """Return the names of the rows that name one thing, as typed and without the word that says how it is counted."""
    names = [row.name for row in rows if row.name and not _SEVERAL.search(row.name)]
    return tuple(spelled for name in names for spelled in (name, _COUNTED.sub("", name)) if spelled)


def tells_for_whom(before: str, names: Sequence[str]) -> bool:
    """Return whether the clause up to a number ends by saying for whom the work is (为, 对), or is the name of a row."""
    return _FOR.search(before) is not None or before in names


def is_of_a_place(before: str) -> bool:
    """Return whether the clause up to a number names a place that is served: 对城区62座公厕."""
    return _FOR_PLACE.search(before) is not None


def has_words_of(before: str, names: Sequence[str]) -> bool:
    """Return whether a row's name has all characters of the clause up to a number, in any order: 放映公益电影, 公益电影放映场次."""
    plain = _LEADING.sub("", before)
    return len(plain) >= _LEAST and any(set(plain) <= set(name) for name in names)


def leaves_open(text: str, amount: Amount) -> bool:
    """Return whether the sentence of a number takes only some of what it counts, so that a row may have less."""
    start = max((hit.end() for hit in _STOP.finditer(text, 0, amount.start)), default=0)
    stop = _STOP.search(text, amount.end)
    return _SOME.search(text, start, stop.start() if stop else len(text)) is not None


def is_told(row: RowView, amounts: Sequence[Amount]) -> bool:
    """Return whether a text has the number of a row too, by itself or as the sum of its numbers in that unit."""
    part = joined(row).first
    same = [amount.low for amount in amounts if amount.unit == part.unit]
    wanted = set(ends(part))
    return bool(wanted & set(same)) or (len(same) > 1 and sum(same, Decimal(0)) in wanted)
