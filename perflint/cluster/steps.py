"""The steps of a batch as plain functions of a partition or of a share of the agencies; each writes one file, once."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from perflint.across.peer_targets import PeerTargets, Usual, targets_of, usual_targets
from perflint.across.summary import Member
from perflint.across.years.elsewhere import Elsewhere, shared_projects, traces_of
from perflint.across.years.series import RowYears
from perflint.cluster.packets import read_packet, write_packets
from perflint.cluster.parts import Part, contents
from perflint.cluster.rows import Rows, write_rows
from perflint.data.store import write_whole
from perflint.judge import Engine, Finding, InputError, Unchecked
from perflint.judge.across import Owner, agency_of
from perflint.judge.everywhere import Everywhere
from perflint.judge.gathered import gathered
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.documents import is_document
from perflint.workspace.processes.apart import NotDone, do_apart
from perflint.workspace.runs.comparing import Told, compare_groups
from perflint.workspace.runs.conclusion import findings_on
from perflint.workspace.runs.stores import MembersByAgency, Occurrences
from perflint.workspace.runs.workers import Job, checker_for

_AT_ONCE = 32
_PATIENCE = 4
_KINDS = 3
_TURN = Lock()
Read = TypeVar("Read")


Spread = Callable[[str, Callable[..., Any], list[tuple[Any, ...]]], list[Any]]
"""Takes the name of a step, its function and the arguments of each call; returns what the calls return, in any order."""


class Batch(Struct, frozen=True):
    """What all steps know: the folder, the shares of agencies, the configuration, the options, the format, the run's mark."""

    folder: Path
    shares: int
    config: Config
    options: Options
    form: str
    state: str
    run: str

    def file(self, step: str, number: int, mark: str) -> Path:
        """Return the file that a step writes."""
        return self.folder / ".batch" / step / f"{number:06d}-{mark}"

    def parts(self) -> list[str]:
        """Return the marks of all partitions in order, from the file that the start of the run wrote."""
        return msgspec.msgpack.decode(self.file("parts", 0, self.run).read_bytes(), type=list[str])

    def inspected(self, number: int, mark: str) -> Path:
        """Return the file of a partition's inspections; it is kept for the next run, which does not inspect it again."""
        return self.file("inspected", number, mark)

    def job(self, path: str) -> Job:
        """Return a file as a run takes it."""
        place = Path(path)
        return Job(place, path, self.config.of_file(place))


class Judged(Struct, frozen=True):
    """A file of a partition: what it yields, or why it yields nothing."""

    path: str
    inspection: Inspection | None
    error: InputError | None


class Finished(Struct, frozen=True):
    """A file of a partition with all that is found on it, repeats not yet told apart."""

    judged: Judged
    findings: list[Finding]
    suppressed: int
    unchecked: list[Unchecked]


def mark_of(batch: Batch, part: Part) -> str:
    """Return what changes with all that the inspections of a partition depend on."""
    known = f"{batch.state} {batch.shares} {part.stamp}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(known, digest_size=12).hexdigest()


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
        packets.setdefault(1 + _share("\0".join(agency_of(member)), batch.shares), []).append(member)
        for first, found in ((1, traces_of(member)), (2, targets_of(member))):
            for one in found:
                packets.setdefault(1 + first * batch.shares + one[0] % batch.shares, []).append(one)
    write_packets(target, packets)
    return part.size


def _share(text: str, shares: int) -> int:
    return (
        int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") % shares
    )


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


def _everywhere(batch: Batch) -> Everywhere:
    files = [batch.file("surveyed", share, batch.run) for share in range(batch.shares)]
    shared = (one for file in files for one in read_packet(file, 0, tuple[int, dict[int, frozenset[int]]]))
    usual = (one for file in files for one in read_packet(file, 1, tuple[int, Usual]))
    return Everywhere(Elsewhere(dict(shared)), PeerTargets(dict(usual)))


def compare_share(batch: Batch, share: int) -> None:
    """Judge a share of the agencies across their tables: findings, doubts and earlier years, by the partition of each."""
    target = batch.file("across", share, batch.run)
    if target.exists():
        return
    members, homes = MembersByAgency(), dict[str, int]()
    for number, mark in enumerate(batch.parts()):
        for member in read_packet(batch.inspected(number, mark), 1 + share, Member):
            homes[member.path] = number
            members.add(member)
    packets: dict[int, list[object]] = {}
    found: list[Told] = []
    everywhere, summarize = _everywhere(batch), batch.options.summarize
    compare_groups(
        members.groups, lambda member: _engine(batch, member), everywhere, found.append, series=summarize
    )  # fmt: skip
    for one in found:
        if isinstance(one, tuple):
            path, which = one[0][0], 2
        else:
            path, which = (one.path, 1) if isinstance(one, Unchecked) else (one.place.path, 0)
        packets.setdefault(_KINDS * homes[path] + which, []).append(one)
    write_packets(target, packets)


