"""Where the marks of comments and changes go in a Word document: between runs, or around what cannot be taken apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct, field

from perflint.office.annotate.markup import Element, Markup
from perflint.office.annotate.wordplaces import Character, WordPlace
from perflint.office.annotate.wordruns import Run, run_of, written
from perflint.office.reading.wordtext import W14, W

AFTER_CHANGE, END, START, BEFORE_CHANGE = range(4)
_PASSED: Final = frozenset(
    f"{W}{name}" for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent")
)
# Content controls that hold no text of their own making: a comment stands around them.
_FILLED: Final = tuple(
    [f"{W}{name}" for name in ("dataBinding", "text", "dropDownList", "comboBox", "date", "picture", "docPartObj",
                               "docPartList", "equation", "citation", "bibliography", "group")]
    + [f"{W14}checkbox"]
)  # fmt: skip


class Canvas(Struct):
    """A document's main part with the runs that were taken apart.

    `word` is the prefix of Word's elements with its colon, `numbers` are those that no tracked change has yet.
    """

    markup: Markup
    word: str
    numbers: Iterator[int]
    runs: dict[Element, Run] = field(default_factory=dict)

    def run(self, element: Element) -> Run:
        """Return a run taken apart, the same each time."""
        if element not in self.runs:
            self.runs[element] = run_of(self.markup, element)
        return self.runs[element]

    def mark_start(self, character: Character, text: str) -> None:
        """Put a mark before a character."""
        run, host = host_of(character)
        if run is None:
            self.markup.before(host, text)
        else:
            taken = self.run(run)
            taken.mark(taken.piece_of(host, character.at), START, text)

    def mark_end(self, character: Character, text: str) -> None:
        """Put a mark behind a character."""
        run, host = host_of(character)
        if run is None:
            self.markup.behind(host, text)
        else:
            taken = self.run(run)
            taken.mark(taken.piece_of(host, character.at) + 1, END, text)

    def mark_blank(self, paragraph: Element, text: str) -> None:
        """Put a mark at the beginning of a paragraph."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            self.markup.prepend(paragraph, text)
        else:
            self.markup.behind(properties, text)

    def text(self) -> bytes:
        """Return the part with all marks."""
        for element, run in self.runs.items():
            self.markup.replace(element, written(self.markup, run, self.word, self.numbers))
        return self.markup.text()


def host_of(character: Character) -> tuple[Element | None, Element]:
    """Return the run that a character can be marked in and its child that holds it; or None and what a mark stands around."""
    element = character.element
    path = [element]
    while path[-1].tag != f"{W}p":
        path.append(path[-1].getparent())
    inner = path[:-1]
    at = next((number for number, one in enumerate(inner) if one.tag == f"{W}r"), None)
    blocked = [one for one in inner[0 if at is None else at + 1 :] if not _lets_pass(one)]
    if blocked:
        return None, blocked[-1]
    if at is None:
        return None, inner[-1]
    return inner[at], inner[at - 1] if at else inner[at]


def _lets_pass(element: Element) -> bool:
    if element.tag == f"{W}sdt":
        properties = element.find(f"{W}sdtPr")
        return properties is None or not any(properties.find(tag) is not None for tag in _FILLED)
    return element.tag in _PASSED


def anchored(canvas: Canvas, place: WordPlace, span: tuple[int, int] | None, marks: tuple[str, str]) -> None:
    """Put the marks of a range around characters of a place, around all of it for None."""
    characters = place.characters
    chosen = characters if span is None else characters[slice(*span)]
    typed = _typed(chosen) or _typed(characters)
    if typed:
        canvas.mark_start(typed[0], marks[0])
        canvas.mark_end(typed[-1], marks[1])
    elif place.paragraphs:
        canvas.mark_blank(place.paragraphs[0], "".join(marks))


def _typed(characters: Sequence[Character]) -> list[Character]:
    """Return the characters that stand in the file, without blanks at both ends where there is anything else."""
    found = [one for one in characters if one.element is not None]
    filled = [number for number, one in enumerate(found) if one.char.strip()]
    return found[filled[0] : filled[-1] + 1] if filled else found
