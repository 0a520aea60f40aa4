"""Check boxes in the text of a cell: the options and which of them are ticked."""

from typing import TYPE_CHECKING, NamedTuple

from perflint.office.recognition.wording import NUMBER
from perflint.pattern import pattern
from perflint.typography import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

# Ticked and open boxes as Word, the web and converters write them; R, T and the tick are the box of the Wingdings 2 font.
_MARK = pattern(
    r"<input[^<>]{0,80}>|\[[xX√✓vV]\]|\[ \]|[☑☒✓✔√■◼●🗹]|[□☐◻○◯\u00a8\u25a2]|(?:(?<=^)|(?<=\s))R(?=[\u4e00-\u9fff])"
)
_OPEN = frozenset("□☐◻○◯\u00a8\u25a2")


class Option(NamedTuple):
    """An option as printed, and whether its box is ticked."""

    text: str
    ticked: bool


# The character for a mouth, typed for an open box: alone before or behind an option.
_MOUTH = pattern(r"(?:^|(?<=[\s:：、,，]))口(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])口(?=$|[\s、,，(（])")
# The letter that a box of Wingdings 2 is where its font is lost: alone behind an option.
_LETTER = pattern(r"(?<=[\u4e00-\u9fff)）] )R(?=\s|$)|(?<=[\u4e00-\u9fff)）])R(?=\s|$)")
_FEWEST = 2


def has_boxes(text: str) -> bool:
    """Return whether a text has check boxes."""
    return _MARK.search(_drawn(text)) is not None


def _drawn(text: str) -> str:
    """Return a text with the mouths that stand for boxes as boxes: beside another box, or where there are several."""
    if _LETTER.search(text) and _MARK.search(text):
        text = _LETTER.sub("☑", text)
    mouths = len(_MOUTH.findall(text))
    return _MOUTH.sub("□", text) if mouths and (mouths >= _FEWEST or _MARK.search(text)) else text


def read_boxes(text: str) -> list[Option]:
    """Return the options of a text; marks stand before their options, or behind them where the text begins with one."""
    text = _drawn(text)
    marks = list(_MARK.finditer(text))
    if not marks:
        return []
    starts = [mark.end() for mark in marks]
    if text[: marks[0].start()].strip() and not text[marks[-1].end() :].strip():
        ends = [0, *starts[:-1]]
        return _named((text[begin : mark.start()], mark) for begin, mark in zip(ends, marks, strict=True))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return _named((text[mark.end() : end], mark) for mark, end in zip(marks, ends, strict=True))


def _named(found: "Iterable[tuple[str, re.Match[str]]]") -> list[Option]:
    options = []
    for text, mark in found:
        name = NUMBER.sub("", fold(text).strip(",;、。()"))
        if name:
            options.append(Option(name, _is_ticked(mark)))
    return options


def _is_ticked(mark: "re.Match[str]") -> bool:
    typed = mark.group()
    if typed.startswith("<"):
        return "checked=" in typed.replace(" ", "") or "checked " in typed
    return typed not in _OPEN and typed != "[ ]"
