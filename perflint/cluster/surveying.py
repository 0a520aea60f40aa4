"""The second step of a batch: what all tables say together, whatever their agency, a share of the names at a time."""

from collections.abc import Iterator
from typing import TypeVar

from perflint.across.peer_targets import PeerTargets, Usual, usual_targets
from perflint.across.years.elsewhere import Elsewhere, shared_projects
from perflint.cluster.order import Batch
from perflint.cluster.packets import read_packet, write_packets
from perflint.judge.everywhere import Everywhere

Read = TypeVar("Read")


def survey_share(batch: Batch, share: int) -> None:
    """Find out what all tables together say of a share of the names: packet 0 projects of several agencies, 1 usual targets."""
    target = batch.file("surveyed", share, batch.run)
    if target.exists():
        return
    shared = shared_projects(lambda: _of_all(batch, 1 + batch.shares + share, tuple[int, int, int]))
    usual = usual_targets(_of_all(batch, 1 + 2 * batch.shares + share, tuple[int, float]))
    write_packets(target, {0: [*shared.items()], 1: [*usual.items()]})


def _of_all(batch: Batch, packet: int, kind: type[Read]) -> Iterator[Read]:
    for number, mark in enumerate(batch.parts()):
        yield from read_packet(batch.inspected(number, mark), packet, kind)


def everywhere_in(batch: Batch) -> Everywhere:
    """Return what the survey of all shares came to."""
    files = [batch.file("surveyed", share, batch.run) for share in range(batch.shares)]
    shared = (one for file in files for one in read_packet(file, 0, tuple[int, dict[int, frozenset[int]]]))
    usual = (one for file in files for one in read_packet(file, 1, tuple[int, Usual]))
    return Everywhere(Elsewhere(dict(shared)), PeerTargets(dict(usual)))