def _engine(batch: Batch, member: Member) -> Engine:
    return checker_for(batch.job(member.path).config, batch.options).engine(member.profile)


def finish_part(batch: Batch, number: int) -> None:
    """Put together all that is found on the files of a partition. Packet 0 is that, 1 and on its fingerprints by share."""
    target = batch.file("finished", number, batch.run)
    if target.exists():
        return
    across: dict[str, list[Finding]] = {}
    doubts: dict[str, list[Unchecked]] = {}
    series: dict[Owner, tuple[RowYears, ...]] = {}
    for share in range(batch.shares):
        source = batch.file("across", share, batch.run)
        for finding in read_packet(source, _KINDS * number, Finding):
            across.setdefault(finding.place.path, []).append(finding)
        for doubt in read_packet(source, _KINDS * number + 1, Unchecked):
            doubts.setdefault(doubt.path, []).append(doubt)
        series.update(read_packet(source, _KINDS * number + 2, tuple[Owner, tuple[RowYears, ...]]))
    judged = read_packet(batch.inspected(number, batch.parts()[number]), 0, Judged)
    finished = [
        _finished(batch, _with_years(one, series), across.get(one.path, []), doubts.get(one.path, [])) for one in judged
    ]
    packets: dict[int, list[object]] = {0: [*finished]}
    for index, finding in enumerate(finding for one in finished for finding in one.findings):
        packets.setdefault(1 + _share(finding.fingerprint, batch.shares), []).append((index, finding.fingerprint))
    write_packets(target, packets)


def _with_years(one: Judged, series: Mapping[Owner, tuple[RowYears, ...]]) -> Judged:
    if one.inspection is None or not series:
        return one
    known = ((summary, series.get((summary.path, summary.table))) for summary in one.inspection.table_summaries)
    summaries = tuple(replace(summary, years=years) if years else summary for summary, years in known)
    return replace(one, inspection=replace(one.inspection, table_summaries=summaries))


def _finished(batch: Batch, one: Judged, across: list[Finding], doubts: list[Unchecked]) -> Finished:
    if one.inspection is None:
        return Finished(one, [], 0, [])
    kept, hidden = findings_on(batch.job(one.path), one.inspection, across, batch.options, whole=True)
    return Finished(one, kept, len(hidden), [*one.inspection.unchecked, *doubts])


def count_share(batch: Batch, share: int) -> None:
    """Count the fingerprints of a share in the order of all files: which findings are repeats, by partition."""
    target = batch.file("repeats", share, batch.run)
    if target.exists():
        return
    seen = Occurrences()
    packets: dict[int, list[object]] = {}
    for number in range(len(batch.parts())):
        source = batch.file("finished", number, batch.run)
        for index, fingerprint in read_packet(source, 1 + share, tuple[int, str]):
            if times := seen.before(fingerprint):
                packets.setdefault(number, []).append((index, times))
    write_packets(target, packets)


def write_part(batch: Batch, number: int) -> dict[str, int]:
    """Write the rows of a partition, and return what they count."""
    repeats: dict[int, int] = {}
    for share in range(batch.shares):
        repeats.update(read_packet(batch.file("repeats", share, batch.run), number, tuple[int, int]))
    rows, index = Rows(), 0
    for one in read_packet(batch.file("finished", number, batch.run), 0, Finished):
        findings = []
        for finding in one.findings:
            times = repeats.get(index, 0)
            findings.append(replace(finding, fingerprint=f"{finding.fingerprint}-{times}") if times else finding)
            index += 1
        told = list(gathered(findings, batch.options.lang))
        rows.add(one.judged.path, one.judged.inspection, one.judged.error, told, one.unchecked, one.suppressed)
    write_rows(batch.folder, number, rows, batch.form)
    return rows.counts


def take_steps(batch: Batch, parts: Sequence[Part], spread: Spread) -> Counter[str]:
    """Return what the tables of all partitions count, every step taken by `spread` for all that it is to be done for."""
    write_whole(batch.file("parts", 0, batch.run), msgspec.msgpack.encode([mark_of(batch, part) for part in parts]))
    numbers, shares = range(len(parts)), range(batch.shares)
    spread("inspect", inspect_part, [(batch, part) for part in parts])
    spread("survey", survey_share, [(batch, share) for share in shares])
    spread("compare", compare_share, [(batch, share) for share in shares])
    spread("finish", finish_part, [(batch, number) for number in numbers])
    spread("count", count_share, [(batch, share) for share in shares])
    counts: Counter[str] = Counter()
    for one in spread("write", write_part, [(batch, number) for number in numbers]):
        counts.update(one)
    return counts
