"""The first step of a batch: the files of a partition inspected, in processes that may end without ending the batch."""

from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from msgspec import Struct

from perflint.across.peer_targets import targets_of
from perflint.across.years.elsewhere import traces_of
from perflint.cluster.order import Batch, mark_of, share_of
from perflint.cluster.packets import write_packets
from perflint.cluster.parts import Part, contents
from perflint.judge import InputError
from perflint.judge.across import agency_of
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.documents import is_document
from perflint.workspace.processes.apart import NotDone, do_apart
from perflint.workspace.runs.workers import checker_for

_AT_ONCE = 32
_PATIENCE = 4
_TURN = Lock()


class Judged(Struct, frozen=True):
    """A file of a partition: what it yields, or why it yields nothing."""

    path: str
    inspection: Inspection | None
    error: InputError | None


def inspect_part(batch: Batch, part: Part) -> int:
    """Inspect the files of a partition; return how many.

    Packet 0 is what they yield; then come the tables by share of the agencies, and what is asked of all tables, whatever
    their agency, by share of the names: projects, targets.
    """
    target = batch.inspected(part.number, mark_of(batch, part))
    if target.exists():
        return part.size
    with _TURN:
        judged = list(_judged(batch, part))
    packets: dict[int, list[object]] = {0: [*judged]}
    for member in (member for one in judged if one.inspection for member in one.inspection.glance.members):
        packets.setdefault(1 + share_of("\0".join(agency_of(member)), batch.shares), []).append(member)
        for first, found in ((1, traces_of(member)), (2, targets_of(member))):
            for one in found:
                packets.setdefault(1 + first * batch.shares + one[0] % batch.shares, []).append(one)
    write_packets(target, packets)
    return part.size


def _judged(batch: Batch, part: Part) -> Iterator[Judged]:
    waiting: list[tuple[str, bytes]] = []
    for path, data in contents(part, batch.options.lang):
        if isinstance(data, InputError):
            yield Judged(path, None, data)
        elif is_document(path):  # it is read in a process of its own anyway
            yield _of(path, checker_for(batch.job(path).config, batch.options).check(data, path))
        else:
            waiting.append((path, data))
        if len(waiting) >= _AT_ONCE:
            yield from _apart(batch, waiting)
            waiting = []
    yield from _apart(batch, waiting)


def _of(path: str, answer: Inspection | InputError) -> Judged:
    return Judged(path, None, answer) if isinstance(answer, InputError) else Judged(path, answer, None)


def _apart(batch: Batch, files: list[tuple[str, bytes]]) -> list[Judged]:
    """Return what files yield, in a process of their own; where it ends, each file is tried alone."""
    if not files:
        return []
    seconds = batch.options.seconds * (_PATIENCE if len(files) > 1 else 2)
    try:
        return do_apart(_inspected, files, batch.config, batch.options, seconds=seconds)
    except NotDone as fault:
        if len(files) > 1:
            half = len(files) // 2
            return _apart(batch, files[:half]) + _apart(batch, files[half:])
        words = (f"审核时程序中断（{fault.why}）", f"checking it broke down ({fault.why})")
        return [_of(files[0][0], InputError(files[0][0], words[batch.options.lang == "en"]))]


def _inspected(files: list[tuple[str, bytes]], config: Config, options: Options) -> list[Judged]:
    holding = ((path, data, checker_for(config.of_file(Path(path)), options)) for path, data in files)
    return [_of(path, checker.check(data, path)) for path, data, checker in holding]
