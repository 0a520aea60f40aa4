"""The steps of a batch after the inspection, as plain functions of a partition or of a share; each writes one file, once."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from perflint.across.summary import Member
from perflint.across.years.row_years import RowYears
from perflint.cluster.inspecting import Judged, judge_contents
from perflint.cluster.notes import notes_of
from perflint.cluster.order import Batch, mark_of, share_of
from perflint.cluster.packets import read_packet, write_packets
from perflint.cluster.parts import Part, contents
from perflint.cluster.rows import Rows, write_rows
from perflint.cluster.surveying import everywhere_in, survey_share
from perflint.data.store import write_whole
from perflint.judge import Engine, Finding, Unchecked
from perflint.judge.across import Owner
from perflint.judge.gathered import gathered
from perflint.workspace.runs.comparison import Told, compared
from perflint.workspace.runs.conclusion import findings_on
from perflint.workspace.runs.stores import MembersByAgency, Occurrences
from perflint.workspace.runs.workers import checker_for

_KINDS = 3
_NOTES = {"table": 0, "project": 1, "target": 2}
_TURN = Lock()  # a process judges one partition at a time, whatever the threads of its worker


Spread = Callable[[str, Callable[..., Any], list[tuple[Any, ...]]], list[Any]]
"""Takes the name of a step, its function and the arguments of each call; returns what the calls return, in any order."""


class Finished(Struct, frozen=True):
    """A file of a partition with all that is found on it, repeats not yet told apart."""

    judged: Judged
    findings: list[Finding]
    suppressed: int
    unchecked: list[Unchecked]


def inspect_part(batch: Batch, part: Part) -> int:
    """Inspect the files of a partition; return how many.

    Packet 0 is what they yield; then come the tables by share of the agencies, and what is asked of all tables, whatever
    their agency, by share of the names: projects, targets.
    """
    target = batch.inspected(part.number, mark_of(batch, part))
    if target.exists():
        return part.size
    with _TURN:
        judged = list(judge_contents(contents(part, batch.options.lang), batch.config, batch.options))
    packets: dict[int, list[object]] = {0: [*judged]}
    for note in (note for one in judged for note in notes_of(one)):
        share = share_of(note.key, batch.shares) if isinstance(note.key, str) else note.key % batch.shares
        packets.setdefault(1 + _NOTES[note.kind] * batch.shares + share, []).append(note.thing)
    write_packets(target, packets)
    return part.size


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
    everywhere, summarize = everywhere_in(batch), batch.options.summarize
    for group in members.groups():
        found.extend(compared(group, lambda member: _engine(batch, member), everywhere, series=summarize))
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
        packets.setdefault(1 + share_of(finding.fingerprint, batch.shares), []).append((index, finding.fingerprint))
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
