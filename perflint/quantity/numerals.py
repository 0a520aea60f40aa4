"""Numbers as written: Arabic with separators, Chinese, and the scales 十 to 亿."""

from decimal import Context, Decimal

from perflint.pattern import pattern

# Longer than any cell, so that no digit is ever rounded away.
EXACT = Context(prec=1_000_000, Emax=999_999_999, Emin=-999_999_999)

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_BLOCKS = {"万": 10**4, "亿": 10**8}
ARABIC = r"(?:[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
HAN = r"[〇零一二两三四五六七八九十百千半][〇零一二两三四五六七八九十百千万亿]*(?:点[〇零一二三四五六七八九]+)?"
SCALE = pattern(r"(?:十|百|千)?(?:万亿|万|亿)|[十百千]")


def tidy(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 20000.0 is 20000."""
    if number == number.to_integral_value(context=EXACT):
        return number.quantize(Decimal(1), context=EXACT)
    return number.normalize(EXACT)


def product(left: Decimal, right: Decimal) -> Decimal:
    """The exact product, tidy."""
    return tidy(EXACT.multiply(left, right))


def read_arabic(text: str) -> Decimal:
    """The number that digits with separators stand for."""
    return tidy(Decimal(text.replace(",", "").replace(" ", "")))


def read_scale(text: str) -> Decimal:
    """The factor of a scale word: 万 is 10000, 百万 a million; empty is 1."""
    factor = 1
    for char in text:
        factor *= _POWERS.get(char) or _BLOCKS[char]
    return Decimal(factor)


def read_han(text: str) -> Decimal | None:
    """The number that a Chinese numeral stands for (十二 12, 两千三百 2300, 一点五 1.5, 半 0.5); None if it is none."""
    if text == "半":
        return Decimal("0.5")
    whole, point, fraction = text.partition("点")
    if "半" in text or len(text) > 24:  # noqa: PLR2004  # longer runs are no number
        return None
    number = _read_whole(whole)
    if number is None or not point:
        return number
    return Decimal(f"{number}.{''.join(str(DIGITS[char]) for char in fraction)}")


def _read_whole(text: str) -> Decimal | None:
    if len(text) > 1 and all(char in DIGITS for char in text):
        # 二〇二三 is read digit by digit; 二三 (two or three) is not a number.
        return Decimal("".join(str(DIGITS[char]) for char in text)) if len(text) > 2 else None  # noqa: PLR2004
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in _POWERS:
            section += (digit or 1) * _POWERS[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * _BLOCKS[char]
            section = digit = 0
    return Decimal(total + section + digit)
