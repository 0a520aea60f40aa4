"""The expressions of the rules on one kind of subject, made ready when first needed: Python's where there is a tree, else the runtime's."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from perflint.facts import SubjectKind
from perflint.judge.budget import Cost, cost_of
from perflint.judge.cel import Undecided, cells_in, evaluate, names_in
from perflint.judge.cel_python import UNKNOWN, Function, Untold, function_of
from perflint.judge.environments import environment_of, types_of
from perflint.judge.packed import Pack
from perflint.judge.rule import Rule
from perflint.judge.subject_facts import SubjectFacts

_UNKNOWN = Undecided("UNKNOWN")


class _Loaded(NamedTuple):
    """A program, the facts and settings it uses, what it may cost, and the cells it asks for by name, each blank."""

    program: Any
    names: list[str]
    cost: Cost | None
    cells: Mapping[str, dict[str, str]]


class _Same:
    """Stands for a pack: equal to itself alone."""

    __slots__ = ("_pack",)

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._pack is self._pack

    def __hash__(self) -> int:
        return id(self._pack)


class Expressions:
    """Evaluates the expressions of rules by (rule, key), where key is `when`, `assert`, `suggest`, `fix.with` and so on."""

    def __init__(self, kind: SubjectKind, pack: Pack) -> None:
        self._kind = kind
        self._pack = pack
        self.pack = _Same(pack)
        self._functions: dict[tuple[str, str], Function | None] = {}
        self._programs: dict[tuple[str, str], _Loaded] = {}

    def has(self, rule: Rule, key: str) -> bool:
        """Return whether a rule has such an expression."""
        return (rule.id, key) in self._pack.compiled

    def evaluate(self, rule: Rule, key: str, subject_facts: SubjectFacts) -> Any:  # noqa: ANN401  # bool, str, list or Undecided
        """Return the value of one of a rule's expressions, an `Undecided` where a fact is unknown or it failed."""
        place = (rule.id, key)
        function = self._functions[place] if place in self._functions else self._function(place)
        if function is not None:
            try:
                found = function(subject_facts.get, {})
            except Untold:
                return self.by_runtime(rule, key, subject_facts)
            return _UNKNOWN if found is UNKNOWN else found
        return self.by_runtime(rule, key, subject_facts)

    def by_runtime(self, rule: Rule, key: str, subject_facts: SubjectFacts) -> Any:  # noqa: ANN401  # as above
        """Return what `evaluate` does, as the runtime evaluates it: the measure of what Python does."""
        program, names, cost, cells = self._programs.get((rule.id, key)) or self._program(rule, key)
        known = subject_facts.known(names)
        for name, asked in cells.items():
            if name in known:
                known[name] = asked | known[name]
        if cost is not None:
            cost.check(known)
        return evaluate(program, known)

    def names(self, rule: Rule) -> list[str]:
        """Return the facts and settings that a rule's condition uses."""
        return names_in(rule.condition.violated, types_of(self._kind.name))

    def violated(self, rule: Rule, subject_facts: SubjectFacts) -> bool | Undecided:
        """Return whether a subject violates a rule: `when` holds and `assert` does not."""
        when = self.evaluate(rule, "when", subject_facts)
        if when is False:
            return False
        demand = self.evaluate(rule, "assert", subject_facts)
        if demand is True:
            return False
        return next((side for side in (when, demand) if isinstance(side, Undecided)), True)

    def surely_kept(self, rule: Rule, subject_facts: SubjectFacts) -> bool:
        """Return whether a subject keeps a rule whatever the facts are that it does not know; the runtime is not asked."""
        return self._yields(rule, "when", subject_facts, False) or self._yields(rule, "assert", subject_facts, True)  # noqa: FBT003  # what it yields

    def _yields(self, rule: Rule, key: str, subject_facts: SubjectFacts, wanted: object) -> bool:
        function = self._function((rule.id, key))
        try:
            return function is not None and function(subject_facts.get, {}) is wanted
        except Exception:  # noqa: BLE001  # what breaks here breaks for the whole subject as well, and is told there
            return False

    def _function(self, place: tuple[str, str]) -> Function | None:
        if place in self._functions:
            return self._functions[place]
        packed = self._pack.trees.get(place)
        made = function_of(msgspec.msgpack.decode(packed), types_of(self._kind.name)) if packed else None
        self._functions[place] = made
        return made

    def _program(self, rule: Rule, key: str) -> _Loaded:
        text, wanted = next((text, wanted) for name, text, wanted in rule.expressions if name == key)
        environment, compiled = environment_of(self._kind), self._pack.compiled[rule.id, key]
        program = environment.load(compiled or environment.compile(text, wanted))
        names = names_in(text, types_of(self._kind.name))
        found = self._programs[rule.id, key] = _Loaded(program, names, cost_of(text), cells_in(text))
        return found
