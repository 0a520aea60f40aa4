"""Fixes as tracked changes of a Word document: one a fix, all of its cells or none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct, field

from perflint.judge import Fix
from perflint.judge.finding import Change
from perflint.judge.rule import Safety
from perflint.office.annotate.markup import Element, quoted, typed
from perflint.office.annotate.origins import Origins
from perflint.office.annotate.wordmarks import AFTER_CHANGE, BEFORE_CHANGE, Canvas, host_of
from perflint.office.annotate.wordplaces import Character, WordPlace, WordPlaces
from perflint.office.annotate.wordruns import properties_of
from perflint.office.reading.wordtext import W

_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


class Cut(NamedTuple):
    """What a change does to a cell: the characters struck, the text put in behind them, and the one it is formatted like."""

    place: str
    struck: tuple[Character, ...]
    text: str
    like: Character
    behind: bool


class Cannot(Exception):  # noqa: N818  # said of a change
    """A change that is not written; `why` is a key of the reasons."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Reviser(Struct):
    """Writes tracked changes; keeps which cells hold one by now."""

    canvas: Canvas
    origins: Origins
    places: WordPlaces
    author: str
    moment: datetime
    may_change: bool
    used: set[str] = field(default_factory=set)

    def revise(self, fix: Fix) -> tuple[Cut, ...]:
        """Write a fix as tracked changes and return what it does, cell by cell.

        Raises:
            Cannot: a cell of it cannot be changed; none was.
        """
        if not self.may_change:
            raise Cannot("protected")
        changed = {change.pointer for change in fix.changes}
        cuts = [self._cut(change, changed) for change in fix.changes]
        by_place = {cut.place: cut for cut in cuts}
        for cut in by_place.values():
            self._write(cut)
        self.used.update(by_place)
        return tuple(by_place.values())

    def _cut(self, change: Change, changed: set[str]) -> Cut:
        spot = self.origins.cell(change.pointer)
        place = self.places.known.get(spot.place) if spot else None
        if spot is None or place is None or change.key or spot.text.rstrip("\n") != change.before.rstrip("\n"):
            raise Cannot("unlike")
        if spot.place in self.used:
            raise Cannot("again")
        if place.is_tracked:
            raise Cannot("tracked")
        if spot.alike > 1 and not self.origins.sharing(change.pointer) <= changed:
            raise Cannot("shared")
        return _cut_in(place, change.before.rstrip("\n"), change.text.rstrip("\n"))

    def _write(self, cut: Cut) -> None:
        for number, struck in self._by_run(cut.struck):
            self.canvas.run(number).strike(struck, signed(self.canvas.word, self.author, self.moment))
        run, host = host_of(cut.like)
        if cut.text and run is not None:
            taken = self.canvas.run(run)
            piece = taken.piece_of(host, cut.like.at) + cut.behind
            taken.mark(piece, AFTER_CHANGE if cut.behind else BEFORE_CHANGE, self._inserted(run, cut.text))

    def _by_run(self, struck: Sequence[Character]) -> Iterator[tuple[Element, range]]:
        pieces: dict[Element, list[int]] = {}
        for one in struck:
            run, host = host_of(one)
            if run is not None:
                pieces.setdefault(run, []).append(self.canvas.run(run).piece_of(host, one.at))
        for run, numbers in pieces.items():
            yield run, range(numbers[0], numbers[-1] + 1)

    def _inserted(self, run: Element, text: str) -> str:
        word, markup = self.canvas.word, self.canvas.markup
        who = f'{word}id="{next(self.canvas.numbers)}" {signed(word, self.author, self.moment)}'
        lines = f"<{word}br/>".join(
            f'<{word}t xml:space="preserve">{typed(line)}</{word}t>' for line in text.split("\n")
        )
        return f"<{word}ins {who}><{word}r>{properties_of(markup, run)}{lines}</{word}r></{word}ins>"


def signed(word: str, author: str, moment: datetime) -> str:
    """Return the attributes that say who made a comment or a tracked change, and when (in local time, as Word has it)."""
    return f'{word}author="{quoted(author)}" {word}date="{moment:%Y-%m-%dT%H:%M:%SZ}"'


def is_proposed(fix: Fix | None) -> bool:
    """Return whether a fix is one that may be written: not one that is only shown."""
    return fix is not None and fix.safety is not Safety.DISPLAY and bool(fix.changes)


def _cut_in(place: WordPlace, before: str, after: str) -> Cut:
    characters = place.characters
    text = "".join(one.char for one in characters)
    if text.count(before) != 1 or not before:
        raise Cannot("unlike")
    first, last, new = _difference(before, after)
    start = text.index(before)
    struck = characters[start + first : start + last]
    behind = first < last or first > 0
    like = struck[-1] if struck else characters[start + first - (1 if behind else 0)]
    if any(one.element is None for one in (*struck, like)) or {_paragraph(one.element) for one in struck} - {
        _paragraph(like.element)
    }:
        raise Cannot("unlike")
    made = _made_by_word(_paragraph(like.element))
    if any(not _is_plain(one, made) for one in (*struck, like)):
        raise Cannot("field")
    return Cut(place.place, struck, new, like, behind)


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """Return the one piece in which two texts differ: from where to where in the old one, and what the new one has there."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    return head, len(before) - tail, after[head : len(after) - tail]


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    unlike = (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return next(unlike, min(len(one), len(other)))


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(f"{W}p"))


def _is_plain(character: Character, made: Mapping[Element, bool]) -> bool:
    """Return whether a character is typed text that nothing generates or locks."""
    run, _ = host_of(character)
    if run is None or character.element.tag != f"{W}t" or made.get(run):
        return False
    raw = character.element.text or ""
    whole = raw == raw.strip() or character.element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    locks = (one.find(f"{W}sdtPr/{W}lock") for one in run.iterancestors(f"{W}sdt"))
    return whole and not any(lock is not None and lock.get(f"{W}val") in _LOCKED for lock in locks)


def _made_by_word(paragraph: Element) -> dict[Element, bool]:
    """Return which runs of a paragraph are the result of a field."""
    depth, made = 0, {}
    for run in paragraph.iter(f"{W}r"):
        kinds = [mark.get(f"{W}fldCharType") for mark in run.iterchildren(f"{W}fldChar")]
        made[run] = depth > 0 or bool(kinds)
        depth += kinds.count("begin") - kinds.count("end")
    return made
