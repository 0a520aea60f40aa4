"""What perflint wrote into a Word document before, taken out again: its comments, and nobody else's."""

from typing import Final

from perflint.office.annotate.markup import Element, Markup, read_markup
from perflint.office.annotate.package import Package
from perflint.office.annotate.wordcomments import MARK, RANGES
from perflint.office.reading.wordtext import W

_PARAGRAPH: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_PENDING: Final = (f"{W}ins", f"{W}del")
_THREADS: Final = "commentsExtended"
_IDS: Final = (_THREADS, "commentsIds")


def take_out(package: Package, main: str) -> int:
    """Take perflint's comments out of a document and return how many; those that bear on something stay.

    A comment stays where somebody answered it, and where a tracked change that it explains is still to be decided.
    """
    place = package.target(main, "comments")
    if place is None:
        return 0
    comments = read_markup(package.parts[place])
    document = read_markup(package.parts[main])
    own = {one.get(f"{W}id"): one for one in comments.root.iter(f"{W}comment") if one.get(f"{W}initials") == MARK}
    answered, pending = _answered(package, main), _pending(document)
    going = {
        number: one for number, one in own.items()
        if not _paragraphs(one) & answered and number not in pending
    }  # fmt: skip
    if not going:
        return 0
    _clear_document(document, set(going))
    package.put(main, document.text())
    for one in going.values():
        comments.remove(one)
    package.put(place, comments.text())
    _clear_threads(package, main, {key for one in going.values() for key in _paragraphs(one)})
    if sum(1 for _ in comments.root.iter(f"{W}comment")) == len(going):
        _drop(package, main, place)
    return len(going)


def _paragraphs(comment: Element) -> set[str]:
    return {key for one in comment.iter(f"{W}p") if (key := one.get(_PARAGRAPH))}


def _answered(package: Package, main: str) -> set[str]:
    """Return the paragraphs of comments that others answered."""
    place = package.target(main, _THREADS)
    if place is None:
        return set()
    every = read_markup(package.parts[place]).root.iter("{*}commentEx")
    return {value for one in every for key, value in one.attrib.items() if key.endswith("}paraIdParent")}


def _pending(document: Markup) -> set[str | None]:
    """Return the comments between whose marks a tracked change stands."""
    inside: set[str | None] = set()
    found: set[str | None] = set()
    for element in document.root.iter(*RANGES[:2], *_PENDING):
        if element.tag == RANGES[0]:
            inside.add(element.get(f"{W}id"))
        elif element.tag == RANGES[1]:
            inside.discard(element.get(f"{W}id"))
        else:
            found |= inside
    return found


def _clear_document(document: Markup, numbers: set[str | None]) -> None:
    for mark in [one for one in document.root.iter(*RANGES) if one.get(f"{W}id") in numbers]:
        run = mark.getparent()
        alone = mark.tag == RANGES[2] and run.tag == f"{W}r" and all(one is mark or one.tag == f"{W}rPr" for one in run)
        document.remove(run if alone else mark)


def _clear_threads(package: Package, main: str, paragraphs: set[str]) -> None:
    for kind in _IDS:
        place = package.target(main, kind)
        if place is not None and paragraphs:
            markup = read_markup(package.parts[place])
            for one in markup.root:
                if any(key.endswith("}paraId") and value in paragraphs for key, value in one.attrib.items()):
                    markup.remove(one)
            package.put(place, markup.text())


def _drop(package: Package, main: str, place: str) -> None:
    package.unrelate(main, place)
    package.undeclare(place)
    package.remove(place)
