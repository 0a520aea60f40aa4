"""The sieve: which rules are worth asking CEL about for one subject, decided by their gates.

A fact that is unknown decides nothing: the rule is let through, and CEL says whether it matters.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from perflint.facts import Unknown
from perflint.judge.cel import Condition
from perflint.judge.exhibit import Exhibit
from perflint.judge.gates import Gate, gates_of

Entry = TypeVar("Entry")


class _Lane(NamedTuple, Generic[Entry]):
    """One rule and the gates that remain after the one it shares with others."""

    place: int
    entry: Entry
    gates: tuple[tuple[Gate, ...], ...]


class Sieve(Generic[Entry]):
    """Rules grouped by the first gate of their conditions, so that a shared gate is tested once a subject."""

    def __init__(self, rules: Sequence[tuple[Entry, Condition]], constants: Mapping[str, Any]) -> None:
        self._alone: list[_Lane[Entry]] = []
        groups: dict[str, tuple[Gate, list[_Lane[Entry]]]] = {}
        for place, (entry, condition) in enumerate(rules):
            gates = gates_of(condition, constants)
            if gates and len(gates[0]) == 1:
                first = gates[0][0]
                groups.setdefault(first.text, (first, []))[1].append(_Lane(place, entry, gates[1:]))
            else:
                self._alone.append(_Lane(place, entry, gates))
        self._groups = tuple((gate.name, gate.test, tuple(lanes)) for gate, lanes in groups.values())

    def passing(self, exhibit: Exhibit) -> list[Entry]:
        """Return the rules that no gate rules out, in their order."""
        left = [lane for lane in self._alone if _open(lane.gates, exhibit)]
        known = exhibit.answers
        for name, test, lanes in self._groups:
            value = known[name] if name in known else exhibit.raw(name)
            if value.__class__ is Unknown or test(value):
                left.extend(lane for lane in lanes if _open(lane.gates, exhibit))
        left.sort(key=_place)
        return [lane.entry for lane in left]


def _open(gates: tuple[tuple[Gate, ...], ...], exhibit: Exhibit) -> bool:
    """Return whether all gates let a subject through."""
    for alternatives in gates:  # a loop and not any() of all(): this is where a run spends its time
        for name, test, _ in alternatives:
            value = exhibit.raw(name)
            if value.__class__ is Unknown or test(value):
                break
        else:
            return False
    return True


def _place(lane: _Lane[Any]) -> int:
    return lane.place
