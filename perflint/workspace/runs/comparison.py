"""What tables of one agency are compared with and by, and its groups compared by one process or several."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from perflint.across.summary import Member
from perflint.across.years.row_years import RowYears
from perflint.judge import Engine, Finding, Unchecked
from perflint.judge.across import EngineOf, Owner, judge_across
from perflint.judge.everywhere import Everywhere, Groups
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.workers import checker_for

Told = Finding | Unchecked | tuple[Owner, tuple[RowYears, ...]]
"""What is found across tables, what could not be compared to the end, or the earlier years of a table."""


class Configs:
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


class Comparison:
    """Compares the tables of an agency, as configurations have it, with what is known of all tables."""

    def __init__(self, options: Options, configs: Configs, everywhere: Everywhere) -> None:
        self._options = options
        self.configs = configs
        self.everywhere = everywhere

    def of(self, group: Iterable[Member]) -> list[Told]:
        """Return what there is to tell of the tables of an agency."""
        return compared(group, self._engine, self.everywhere, series=self._options.summarize)

    def _engine(self, member: Member) -> Engine:
        return checker_for(self.configs.of(member.path), self._options).engine(member.profile)


def compared(group: Iterable[Member], engine_of: EngineOf, everywhere: Everywhere, *, series: bool) -> list[Told]:
    """Return what is found across the tables of an agency, what could not be compared to the end, and earlier years if asked."""
    across = judge_across(group, engine_of, everywhere, series=series)
    return [*chain.from_iterable(across.findings.values()), *across.unchecked, *across.series.items()]


def compared_groups(comparison: Comparison, groups: Groups, processes: int) -> Iterator[list[Told]]:
    """Yield what there is to tell of each group, in order, found by so many processes."""
    done = 0
    if processes > 1:
        from perflint.workspace.processes.spreading import Ended, spread  # noqa: PLC0415  # few tables are compared by one process

        try:
            for told in spread(_compared_here, groups(), processes, _begin, (comparison,)):
                yield told
                done += 1
        except Ended:  # the rest is done by this process
            pass
    yield from map(comparison.of, islice(groups(), done, None))


_HERE: list[Comparison] = []
"""What a process that compares for another one was given when it began."""


def _begin(comparison: Comparison) -> None:
    _HERE[:] = [comparison]


def _compared_here(group: Sequence[Member]) -> list[Told]:
    return _HERE[0].of(group)
