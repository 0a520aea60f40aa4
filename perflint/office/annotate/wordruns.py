"""A run of a Word document taken apart at characters, so that marks of comments and changes stand between its pieces."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from perflint.office.annotate.markup import Element, Markup
from perflint.office.reading.wordtext import W

_TOKEN: Final = re.compile(r"&[^;]{1,12};|\r\n|[\s\S]")
_KEPT: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(Struct, frozen=True):
    """A piece of a run as it is typed: one character of a text, or something else whole; and the element it is of."""

    raw: str
    element: Element
    is_character: bool


class Mark(Struct, frozen=True):
    """Something that stands before a piece of a run; marks at one place stand by their order, then as they came."""

    order: int
    text: str


class Run(Struct):
    """A run with the marks that are to stand in it and the pieces that are to be struck, by the number of the piece."""

    element: Element
    pieces: list[Piece]
    first: dict[Element, int]
    marks: dict[int, list[Mark]] = field(default_factory=dict)
    struck: dict[int, str] = field(default_factory=dict)

    def piece_of(self, element: Element, at: int) -> int:
        """Return the number of the piece that holds a character of an element of the run."""
        start = self.first[element]
        return start + (at if self.pieces[start].is_character else 0)

    def mark(self, piece: int, order: int, text: str) -> None:
        """Let a text stand before a piece (behind the last one for their number)."""
        self.marks.setdefault(piece, []).append(Mark(order, text))

    def strike(self, pieces: range, attributes: str) -> None:
        """Mark pieces as a tracked deletion with the attributes of its element but for the number."""
        self.struck.update(dict.fromkeys(pieces, attributes))


def run_of(markup: Markup, element: Element) -> Run:
    """Return a run taken apart."""
    run = Run(element, [], {})
    for child in element.iterchildren("*"):
        if child.tag != f"{W}rPr":
            run.first[child] = len(run.pieces)
            run.pieces.extend(_pieces(markup, child))
    return run


def _pieces(markup: Markup, child: Element) -> list[Piece]:
    text, raw = child.text or "", markup.content(child)
    tokens = _TOKEN.findall(raw)
    loose = child.get(_KEPT) != "preserve" and text != text.strip()
    if child.tag != f"{W}t" or "<" in raw or len(tokens) != len(text) or not text or loose:
        return [Piece(markup.raw(child), child, is_character=False)]
    return [Piece(token, child, is_character=True) for token in tokens]


def written(markup: Markup, run: Run, word: str, numbers: Iterator[int]) -> str:
    """Return a run with its marks; `word` is the prefix of Word's own elements, `numbers` are free for deletions."""
    cuts = sorted({0, len(run.pieces), *run.marks, *_edges(run)})
    out = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        out += [mark.text for mark in sorted(run.marks.get(start, ()), key=lambda mark: mark.order)]
        if end is not None and end > start:
            segment = _segment(markup, run, range(start, end), word)
            struck = run.struck.get(start)
            out.append(
                segment if struck is None else f'<{word}del {word}id="{next(numbers)}" {struck}>{segment}</{word}del>'
            )
    return "".join(out)


def _edges(run: Run) -> set[int]:
    return {at for at in range(len(run.pieces) + 1) if run.struck.get(at) != run.struck.get(at - 1)}


def _segment(markup: Markup, run: Run, pieces: range, word: str) -> str:
    """Return some pieces of a run as a run of their own."""
    struck = run.struck.get(pieces.start)
    if struck is None and len(pieces) == len(run.pieces):
        return markup.raw(run.element)
    inner = f"{markup.opening(run.element)}>{properties_of(markup, run.element)}{_content(run, pieces, word, struck)}"
    return f"{inner}</{_name(markup, run.element)}>"


def _content(run: Run, pieces: range, word: str, struck: str | None) -> str:
    tag = f"{word}t" if struck is None else f"{word}delText"
    out, open_ = [], None
    for number in pieces:
        piece = run.pieces[number]
        now = piece.element if piece.is_character else None
        if open_ is not None and now is not open_:
            out.append(f"</{tag}>")
        if now is not None and now is not open_:
            out.append(f'<{tag} xml:space="preserve">')
        out.append(piece.raw)
        open_ = now
    return "".join(out) + (f"</{tag}>" if open_ is not None else "")


def properties_of(markup: Markup, run: Element) -> str:
    """Return the properties of a run as they are typed, "" where it has none."""
    properties = run.find(f"{W}rPr")
    return "" if properties is None else markup.raw(properties)


def _name(markup: Markup, element: Element) -> str:
    return markup.opening(element)[1:].split(None, 1)[0]
