"""Names that are one character away from a well-known indicator name, where no name is written as they are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.built import built
from perflint.data.library import load_library
from perflint.data.store import remember
from perflint.pattern import pattern
from perflint.typography import fold

SHORTEST = 5
"""Characters that a well-known name, or the end of many, has at least."""
_LONGEST_END, _MANY = 8, 6
_USUAL = 3  # names in which the neighbours of the right character stand
_ELSEWHERE = 15  # names in which one neighbour of a wrong character may stand by chance
_BRACKETS = pattern(r"\([^()]*\)")
_HAN = pattern(r"[\u4e00-\u9fff]")
_FREE = 4  # characters beside which a word stands that is no part of a longer one
_EACH = "单位"
_EDGE = "\n"
# One character that turns a name into its opposite, or into one that is as good, is no slip.
_MEANT = frozenset("不无未非零多少高低大小上下男女硕博本专省市县乡镇村区国")


class NearMiss(NamedTuple):
    """A slip of one character: where it stands in the name as typed, what stands there, and what the name should be."""

    start: int
    end: int
    right: str


class Spelling(Struct, frozen=True, eq=False):
    """How the names of the library are written, in the form that loads and is searched fastest."""

    names: str
    """All names, each between line breaks; text of pairs and triples of characters is looked for in it."""
    ends: str
    """Ends that many names share, each between line breaks."""
    pairs: dict[str, str]
    """By each character (edges as line breaks) those that stand behind it, and, as many characters again, the numbers of such names."""

    def knows(self, pair: str) -> int:
        """Return in how many names two characters stand side by side."""
        behind = self.pairs.get(pair[0], "")
        at = behind.find(pair[1], 0, len(behind) // 2)
        return ord(behind[len(behind) // 2 + at]) if at >= 0 else 0


def near_miss(name: str) -> NearMiss | None:
    """Return the slip of one character by which a name misses a well-known one, None if it seems right.

    The name is looked at up to a bracket. A slip is told only where no name of the library has the characters side by
    side that it brings together; of the library's own names, each taken for unknown, 0.2 % would be told.
    """
    plain = name.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0]
    return _near_miss(plain) if len(plain) >= SHORTEST - 1 and fold(plain) == plain else None


@lru_cache(maxsize=4096)
def _near_miss(name: str) -> NearMiss | None:
    known = load_spelling()
    framed = _EDGE + name + _EDGE
    strange = [at for at in range(len(framed) - 1) if not known.knows(framed[at : at + 2])]
    if not strange:  # as in all names of the library: their pairs are those that are known
        return None
    found = {slip for slip in _slips(name, strange, known) if _is_odd(name, slip, known)}
    return min(found) if len({slip.right for slip in found}) == 1 else None


def _slips(name: str, strange: list[int], known: Spelling) -> Iterator[NearMiss]:
    """Yield the slips that would make a well-known name, or one that ends as many do.

    A slip brings together at most two pairs that no name has; `strange` says before which characters such pairs end.
    """
    if strange[-1] - strange[0] <= 1:
        yield from _slips_at(name, strange, known.names)
    for length in range(SHORTEST - 1, min(len(name), _LONGEST_END + 1)):
        head = len(name) - length
        within = [at - head for at in strange if at > head]
        if within and within[-1] - within[0] <= 1:
            for slip in _slips_at(name[head:], within, known.ends):
                yield NearMiss(head + slip.start, head + slip.end, name[:head] + slip.right)


def _slips_at(text: str, strange: list[int], lines: str) -> Iterator[NearMiss]:
    """Yield the slips beside strange pairs that make a text one of the lines."""
    for start in sorted({start for at in strange for start in (at - 1, at) if 0 <= start <= len(text)}):
        for rest in {start, min(start + 1, len(text))}:
            for right in _lines_of(text[:start], text[rest:], lines):
                slip = _slip(text, right)
                if slip:
                    yield slip


def _lines_of(before: str, after: str, lines: str) -> Iterator[str]:
    """Yield the lines that are two parts of a text with one character between them."""
    part = _EDGE + before if len(before) >= len(after) else after + _EDGE
    at = lines.find(part)
    while at >= 0:
        line = lines[lines.rfind(_EDGE, 0, at + 1) + 1 : lines.find(_EDGE, at + 1)]
        if len(line) == len(before) + len(after) + 1 and line.startswith(before) and line.endswith(after):
            yield line
        at = lines.find(part, at + 1)


def _slip(wrong: str, right: str) -> NearMiss | None:
    """Return the one place where a character was dropped or replaced, after the first: other words begin otherwise."""
    if len(right) - len(wrong) not in {0, 1}:
        return None
    start = next((at for at, (one, other) in enumerate(zip(wrong, right, strict=False)) if one != other), len(wrong))
    replaced = len(right) == len(wrong)
    rest = start + 1 if replaced else start
    fits = 0 < start < len(right) - (0 if replaced else 1) and wrong[rest:] == right[start + 1 :]
    return NearMiss(start, rest, right) if fits else None


def _is_odd(name: str, slip: NearMiss, known: Spelling) -> bool:
    """Return whether the characters at the slip stand side by side in no name, and the right ones in several."""
    wrong, right = _EDGE + name + _EDGE, _EDGE + slip.right + _EDGE
    at = slip.start + 1
    if any(_HAN.match(char) is None or char in _MEANT for char in (right[at], *name[slip.start : slip.end])):
        return False
    if right[at - 1 : at + 1] == _EACH:  # 单页成本 and 单盏成本 are as good: any classifier stands behind 单
        return False
    if min(known.knows(right[at - 1 : at + 1]), known.knows(right[at : at + 2])) < _USUAL:
        return False
    if slip.start == slip.end:
        return known.knows(wrong[at - 1 : at + 1]) == 0 and not _is_composed(
            name[: slip.start], name[slip.start :], known
        )
    pairs = (known.knows(wrong[at - 1 : at + 1]), known.knows(wrong[at : at + 2]))
    if max(pairs) == 0:
        return True
    lone = not any(wrong[start : start + 3] in known.names for start in range(max(0, at - 2), at + 1))
    return min(pairs) == 0 and max(pairs) <= _ELSEWHERE and lone and right in known.names


def _is_composed(head: str, tail: str, known: Spelling) -> bool:
    """Return whether both parts of a name are words that stand beside others as well (抽检 and 覆盖率): nothing is missing between."""
    begun = {known.names[at + len(head) + 1] for at in _found(_EDGE + head, known.names)}
    ended = {known.names[at - 1] for at in _found(tail + _EDGE, known.names)}
    return len(begun) >= _FREE and len(ended) >= _FREE


def _found(part: str, lines: str) -> Iterator[int]:
    """Yield where a part stands in a text."""
    at = lines.find(part)
    while at >= 0:
        yield at
        at = lines.find(part, at + 1)


@lru_cache(maxsize=1)
def load_spelling() -> Spelling:
    """Return how the names of the library are written; it is made on first use and kept."""
    return built("spelling", Spelling) or remember(
        "spelling", stamp(data_files(rules_root() / "library")), _build, Spelling
    )


def _build() -> Spelling:
    names = sorted({_BRACKETS.sub("", fold(known.name)) for known in load_library()})
    sizes = range(SHORTEST, _LONGEST_END + 1)
    ends = Counter(name[-size:] for name in names for size in sizes if size < len(name))
    pairs: Counter[str] = Counter()
    for name in names:
        framed = _EDGE + name + _EDGE
        pairs.update({framed[at : at + 2] for at in range(len(framed) - 1)})
    usual = sorted(end for end, count in ends.items() if count >= _MANY)
    return Spelling(_framed(names), _framed(usual), _behind(pairs))


def _behind(pairs: Mapping[str, int]) -> dict[str, str]:
    """Return pairs of characters with their numbers as `Spelling` holds them: a tenth as many texts, which load in a tenth of the time."""
    behind: dict[str, dict[str, int]] = {}
    for pair, count in sorted(pairs.items()):
        behind.setdefault(pair[0], {})[pair[1]] = count
    return {first: "".join(found) + "".join(map(chr, found.values())) for first, found in behind.items()}


def _framed(lines: list[str]) -> str:
    return _EDGE + _EDGE.join(lines) + _EDGE
