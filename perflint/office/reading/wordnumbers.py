"""The numbers that Word writes before paragraphs by itself (1. （一） ①): printed, but not part of any text."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from perflint.office.reading.wordtext import Element, W, paragraph_text

_DEEPEST: Final = 9
_LARGEST: Final = 100_000
_DIGITS: Final = "〇一二三四五六七八九"


class Level(Struct, frozen=True):
    """One level of a numbering: how its number is written, its pattern (`（%1）`), what it starts at, its separator."""

    written: str
    pattern: str
    start: int
    separator: str


class Numbering(Struct):
    """The numberings of a document and how far each has come; `levels` and `styled` go by the ids of the file.

    Lists of one kind count on from each other (`counters` names the common count), but for those that begin anew.
    """

    levels: Mapping[str, Mapping[int, Level]]
    counters: Mapping[str, str]
    styled: Mapping[str, tuple[str, int]]
    counts: dict[tuple[str, int], int]

    def text(self, paragraph: Element) -> str:
        """Return a paragraph's text with the number that is printed before it; paragraphs are given in their order."""
        text = paragraph_text(paragraph)
        label = self._label(paragraph)
        return label + text if text.strip() else text

    def _label(self, paragraph: Element) -> str:
        number, depth = self._numbered(paragraph)
        level = self.levels.get(number, {}).get(depth)
        if level is None:
            return ""
        counter = self.counters[number]
        self.counts[counter, depth] = self.counts.get((counter, depth), level.start - 1) + 1
        for deeper in range(depth + 1, _DEEPEST):
            self.counts.pop((counter, deeper), None)
        if level.written in {"bullet", "none"}:
            return ""
        label = level.pattern
        for upper in range(depth + 1):
            label = label.replace(f"%{upper + 1}", self._written(number, upper))
        return label + level.separator

    def _written(self, number: str, depth: int) -> str:
        level = self.levels[number].get(depth)
        if level is None:
            return ""
        return _WRITINGS.get(level.written, str)(
            min(self.counts.get((self.counters[number], depth), level.start), _LARGEST)
        )

    def _numbered(self, paragraph: Element) -> tuple[str, int]:
        """Return the numbering and the level of a paragraph, of its own or of its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return number_of(own)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styled.get("" if style is None else style.get(f"{W}val") or "", ("", 0))


def number_of(properties: Element) -> tuple[str, int]:
    """Return the numbering and the level that a `w:numPr` element names."""
    return _value(properties, "numId"), _whole(_value(properties, "ilvl"), 0)


def numbering_of(numbering: Element | None, styles: Element | None) -> Numbering:
    """Return the numberings of a document from the roots of its numbering and style parts."""
    kinds = {}
    for kind in () if numbering is None else numbering.iterchildren(f"{W}abstractNum"):
        kinds[kind.get(f"{W}abstractNumId")] = dict(_level(level) for level in kind.iterchildren(f"{W}lvl"))
    levels, counters = {}, {}
    for list_ in () if numbering is None else numbering.iterchildren(f"{W}num"):
        number, kind = list_.get(f"{W}numId") or "", _value(list_, "abstractNumId")
        levels[number] = kinds.get(kind, {})
        anew = list_.find(f"{W}lvlOverride/{W}startOverride") is not None
        counters[number] = f"list {number}" if anew else f"kind {kind}"
    styled = {}
    for style in () if styles is None else styles.iterchildren(f"{W}style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            styled[style.get(f"{W}styleId") or ""] = number_of(properties)
    return Numbering(levels, counters, styled, {})


def _level(level: Element) -> tuple[int, Level]:
    separator = " " if _value(level, "suff") == "space" else ""
    start = _whole(_value(level, "start"), 1)
    return _whole(level.get(f"{W}ilvl"), 0), Level(_value(level, "numFmt"), _value(level, "lvlText"), start, separator)


def _value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val") or "")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST)) else default


def _chinese(number: int) -> str:
    """Return a number in Chinese as headings count: 十, 十一, 二十; from a hundred on digit by digit."""
    if number >= 100:  # noqa: PLR2004  # no list of a form comes near
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)  # noqa: PLR2004  # Unicode circles twenty


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_WRITINGS: Final[Mapping[str, Callable[[int], str]]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}
