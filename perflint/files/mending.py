"""The findings of a run mended: fixes applied file by file, pass after pass, until nothing is left to do."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from perflint.files.checking import Options
from perflint.files.run import Plan, collect, run, run_one
from perflint.files.workers import Job, checker_for
from perflint.fixing import mend
from perflint.judge import Finding, InputError, Safety
from perflint.source import Source, Unreadable, encode, parse_text, read_source

PASSES = 20
Wanted = Callable[[Finding], bool]


class Repair(NamedTuple):
    """What mending made of a file: its text and bytes before and after, what was mended, refused, and what remains."""

    path: str
    file: Path
    before: bytes
    after: bytes
    texts: tuple[str, str]
    mended: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


class Harvest(NamedTuple):
    """A whole run of mending: repairs, files that could not be written back as they came, counts of what remains."""

    repairs: tuple[Repair, ...]
    kept: tuple[str, ...]
    errors: tuple[InputError, ...]
    tables: int
    remaining: int
    fixable: int
    by_rank: tuple[int, int, int]


def mend_all(plan: Plan, *, unsafe: bool) -> Harvest:
    """Return what becomes of the files of a plan; nothing is written."""
    report = run(plan)
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.place.path, []).append(finding)
    wanted: Wanted = lambda finding: _is_wanted(finding, unsafe=unsafe)  # noqa: E731
    repairs, kept, after = [], [], []
    for job in collect(plan)[0]:
        findings = found.get(job[1], [])
        if not any(map(wanted, findings)):
            after += findings
            continue
        repair = repair_file(job, findings, wanted, plan.options)
        if repair is None:
            kept.append(job[1])
            after += findings
        else:
            repairs.append(repair)
            after += repair.remaining
    ranks = [finding.severity.rank for finding in after]
    fixable = sum(_is_wanted(finding, unsafe=True) for finding in after)
    by_rank = (ranks.count(0), ranks.count(1), ranks.count(2))
    errors = tuple(report.errors)
    return Harvest(tuple(repairs), tuple(kept), errors, report.summary.tables, len(after), fixable, by_rank)


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    safety = finding.fix.safety if finding.fix else Safety.DISPLAY
    return safety is Safety.SAFE or (unsafe and safety is Safety.UNSAFE)


def repair_file(job: Job, findings: Iterable[Finding], wanted: Wanted, options: Options) -> Repair | None:
    """Return a file with the wanted fixes applied; None where it cannot be read, or written back as it came.

    `findings` are those of the whole run: what was found across tables is mended in the first pass, where the text that it
    speaks of still stands there.
    """
    try:
        data = job[0].read_bytes()
        source = read_source(data, job[1])
    except (OSError, Unreadable):
        return None
    if encode(source.text, source.encoding) != data:
        return None
    return _repaired(job, data, source, [one for one in findings if _stands(one, source)], wanted, options)


def _repaired(
    job: Job, data: bytes, source: Source, findings: list[Finding], wanted: Wanted, options: Options
) -> Repair:
    first, across = source.text, findings
    mended: list[Finding] = []
    refused: dict[str, Finding] = {}
    for _ in range(PASSES):
        todo = [finding for finding in findings if finding.fingerprint not in refused and wanted(finding)]
        done = mend(source, [finding.fix for finding in todo if finding.fix])
        refused |= {finding.fingerprint: finding for finding in todo if finding.fix in done.refused}
        if not done.applied:
            break
        mended += [finding for finding in todo if finding.fix in done.applied]
        source = parse_text(done.text, source.path, encoding=source.encoding)
        findings = _judged(job, source, options)
    own = {finding.fingerprint for finding in mended}
    known = {finding.fingerprint for finding in findings}
    left = [finding for finding in across if finding.fingerprint not in own | known and _is_across(finding)]
    after = encode(source.text, source.encoding)
    texts = (first, source.text)
    return Repair(job[1], job[0], data, after, texts, tuple(mended), tuple(refused.values()), (*findings, *left))


def _is_across(finding: Finding) -> bool:
    return finding.category == "across"


def _stands(finding: Finding, source: Source) -> bool:
    return finding.fix is None or source.text[finding.place.start : finding.place.end] == finding.value


def _judged(job: Job, source: Source, options: Options) -> list[Finding]:
    """Return the findings on a text, after suppressions and overrides."""
    answer = checker_for(job[2], options).check(encode(source.text, source.encoding), job[1])
    return list(run_one(job, answer, options).findings)
