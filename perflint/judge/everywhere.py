"""What is known of all tables of a run while those of one agency are judged: projects elsewhere, targets of one name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from perflint.across.summary import Member
from perflint.across.years.elsewhere import FEWEST, Elsewhere, shared_projects, traces_of

if TYPE_CHECKING:
    from perflint.across.peer_targets import PeerTargets

Found = TypeVar("Found")
Groups = Callable[[], Iterable[Sequence[Member]]]


class Everywhere(NamedTuple):
    """The projects of all agencies by year, and the usual targets by name where there are enough tables (else None)."""

    elsewhere: Elsewhere
    peers: "PeerTargets | None"

    def identity(self) -> bytes:
        """Return bytes that are the same where the same is known."""
        return msgspec.msgpack.encode((self.elsewhere.listed(), self.peers and self.peers.listed()))


def everywhere_of(groups: Groups) -> Everywhere:
    """Return what is known of all tables, which are gone through group by group, and not at all where it is not asked for."""
    present, seen = 0, _Seen()
    for group in groups():
        seen.add(group)
        present += sum(not member.past for member in group)
    projects = shared_projects(lambda: _each(groups, traces_of)) if seen.years else {}
    return Everywhere(Elsewhere(projects), _peers(groups) if present >= FEWEST else None)


def _peers(groups: Groups) -> "PeerTargets":
    from perflint.across.peer_targets import PeerTargets, targets_of, usual_targets  # noqa: PLC0415  # only many tables need it

    return PeerTargets(usual_targets(_each(groups, targets_of)))


def has_years(group: Iterable[Member]) -> bool:
    """Return whether tables can have an earlier one: of several years, or with results beside those without."""
    seen = _Seen()
    seen.add(group)
    return seen.years


class _Seen:
    """The years of tables, and whether they have results."""

    def __init__(self) -> None:
        self._years: set[int] = set()
        self._results: set[bool] = set()

    def add(self, group: Iterable[Member]) -> None:
        """Note some tables."""
        for member in group:
            self._years.add(member.table.year)
            self._results.add(member.evaluation)

    @property
    def years(self) -> bool:
        """Whether one of the tables can be an earlier one of another."""
        return len(self._years - {0}) > 1 or len(self._results) > 1


def _each(groups: Groups, what: Callable[[Member], Iterable[Found]]) -> Iterator[Found]:
    for group in groups():
        for member in group:
            yield from what(member)
