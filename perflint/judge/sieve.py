"""The sieve: which rules are worth asking CEL about for one subject, decided by their gates.

A fact that is unknown decides nothing: the rule is let through, and CEL says whether it matters.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from perflint.facts import Fact, FactType, Unknown, itself
from perflint.judge.exhibit import Exhibit
from perflint.judge.gates import Gate, Gates

Entry = TypeVar("Entry")
_COMMON = 3
_MOST_COMMON = 8
_MOST_KEPT = 2_000
_FEW_VALUES = {FactType.BOOL, FactType.STRING}


class _Lane(NamedTuple, Generic[Entry]):
    """One rule and gates that must still be tested for it."""

    place: int
    entry: Entry
    gates: Gates


class _Group(NamedTuple, Generic[Entry]):
    """The rules that share a gate: the fact it tests, how that is derived, the test, the rules with their other gates."""

    name: str
    derive: Callable[[Any], Any] | None
    test: Callable[[Any], bool]
    lanes: tuple[_Lane[Entry], ...]


class _Plan(NamedTuple, Generic[Entry]):
    """What remains to be tested for subjects of one signature."""

    alone: tuple[_Lane[Entry], ...]
    groups: tuple[_Group[Entry], ...]


class Sieve(Generic[Entry]):
    """Rules with their gates, tested so that what many rules ask is answered once.

    Facts that many rules ask for and that have few values (the class of an indicator, the kind of a value) make up a
    subject's signature; which rules they leave is worked out once for each signature.
    """

    def __init__(
        self,
        rules: Sequence[tuple[Entry, Gates]],
        facts: Mapping[str, tuple[Fact, Callable[[Any], Any]]],
    ) -> None:
        self._derive = {name: fact.derive for name, (fact, way) in facts.items() if way is itself}
        self._lanes = [_Lane(place, entry, gates) for place, (entry, gates) in enumerate(rules)]
        self._signature = _signature(self._lanes, facts)
        self._plans: dict[tuple[Any, ...], _Plan[Entry]] = {}

    def passing(self, exhibit: Exhibit) -> list[Entry]:
        """Return the rules that no gate rules out, in their order."""
        plan = self._plan(exhibit)
        left = [lane for lane in plan.alone if _open(lane.gates, exhibit)]
        known, subject = exhibit.answers, exhibit.subject
        for name, derive, test, lanes in plan.groups:
            if name in known:
                value = known[name]
            elif derive is None:
                value = exhibit.raw(name)
            else:  # what `raw` does, without the call: this is where a run spends its time
                try:
                    value = derive(subject)
                except Exception as fault:  # noqa: BLE001  # as in `raw`
                    value = exhibit.breaks(name, fault)
                known[name] = value
            if value.__class__ is Unknown or test(value):
                left.extend([lane for lane in lanes if not lane.gates or _open(lane.gates, exhibit)])
        if len(left) > 1:
            left.sort(key=_place)
        return [lane.entry for lane in left]

    def _plan(self, exhibit: Exhibit) -> _Plan[Entry]:
        """Return what remains to be tested for a subject, by its signature."""
        raw = exhibit.raw
        signature = tuple([raw(name) for name in self._signature])
        plan = self._plans.get(signature)
        if plan is None:
            if len(self._plans) >= _MOST_KEPT:
                self._plans.clear()
            answers = dict(zip(self._signature, signature, strict=True))
            plan = self._plans[signature] = self._planned(answers)
        return plan

    def _planned(self, answers: Mapping[str, Any]) -> _Plan[Entry]:
        alone: list[_Lane[Entry]] = []
        groups: dict[str, tuple[Gate, list[_Lane[Entry]]]] = {}
        for place, entry, gates in self._lanes:
            rest = _rest(gates, answers)
            if rest is None:
                continue
            first = next((number for number, alternatives in enumerate(rest) if len(alternatives) == 1), -1)
            if first < 0:
                alone.append(_Lane(place, entry, rest))
            else:
                gate = rest[first][0]
                others = rest[:first] + rest[first + 1 :]
                groups.setdefault(gate.text, (gate, []))[1].append(_Lane(place, entry, others))
        made = (
            _Group(gate.name, self._derive.get(gate.name), gate.test, tuple(lanes)) for gate, lanes in groups.values()
        )
        return _Plan(tuple(alone), tuple(made))


def _signature(lanes: Iterable[_Lane[Any]], facts: Mapping[str, tuple[Fact, Any]]) -> tuple[str, ...]:
    """Return the facts of few values that most rules ask for, the most common first."""
    asked: Counter[str] = Counter()
    for lane in lanes:
        asked.update({gate.name for alternatives in lane.gates for gate in alternatives})
    common = (name for name, count in asked.most_common() if count >= _COMMON and name in facts)
    return tuple([name for name in common if facts[name][0].type in _FEW_VALUES][:_MOST_COMMON])


def _rest(gates: Gates, answers: Mapping[str, Any]) -> Gates | None:
    """Return the gates that known answers leave open, None where they turn the subject away."""
    rest = []
    for alternatives in gates:
        if any(gate.name not in answers for gate in alternatives):
            rest.append(alternatives)
        elif not any(_passes(gate, answers[gate.name]) for gate in alternatives):
            return None
    return tuple(rest)


def _passes(gate: Gate, value: object) -> bool:
    return value.__class__ is Unknown or gate.test(value)


def _open(gates: Gates, exhibit: Exhibit) -> bool:
    """Return whether all gates let a subject through."""
    known = exhibit.answers
    for alternatives in gates:  # a loop and not any() of all(), for speed
        for name, test, _ in alternatives:
            value = known[name] if name in known else exhibit.raw(name)
            if value.__class__ is Unknown or test(value):
                break
        else:
            return False
    return True


def _place(lane: _Lane[Any]) -> int:
    return lane.place
