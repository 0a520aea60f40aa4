"""The prefilter: which rules are worth asking CEL about for one subject, decided by their preconditions.

A fact that is unknown decides nothing: the rule is let through, and CEL says whether it matters.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from perflint.facts import Fact, FactType, Unknown, itself
from perflint.judge.preconditions import Precondition, Preconditions
from perflint.judge.subject_facts import SubjectFacts

Entry = TypeVar("Entry")
ALL = -1
"""The mask of all rules: none is ruled out."""
_COMMON = 3
_MOST_COMMON = 8
_MOST_KEPT = 2_000
_FEW_VALUES = {FactType.BOOL, FactType.STRING}


class _Lane(NamedTuple, Generic[Entry]):
    """One rule and preconditions that must still be tested for it."""

    place: int
    entry: Entry
    preconditions: Preconditions


class _Group(NamedTuple, Generic[Entry]):
    """The rules that share a precondition: the fact it tests, how that is derived, the test, the rules with their other preconditions."""

    name: str
    derive: Callable[[Any], Any] | None
    test: Callable[[Any], bool]
    lanes: tuple[_Lane[Entry], ...]


class _Plan(NamedTuple, Generic[Entry]):
    """What remains to be tested for subjects of one signature."""

    alone: tuple[_Lane[Entry], ...]
    groups: tuple[_Group[Entry], ...]


class Prefilter(Generic[Entry]):
    """Rules with their preconditions, tested so that what many rules ask is answered once.

    Facts that many rules ask for and that have few values (the class of an indicator, the kind of a value) make up a
    subject's signature; which rules they leave is worked out once for each signature.
    """

    def __init__(
        self,
        rules: Sequence[tuple[Entry, Preconditions]],
        facts: Mapping[str, tuple[Fact, Callable[[Any], Any]]],
    ) -> None:
        self._derive = {name: fact.derive for name, (fact, way) in facts.items() if way is itself}
        self._lanes = [_Lane(place, entry, preconditions) for place, (entry, preconditions) in enumerate(rules)]
        self._signature = _signature(self._lanes, facts)
        self._plans: dict[tuple[int, tuple[Any, ...]], _Plan[Entry]] = {}

    def passing(self, subject_facts: SubjectFacts, mask: int = ALL) -> list[Entry]:
        """Return the rules that no precondition rules out, in their order; of those that a mask leaves: bit `n` is rule number `n`."""
        plan = self._plan(subject_facts, mask)
        left = [lane for lane in plan.alone if _open(lane.preconditions, subject_facts)]
        known, subject = subject_facts.answers, subject_facts.subject
        for name, derive, test, lanes in plan.groups:
            if name in known:
                value = known[name]
            elif derive is None:
                value = subject_facts.raw(name)
            else:  # what `raw` does, without the call: this is where a run spends its time
                try:
                    value = derive(subject)
                except Exception as fault:  # noqa: BLE001  # as in `raw`
                    value = subject_facts.breaks(name, fault)
                known[name] = value
            if value.__class__ is Unknown or test(value):
                left.extend(
                    [lane for lane in lanes if not lane.preconditions or _open(lane.preconditions, subject_facts)]
                )
        if len(left) > 1:
            left.sort(key=_place)
        return [lane.entry for lane in left]

    def _plan(self, subject_facts: SubjectFacts, mask: int) -> _Plan[Entry]:
        """Return what remains to be tested for a subject, by its signature and the rules that are left."""
        known, raw = subject_facts.answers, subject_facts.raw
        signature = tuple([known[name] if name in known else raw(name) for name in self._signature])
        plan = self._plans.get((mask, signature))
        if plan is None:
            if len(self._plans) >= _MOST_KEPT:
                self._plans.clear()
            answers = dict(zip(self._signature, signature, strict=True))
            plan = self._plans[mask, signature] = self._planned(answers, mask)
        return plan

    def _planned(self, answers: Mapping[str, Any], mask: int) -> _Plan[Entry]:
        alone: list[_Lane[Entry]] = []
        groups: dict[str, tuple[Precondition, list[_Lane[Entry]]]] = {}
        for place, entry, preconditions in self._lanes:
            rest = _rest(preconditions, answers) if mask >> place & 1 else None
            if rest is None:
                continue
            first = next((number for number, alternatives in enumerate(rest) if len(alternatives) == 1), -1)
            if first < 0:
                alone.append(_Lane(place, entry, rest))
            else:
                precondition = rest[first][0]
                others = rest[:first] + rest[first + 1 :]
                groups.setdefault(precondition.text, (precondition, []))[1].append(_Lane(place, entry, others))
        made = (
            _Group(precondition.name, self._derive.get(precondition.name), precondition.test, tuple(lanes))
            for precondition, lanes in groups.values()
        )
        return _Plan(tuple(alone), tuple(made))


def _signature(lanes: Iterable[_Lane[Any]], facts: Mapping[str, tuple[Fact, Any]]) -> tuple[str, ...]:
    """Return the facts of few values that most rules ask for, the most common first."""
    asked: Counter[str] = Counter()
    for lane in lanes:
        asked.update({precondition.name for alternatives in lane.preconditions for precondition in alternatives})
    common = (name for name, count in asked.most_common() if count >= _COMMON and name in facts)
    return tuple([name for name in common if facts[name][0].type in _FEW_VALUES][:_MOST_COMMON])


def _rest(preconditions: Preconditions, answers: Mapping[str, Any]) -> Preconditions | None:
    """Return the preconditions that known answers leave open, None where they turn the subject away."""
    rest = []
    for alternatives in preconditions:
        known = [precondition for precondition in alternatives if precondition.name in answers]
        if any(_passes(precondition, answers[precondition.name]) for precondition in known):
            continue
        if len(known) == len(alternatives):
            return None
        rest.append(tuple([precondition for precondition in alternatives if precondition.name not in answers]))
    return tuple(rest)


def _passes(precondition: Precondition, value: object) -> bool:
    return value.__class__ is Unknown or precondition.test(value)


def _open(preconditions: Preconditions, subject_facts: SubjectFacts) -> bool:
    """Return whether all preconditions let a subject through."""
    known = subject_facts.answers
    for alternatives in preconditions:  # a loop and not any() of all(), for speed
        for name, test, _ in alternatives:
            value = known[name] if name in known else subject_facts.raw(name)
            if value.__class__ is Unknown or test(value):
                break
        else:
            return False
    return True


def _place(lane: _Lane[Any]) -> int:
    return lane.place
