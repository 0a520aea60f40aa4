"""The direction of a rate, composed from what happens and what governs it (逾期 + 发放 + 率), for names in no list.

Read from the end: the head (率, 占比), the matter before it, the word that governs the matter. A fault (丢失) makes the rate
negative, work done (清运) positive; a word directly before the work turns it (逾期发放), unless the work is a remedy (违规查处).
Where neither is known, the characters of the matter give a hint, which is not enough for an error.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from perflint.pattern import alternatives, pattern

POSITIVE, NEGATIVE, OPEN = "positive", "negative", "open"
_ABSENT, _NOT = ("无", "零", "0"), ("不", "未", "非")
_HANDLED = ("处理", "受理", "办理", "处置", "化解", "调解", "查处", "查办")
_LESS = pattern(r"降低|减少|压降|压减|控制|防止|防范|遏制|预防|[不未]发生|杜绝|避免|消除")
_FREE = pattern(r"无(?![锡人线形证害障纸菌])")  # 无重大事故发生率, not 无锡, 无人机 and 无菌
_UNDONE = pattern(r"未[^先]{1,3}$")  # 批后未用率, not 未诉先办率
_TAIL = 2  # characters of the matter that hint at what is counted
_SHORT = 3  # characters of work that 超… can still govern: 超限额采伐


class Lean(NamedTuple):
    """A direction read from a name's parts: `positive`, `negative`, or `open` where both may be wanted."""

    direction: str
    certain: bool
    """Whether known words decided; otherwise only characters did."""


class Composition:
    """The words of `composition` in the lexicon, ready to be looked for at the end of a name."""

    def __init__(self, words: Mapping[str, Any], listed: Mapping[str, Any]) -> None:
        """Take the section `composition` and, for its heads, the section `direction`."""
        self._heads = tuple(sorted(words["heads"], key=len, reverse=True))
        self._kinds = {word: kind for kind, source in _SOURCES for word in _matters(listed[source])}
        for kind in ("actions", "faults", "open_ends"):
            self._kinds.update(dict.fromkeys(words[kind], kind))
        self._longest = max(map(len, self._kinds))
        self._hinge = pattern(f"(?:{alternatives(words['hinges'])})$")
        self._beyond = pattern(f"超[^{words['excess_kept']}].{{0,{_SHORT - 1}}}$")
        self._hinting = pattern(alternatives(words["hinting"]))
        self._excess = pattern(f"超(?:{alternatives(words['limits'])}).{{1,{_SHORT}}}$")
        self._work = pattern(alternatives(words["actions"] + words["achievements"]))
        self._words = {key: tuple(words[key]) for key in _ENDS}
        self._remembered = lru_cache(maxsize=4096)(self._lean)

    def work_named(self, plain: str) -> bool:
        """Return whether a word of work done or of an achievement stands in a folded name."""
        return self._work.search(plain) is not None

    def lean(self, plain: str) -> Lean | None:
        """Return what the parts of a folded name say; None where the name is no rate or a bare one."""
        return self._remembered(plain)

    def _lean(self, plain: str) -> Lean | None:
        changed = self._change(plain)
        if changed:
            return changed
        head = next((head for head in self._heads if plain.endswith(head)), "")
        matter = plain.removesuffix(head)
        if not head or not matter:
            return None
        if head != "率":
            return self._share(matter)
        return self._known(matter) or self._known(self._hinge.sub("", matter)) or self._hint(matter)

    def _change(self, plain: str) -> Lean | None:
        """Return the direction of a rise or fall: of a burden, of a gain; of a pollutant also its level."""
        for tails, matters, direction in _CHANGES:
            tail = next((tail for tail in self._words[tails] if plain.endswith(tail)), "")
            if tail and plain.removesuffix(tail).endswith(self._words[matters]):
                return Lean(direction, certain=True)
        return Lean(POSITIVE, certain=True) if plain.endswith(self._words["falls"]) else None

    def _share(self, matter: str) -> Lean:
        """Return the direction of a share (占比): of what is good or bad; of anything else it is open."""
        part = matter.split("占", maxsplit=1)[0]
        for direction in (NEGATIVE, POSITIVE):
            words = self._words[direction]
            if part.startswith(words) or part.endswith(words):
                return Lean(direction, certain=False)
        return Lean(OPEN, certain=False)

    def _known(self, matter: str) -> Lean | None:
        if self._excess.search(matter):
            return Lean(NEGATIVE, certain=True)
        sizes = range(min(len(matter), self._longest), 0, -1)
        word = next((matter[-size:] for size in sizes if matter[-size:] in self._kinds), "")
        return self._governed(self._kinds[word], word, matter.removesuffix(word)) if word else None

    def _governed(self, kind: str, word: str, before: str) -> Lean:
        if kind == "open_ends":
            turned = word in self._words["acts"] and before.endswith(self._words["turning"])
            return Lean(NEGATIVE if turned else OPEN, certain=True)
        return self._fault(before) if kind == "faults" else self._done(word, before)

    def _fault(self, before: str) -> Lean:
        """Return the direction of a fault: its absence is good, work against it is open."""
        if before.endswith(_ABSENT):
            return Lean(POSITIVE, certain=True)
        stopped = before.endswith((*_NOT, *_HANDLED)) or _LESS.search(before) or _FREE.match(before)
        return Lean(OPEN if stopped else NEGATIVE, certain=True)

    def _done(self, word: str, before: str) -> Lean:
        """Return the direction of work done, which a word directly before it may turn round."""
        turned = before.endswith(self._words["turning"]) and not before.endswith(self._words["turning_kept"])
        if not turned:
            return Lean(POSITIVE, certain=True)
        if word not in self._words["remedies"] or before.endswith(_NOT):
            return Lean(NEGATIVE, certain=True)
        late = before.endswith(self._words["delays"]) and word in self._words["remedies_delayed"]
        return Lean(OPEN if late else POSITIVE, certain=True)

    def _hint(self, matter: str) -> Lean:
        """Return what the last characters hint at: a spoiled matter, else work of some kind."""
        spoiled = any(char in self._words["spoiled"] for char in matter[-_TAIL:])
        bad = spoiled or any(hint.search(matter) for hint in (self._beyond, self._hinting, _UNDONE))
        return Lean(NEGATIVE if bad else POSITIVE, certain=False)


_SOURCES = (("actions", "positive"), ("faults", "negative"), ("open_ends", "ambiguous"))
_CHANGES = (
    ("rises", "burdens", NEGATIVE),
    ("falls", "burdens", POSITIVE),
    ("falls", "gains", NEGATIVE),
    ("measures", "pollutants", NEGATIVE),
)
_ENDS = (
    POSITIVE,
    NEGATIVE,
    "turning",
    "turning_kept",
    "remedies",
    "remedies_delayed",
    "delays",
    "spoiled",
    "acts",
    "rises",
    "falls",
    "burdens",
    "gains",
    "pollutants",
    "measures",
)


def _matters(heads: list[str]) -> list[str]:
    """Return what stands before 率 in the listed heads."""
    return [head.removesuffix("率") for head in heads if head.endswith("率") and len(head) > 1]
