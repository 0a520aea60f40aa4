"""The sieve: which rules are worth asking CEL about for one subject, decided by their gates.

A fact that is unknown decides nothing: the rule is let through, and CEL says whether it matters.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from perflint.facts import Fact, Unknown, itself
from perflint.judge.cel import Condition
from perflint.judge.exhibit import Exhibit
from perflint.judge.gates import Gate, gates_of

Entry = TypeVar("Entry")
Gates = tuple[tuple[Gate, ...], ...]


class _Lane(NamedTuple, Generic[Entry]):
    """One rule and the gates that remain after the one it shares with others."""

    place: int
    entry: Entry
    gates: Gates


class _Group(NamedTuple, Generic[Entry]):
    """The rules that share a first gate: the fact it tests, how that is derived, the test, the rules."""

    name: str
    derive: Callable[[Any], Any] | None
    test: Callable[[Any], bool]
    lanes: tuple[_Lane[Entry], ...]


class Sieve(Generic[Entry]):
    """Rules grouped by the first gate of their conditions, so that a shared gate is tested once a subject.

    What order the gates stand in makes no difference to the outcome, much to the time: after some subjects each rule
    begins with the gate that has turned most of them away.
    """

    def __init__(
        self,
        rules: Sequence[tuple[Entry, Condition]],
        constants: Mapping[str, Any],
        facts: Mapping[str, tuple[Fact, Callable[[Any], Any]]],
    ) -> None:
        self._derive = {name: fact.derive for name, (fact, way) in facts.items() if way is itself}
        self._lanes = [
            _Lane(place, entry, gates_of(condition, constants)) for place, (entry, condition) in enumerate(rules)
        ]
        self._sample = _SAMPLE if len(self._lanes) >= _WORTH_IT else 0
        self._turned: dict[str, int] = {}
        self._alone: list[_Lane[Entry]] = []
        self._groups: tuple[_Group[Entry], ...] = ()
        self._arrange()

    def passing(self, exhibit: Exhibit) -> list[Entry]:
        """Return the rules that no gate rules out, in their order."""
        if self._sample:
            self._watch(exhibit)
        left = [lane for lane in self._alone if _open(lane.gates, exhibit)]
        known, subject = exhibit.answers, exhibit.subject
        for name, derive, test, lanes in self._groups:
            if name in known:
                value = known[name]
            elif derive is None:
                value = exhibit.raw(name)
            else:  # what `raw` does, without the call: this is where a run spends its time
                value = known[name] = derive(subject)
            if value.__class__ is Unknown or test(value):
                left.extend([lane for lane in lanes if not lane.gates or _open(lane.gates, exhibit)])
        if len(left) > 1:
            left.sort(key=_place)
        return [lane.entry for lane in left]

    def _watch(self, exhibit: Exhibit) -> None:
        """Count which gates turn a subject away; after the last of the sample, arrange the gates by that."""
        for gate in {gate.text: gate for lane in self._lanes for (gate, *more) in lane.gates if not more}.values():
            if not _open(((gate,),), exhibit):
                self._turned[gate.text] = self._turned.get(gate.text, 0) + 1
        self._sample -= 1
        if not self._sample:
            self._arrange()

    def _arrange(self) -> None:
        """Group the rules by their first single gate, the most selective and then the most shared one first."""
        shared: dict[str, int] = {}
        for lane in self._lanes:
            for gate, *more in lane.gates:
                shared[gate.text] = shared.get(gate.text, 0) + (not more)

        def rank(gates: tuple[Gate, ...]) -> tuple[bool, int, int]:
            return len(gates) > 1, -self._turned.get(gates[0].text, 0), -shared[gates[0].text]

        groups: dict[str, tuple[Gate, list[_Lane[Entry]]]] = {}
        self._alone = []
        for place, entry, gates in self._lanes:
            ordered = tuple(sorted(gates, key=rank)) if self._turned else gates
            if ordered and len(ordered[0]) == 1:
                first = ordered[0][0]
                groups.setdefault(first.text, (first, []))[1].append(_Lane(place, entry, ordered[1:]))
            else:
                self._alone.append(_Lane(place, entry, ordered))
        self._groups = tuple(
            _Group(gate.name, self._derive.get(gate.name), gate.test, tuple(lanes)) for gate, lanes in groups.values()
        )


_SAMPLE = 24
_WORTH_IT = 8


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
