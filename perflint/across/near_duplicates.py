"""Near-duplicates among many texts or sets, found through what is rare in them: no comparison of every pair.

Prefix filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007): of two sets that lack at most k of each
other's tokens, the k + 1 rarest tokens of each have one in common. Only such pairs are compared, so nothing is missed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from perflint.facts.likeness import likeness

_GRAM = 3
_LONGEST = 500
MINIMUM = 2
MOST = 20
LIMIT = 100_000


class Pair(NamedTuple):
    """Two of the things compared by index, the first before the second, and how alike they are (0 to 1)."""

    first: int
    second: int
    alike: float


class Allowance(Struct):
    """How many comparisons are left; `spent` tells that some were not made."""

    left: int = LIMIT
    spent: bool = False

    def take(self) -> bool:
        """Return whether one more comparison may be made."""
        self.spent = self.spent or not self.left
        self.left = max(0, self.left - 1)
        return not self.spent


def alike_texts(texts: Sequence[str], floor: float, allowance: Allowance) -> Iterator[Pair]:
    """Yield the pairs of different texts that are at least as alike as the floor says, until each has 20 others.

    Below a floor of about 0.8 only texts that have three neighbouring characters in common are compared.
    """
    if len(texts) < MINIMUM:
        return
    heads = [text[:_LONGEST] for text in texts]
    tokens = [_grams(text) for text in heads]
    lacks = [_GRAM * _edits(2 * len(text) / floor, floor) for text in heads]

    def compare(first: int, second: int) -> float:
        one, other = tokens[first], tokens[second]
        lacking = _GRAM * _edits(len(heads[first]) + len(heads[second]), floor)
        if len(one & other) < max(len(one), len(other)) - lacking:
            return 0.0
        return likeness(heads[first], heads[second], floor)

    yield from _joined(tokens, lacks, compare, floor, allowance)


def _edits(total: float, floor: float) -> int:
    """Return how many characters two texts of a total length may lack of each other."""
    return int((1 - floor) * total + 1e-9)


def alike_sets(sets: Sequence[frozenset[int]], floor: float, allowance: Allowance) -> Iterator[Pair]:
    """Yield the pairs of different sets whose common part is at least the floor of the larger, until each has 20."""
    lacks = [int((1 - floor) * len(members) + 1e-9) for members in sets]

    def compare(first: int, second: int) -> float:
        one, other = sets[first], sets[second]
        return len(one & other) / max(len(one), len(other), 1)

    yield from _joined(sets, lacks, compare, floor - 1e-9, allowance)


def _grams(text: str) -> frozenset[int]:
    """Return the triples of neighbouring characters as numbers, each with its how-manieth time."""
    seen: Counter[int] = Counter()
    grams = []
    for one, two, three in zip(map(ord, text), map(ord, text[1:]), map(ord, text[2:]), strict=False):
        gram = ((one << 21 | two) << 21 | three) << 10
        grams.append(gram | seen[gram])
        seen[gram] += 1
    return frozenset(grams)


def _joined(
    tokens: Sequence[frozenset[int]],
    lacks: Sequence[int],
    compare: Callable[[int, int], float],
    floor: float,
    allowance: Allowance,
) -> Iterator[Pair]:  # fmt: skip
    rarity = Counter(token for members in tokens for token in members)
    postings: dict[int, list[int]] = {}
    found: Counter[int] = Counter()
    for index, members in enumerate(tokens):
        rarest = sorted(members, key=lambda token: (rarity[token], token))[: lacks[index] + 1]
        for other in _candidates(rarest, postings):
            if found[index] >= MOST:
                break
            if (found[other] < MOST or not found[index]) and allowance.take():
                alike = compare(other, index)
                if alike >= floor:
                    found[index] += 1
                    found[other] += 1
                    yield Pair(other, index, alike)
        for token in rarest:
            postings.setdefault(token, []).append(index)


def _candidates(rarest: Sequence[int], postings: dict[int, list[int]]) -> Iterator[int]:
    seen: set[int] = set()
    for token in rarest:
        for other in postings.get(token, ()):
            if other not in seen:
                seen.add(other)
                yield other
