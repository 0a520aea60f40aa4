"""The sieve: which rules are worth asking CEL about for one subject, decided by their gates."""

from collections.abc import Iterator, Mapping, Sequence
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
    gates: tuple[Gate, ...]


class Sieve(Generic[Entry]):
    """Rules grouped by the first gate of their conditions, so that a shared gate is tested once a subject."""

    def __init__(self, rules: Sequence[tuple[Entry, Condition]], constants: Mapping[str, Any]) -> None:
        self._free: list[_Lane[Entry]] = []
        groups: dict[str, tuple[Gate, list[_Lane[Entry]]]] = {}
        for place, (entry, condition) in enumerate(rules):
            gates = gates_of(condition, constants)
            if gates:
                groups.setdefault(gates[0].text, (gates[0], []))[1].append(_Lane(place, entry, gates[1:]))
            else:
                self._free.append(_Lane(place, entry, ()))
        self._groups = tuple((gate.name, gate.test, tuple(lanes)) for gate, lanes in groups.values())

    def passing(self, exhibit: Exhibit) -> list[Entry]:
        """Return the rules that no gate rules out, in their order."""
        left = [*self._free, *self._sifted(exhibit)]
        left.sort(key=_place)
        return [lane.entry for lane in left]

    def _sifted(self, exhibit: Exhibit) -> Iterator[_Lane[Entry]]:
        raw = exhibit.raw
        for name, test, lanes in self._groups:
            value = raw(name)
            if value.__class__ is Unknown or test(value):
                for lane in lanes:
                    if _open(lane.gates, exhibit):
                        yield lane


def _open(gates: tuple[Gate, ...], exhibit: Exhibit) -> bool:
    """Return whether all gates let a subject through; an unknown fact decides nothing."""
    for name, test, _ in gates:
        value = exhibit.raw(name)
        if value.__class__ is not Unknown and not test(value):
            return False
    return True


def _place(lane: _Lane[Any]) -> int:
    return lane.place
