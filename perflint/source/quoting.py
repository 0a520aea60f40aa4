"""Plain and quoted scalars read again character by character, each with the place where it was typed."""

import re
from collections.abc import Iterator

from perflint.pattern import pattern

# A character of the value and the span of what was typed for it.
Piece = tuple[str, int, int]

_BREAK = "\r\n\x85\u2028\u2029"
# A run of blanks is taken whole, with or without a line end in it, so that no run is looked at twice.
_FOLD = rf"(?P<fold>[{_BREAK}][ \t{_BREAK}]*|[ \t]+(?:[{_BREAK}][ \t{_BREAK}]*)?)"
_PLAIN = pattern(rf"{_FOLD}|(?P<run>[^ \t{_BREAK}]+)")
_SINGLE = pattern(rf"{_FOLD}|(?P<escape>'')|(?P<run>[^ \t{_BREAK}']+)")
_DOUBLE = pattern(
    rf"{_FOLD}|(?P<joined>\\(?:\r\n|[{_BREAK}])[ \t{_BREAK}]*)"
    r"|(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^xuU]))"
    rf"|(?P<run>[^ \t{_BREAK}\\]+)"
)
_LINE_END = pattern(rf"\r\n|[{_BREAK}]")
# YAML 1.1, section 5.6 (escape codes of double-quoted scalars).
_ESCAPES = dict(
    zip(
        '0abt\tnvfre "/\\N_LP',
        '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029',
        strict=True,
    )
)


def unfold_plain(typed: str) -> list[Piece]:
    """The characters of a plain scalar, with line ends folded."""
    return list(_pieces(_PLAIN, typed, 0, len(typed)))


def unfold_quoted(typed: str, quote: str) -> list[Piece]:
    """The characters of a quoted scalar, with escapes read and line ends folded."""
    return list(_pieces(_SINGLE if quote == "'" else _DOUBLE, typed, 1, len(typed) - 1))


def _pieces(tokens: re.Pattern[str], typed: str, start: int, end: int) -> Iterator[Piece]:
    for token in tokens.finditer(typed, start, end):
        first, last = token.span()
        if token.lastgroup == "escape":
            yield _escaped(token.group()), first, last
        elif token.lastgroup == "joined":
            breaks = _LINE_END.findall(token.group())
            yield from (("\n", first, last) for _ in breaks[1:])
        elif token.lastgroup == "fold" and (breaks := _LINE_END.findall(token.group())):
            folded = "\n" * (len(breaks) - 1) or " "
            yield from ((character, first, last) for character in folded)
        else:
            yield from ((typed[place], place, place + 1) for place in range(first, last))


def _escaped(typed: str) -> str:
    sign, digits = typed[1], typed[2:]
    if digits:
        return chr(min(int(digits, 16), 0x10FFFF))
    return _ESCAPES.get(sign, sign) if typed[0] == "\\" else sign
