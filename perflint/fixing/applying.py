"""Fixes applied to a text, and proven: read again, it differs from the old one at exactly the cells that were meant."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from perflint.fixing.choosing import choose, texts_after
from perflint.fixing.comparing import differences
from perflint.fixing.splice import apply_edits
from perflint.judge import Fix, Obstacle
from perflint.judge.sharing import is_shared
from perflint.source import Source, parse_text

_CHARACTERS = 20_000_000
_FEWEST = 24


class Mended(NamedTuple):
    """A text with fixes applied: the new text, the fixes in it, those left for the next pass, those refused and why."""

    text: str
    applied: tuple[Fix, ...]
    left: tuple[Fix, ...]
    refused: Mapping[Fix, Obstacle]


def mend(source: Source, fixes: Iterable[Fix]) -> Mended:
    """Return the text with as many of the fixes as can be applied together; a fix is applied whole or not at all.

    Fixes that overlap another are left, those in a text that several places share are refused. Where the result of all
    does not prove, they are tried in halves, and those that alone change anything but their own cells are refused.
    """
    wanted = [fix for fix in dict.fromkeys(fixes) if fix.edits]
    refused = {fix: Obstacle.SHARED for fix in wanted if _is_shared(source, fix)}
    chosen, left = choose(fix for fix in wanted if fix not in refused)
    trial = Trial(source)
    sound = trial.sound(chosen)
    text = trial.spliced(sound)
    if len(sound) < len(chosen) and obstacle_to(source, text, sound):
        left, sound = (*left, *sound[1:]), sound[:1]
        text = trial.spliced(sound)
    return Mended(text, sound, left, refused | trial.refused)


def _is_shared(source: Source, fix: Fix) -> bool:
    return any(is_shared(source.text, edit.start, edit.end) for edit in fix.edits)


def proves(source: Source, text: str, fixes: Sequence[Fix]) -> bool:
    """Return whether a new text reads as the old one with exactly the changes of the fixes."""
    return obstacle_to(source, text, fixes) is None


def obstacle_to(source: Source, text: str, fixes: Sequence[Fix]) -> Obstacle | None:
    """Return why a new text does not read as the old one with exactly the changes of the fixes, None if it does."""
    wanted = texts_after(change for fix in fixes for change in fix.changes)
    keys = {pointer: text for (pointer, key), text in wanted.items() if key}
    found = differences(source, parse_text(text, source.path), keys)
    if isinstance(found, Obstacle):
        return found
    meant = {(pointer, text) for (pointer, key), text in wanted.items() if not key}
    return None if set(found) == meant else Obstacle.ELSEWHERE


class Trial:
    """Fixes of one source tried together, then in halves; `refused` holds those that are not sound alone, and why."""

    def __init__(self, source: Source) -> None:
        self.refused: dict[Fix, Obstacle] = {}
        self._source = source
        self._left = max(_FEWEST, _CHARACTERS // (len(source.text) + 1))

    def spliced(self, fixes: Iterable[Fix]) -> str:
        """Return the text with the edits of all fixes."""
        return apply_edits(self._source.text, [edit for fix in fixes for edit in fix.edits])

    def sound(self, fixes: tuple[Fix, ...]) -> tuple[Fix, ...]:
        """Return those of the fixes that prove; a large file with many that do not is not tried to the end."""
        if not fixes:
            return ()
        if self._left <= 0:
            self.refused |= dict.fromkeys(fixes, Obstacle.UNTRIED)
            return ()
        self._left -= 1
        obstacle = obstacle_to(self._source, self.spliced(fixes), fixes)
        if obstacle is None:
            return fixes
        if len(fixes) == 1:
            self.refused[fixes[0]] = obstacle
            return ()
        half = len(fixes) // 2
        return self.sound(fixes[:half]) + self.sound(fixes[half:])
