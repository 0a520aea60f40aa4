"""The paragraphs and cells of a Word document by the place that an officer would name, and their characters."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Struct, field

from perflint.office.annotate.markup import Element
from perflint.office.reading.word import located
from perflint.office.reading.wordnumbers import numbering_of
from perflint.office.reading.wordtable import contents
from perflint.office.reading.wordtext import W, paragraph_pieces
from perflint.pattern import pattern

_ROW: Final = pattern(r"^(?:表\d+ 第\d+行|第\d+段)")
_TRACKED: Final = frozenset(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel", "cellMerge")
)  # fmt: skip


class Character(NamedTuple):
    """One character of a cell: the element that it stands in, None where Word prints it by itself, and which of its text."""

    char: str
    element: Element
    at: int


class WordPlace(Struct, frozen=True):
    """A cell or paragraph of a document and its paragraphs with the numbers that Word prints before them."""

    place: str
    element: Element
    paragraphs: tuple[Element, ...]
    labels: tuple[str, ...]

    @property
    def characters(self) -> tuple[Character, ...]:
        """The characters in order, as they are read."""
        return tuple(self._characters())

    def _characters(self) -> Iterator[Character]:
        for number, (paragraph, label) in enumerate(zip(self.paragraphs, self.labels, strict=True)):
            yield from (Character(char, None, 0) for char in ("\n" if number else "") + label)
            for text, element in paragraph_pieces(paragraph):
                yield from (Character(char, element, at) for at, char in enumerate(text))

    @property
    def is_open(self) -> bool:
        """Whether a comment can stand here: not in a text box, nor in a control that Word fills by itself."""
        above = [one.tag for one in self.element.iterancestors()]
        controls = (one for one in (self.element, *self.element.iterancestors()) if one.tag == f"{W}sdt")
        inner = self.element.iter(f"{W}sdt")
        bound = any(one.find(f"{W}sdtPr/{W}dataBinding") is not None for one in (*controls, *_around(inner)))
        return f"{W}txbxContent" not in above and not bound

    @property
    def is_tracked(self) -> bool:
        """Whether changes are tracked in it, or its row is one."""
        row = next(self.element.iterancestors(f"{W}tr"), None)
        marks = [] if row is None else [row.find(f"{W}trPr/{W}ins"), row.find(f"{W}trPr/{W}del")]
        wrapped = any(one.tag in _TRACKED for one in self.element.iterancestors())
        return (
            wrapped
            or any(mark is not None for mark in marks)
            or any(one.tag in _TRACKED for one in self.element.iter())
        )


def _around(controls: Iterator[Element]) -> Iterator[Element]:
    """Yield the controls that hold whole paragraphs: a comment can stand around one within a line."""
    return (one for one in controls if next(one.iter(f"{W}p"), None) is not None)


class WordPlaces(Struct):
    """All places of a document in order."""

    known: dict[str, WordPlace]
    order: list[str] = field(default_factory=list)

    def open_at(self, place: str) -> WordPlace | None:
        """Return where a comment on a place can stand: there, or at the next thing before it that can bear one."""
        number = self.order.index(place) if place in self.known else -1
        return next((one for at in range(number, -1, -1) if (one := self.known[self.order[at]]).is_open), None)

    def beside(self, place: str) -> WordPlace | None:
        """Return the filled cell before a blank one in its row, None where there is none."""
        number = self.order.index(place) if place in self.known else 0
        row = _ROW.match(place)
        before = (self.known[self.order[at]] for at in range(number - 1, -1, -1))
        near = (one for one in before if row and one.place.startswith(f"{row[0]}第") and one.is_open)
        return next((one for one in near if any(char.char.strip() for char in one.characters)), None)

    def first(self) -> WordPlace | None:
        """Return the first place that can bear a comment, one with text if there is one."""
        every = [one for one in self.known.values() if one.is_open]
        return next(
            (one for one in every if any(char.char.strip() for char in one.characters)), next(iter(every), None)
        )


def word_places(root: Element, numbering: Element | None, styles: Element | None) -> WordPlaces:
    """Return the places of a document from the roots of its main part, its numbering and its styles.

    Raises:
        Unopened: a table covers more than can be read.
    """
    numbers = numbering_of(numbering, styles)
    labels: dict[Element, str] = {}

    def read(paragraph: Element) -> str:
        text = numbers.text(paragraph)
        own = "".join(piece for piece, _ in paragraph_pieces(paragraph))
        if len(text) > len(own):
            labels[paragraph] = text[: len(text) - len(own)]
        return text

    body = next(root.iterchildren(f"{W}body"), None)
    known: dict[str, WordPlace] = {}
    for place, element in () if body is None else list(located(body, read)):
        if place not in known:
            inner = (
                (element,) if element.tag == f"{W}p" else tuple(one for one in contents(element) if one.tag == f"{W}p")
            )
            known[place] = WordPlace(place, element, inner, tuple(labels.get(one, "") for one in inner))
    return WordPlaces(known, list(known))
