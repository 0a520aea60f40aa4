"""The text of a cell of the form: fields set into words, and tick boxes."""

from functools import lru_cache

from perflint.office.export.content import Content
from perflint.office.export.template import Slot
from perflint.pattern import pattern
from perflint.typography import BLANKS, fold, is_blank

TICKED, EMPTY = "☑", "☐"
_FIELD = pattern(r"\{([a-z_0-9.]+)(?:\^([^{}|]*))?(?:\|([^{}]*))?\}")


def worded(words: str, content: Content) -> str:
    """Return words with the fields in braces set in as typed.

    `{field|words}` has what stands there if the field is blank, `{field^words}` what follows it if it is not.
    """
    pieces, last = [], 0
    for found in _FIELD.finditer(words):
        typed = content.take(found[1])
        pieces += [words[last : found.start()], (found[3] or "") if is_blank(typed) else typed + (found[2] or "")]
        last = found.end()
    return "".join((*pieces, words[last:])).strip(BLANKS)


@lru_cache(maxsize=256)
def fields_of(words: str) -> tuple[str, ...]:
    """Return the fields that stand in words."""
    return tuple(found[1] for found in _FIELD.finditer(words))


def filled_words(words: str, content: Content) -> str:
    """Return the words with their fields, "" where all fields are blank and none has words for that."""
    certain = "|" in words or not fields_of(words) or any(not is_blank(content.peek(name)) for name in fields_of(words))
    return worded(words, content) if certain else ""


def ticked(slot: Slot, content: Content) -> str:
    """Return the tick boxes of a field: the options of the form, and what was typed beside them as one more box."""
    typed = [line for line in content.take(slot.boxes).split("\n") if not is_blank(line)]
    shown = slot.shown or slot.options
    known = {fold(word): place for place, pair in enumerate(zip(slot.options, shown, strict=True)) for word in pair}
    marked = {known[fold(line)] for line in typed if fold(line) in known}
    boxes = [f"{TICKED if place in marked else EMPTY} {word}" for place, word in enumerate(shown)]
    return "　".join((*boxes, *(f"{TICKED} {line}" for line in typed if fold(line) not in known)))


def places_of(slot: Slot, content: Content) -> tuple[str, ...]:
    """Return the JSON Pointers of the cells that a slot of the form prints."""
    return content.at(*((slot.cell or slot.boxes,) if slot.cell or slot.boxes else fields_of(slot.text)))


def text_of(slot: Slot, content: Content) -> str:
    """Return what a slot of the form prints."""
    if slot.label:
        return slot.label
    if slot.cell:
        return content.take(slot.cell)
    return ticked(slot, content) if slot.boxes else filled_words(slot.text, content)
