"""A whole run: discover the files, inspect each, conclude; what comes of it is the report."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from perflint.adoption.known_findings import KnownFindings
from perflint.judge import Finding, InputError
from perflint.judge.inspection import Inspection
from perflint.report import Report, SpilledList
from perflint.workspace.checking import Options
from perflint.workspace.runs.comparing import Manner
from perflint.workspace.runs.conclusion import conclude
from perflint.workspace.runs.discovering import Found, Plan, discover, is_whole
from perflint.workspace.runs.doubled import doubled
from perflint.workspace.runs.earlier import Earlier, earlier_tables
from perflint.workspace.runs.gathering import inspect_all
from perflint.workspace.runs.omissions import config_findings, omissions
from perflint.workspace.runs.workers import Job, checker_for

Progress = Callable[[int, int], None]
Contents = Mapping[str, bytes]
_HELD = 500


class Inspected(Iterable[tuple[Job, Inspection]]):
    """The files that could be inspected, with what they yield (which may lie on the disk), and those that could not."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = list(errors)
        self.left_out: frozenset[str] = frozenset()
        self.passed = 0
        self._jobs: list[Job] = []
        self._inspections = SpilledList(Inspection, _HELD)

    def add(self, job: Job, answer: Inspection | InputError) -> None:
        """Add what one file yields."""
        if isinstance(answer, InputError):
            self.errors.append(answer)
        else:
            self.passed += answer.glance.passed
            self._jobs.append(job)
            self._inspections.append(answer)

    def __iter__(self) -> Iterator[tuple[Job, Inspection]]:
        """Yield the files in order, but for those that are left out; it can be gone through again."""
        for job, inspection in zip(self._jobs, self._inspections, strict=True):
            if inspection.glance.path not in self.left_out:
                yield job, inspection


def run(
    plan: Plan,
    progress: Progress | None = None,
    known_findings: KnownFindings | None = None,
    contents: Contents | None = None,
) -> Report:
    """Return the report on all inputs of a plan; known findings are only counted.

    `contents` holds, by the path shown, what a file is taken to hold instead of what stands on the disk.

    Raises:
        ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
    """
    found = discover(plan)
    _build_engines(found, plan.options)
    inspected = _inspect(found, plan, contents or {}, progress)
    return _conclude(found, inspected, plan, known_findings, earlier_tables(plan, found.jobs))


def _build_engines(found: Found, options: Options) -> None:
    """Build what judges the files, so that a broken rule is told before the first of them, and before processes fork."""
    for config in found.configs:
        checker = checker_for(config, options)
        checker.engine(checker.default_profile())


def _inspect(found: Found, plan: Plan, contents: Contents, progress: Progress | None) -> Inspected:
    inspected = Inspected(found.missing)
    answers = inspect_all(found.jobs, plan.options, plan.jobs, contents, cached=plan.cached)
    for count, (job, answer) in enumerate(zip(found.jobs, answers, strict=True), 1):
        inspected.add(job, answer)
        if progress:
            progress(count, len(found.jobs))
    return inspected


def _conclude(
    found: Found, inspected: Inspected, plan: Plan, known_findings: KnownFindings | None, earlier: Earlier
) -> Report:
    """Return the report; documents whose tables lie as YAML in the same run are left to these."""
    more: list[Finding] = [finding for config in found.written for finding in config_findings(config, plan.options)]
    inspected.left_out = twice = doubled(inspected, (job.shown for job in found.jobs))
    report = conclude(
        inspected, [*inspected.errors, *earlier.errors], plan.options, known_findings, whole=is_whole(plan), more=more,
        earlier=earlier, manner=Manner(plan.jobs, plan.cached),
    )  # fmt: skip
    past = inspected.passed + earlier.past.passed
    return replace(report, doubled=len(twice), omitted=replace(omissions(found, plan.options), past=past))


def run_one(
    job: Job, answer: Inspection | InputError, options: Options, known_findings: KnownFindings | None = None
) -> Report:
    """Return the report on one file that was inspected already (standard input, an example)."""
    if isinstance(answer, InputError):
        return conclude([], [answer], options)
    return conclude([(job, answer)], [], options, known_findings)
