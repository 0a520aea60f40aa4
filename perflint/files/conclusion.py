"""From inspections to the report: findings across tables added, overrides and suppressions applied, repeats numbered."""

import itertools
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from perflint.files.across import judge_across
from perflint.files.checking import Options
from perflint.files.covering import Covered, cover
from perflint.files.discovery import matches
from perflint.files.ledger import Ledger
from perflint.files.ran import Ran, ran_on
from perflint.files.workers import Job, checker_for
from perflint.judge import Finding, InputError, Severity, Unchecked
from perflint.judge.gathered import gathered
from perflint.judge.inspection import Glance, Inspection
from perflint.judge.portrait import Portrait
from perflint.report import Report, Spool, Tally


def conclude(
    entries: Sequence[tuple[Job, Glance]],
    inspections: Iterable[Inspection],
    errors: Collection[InputError],
    options: Options,
    ledger: Ledger | None = None,
    *,
    whole: bool = False,
) -> Report:
    """Return the report on inspected files; `entries` are their tables in short, in the same order.

    Findings that the ledger knows are only counted. `whole` says that folders were looked at, not single files.
    """
    known = ledger or Ledger()
    across = judge_across(entries, options)
    findings, suppressed, unchecked = Spool(Finding), Spool(Finding), Spool(Unchecked)
    baselined, portraits, paths = Spool(Finding), Spool(Portrait), []
    tally, numbers = Tally(), _Numbers()
    for (job, glance), inspection in zip(entries, inspections, strict=True):
        ran = ran_on(job, glance, options, whole=whole)
        known.look((member.table for member in glance.members), ran)
        covered = laid_over(job, inspection, across.findings.get(glance.path, ()), options, ran)
        every = list(map(numbers.told_apart, sorted(covered.kept, key=_position)))
        for finding in filter(known.knows, every):
            tally.baselined += 1
            baselined.append(finding)
        for finding in _told(itertools.filterfalse(known.knows, every), options):
            tally.count(finding)
            findings.append(finding)
        for finding in covered.hidden:
            suppressed.append(finding)
        for doubt in inspection.unchecked:
            unchecked.append(doubt)
        for portrait in inspection.portraits:
            portraits.append(portrait)
        if glance.tables or inspection.findings:
            paths.append(glance.path)
        tally.tables += glance.tables
        tally.indicators += glance.indicators
    for doubt in across.unchecked:
        unchecked.append(doubt)
    tally.files, tally.suppressed, tally.unchecked = len(paths), len(suppressed), len(unchecked)
    return Report(
        tally.summary(), findings, suppressed, unchecked, errors, len(known.stale()), baselined, paths, portraits
    )


def _told(findings: Iterable[Finding], options: Options) -> Iterable[Finding]:
    """Return the findings as they are told: with `gather`, what is said once a table is one finding."""
    return gathered(findings, options.lang) if options.gather else findings


def laid_over(job: Job, inspection: Inspection, more: Iterable[Finding], options: Options, ran: Ran) -> Covered:
    """Return a file's findings, those across tables among them, after overrides and suppressions."""
    engine = checker_for(job[2], options).engine("general")
    every = _overridden([*inspection.findings, *more], job)
    return cover(inspection.glance, every, inspection.suppressions, engine, ran)


def _position(finding: Finding) -> tuple[int, int, str]:
    return finding.place.start, finding.place.end, finding.code


def _overridden(findings: list[Finding], job: Job) -> list[Finding]:
    """Return the findings with what the configuration says of this file: codes ignored, other severities."""
    path, _, config = job
    for override in config.overrides:
        relative = path.resolve().as_posix().removeprefix(config.folder.resolve().as_posix() + "/")
        if matches(relative, override.files):
            findings = [f for f in findings if not any(f.code.startswith(code) for code in override.ignore)]
            for code, severity in override.severity:
                findings = [replace(f, severity=Severity(severity)) if f.code.startswith(code) else f for f in findings]
    return [finding for finding in findings if finding.severity is not Severity.OFF]


class _Numbers:
    """Tells repeated fingerprints apart by an ordinal."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def told_apart(self, finding: Finding) -> Finding:
        """Return a finding, with an ordinal behind its fingerprint if an equal one came before."""
        key = int(finding.fingerprint, 16)
        count = self._seen.get(key, 0)
        self._seen[key] = count + 1
        return replace(finding, fingerprint=f"{finding.fingerprint}-{count}") if count else finding
