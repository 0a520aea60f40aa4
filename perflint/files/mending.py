"""A file's findings mended: fixes applied pass after pass until nothing is left to do, each pass proven."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from perflint.files.checking import Options
from perflint.files.run import run_one
from perflint.files.workers import Job, checker_for
from perflint.fixing import mend
from perflint.judge import Finding
from perflint.source import Source, encode, parse_text, read_source

PASSES = 20
Wanted = Callable[[Finding], bool]


class Repair(NamedTuple):
    """What mending made of a file: its bytes before and after, the findings mended, and those whose fix does harm."""

    path: str
    before: bytes
    after: bytes
    mended: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def repair(job: Job, data: bytes, wanted: Wanted, options: Options, more: Iterable[Finding] = ()) -> Repair | None:
    """Return a file's bytes with the wanted fixes applied; None where it could not be written back as it came.

    `more` are findings across tables, which are judged over the whole run; they are mended in the first pass where the
    text that they speak of still stands there.
    """
    source = read_source(data, job[1])
    if encode(source.text, source.encoding) != data:
        return None
    mended: list[Finding] = []
    refused: dict[str, Finding] = {}
    findings = [*_judged(job, source, options), *(finding for finding in more if _stands(finding, source))]
    seen = {source.text}
    for _ in range(PASSES):
        todo = [finding for finding in findings if finding.fingerprint not in refused and _fixable(finding, wanted)]
        done = mend(source, [finding.fix for finding in todo if finding.fix])
        refused |= {finding.fingerprint: finding for finding in todo if finding.fix in done.refused}
        if not done.applied or done.text in seen:
            break
        mended += [finding for finding in todo if finding.fix in done.applied]
        seen.add(done.text)
        source = parse_text(done.text, source.path, encoding=source.encoding)
        findings = _judged(job, source, options)
    after = encode(source.text, source.encoding)
    return Repair(job[1], data, after, tuple(mended), tuple(refused.values()), tuple(findings))


def _fixable(finding: Finding, wanted: Wanted) -> bool:
    return finding.fix is not None and wanted(finding)


def _stands(finding: Finding, source: Source) -> bool:
    return source.text[finding.place.start : finding.place.end] == finding.value


def _judged(job: Job, source: Source, options: Options) -> list[Finding]:
    """Return the findings on a text, after suppressions and overrides."""
    answer = checker_for(job[2], options).check(encode(source.text, source.encoding), job[1])
    return list(run_one(job, answer, options).findings)
