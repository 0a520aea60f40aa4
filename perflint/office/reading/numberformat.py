"""A number of a spreadsheet as its number format shows it: 1 under `0%` is 100%, 5 under `0.00` is 5.00."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from re import Match
from typing import Final, NamedTuple

from perflint.pattern import pattern

# Formats that a Chinese Office knows by number alone (ECMA-376, 18.8.30, zh-cn); the libraries know the western ones.
CHINESE_FORMATS: Final = {
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_BRACKETS = pattern(r"\[[^\]]*\]")
_CONDITION = pattern(r"\[[<>=]")
_TOKEN = pattern(
    r'"([^"]*)"|[\\!](.)|_.|\*.|(General|G/通用格式)|([#0?.,%]+(?:E[+-]0+)?)|(.)', 16 | 2
)  # the dot also takes line ends; in any case
_GENERAL_MARK = "G"  # the digits of General within a format that adds text to them
_FIXED = "\0"  # stands before a character amid the digits that is text
_GENERAL_DIGITS = 11
_EXACT_DIGITS = 15


class _Section(NamedTuple):
    """One section of a number format: what stands before and after the digits, how these are shown, how many %."""

    before: str
    digits: str
    after: str
    percents: int


def shown(number: float, code: str) -> str:
    """Return a number as a number format shows it; a format that cannot be followed shows it plain."""
    value = Decimal(repr(number))
    if not value.is_finite():
        return str(number)
    sections = _sections(code)
    if not sections:
        return plain(value)
    return (_in_section(value, sections) or plain(value)).strip()


def _in_section(value: Decimal, sections: "tuple[_Section, ...]") -> str:
    """Return a number in the section for its sign, "" where that section cannot be followed."""
    section = sections[0]
    negative = value < 0
    if negative and len(sections) > 1:
        section, value, negative = sections[1], -value, False
    elif not value and len(sections) > 2:  # noqa: PLR2004  # positive; negative; zero
        section = sections[2]
    if not section.digits:
        return section.before
    return f"{'-' if negative else ''}{section.before}{_digits(abs(value), section)}{section.after}"


def plain(value: Decimal) -> str:
    """Return a number as the format General shows it: as many digits as matter, no zeros at the end."""
    if not value:
        return "0"
    exponent = value.adjusted()
    places = max(0, _GENERAL_DIGITS - 1 - max(exponent, 0))
    if exponent >= _GENERAL_DIGITS or exponent < -_GENERAL_DIGITS:
        return str(+value) if value != value.to_integral_value() else f"{value:f}"
    return _trimmed(f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}")


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the sections of a format; none for General, text and what cannot be followed."""
    if _CONDITION.search(code):
        return ()
    bare = _BRACKETS.sub(_currency, code)
    if bare.strip().lower() in {"general", "@", "g/通用格式", ""}:
        return ()
    sections = [_section(part) for part in _split(bare)[:3]]
    return tuple(section for section in sections if section) if all(sections) else ()


def _currency(found: Match[str]) -> str:
    """Return the sign that a bracket names: [$¥-804] is ¥; colours and languages show nothing."""
    inside = found[0][1:-1]
    sign = inside[1:].partition("-")[0] if inside.startswith("$") else ""
    return f'"{sign}"' if sign else ""


def _split(code: str) -> list[str]:
    """Return the parts between semicolons that stand outside quotes."""
    parts, quoted = [""], False
    for character in code:
        quoted ^= character == '"'
        if character == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _section(part: str) -> _Section | None:
    """Return one section; None where it cannot be followed (fractions, General and digits in one)."""
    before, digits, after, percents = "", "", "", 0
    for found in _TOKEN.finditer(part):
        literal = found[1] or found[2] or (found[5] if found[5] not in {None, "@"} else "") or ""
        signs = (found[4] or "").count("%")
        more = _GENERAL_MARK if found[3] else (found[4] or "").replace("%", "")
        if more and after:  # text amid the digits: 0!.0, shows 12345 as 1.2
            if "/" in after or _GENERAL_MARK in digits + more:
                return None
            digits, after = digits + "".join(_FIXED + one for one in after), ""
        digits += more
        percents += signs
        if digits:
            after += "%" * signs + literal
        else:
            before += "%" * signs + literal
    return _Section(before, digits if digits.strip("?") else "", after, percents)


def _digits(value: Decimal, section: _Section) -> str:
    if section.digits == _GENERAL_MARK:
        return plain(value)
    code = section.digits.rstrip(",")
    if "E" in code:
        return f"{float(value):.{code.partition('E')[0].partition('.')[2].count('0')}E}"
    whole, _, decimals = _cut(code)
    value = value.scaleb(2 * section.percents - 3 * (len(section.digits) - len(code)))
    wanted = sum(character in "0#?" for character in decimals)
    needed = sum(character == "0" for character in decimals)
    text = f"{_rounded(value, wanted):{',' if ',' in whole else ''}f}"
    if wanted > needed:
        kept = text[: len(text) - (wanted - needed)]
        text = kept + text[len(kept) :].rstrip("0")
    head, dot, tail = text.partition(".")
    return _filled(head, whole) + (dot + tail if tail else "")


def _cut(code: str) -> tuple[str, str, str]:
    """Return what stands before and after the decimal point of a format; a point that is only text is none."""
    for at, character in enumerate(code):
        if character == "." and code[at - 1 : at] != _FIXED:
            return code[:at], ".", code[at + 1 :].replace(_FIXED, "")
    return code, "", ""


def _filled(digits: str, whole: str) -> str:
    """Return digits in the places of a format from the right, with the text that stands amid the places."""
    if _FIXED not in whole:
        return digits.rjust(whole.count("0"), "0")
    left, shown_, at = list(digits.replace(",", "")), "", len(whole) - 1
    while at >= 0:
        if whole[at - 1 : at] == _FIXED:
            shown_, at = whole[at] + shown_, at - 1
        elif whole[at] in "0#?":
            shown_ = (left.pop() if left else "0" if whole[at] == "0" else "") + shown_
        at -= 1
    return "".join(left) + shown_


def _rounded(value: Decimal, places: int) -> Decimal:
    """Return a number rounded as spreadsheets do: half away from zero, after its fifteenth digit is rounded."""
    exact = max(places, min(_EXACT_DIGITS - 1 - value.adjusted(), 30)) if value else places
    value = value.quantize(Decimal(1).scaleb(-exact), ROUND_HALF_UP) if value.adjusted() < _EXACT_DIGITS else value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if value.adjusted() + places < 27 else value  # noqa: PLR2004  # the precision of decimal
