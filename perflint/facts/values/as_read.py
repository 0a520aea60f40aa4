"""Facts about a target value just as it was read: how many quantities, in which units, what stands beside them."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.asides import is_hotline
from perflint.facts.values.standard_code import holds_only_codes
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS
from perflint.quantity import Part

_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")  # of a unit that is not known: 个/dm³
_LONGEST_UNIT = 2  # characters


def numbers_of(part: Part) -> tuple[Decimal, ...]:
    """Return the ends of a quantity that are numbers: none of a date, one of a bound, two of a range or plain number."""
    return tuple(end for end in (part.low, part.high) if isinstance(end, Decimal))


def _typed(row: RowView) -> tuple[Part, ...]:
    return tuple(part for part in row.value.parts if part.number)


@VALUE.fact(
    "quantities", INT, zh="读出几个量（日期、词语也算）", en="how many quantities were read, dates and phrases too"
)
def quantities(row: RowView) -> int:
    return len(row.value.parts)


@VALUE.fact(
    "rest", STRING, zh="不属于任何一个量的文字，没有为空", en="the text that belongs to no quantity, empty if none"
)
def rest(row: RowView) -> str:
    return row.value.residue


@VALUE.fact(
    "notes",
    STRINGS,
    zh="读数时的附注，与 perflint value 所列相同（truncated、approx=about、unit-column 等）",
    en="what the reading notes besides, as perflint value shows it: truncated, approx=about, unit-column …",
)
def notes(row: RowView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flag for part in row.value.parts for flag in part.flags))


@VALUE.fact(
    "labels", STRINGS, zh="各个量前面的说明，照录，各一个", en="the words before the quantities, as typed, each once"
)
def labels(row: RowView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.label for part in row.value.parts if part.label))


@VALUE.fact(
    "dimension",
    STRING,
    zh="单位量的是什么：money、ratio、duration、length 等，未知为空",
    en="what the unit measures: money, ratio, duration, length …, empty if unknown",
)
def dimension(row: RowView) -> str:
    return row.value.first.dimension


@VALUE.fact(
    "per",
    STRING,
    zh="按什么计（“元/人·月”的“人·月”），没有为空",
    en="for each of what (人·月 in 元/人·月), empty if none",
)
def per(row: RowView) -> str:
    return "·".join(row.value.first.per)


@VALUE.fact(
    "amount",
    DOUBLE,
    zh="第一个量的数（区间取前一个，金额为元），不是数为 0",
    en="the number of the first quantity, of a range the first (money in 元), 0 where it is none",
)
def amount(row: RowView) -> float:
    return float(next(iter(numbers_of(row.value.first)), 0))


@VALUE.fact(
    "units",
    STRINGS,
    zh="各个数的单位，各一个，没写的为空文字",
    en="the units of the numbers, each once, empty text for none",
)
def units(row: RowView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.unit for part in _typed(row)))


@VALUE.fact("amounts", STRINGS, zh="各个数连同单位，照录", en="the numbers with their units, as typed")
def amounts(row: RowView) -> tuple[str, ...]:
    return tuple(part.printed for part in _typed(row))


@VALUE.fact(
    "bare_numbers",
    STRINGS,
    zh="没有单位的数，只写“/株”的也算",
    en="the numbers without a unit, those with only a base (/株) too",
)
def bare_numbers(row: RowView) -> tuple[str, ...]:
    return tuple(
        part.printed
        for part in row.value.parts
        if numbers_of(part)
        and not set(row.value.text[part.start : part.end].strip()) <= _RAISED
        and (not part.unit or _on_base(part))
        and not (counted_in_words(row, part) or is_hotline(row, part) or _naught_beside(row, part))
    )


def _naught_beside(row: RowView, part: Part) -> bool:
    """Return whether a number is the 0 of something that should not be, beside a number with its unit (迟到≤3次，旷工0)."""
    others = any(other.unit for other in row.value.parts)
    return others and bool(part.label) and set(numbers_of(part)) == {Decimal(0)}


def counted_in_words(row: RowView, part: Part) -> bool:
    """Return whether a word of its own stands between a number and the next one, which nothing else parts: 24芯12km."""
    nexts = (other for other in row.value.parts if other.start > part.start)
    after = min(nexts, key=lambda other: other.start, default=None)
    between = row.value.text[part.end : after.start] if after else ""
    return 0 < len(between) <= _LONGEST_UNIT and between.isalpha() and not between.isascii()


@VALUE.fact(
    "on_base", STRINGS, zh="只写按什么计、没有单位的数（3.5/株）", en="the numbers with a base and no unit (3.5/株)"
)
def on_base(row: RowView) -> tuple[str, ...]:
    return tuple(part.printed for part in row.value.parts if numbers_of(part) and _on_base(part))


def _on_base(part: Part) -> bool:
    """Return whether a number has a base and no unit, in the cell or in the unit's column."""
    return part.unit.startswith("/") or (bool(part.per) and not part.unit)


@VALUE.fact(
    "only_codes",
    BOOL,
    zh="是否除括号里的标准号外没有数字",
    en="whether it has no digits but those of a standard's code in brackets",
)
def only_codes(row: RowView) -> bool:
    return holds_only_codes(row.value.text)
