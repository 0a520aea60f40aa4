"""The compiled expressions of the rules on one kind of subject, loaded when first needed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from perflint.facts import SubjectKind
from perflint.judge.budget import Cost, cost_of
from perflint.judge.cel import Undecided, cells_in, evaluate, names_in
from perflint.judge.pack import Pack, environment_of
from perflint.judge.rule import Rule
from perflint.judge.subject_facts import SubjectFacts


class _Loaded(NamedTuple):
    """A program, the facts and settings it uses, what it may cost, and the cells it asks for by name, each blank."""

    program: Any
    names: list[str]
    cost: Cost | None
    cells: Mapping[str, dict[str, str]]


class Expressions:
    """Evaluates the expressions of rules by (rule, key), where key is `when`, `assert`, `suggest`, `fix.with` and so on."""

    def __init__(self, kind: SubjectKind, pack: Pack) -> None:
        self._environment = environment_of(kind)
        self._pack = pack
        self._loaded: dict[tuple[str, str], _Loaded] = {}

    def has(self, rule: Rule, key: str) -> bool:
        """Return whether a rule has such an expression."""
        return (rule.id, key) in self._pack.compiled

    def evaluate(self, rule: Rule, key: str, subject_facts: SubjectFacts) -> Any:  # noqa: ANN401  # bool, str, list or Undecided
        """Return the value of one of a rule's expressions, an `Undecided` where a fact is unknown or it failed."""
        program, names, cost, cells = self._loaded.get((rule.id, key)) or self._load(rule, key)
        known = subject_facts.known(names)
        for name, asked in cells.items():
            if name in known:
                known[name] = asked | known[name]
        if cost is not None:
            cost.check(known)
        return evaluate(program, known)

    def names(self, rule: Rule) -> list[str]:
        """Return the facts and settings that a rule's condition uses."""
        return names_in(rule.condition.violated, self._environment.names)

    def violated(self, rule: Rule, subject_facts: SubjectFacts) -> bool | Undecided:
        """Return whether a subject violates a rule: `when` holds and `assert` does not."""
        when = self.evaluate(rule, "when", subject_facts)
        if when is False:
            return False
        demand = self.evaluate(rule, "assert", subject_facts)
        if demand is True:
            return False
        return next((side for side in (when, demand) if isinstance(side, Undecided)), True)

    def _load(self, rule: Rule, key: str) -> "_Loaded":
        text = next(text for name, text, _ in rule.expressions if name == key)
        program = self._environment.load(self._pack.compiled[rule.id, key])
        names = names_in(text, self._environment.names)
        found = self._loaded[rule.id, key] = _Loaded(program, names, cost_of(text), cells_in(text))
        return found
