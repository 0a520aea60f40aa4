"""From inspections to the report: findings across tables added, suppressions applied, repeats numbered."""

import itertools
from collections.abc import Collection, Iterable
from typing import Any

from msgspec.structs import replace

from perflint.adoption.known_findings import KnownFindings
from perflint.adoption.rules_judged import RulesJudged
from perflint.adoption.suppressing import Covered, Locked, cover
from perflint.judge import Finding, InputError, Unchecked
from perflint.judge.gathered import gathered
from perflint.judge.inspection import Inspection
from perflint.judge.table_summary import TableSummary
from perflint.report import Report, SpilledList, Tally
from perflint.workspace.checking import Options
from perflint.workspace.configuration.locking import is_locked
from perflint.workspace.runs.comparing import Compared, Manner, compare
from perflint.workspace.runs.earlier import Earlier, Past
from perflint.workspace.runs.judged import rules_judged_on
from perflint.workspace.runs.stores import Occurrences
from perflint.workspace.runs.workers import Job, checker_for


def conclude(
    inspected: Iterable[tuple[Job, Inspection]],
    errors: Collection[InputError],
    options: Options,
    known_findings: KnownFindings | None = None,
    *,
    whole: bool = False,
    more: Iterable[Finding] = (),
    earlier: Earlier | None = None,
    manner: Manner = Manner(),  # noqa: B008  # a tuple
) -> Report:
    """Return the report on inspected files; `inspected` is gone through twice, and may stand on the disk.

    Known findings are only counted, unless their rule is locked. `whole` says that folders were looked at, not single files;
    `more` are findings on configurations, `earlier` files that these are compared with and that are not judged, in some `manner`.
    """
    known = known_findings or KnownFindings()
    earlier = earlier or Earlier(Past())
    across = compare(inspected, options, earlier.past, manner)
    findings, suppressed, unchecked = SpilledList(Finding), SpilledList(Finding), SpilledList(Unchecked)
    baselined, table_summaries, paths = SpilledList(Finding), SpilledList(TableSummary), SpilledList(str)
    tally, numbers = Tally(), Occurrences()
    for job, inspection in inspected:
        glance = inspection.glance
        ran = rules_judged_on(job, glance, options, whole=whole)
        known.look((member.table for member in glance.members if not member.past), ran)
        covered = laid_over(job, inspection, across.findings.of(glance.path), options, ran)
        every = [_told_apart(finding, numbers) for finding in sorted(covered.kept, key=_position)]
        old = [known.knows(finding) and not is_locked(job.config, finding.code, finding.name) for finding in every]
        tally.baselined += sum(old)
        _append(baselined, itertools.compress(every, old))
        for finding in _told(itertools.compress(every, (not was for was in old)), options):
            tally.count(finding)
            findings.append(finding)
        _append(suppressed, covered.hidden)
        _append(unchecked, inspection.unchecked)
        _append(table_summaries, (_with_years(one, across) for one in inspection.table_summaries))
        if glance.tables or inspection.findings:
            paths.append(glance.path)
        tally.tables += glance.tables
        tally.indicators += glance.indicators
    for finding in more:
        tally.count(finding)
        findings.append(finding)
    _append(unchecked, itertools.chain(across.unchecked, earlier.unchecked))
    tally.files, tally.suppressed, tally.unchecked = len(paths), len(suppressed), len(unchecked)
    return Report(
        tally.summary(), findings, suppressed, unchecked, errors, len(known.stale()), baselined, paths, table_summaries
    )


def _with_years(summary: TableSummary, across: Compared) -> TableSummary:
    """Return what a review shows of a table, with its earlier years."""
    known = across.series.get((summary.path, summary.table))
    return replace(summary, years=known) if known else summary


def _told(findings: Iterable[Finding], options: Options) -> Iterable[Finding]:
    """Return the findings as they are told: with `gather`, what is said once a table is one finding."""
    return gathered(findings, options.lang) if options.gather else findings


def _append(spilled: SpilledList[Any], things: Iterable[Any]) -> None:
    for thing in things:
        spilled.append(thing)


def laid_over(job: Job, inspection: Inspection, more: Iterable[Finding], options: Options, ran: RulesJudged) -> Covered:
    """Return a file's findings, those across tables among them, after suppressions."""
    engine = checker_for(job.config, options).engine("general")
    every = [*inspection.findings, *more]
    locked: Locked = lambda finding: is_locked(job.config, finding.code, finding.name)  # noqa: E731
    return cover(inspection.glance, every, inspection.suppressions, engine, ran, locked)


def findings_on(
    job: Job, inspection: Inspection, across: Iterable[Finding], options: Options, *, whole: bool
) -> Covered:
    """Return a file's findings, those across tables among them, in their order, and those that it suppresses."""
    ran = rules_judged_on(job, inspection.glance, options, whole=whole)
    covered = laid_over(job, inspection, across, options, ran)
    return Covered(sorted(covered.kept, key=_position), covered.hidden)


def _position(finding: Finding) -> tuple[int, int, str]:
    return finding.place.start, finding.place.end, finding.code


def _told_apart(finding: Finding, numbers: Occurrences) -> Finding:
    """Return a finding, with an ordinal behind its fingerprint if an equal one came before."""
    count = numbers.before(finding.fingerprint)
    return replace(finding, fingerprint=f"{finding.fingerprint}-{count}") if count else finding
