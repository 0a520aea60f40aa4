"""Which rules on rows a part of the row rules out: each part that rows have alike is asked once."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from perflint.facts import Fact, RowView, Setting, Unknown
from perflint.facts.kind import Accessor
from perflint.facts.parts import PARTS, Beyond, Key, Part, PartView, keys_of
from perflint.judge.expressions import Expressions
from perflint.judge.preconditions import Preconditions
from perflint.judge.rule import Rule
from perflint.judge.settings import PREFIX
from perflint.judge.subject_facts import SubjectFacts

ALL = -1
"""The bits of all rules: none is ruled out."""
_MOST_MASKS = 8_192
_MOST_PARTS = 2_048
_PATIENCE = 64
"""How often a part is asked in vain, one after the other, before it is asked no more."""
_BEYOND = Unknown("这要看整行才知道", "only the whole row tells")
Facts = Mapping[str, tuple[Fact, Accessor]]
Settings = Mapping[str, Setting]
Rules = Sequence[tuple[Rule, Preconditions]]


class PartMemory:
    """What parts answer, for all rules and tables of one knowledge: the views with their answers, the rules left by key.

    The settings of a table are in neither.
    """

    def __init__(self) -> None:
        self._parts: dict[Key, tuple[PartView, dict[str, Any]]] = {}
        self._asked: dict[Hashable, tuple[_Asked, ...]] = {}
        self._row: RowView | None = None
        self._keys: tuple[Key, ...] = ()

    def keys(self, row: RowView) -> tuple[Key, ...]:
        """Return the keys of a row's parts, () where they cannot be told: what breaks here breaks for the whole row as well."""
        if self._row is not row:
            try:
                self._keys = keys_of(row)
            except Exception:  # noqa: BLE001  # it is told where the whole row is asked
                self._keys = ()
            self._row = row
        return self._keys

    def asked(self, signature: Hashable, rules: Rules) -> "tuple[_Asked, ...]":
        """Return what parts are asked of rules, shared by all who ask them in the same way."""
        return self._asked.setdefault(signature, tuple(_Asked(part, rules) for part in PARTS))

    def answers(self, part: Part, key: Key, row: RowView) -> tuple[PartView, dict[str, Any]]:
        """Return a row's part with the answers given so far."""
        known = self._parts.get(key)
        if known is None:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            known = self._parts[key] = PartView(part, row), {}
        return known


class _Asked:
    """A part, the rules and facts that it is asked for, and the rules that it left open, by key."""

    def __init__(self, part: Part, rules: Rules) -> None:
        self.part = part
        self.rules = [_Rule(1 << number, rule, preconditions) for number, (rule, preconditions) in enumerate(rules)]
        self.vain: Counter[str] = Counter()
        self.masks: dict[Key, int] = {}


class _Rule:
    """A rule as it is asked of a part, how often in vain, and how often its expressions were."""

    __slots__ = ("bit", "preconditions", "rule", "vain", "vainly_evaluated")

    def __init__(self, bit: int, rule: Rule, preconditions: Preconditions) -> None:
        self.bit = bit
        self.rule = rule
        self.preconditions = preconditions
        self.vain = 0
        self.vainly_evaluated = 0


class _PartFacts(SubjectFacts):
    """The facts of a part of a row: what lies beyond it is unknown, and after a while not asked for."""

    __slots__ = ("_vain",)

    def __init__(self, asked: _Asked, view: PartView, answers: dict[str, Any], facts: Facts, settings: Settings) -> None:
        super().__init__(view, facts, settings, answers)
        self._vain = asked.vain

    def raw(self, name: str) -> Any:  # noqa: ANN401  # what a fact answers, an Unknown among others
        """Return what a fact answers, or a setting."""
        if self._vain[name] >= _PATIENCE:
            return _BEYOND
        try:
            found = super().raw(name)
        except Beyond:
            self._vain[name] += 1
            found = self.answers[name] = _BEYOND
        else:
            self._vain[name] = 0
        return found


class RulesOnParts:
    """The rules on rows as far as parts of them decide: rule number `n` is bit `n` of a mask."""

    def __init__(
        self, rules: Rules, facts: Facts, settings: Settings, expressions: Expressions, memory: PartMemory
    ) -> None:
        self._facts = facts
        self._settings = settings
        self._expressions = expressions
        self._memory = memory
        self._asked = memory.asked(self._signature(rules), rules)

    def _signature(self, rules: Rules) -> Hashable:
        """Return what is equal where the same rules are asked in the same way: their tests, and the settings that they name."""
        named = {name for rule, _ in rules for name in self._expressions.names(rule)}
        texts = [[[one.text for one in alternatives] for alternatives in preconditions] for _, preconditions in rules]
        settings = sorted((name, value) for name, value in self._settings.items() if PREFIX + name in named)
        return self._expressions.pack_identity, tuple(rule.id for rule, _ in rules), str(texts), str(settings)

    def left(self, row: RowView) -> int:
        """Return the rules that no part of a row rules out."""
        mask = ALL
        for asked, key in zip(self._asked, self._memory.keys(row), strict=False):
            known = asked.masks.get(key)
            mask &= self._learn(asked, key, row) if known is None else known
            if not mask:
                break
        return mask

    def _learn(self, asked: _Asked, key: Key, row: RowView) -> int:
        """Return the rules that a part leaves open; what it never decides it is not asked for any more."""
        facts = _PartFacts(asked, *self._memory.answers(asked.part, key, row), self._facts, self._settings)
        mask = ALL
        for one in asked.rules:
            if self._may_apply(one, facts):
                one.vain += 1
            else:
                mask &= ~one.bit
                one.vain = 0
        asked.rules = [one for one in asked.rules if one.vain < _PATIENCE]
        if len(asked.masks) >= _MOST_MASKS:
            asked.masks.clear()
        asked.masks[key] = mask
        return mask

    def _may_apply(self, one: _Rule, facts: _PartFacts) -> bool:
        """Return whether a part leaves it open that its row violates a rule."""
        known = facts.answers
        beyond = False
        for alternatives in one.preconditions:
            for name, test, _ in alternatives:
                value = known[name] if name in known else facts.raw(name)
                if value is _BEYOND:
                    beyond = True
                    break
                if value.__class__ is Unknown or test(value):
                    break
            else:
                return False
        if beyond or one.vainly_evaluated >= _PATIENCE:
            return True
        kept = self._expressions.surely_kept(one.rule, facts)
        one.vainly_evaluated = 0 if kept else one.vainly_evaluated + 1
        return not kept
