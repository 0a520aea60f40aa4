"""The other tables of the folders that an editor has open: what is found across files needs them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from perflint.judge.agencies import agency_of
from perflint.judge.inspection import Glance, Inspection
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.gathering import gather
from perflint.workspace.runs.workers import Job

# Above it a look at the folder would keep an editor waiting: `perflint check` is for those.
MOST = 5000
Entry = tuple[Job, Glance]
Stamp = tuple[int, int, str]


class TooMany(Exception):  # noqa: N818  # says what the folder holds
    """A folder holds more tables than are compared while somebody types; the number of files."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class Around:
    """The tables of some folders, each in short; `complete` once all of them were looked at."""

    def __init__(self) -> None:
        self.complete = False
        self._known: dict[str, tuple[Stamp, Entry]] = {}

    def look(self, folders: Sequence[Path]) -> Iterator[None]:
        """Read what changed since the last look, a file a step; until the end, all is as it was before.

        Raises:
            ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
            TooMany: there are more files than are compared here.
        """
        jobs = discover(Plan(tuple(folders), Options())).jobs if folders else ()
        if len(jobs) > MOST:
            raise TooMany(len(jobs))
        stamps = {job.shown: _stamp(job) for job in jobs}
        seen = {name: one for name, one in self._known.items() if stamps.get(name) == one[0]}
        fresh = [job for job in jobs if job.shown not in seen]
        for job, answer in zip(fresh, gather(fresh, Options(), 1, cached=True), strict=True):
            if isinstance(answer, Inspection):
                seen[job.shown] = (stamps[job.shown], (job, answer.glance))
            yield
        self._known, self.complete = seen, True

    def forget(self) -> None:
        """Forget all tables: what they are judged by may have changed."""
        self.complete = False
        self._known = {}

    def holds(self, path: str) -> bool:
        """Return whether a file is one of those that are compared: it held tables when it was looked at."""
        known = self._known.get(path)
        return self.complete and known is not None and known[1][1].tables > 0

    def beside(self, glance: Glance, typed: Mapping[str, Entry]) -> list[Entry]:
        """Return the files with tables of the same agencies; of those in `typed`, what is typed and not what is saved."""
        if not self.holds(glance.path):
            return []
        wanted = _agencies(glance)
        entries = (typed.get(path, entry) for path, (_, entry) in self._known.items() if path != glance.path)
        return [entry for entry in entries if not wanted.isdisjoint(_agencies(entry[1]))]


def _agencies(glance: Glance) -> frozenset[tuple[str, str]]:
    return frozenset(map(agency_of, glance.members))


def _stamp(job: Job) -> Stamp:
    """Return what changes when a file does, or its configuration; of a file that is gone, nothing that was seen before."""
    try:
        status = job.path.stat()
    except OSError:
        return (-1, -1, "")
    return (status.st_mtime_ns, status.st_size, job.config.identity)
