"""From inspections to the report: findings across tables added, overrides and suppressions applied, repeats numbered."""

import itertools
from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from msgspec.structs import replace

from perflint.across.summary import Member
from perflint.adoption.known_findings import KnownFindings
from perflint.adoption.rules_judged import RulesJudged
from perflint.adoption.suppressing import Covered, Locked, cover
from perflint.judge import Finding, InputError, Severity, Unchecked
from perflint.judge.across import EngineOf, judge_across
from perflint.judge.gathered import gathered
from perflint.judge.inspection import Glance, Inspection
from perflint.judge.table_summary import TableSummary
from perflint.report import Report, SpilledList, Tally
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.locking import is_locked
from perflint.workspace.disk.discovery import matches
from perflint.workspace.runs.judged import rules_judged_on
from perflint.workspace.runs.stores import FindingsByPath, MembersByAgency, Occurrences
from perflint.workspace.runs.workers import Job, checker_for


def conclude(
    inspected: Iterable[tuple[Job, Inspection]],
    errors: Collection[InputError],
    options: Options,
    known_findings: KnownFindings | None = None,
    *,
    whole: bool = False,
    more: Iterable[Finding] = (),
) -> Report:
    """Return the report on inspected files; `inspected` is gone through twice, and may stand on the disk.

    Known findings are only counted, unless their rule is locked. `whole` says that folders were looked
    at, not single files; `more` are findings on configurations.
    """
    known = known_findings or KnownFindings()
    across = compare(inspected, options)
    findings, suppressed, unchecked = SpilledList(Finding), SpilledList(Finding), SpilledList(Unchecked)
    baselined, table_summaries, paths = SpilledList(Finding), SpilledList(TableSummary), SpilledList(str)
    tally, numbers = Tally(), Occurrences()
    for job, inspection in inspected:
        glance = inspection.glance
        ran = rules_judged_on(job, glance, options, whole=whole)
        known.look((member.table for member in glance.members), ran)
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
        _append(table_summaries, inspection.table_summaries)
        if glance.tables or inspection.findings:
            paths.append(glance.path)
        tally.tables += glance.tables
        tally.indicators += glance.indicators
    for finding in more:
        tally.count(finding)
        findings.append(finding)
    _append(unchecked, across.unchecked)
    tally.files, tally.suppressed, tally.unchecked = len(paths), len(suppressed), len(unchecked)
    return Report(
        tally.summary(), findings, suppressed, unchecked, errors, len(known.stale()), baselined, paths, table_summaries
    )


class Compared(NamedTuple):
    """What is found across tables, by path, and what could not be compared to the end."""

    findings: FindingsByPath
    unchecked: list[Unchecked]

    def add(self, one: Finding | Unchecked) -> None:
        """Add something."""
        if isinstance(one, Finding):
            self.findings.add(one)
        else:
            self.unchecked.append(one)


def compare(inspected: Iterable[tuple[Job, Inspection]], options: Options) -> Compared:
    """Return what is found across the tables of each agency; only those of one are in memory at a time."""
    members, configs = MembersByAgency(), _Configs()
    for job, inspection in inspected:
        configs.add(inspection.glance.path, job.config)
        for member in inspection.glance.members:
            members.add(member)
    engine_of: EngineOf = lambda member: checker_for(configs.of(member.path), options).engine(member.profile)  # noqa: E731
    compared = Compared(FindingsByPath(), [])
    compare_groups(members.groups(), engine_of, compared.add)
    return compared


def compare_groups(
    groups: Iterable[Iterable[Member]], engine_of: EngineOf, tell: Callable[[Finding | Unchecked], None]
) -> None:
    """Tell what is found across the tables of each agency, and what could not be compared to the end."""
    for group in groups:
        across = judge_across([Glance(member.path, (member,), 1, 0) for member in group], engine_of)
        for finding in itertools.chain(*across.findings.values()):
            tell(finding)
        for doubt in across.unchecked:
            tell(doubt)


class _Configs:
    """The configuration of each file; held by path only where it is not that of the first."""

    def __init__(self) -> None:
        self._usual: Config | None = None
        self._others: dict[str, Config] = {}

    def add(self, path: str, config: Config) -> None:
        """Note the configuration of a file."""
        self._usual = self._usual or config
        if config is not self._usual:
            self._others[path] = config

    def of(self, path: str) -> Config:
        """Return the configuration of a file that was noted."""
        return self._others.get(path) or self._usual or Config()


def _told(findings: Iterable[Finding], options: Options) -> Iterable[Finding]:
    """Return the findings as they are told: with `gather`, what is said once a table is one finding."""
    return gathered(findings, options.lang) if options.gather else findings


def _append(spilled: SpilledList[Any], things: Iterable[Any]) -> None:
    for thing in things:
        spilled.append(thing)


def laid_over(job: Job, inspection: Inspection, more: Iterable[Finding], options: Options, ran: RulesJudged) -> Covered:
    """Return a file's findings, those across tables among them, after overrides and suppressions."""
    engine = checker_for(job.config, options).engine("general")
    every = _overridden([*inspection.findings, *more], job)
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


def _overridden(findings: list[Finding], job: Job) -> list[Finding]:
    """Return the findings with what the configuration says of this file: codes ignored, other severities."""
    config = job.config
    for override in config.overrides:
        relative = job.path.resolve().as_posix().removeprefix(config.folder.resolve().as_posix() + "/")
        if matches(relative, override.files):
            findings = [f for f in findings if _held(f, config) or not any(map(f.code.startswith, override.ignore))]
            for code, severity in override.severity:
                findings = [
                    _regraded(f, Severity(severity), config) if f.code.startswith(code) else f for f in findings
                ]
    return [finding for finding in findings if finding.severity is not Severity.OFF]


def _held(finding: Finding, config: Config) -> bool:
    return is_locked(config, finding.code, finding.name)


def _regraded(finding: Finding, severity: Severity, config: Config) -> Finding:
    """Return a finding with another severity; one of a locked rule gets no milder."""
    milder = severity.rank > finding.severity.rank
    return finding if milder and _held(finding, config) else replace(finding, severity=severity)


def _told_apart(finding: Finding, numbers: Occurrences) -> Finding:
    """Return a finding, with an ordinal behind its fingerprint if an equal one came before."""
    count = numbers.before(finding.fingerprint)
    return replace(finding, fingerprint=f"{finding.fingerprint}-{count}") if count else finding
