"""Facts about how the number of a target is written: in Chinese numerals, with idle decimals, as a fraction of 1."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.quantity import Approx, Kind, Part

_HAN = pattern(r"[零〇一二两三四五六七八九十百千]")
_RUN = pattern(r"[零〇一二两三四五六七八九十百千]+")
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION, Kind.COMPOUND})
_PERCENT = "百分之"
_BROKEN = pattern(r"分之|成|半|翻|点")
_LISTED = pattern(r"[一二三四五六七八九十]、[一二三四五六七八九十]")  # grades one after the other: 一、二类
# Set phrases: 一户一档, 一县一品, 三个一批, 三类水, 一等奖, 二期工程.
_SET_PHRASE = pattern(r"一[^一\d次]{1,2}一|[一二三四五六七八九十两]个一|[一二三四五六七][类等型期]")
_DECIMALS = pattern(r"(?<=[0-9])\.([0-9]+)$")
_LONGEST = 9  # characters: 九千九百九十九 is the longest run that is read here


def _arabic(run: str) -> str:
    """Return a Chinese numeral below 10 000 in digits, "" if it is none (二三 is no number)."""
    total, digit = 0, -1
    for char in run:
        if char in _POWERS:
            total += (1 if digit < 0 else digit) * _POWERS[char]
            digit = -1
        elif digit > 0:
            return ""
        else:
            digit = _DIGITS[char]
    return str(total + max(digit, 0)) if len(run) <= _LONGEST else ""


def _han_parts(row: RowView) -> tuple[Part, ...]:
    """Return the parts whose number is written in Chinese numerals, fixed words and fractions apart."""
    value = row.value
    if value.kind not in _WRITTEN or not _HAN.search(value.text):
        return ()
    return tuple(
        part
        for part in value.parts
        if part.number and _HAN.match(part.number) and part.approx is not Approx.VAGUE and not _fixed(row, part)
    )


def _fixed(row: RowView, part: Part) -> bool:
    if part.printed.startswith(_PERCENT):
        return False
    words = row.scope.knowledge.lexicon.words("value_words.chinese_numeral_exclude")
    if _BROKEN.search(part.printed) or _LISTED.search(row.value.text) or _SET_PHRASE.search(row.value.text):
        return True
    return any(word in row.value.text for word in words if part.number in word)


@VALUE.fact(
    "in_han",
    BOOL,
    zh="数量是否用汉字数字书写（一次性、二级、三分之二一类的词和约数不算）",
    en="whether a quantity is written in Chinese numerals; set words (一次性, 二级), fractions and rough numbers are none",
)
def in_han(row: RowView) -> bool:
    return bool(_han_parts(row))


@VALUE.fact(
    "in_digits",
    STRING,
    zh="改用阿拉伯数字后的指标值，无法确定时为空",
    en="the value with Arabic digits, empty if that is not clear",
)
def in_digits(row: RowView) -> str:
    text = row.value.text
    for part in sorted(_han_parts(row), key=lambda part: part.start, reverse=True):
        at = text.find(part.printed, part.start)
        plain = _digits_of(part)
        if at < 0 or not plain:
            return ""
        text = text[:at] + plain + text[at + len(part.printed) :]
    return text if text != row.value.text and _alike(row, text) and not _HAN.search(text) else ""


def _digits_of(part: Part) -> str:
    """Return a quantity as printed, with digits: 百分之九十五 is 95%."""
    head = part.printed
    if head.startswith(_PERCENT):
        found = _arabic(head.removeprefix(_PERCENT))
        return f"{found}%" if found else ""
    runs = _RUN.findall(part.printed)
    return _RUN.sub(lambda found: _arabic(found[0]), head) if all(map(_arabic, runs)) else ""


def _alike(row: RowView, text: str) -> bool:
    """Return whether another text of the cell is read as the same quantities: the proof that a fix keeps the meaning."""
    old, new = row.read("value").parts, row.scope.knowledge.reader.read(text).parts
    return [(part.low, part.high, part.op, part.unit) for part in old] == [
        (part.low, part.high, part.op, part.unit) for part in new
    ]


@VALUE.fact(
    "zero_decimals",
    INT,
    zh="小数位全是零的数有几位小数（2.00 为 2），没有为 0",
    en="how many decimals a number has that are all zeros (2 in 2.00), 0 if there is none",
)
def zero_decimals(row: RowView) -> int:
    return max((len(places) for part in row.value.parts if not (places := _decimals(part)).strip("0")), default=0)


@VALUE.fact("percent_decimals", INT, zh="百分数至多有几位小数", en="how many decimals a percentage has at most")
def percent_decimals(row: RowView) -> int:
    return max((len(_decimals(part)) for part in row.value.parts if part.unit == "%"), default=0)


def _decimals(part: Part) -> str:
    """Return the digits behind the point of a number as typed."""
    found = _DECIMALS.search(part.number)
    return found[1] if found else ""


@VALUE.fact("as_percent", STRING, zh="乘以100、加上%后的指标值", en="the value times 100 with %")
def as_percent(row: RowView) -> str:
    part = row.value.first
    number = part.low if part.low is not None else part.high
    if not isinstance(number, Decimal) or row.value.text.count(part.printed) != 1:
        return ""
    unit = "" if row.filled("unit") and not part.printed.endswith(("%", "％")) else "%"
    return row.value.text.replace(part.printed, f"{(number * 100).normalize():f}{unit}")
