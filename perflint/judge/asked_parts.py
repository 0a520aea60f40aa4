"""What a part of a row is asked: the rules that it may decide, and the rules that it left open, by its key."""

from collections import Counter
from collections.abc import Sequence

from perflint.facts.parts import Key, Part
from perflint.judge.preconditions import Preconditions
from perflint.judge.rule import Rule

PATIENCE = 32
"""How often something is asked of a part in vain, one time after the other, before it is asked no more."""
MEETINGS = 3
"""How often a part is met before it is asked: to ask costs what it spares five rows, and most parts are met in fewer."""
_MOST_KEPT = 2_048
_MOST_MET = 8_192
Rules = Sequence[tuple[Rule, Preconditions]]


class AskedRule:
    """A rule as a part is asked for it: the preconditions that the part can tell, how often more its expressions are tried."""

    __slots__ = ("bit", "preconditions", "rule", "tries", "vain")

    def __init__(self, bit: int, rule: Rule, preconditions: Preconditions) -> None:
        self.bit = bit
        self.rule = rule
        self.preconditions = preconditions
        self.tries = PATIENCE
        self.vain = 0


class AskedPart:
    """A part with the rules that it is still asked for; rule number `n` is bit `n` of the masks of what it left open."""

    def __init__(self, part: Part, rules: Rules) -> None:
        self.part = part
        self.rules = [AskedRule(1 << number, rule, tests) for number, (rule, tests) in enumerate(rules)]
        self.masks: dict[Key, int] = {}
        self._met: dict[int, int] = {}
        self._vain: Counter[str] = Counter()
        self._given_up: list[str] = []

    def is_worth_asking(self, key: Key) -> bool:
        """Return whether a part was met often enough, and count the meeting."""
        known = hash(key)
        times = self._met.get(known, 0)
        if times >= MEETINGS:
            return True
        if len(self._met) >= _MOST_MET:
            self._met.clear()
        self._met[known] = times + 1
        return False

    def keep(self, key: Key, mask: int) -> int:
        """Keep which rules a part left open; return them. Rules that it never decides are not asked any more."""
        self._forget_facts()
        self.rules = [one for one in self.rules if one.vain < PATIENCE and (one.preconditions or one.tries)]
        if len(self.masks) >= _MOST_KEPT:
            self.masks.clear()
        self.masks[key] = mask
        return mask

    def lies_beyond(self, name: str) -> bool:
        """Return whether a fact has lain beyond the part so often that it is not asked."""
        return self._vain[name] >= PATIENCE

    def note(self, name: str, *, beyond: bool) -> None:
        """Note whether a fact lay beyond the part."""
        self._vain[name] = self._vain[name] + 1 if beyond else 0
        if self._vain[name] == PATIENCE:
            self._given_up.append(name)

    def _forget_facts(self) -> None:
        """Leave out the preconditions on facts that are not asked any more."""
        for name in self._given_up:
            for one in self.rules:
                kept = tuple(some for some in one.preconditions if all(each.name != name for each in some))
                one.tries = one.tries if kept == one.preconditions else 0
                one.preconditions = kept
        self._given_up.clear()
