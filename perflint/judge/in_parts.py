"""Which rules on rows a part of the row rules out: rows that have a part alike are asked once.

A bureau writes the same names and the same values in thousands of rows, and hardly ever the same row twice.
"""

from collections.abc import Hashable, Mapping
from typing import Any

from perflint.facts import Fact, Knowledge, RowView, Setting, Unknown
from perflint.facts.kind import Accessor
from perflint.facts.parts import PARTS, Beyond, Key, PartView, keys_of
from perflint.judge.asked_parts import PATIENCE, AskedPart, AskedRule, Rules
from perflint.judge.expressions import Expressions
from perflint.judge.prefilter import ALL
from perflint.judge.settings import PREFIX
from perflint.judge.subject_facts import SubjectFacts

_MOST_PARTS = 2_048
_MOST_MEMORIES = 4
_BEYOND = Unknown("这要看整行才知道", "only the whole row tells")
Facts = Mapping[str, tuple[Fact, Accessor]]
Settings = Mapping[str, Setting]


class PartMemory:
    """What is remembered of parts under one knowledge, whatever the table, its profile and its settings."""

    def __init__(self) -> None:
        self._parts: dict[Key, tuple[PartView, dict[str, Any]]] = {}
        self._asked: dict[Hashable, tuple[AskedPart, ...]] = {}
        self._last: tuple[RowView | None, tuple[Key, ...]] = (None, ())

    def asked(self, signature: Hashable, rules: Rules) -> tuple[AskedPart, ...]:
        """Return what parts are asked, shared by all that ask for the same rules in the same way."""
        return self._asked.setdefault(signature, tuple(AskedPart(part, rules) for part in PARTS))

    def keys(self, row: RowView) -> tuple[Key, ...]:
        """Return the keys of a row's parts, () where they cannot be told: what breaks here breaks for the whole row as well."""
        last, keys = self._last
        if last is not row:
            try:
                keys = keys_of(row)
            except Exception:  # noqa: BLE001  # it is told where the whole row is asked
                keys = ()
            self._last = row, keys
        return keys

    def answers(self, asked: AskedPart, key: Key, row: RowView) -> tuple[PartView, dict[str, Any]]:
        """Return a row's part with the answers given so far."""
        known = self._parts.get(key)
        if known is None:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            known = self._parts[key] = PartView(asked.part, row), {}
        return known


_MEMORIES: list[tuple[Knowledge, PartMemory]] = []


def memory_of(knowledge: Knowledge) -> PartMemory:
    """Return the memory of what facts answer under one knowledge."""
    found = next((memory for known, memory in _MEMORIES if known is knowledge), None)
    if found is None:
        found = PartMemory()
        _MEMORIES[:] = [*_MEMORIES[1 - _MOST_MEMORIES :], (knowledge, found)]
    return found


class _PartFacts(SubjectFacts):
    """The facts of a part of a row: what lies beyond it is unknown."""

    __slots__ = ("_asked",)

    def __init__(
        self, asked: AskedPart, view: PartView, answers: dict[str, Any], facts: Facts, settings: Settings
    ) -> None:
        super().__init__(view, facts, settings, answers)
        self._asked = asked

    def raw(self, name: str) -> Any:  # noqa: ANN401  # what a fact answers, an Unknown among others
        """Return what a fact answers, or a setting."""
        if self._asked.lies_beyond(name):
            return _BEYOND
        try:
            found = SubjectFacts.raw(self, name)
        except Beyond:
            found = self.answers[name] = _BEYOND
        self._asked.note(name, beyond=found is _BEYOND)
        return found


class RulesOnParts:
    """The rules on rows as far as parts of them decide."""

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
        return self._expressions.pack, tuple(rule.id for rule, _ in rules), str(texts), str(settings)

    def left(self, row: RowView) -> int:
        """Return the mask of the rules that no part of a row rules out: bit `n` stands for rule number `n`."""
        mask = ALL
        for asked, key in zip(self._asked, self._memory.keys(row), strict=False):
            known = asked.masks.get(key)
            if known is not None:
                mask &= known
            elif asked.is_worth_asking(key):
                mask &= self._learn(asked, key, row)
        return mask

    def _learn(self, asked: AskedPart, key: Key, row: RowView) -> int:
        """Return the rules that a part leaves open."""
        facts = _PartFacts(asked, *self._memory.answers(asked, key, row), self._facts, self._settings)
        mask = ALL
        for one in asked.rules:
            if self._may_apply(one, facts):
                one.vain += 1
            else:
                mask &= ~one.bit
                one.vain = 0
        return asked.keep(key, mask)

    def _may_apply(self, one: AskedRule, facts: _PartFacts) -> bool:
        """Return whether a part leaves it open that its row violates a rule."""
        known = facts.answers
        for alternatives in one.preconditions:
            for name, test, _ in alternatives:
                value = known[name] if name in known else facts.raw(name)
                if value.__class__ is Unknown or test(value):
                    break
            else:
                return False
        if not one.tries:
            return True
        kept = self._expressions.surely_kept(one.rule, facts)
        one.tries = PATIENCE if kept else one.tries - 1
        return not kept
