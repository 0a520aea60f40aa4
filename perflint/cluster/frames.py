"""A batch as functions of data frames, for an engine that spreads them its own way: Spark's `mapInPandas`, `applyInPandas`.

Between the functions things travel in one layout, `NOTES`: what a row is (`kind`), whom it is for (`key`), the file that it
comes from (`path`), which of the file's it is (`number`), and the thing itself (`data`, as msgpack).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace
from pandas import DataFrame

from perflint.across.peer_targets import PeerTargets, Target, Usual, usual_targets
from perflint.across.summary import Member
from perflint.across.years.elsewhere import Elsewhere, Trace, shared_projects
from perflint.api.checker import Checker
from perflint.cluster.columns import schema_text
from perflint.cluster.inspecting import Judged, content_of, judge_contents
from perflint.cluster.notes import notes_of
from perflint.cluster.rows import SCHEMAS
from perflint.judge import Engine, Finding, Unchecked
from perflint.judge.everywhere import Everywhere
from perflint.judge.gathered import gathered
from perflint.report.machine import finding_data
from perflint.workspace.runs.comparison import compared
from perflint.workspace.runs.conclusion import findings_on
from perflint.workspace.runs.workers import checker_for

NOTES = "kind string, key string, path string, number int, data binary"
ERRORS = schema_text(SCHEMAS["errors"])
FINDINGS = f"{schema_text(SCHEMAS['findings'])}, place int, shown boolean"


def inspecting(checker: Checker) -> Callable[[Iterable[DataFrame]], Iterator[DataFrame]]:
    """Return the function that turns files, given as `path` and `content` (bytes or text), into notes on them."""

    def inspect(frames: Iterable[DataFrame]) -> Iterator[DataFrame]:
        for frame in frames:
            rows = zip(frame["path"], frame["content"], strict=True)
            files = (content_of(path, content, checker.options.lang) for path, content in rows)
            judged = judge_contents(files, checker.config, checker.options)
            yield _frame(note for one in judged for note in _notes(one))

    return inspect


def survey(notes: DataFrame) -> DataFrame:
    """Return what all tables say together, given notes of one kind, `project` or `target`, and all there are of each `key`."""
    kind, things = notes["kind"].iloc[0], list(notes["data"])
    if kind == "project":
        traces = [_decoded(thing, Trace) for thing in things]
        found: dict[int, Any] = {**shared_projects(lambda: traces)}
    else:
        found = {**usual_targets(_decoded(thing, Target) for thing in things)}
    return _frame((kind, str(key), "", 0, told) for key, told in found.items())


def comparing(checker: Checker, surveyed: Iterable[Any]) -> Callable[[DataFrame], DataFrame]:
    """Return the function that judges the tables of one agency across each other, given all its notes of kind `table`.

    `surveyed` are the rows of all that `survey` returned. What comes back are notes of kind `across` and `doubt`.
    """
    rows = [(row["kind"], int(row["key"]), bytes(row["data"])) for row in surveyed]
    shared = {key: _decoded(data, dict[int, frozenset[int]]) for kind, key, data in rows if kind == "project"}
    usual = {key: _decoded(data, Usual) for kind, key, data in rows if kind == "target"}

    def compare(notes: DataFrame) -> DataFrame:
        members = [_decoded(data, Member) for data in notes.sort_values(["path", "number"])["data"]]
        everywhere = Everywhere(Elsewhere(shared), PeerTargets(usual))
        told = compared(members, lambda member: _engine(checker, member), everywhere, series=False)
        key = notes["key"].iloc[0]
        return _frame(_about(key, number, one) for number, one in enumerate(told) if not isinstance(one, tuple))

    return compare


def finishing(checker: Checker) -> Callable[[DataFrame], DataFrame]:
    """Return the function that puts together the findings on one file, given its notes of kind `file` and `across`.

    Columns are those of the JSON report, and `place` among the file's findings. Rows that are not `shown` are told of in
    another one; they only count where the same `fingerprint` occurs again.
    """

    def finish(notes: DataFrame) -> DataFrame:
        notes = notes.sort_values(["key", "number"])
        across = [_decoded(data, Finding) for data in notes[notes["kind"] == "across"]["data"]]
        judged = [_decoded(data, Judged) for data in notes[notes["kind"] == "file"]["data"]]
        rows = [row for one in judged for row in _findings(checker, one, across)]
        return DataFrame(rows, columns=[*SCHEMAS["findings"].names, "place", "shown"], dtype=object)

    return finish


def unread(frames: Iterable[DataFrame]) -> Iterator[DataFrame]:
    """Yield the files that could not be read, with the reason, from notes of kind `file`."""
    for frame in frames:
        judged = (_decoded(data, Judged) for data in frame["data"])
        rows = [(one.path, one.error.message) for one in judged if one.error is not None]
        yield DataFrame(rows, columns=SCHEMAS["errors"].names)


def _findings(checker: Checker, one: Judged, across: list[Finding]) -> Iterator[dict[str, Any]]:
    if one.inspection is None:
        return
    kept, _ = findings_on(checker.job(one.path), one.inspection, across, checker.options, whole=True)
    numbered = (replace(finding, fingerprint=str(place)) for place, finding in enumerate(kept))
    told = {int(finding.fingerprint): finding for finding in gathered(numbered, checker.options.lang)}
    for place, finding in enumerate(kept):
        row = msgspec.to_builtins(finding_data(told.get(place, finding)))
        yield {**row, "fingerprint": finding.fingerprint, "place": place, "shown": place in told}


def _engine(checker: Checker, member: Member) -> Engine:
    return checker_for(checker.job(member.path).config, checker.options).engine(member.profile)


def _notes(one: Judged) -> Iterator[tuple[str, str, str, int, object]]:
    yield "file", "", one.path, 0, one
    for number, note in enumerate(notes_of(one)):
        yield note.kind, str(note.key), one.path, number, note.thing


def _about(key: str, number: int, one: Finding | Unchecked) -> tuple[str, str, str, int, object]:
    return (
        ("across", key, one.place.path, number, one)
        if isinstance(one, Finding)
        else ("doubt", key, one.path, number, one)
    )


def _frame(notes: Iterable[tuple[str, str, str, int, object]]) -> DataFrame:
    rows = [(*known, msgspec.msgpack.encode(thing)) for *known, thing in notes]
    return DataFrame(rows, columns=["kind", "key", "path", "number", "data"])


def _decoded(data: bytes, kind: Any) -> Any:  # noqa: ANN401  # a type, and one of it
    return msgspec.msgpack.decode(data, type=kind)
