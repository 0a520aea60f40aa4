"""The comments of a Word document: new ones, and those that perflint wrote before."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from perflint.office.annotate.markup import Element, Markup, read_markup, typed, unreadable
from perflint.office.annotate.package import Package
from perflint.office.annotate.revising import signed
from perflint.office.annotate.wordmarks import Canvas
from perflint.office.reading.wordtext import W

MARK: Final = "perflint"  # the initials of its comments, whoever is named as their author
_SPACE: Final = W[1:-1]
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY: Final = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_SPACE}"></w:comments>'
RANGES: Final = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
Marks = tuple[str, str]


class Written(NamedTuple):
    """A comment to be written: its number and its lines."""

    number: int
    lines: tuple[str, ...]


def marks_of(canvas: Canvas, number: int) -> Marks:
    """Return the marks before and behind the characters that a comment is on."""
    word = canvas.word
    reference = f'<{word}r><{word}rPr><{word}sz {word}val="16"/></{word}rPr><{word}commentReference {word}id="{number}"/></{word}r>'
    return f'<{word}commentRangeStart {word}id="{number}"/>', f'<{word}commentRangeEnd {word}id="{number}"/>{reference}'


def prefix_of(element: Element) -> str:
    """Return the prefix of Word's elements in a part with its colon.

    Raises:
        Refused: the part has none for them; no office program writes such a one.
    """
    found = next((f"{prefix}:" for prefix, space in element.nsmap.items() if prefix and space == _SPACE), None)
    if found is None:
        raise unreadable()
    return found


def first_number(package: Package, main: str, document: Markup) -> int:
    """Return the first number from which on no comment has one."""
    taken = [int(one.get(f"{W}id") or 0) for one in document.root.iter(*RANGES) if _is_number(one.get(f"{W}id"))]
    place = package.target(main, "comments")
    if place is not None:
        every = read_markup(package.parts[place]).root.iter(f"{W}comment")
        taken += [int(one.get(f"{W}id") or 0) for one in every if _is_number(one.get(f"{W}id"))]
    return max(taken, default=-1) + 1


def _is_number(text: str | None) -> bool:
    return bool(text) and str(text).isascii() and str(text).isdigit() and len(str(text)) < 10  # noqa: PLR2004  # 32 bits


def write_comments(package: Package, main: str, comments: Sequence[Written], by: tuple[str, datetime]) -> None:
    """Put comments into the part that holds them, which is made where there is none."""
    place = package.target(main, "comments")
    if place is None:
        place = f"{main.rpartition('/')[0]}/comments.xml".lstrip("/")
        place = place if place not in package.parts else package.free_name(place.replace(".xml", "{}.xml"))
        package.put(place, _EMPTY.encode())
        package.declare(place, _KIND)
        package.relate(main, "comments", place)
    markup = read_markup(package.parts[place])
    word = prefix_of(markup.root)
    for comment in comments:
        markup.append(markup.root, _comment(word, comment, by))
    package.put(place, markup.text())


def _comment(word: str, comment: Written, by: tuple[str, datetime]) -> str:
    who = f'{word}id="{comment.number}" {signed(word, *by)}'
    lines = "".join(_line(word, number, line) for number, line in enumerate(comment.lines))
    return f'<{word}comment {who} {word}initials="{MARK}">{lines}</{word}comment>'


def _line(word: str, number: int, line: str) -> str:
    bold = f"<{word}b/>" if not number else ""
    size = f'<{word}sz {word}val="18"/><{word}szCs {word}val="18"/>'
    mark = f"<{word}r><{word}annotationRef/></{word}r>" if not number else ""
    layout = f'<{word}pPr><{word}spacing {word}before="0" {word}after="0"/><{word}ind {word}firstLine="0" {word}firstLineChars="0"/></{word}pPr>'
    text = f'<{word}t xml:space="preserve">{typed(line)}</{word}t>'
    return f"<{word}p>{layout}{mark}<{word}r><{word}rPr>{bold}{size}</{word}rPr>{text}</{word}r></{word}p>"
