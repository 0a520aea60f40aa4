"""Suppressing comments added for the findings of a run: proven on the text and by judging again, then written."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from perflint.adoption.comment_placement import Placement, placements, survey
from perflint.adoption.known_findings import KnownFindings
from perflint.adoption.writing_comments import Note
from perflint.judge import Finding, InputError
from perflint.judge.suppression import suppressions_in
from perflint.regular import read_regular
from perflint.source import Unreadable, encode, read_source
from perflint.workspace.documents import is_document
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.run import run
from perflint.workspace.runs.trying_suppressions import Trial, Try
from perflint.workspace.runs.workers import Job

Wanted = Callable[[Finding], bool]
_BYTES = ("按原编码写回会有变化", "it could not be written back in its encoding unchanged")
_UNREADABLE = ("文件已无法读取", "the file cannot be read any more")
_DOCUMENT = (
    "Word、Excel、网页和文本里不能写屏蔽注释；请先用 perflint import 转成 YAML",
    "comments cannot be written into an office document; make YAML of it with `perflint import` first",
)
_ITSELF = (
    "屏蔽注释本身的问题不能屏蔽，请改注释",
    "what is wrong with a suppression cannot be suppressed; mend the comment",
)
_NO_PLACE = (
    "没有合适的位置：加了注释，文件读出的内容会变，或者屏蔽不了这个问题，或者会连带屏蔽别的问题",
    "no place for it: with a comment the file would read differently, or the finding would stay, or another one would go, too",
)


class Declined(NamedTuple):
    """A finding for which no comment was added, and why, in both languages."""

    finding: Finding
    zh: str
    en: str


class Addition(NamedTuple):
    """A file with comments added: its bytes before and after, the findings suppressed by them, and the others."""

    file: Path
    path: str
    before: bytes
    after: bytes
    added: tuple[Finding, ...]
    declined: tuple[Declined, ...]


class Additions(NamedTuple):
    """A whole run of adding comments; nothing is written yet."""

    files: tuple[Addition, ...]
    errors: tuple[InputError, ...]
    tables: int
    findings: int


def add_suppressions(plan: Plan, note: Note, wanted: Wanted, known_findings: KnownFindings | None = None) -> Additions:
    """Return what becomes of the files of a plan when the wanted findings are suppressed by comments.

    Raises:
        what `run` raises.
    """
    report = run(plan, known_findings=known_findings)
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.place.path, []).append(finding)
    files = [
        _added(job, found[job.shown], note, wanted, plan)
        for job in discover(plan).jobs
        if any(map(wanted, found.get(job.shown, ())))
    ]
    return Additions(tuple(files), tuple(report.errors), report.summary.tables, len(report.findings))


def _added(job: Job, findings: Sequence[Finding], note: Note, wanted: Wanted, plan: Plan) -> Addition:
    chosen = [finding for finding in findings if wanted(finding)]
    itself = [finding for finding in chosen if finding.category == "suppression"]
    chosen = [finding for finding in chosen if finding not in itself]
    if is_document(job.shown):
        return _nothing(job, b"", [Declined(finding, *_DOCUMENT) for finding in chosen])
    declined = [Declined(finding, *_ITSELF) for finding in itself]
    try:
        data = read_regular(job.path)
        source = read_source(data, job.shown)
    except (OSError, Unreadable):
        return _nothing(job, b"", [*declined, *(Declined(finding, *_UNREADABLE) for finding in chosen)])
    if encode(source.text, source.encoding) != data:
        return _nothing(job, data, [*declined, *(Declined(finding, *_BYTES) for finding in chosen)])
    trial = Trial(job, source, findings, wanted, note, plan.options)
    ground = survey(source, suppressions_in(source))
    places = {finding: tuple(placements(ground, finding.place.start, note.reason, note.until)) for finding in chosen}
    best = _best(trial, places)
    left = [finding for finding in chosen if finding not in best.hidden]
    declined += [Declined(finding, *_NO_PLACE) for finding in left]
    after = encode(best.text, source.encoding) if best.hidden else data
    return Addition(job.path, job.shown, data, after, tuple(best.hidden), tuple(declined))


def _nothing(job: Job, data: bytes, declined: Iterable[Declined]) -> Addition:
    return Addition(job.path, job.shown, data, data, (), tuple(declined))


def _best(trial: Trial, places: dict[Finding, tuple[Placement, ...]]) -> Try:
    """Return the text with as many comments as prove.

    Those that cannot stand at the end of a line come first: what they cover needs no comment of its own.
    """
    placed = [finding for finding, known in places.items() if known]
    return _grown(trial, trial.nothing(), sorted(placed, key=lambda one: not places[one][0].tail), places)


def _grown(trial: Trial, best: Try, findings: Sequence[Finding], places: dict[Finding, tuple[Placement, ...]]) -> Try:
    """Return a text with further comments, each at its first place; where that does not prove, in halves, down to one."""
    todo = [finding for finding in findings if finding not in best.hidden]
    if len(todo) <= 1:
        tries = (trial.tried([*best.chosen, (finding, placement)]) for finding in todo for placement in places[finding])
        return next((one for one in tries if one and set(todo) <= set(one.hidden)), best)
    together = trial.tried([*best.chosen, *((finding, places[finding][0]) for finding in todo)])
    if together and set(todo) <= set(together.hidden):
        return together
    half = len(todo) // 2
    return _grown(trial, _grown(trial, best, todo[:half], places), todo[half:], places)
