"""Facts about how the number of a target is written: in Chinese numerals, with idle decimals, as a fraction of 1."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Approx, Kind, Part
from perflint.typography import fold

_HAN = pattern(r"[零〇一二两三四五六七八九十百千]")
_RUN = pattern(r"[零〇一二两三四五六七八九十百千]+")
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION, Kind.COMPOUND})
_PERCENT = "百分之"
_BROKEN = pattern(r"分之|成|半|翻|点")
_LISTED = pattern(r"[一二三四五六七八九十]、[一二三四五六七八九十]")  # grades one after the other: 一、二类
_IDLE = pattern(r"[0-9]\.0+$")
_FINE = pattern(r"\.[0-9]{3,}$")
_LONGEST = 9  # characters: 九千九百九十九 is the longest run that is read here
_ONE = Decimal(1)
_LEAST = Decimal("0.5")
_MOVES = pattern(r"增长|提升|提高|增幅|上升|增加|下降|降低|减少|压减|节约|节能|贡献|改善|拉动")  # may well be below 1 %
_SHARES = frozenset({"比例", "比率", "占比", "比值", "率"})


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
    if _BROKEN.search(part.printed) or _LISTED.search(row.value.text):
        return True
    return any(word in row.value.text for word in words if part.number in word)


@VALUE.fact("in_han", BOOL, zh="数量是否用汉字数字书写", en="whether a quantity is written in Chinese numerals")
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
    return text if text != row.value.text and _alike(row, text) else ""


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
    "idle_decimals",
    BOOL,
    zh="小数位是否全为零，或百分数多于两位小数",
    en="whether all decimals are zero, or a percentage has more than two",
)
def idle_decimals(row: RowView) -> bool:
    if "." not in row.value.text and "．" not in row.value.text:  # the full-width point
        return False
    return any(
        _IDLE.search(part.number) or (part.unit == "%" and _FINE.search(part.number)) for part in row.value.parts
    )


@VALUE.fact(
    "percent_as_decimal",
    BOOL,
    zh="比率是否写成0到1之间的小数，没有%",
    en="whether a rate is written as a number up to 1 without %",
)
def percent_as_decimal(row: RowView) -> bool:
    value, part = row.value, row.value.first
    if value.kind is not Kind.NUMERIC or len(value.parts) != 1 or value.residue or part.per:
        return False
    if part.label or not row.rate_by_name or _MOVES.search(row.name):
        return False
    number = part.low if part.low is not None else part.high
    if not isinstance(number, Decimal) or not 0 < number <= _ONE:
        return False
    if part.unit in _SHARES:
        return True
    if row.filled("unit"):  # 1 with the unit % may be meant; 0.95 % of a good thing is not
        return part.unit == "%" and _LEAST <= number < _ONE and "%" not in fold(row.value.text)
    return not part.unit or (part.unit == "%" and _LEAST <= number < _ONE)  # 0.95% is as odd in one cell as in two


@VALUE.fact("as_percent", STRING, zh="乘以100、加上%后的指标值", en="the value times 100 with %")
def as_percent(row: RowView) -> str:
    part = row.value.first
    number = part.low if part.low is not None else part.high
    if not isinstance(number, Decimal) or row.value.text.count(part.printed) != 1:
        return ""
    unit = "" if row.filled("unit") and not part.printed.endswith(("%", "％")) else "%"
    return row.value.text.replace(part.printed, f"{(number * 100).normalize():f}{unit}")
