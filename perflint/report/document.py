"""What a run yields, ready to be rendered: counts, findings in order, what could not be checked, unreadable inputs."""

from collections import Counter
from collections.abc import Collection

from msgspec import Struct

from perflint.judge import Finding, InputError, Safety, Severity, Unchecked
from perflint.judge.table_summary import TableSummary


class Summary(Struct, frozen=True):
    """The counts of a run."""

    files: int = 0
    tables: int = 0
    indicators: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    baselined: int = 0
    fixable: int = 0
    unchecked: int = 0


class Omitted(Struct, frozen=True):
    """What a run was told to leave out: rules switched off by configurations, files excluded, profiles replaced by packs.

    `nothing_left` says that no rule at all is in force. `unheard` is what configurations say in vain: where it stands, and
    the key or the globs. `past` counts the tables of other years that were only compared with, `ignored` the files that
    `.gitignore` leaves out, `unlooked` the files that seem to hold a table and are of a kind that folders are not searched for.
    """

    rules: int = 0
    files: int = 0
    profiles: tuple[str, ...] = ()
    nothing_left: bool = False
    unheard: tuple[tuple[str, str], ...] = ()
    past: int = 0
    ignored: int = 0
    unlooked: int = 0


class Report(Struct, frozen=True):
    """A whole run: `findings` are sorted by file and position; suppressed ones and those of the baseline are apart.

    `stale` counts the entries of the baseline that are over; `paths` are the files that were checked, in order;
    `table_summaries` are the tables, in order, where the run was asked for them. `doubled` counts the documents that were left
    out because their tables lie as YAML in the same run. `hidden` counts the findings that are left out of `findings` as less
    grave than is asked for; `summary` counts them all the same.

    The collections can be gone through as often as wanted; they may stand in a file, so do not hold what they yield.
    """

    summary: Summary
    findings: Collection[Finding]
    suppressed: Collection[Finding]
    unchecked: Collection[Unchecked]
    errors: Collection[InputError]
    stale: int = 0
    baselined: Collection[Finding] = ()
    paths: Collection[str] = ()
    table_summaries: Collection[TableSummary] = ()
    doubled: int = 0
    omitted: Omitted = Omitted()
    hidden: int = 0


class Tally:
    """Counts while a report is put together."""

    def __init__(self) -> None:
        self.files = self.tables = self.indicators = self.suppressed = self.unchecked = self.fixable = 0
        self.baselined = 0
        self._by: Counter[Severity] = Counter()

    def count(self, finding: Finding) -> None:
        """Count a finding that is reported."""
        self._by[finding.severity] += 1
        self.fixable += finding.fix is not None and finding.fix.safety is not Safety.DISPLAY

    def summary(self) -> Summary:
        """Return the counts so far."""
        errors, warnings, infos = (self._by[level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO))
        return Summary(
            self.files, self.tables, self.indicators, errors, warnings, infos,
            self.suppressed, self.baselined, self.fixable, self.unchecked,
        )  # fmt: skip
