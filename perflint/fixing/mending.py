"""Fixes applied to a text, and proven: read again, it differs from the old one at exactly the cells that were meant."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from perflint.fixing.comparing import differences
from perflint.fixing.splice import apply_edits
from perflint.judge import Change, Fix
from perflint.source import Source, parse_text


class Mended(NamedTuple):
    """A text with fixes applied: the new text, the fixes in it, those left for the next pass, those that do harm."""

    text: str
    applied: tuple[Fix, ...]
    left: tuple[Fix, ...]
    refused: tuple[Fix, ...]


def mend(source: Source, fixes: Iterable[Fix]) -> Mended:
    """Return the text with as many of the fixes as can be applied together; a fix is applied whole or not at all.

    Fixes that overlap another are left. Where the result of all does not prove, each is tried alone, and those that
    change anything but their own cells are refused.
    """
    chosen, left = _apart(fixes)
    text = _spliced(source, chosen)
    if not chosen or proves(source, text, chosen):
        return Mended(text, chosen, left, ())
    sound = tuple(fix for fix in chosen if proves(source, _spliced(source, [fix]), [fix]))
    refused = tuple(fix for fix in chosen if fix not in sound)
    text = _spliced(source, sound)
    if proves(source, text, sound):
        return Mended(text, sound, left, refused)
    first = sound[:1]
    return Mended(_spliced(source, first), first, (*left, *sound[1:]), refused)


def proves(source: Source, text: str, fixes: Sequence[Fix]) -> bool:
    """Return whether a new text reads as the old one with exactly the changes of the fixes."""
    changes: set[Change] = {change for fix in fixes for change in fix.changes}
    keys = {change.pointer: change.text for change in changes if change.key}
    found = differences(source, parse_text(text, source.path), keys)
    if found is None:
        return False
    wanted = {(change.pointer, change.text) for change in changes if not change.key}
    return set(found) == wanted


def _apart(fixes: Iterable[Fix]) -> tuple[tuple[Fix, ...], tuple[Fix, ...]]:
    """Return the fixes that touch no character of another, the first in the text first, and the others."""
    chosen: list[Fix] = []
    left: list[Fix] = []
    taken: list[tuple[int, int]] = []
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: min(edit.start for edit in fix.edits)):
        spans = [(edit.start, edit.end) for edit in fix.edits]
        if any(start <= end2 and start2 <= end for start, end in spans for start2, end2 in taken):
            left.append(fix)
        else:
            chosen.append(fix)
            taken.extend(spans)
    return tuple(chosen), tuple(left)


def _spliced(source: Source, fixes: Iterable[Fix]) -> str:
    return apply_edits(source.text, [edit for fix in fixes for edit in fix.edits])
