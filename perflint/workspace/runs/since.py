"""The findings that tables had at a commit, by today's rules: what `--since` does not count."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from perflint.adoption.entry import Entry, entry_of
from perflint.judge.inspection import Inspection
from perflint.workspace.disk.naming import is_folder
from perflint.workspace.disk.revision import Blob, Commit, find_commit, list_files, read_files
from perflint.workspace.disk.tree import NAMES
from perflint.workspace.runs.conclusion import conclude
from perflint.workspace.runs.discovering import Plan, discover, is_whole
from perflint.workspace.runs.earlier import Earlier, earlier_tables
from perflint.workspace.runs.gathering import gather
from perflint.workspace.runs.workers import Job

_SUFFIXES = (".yaml", ".yml")


def known_at(plan: Plan, revision: str) -> tuple[Entry, ...]:
    """Return the findings at a commit as entries of a baseline, in the files that a plan looks at.

    A file that is not there any more counts as well: it may have been renamed or moved to where the plan looks. Files
    that are still there and that the plan does not look at do not count.

    Raises:
        RevisionError: the commit cannot be read.
        ConfigError and the like, as in a run.
    """
    jobs = discover(plan).jobs
    looked_at, earlier = {path.resolve() for path, _, _ in jobs}, earlier_tables(plan, jobs)
    found: list[Entry] = []
    for commit in dict.fromkeys(find_commit(folder, revision) for folder in _folders(plan.paths)):
        blobs = [blob for blob in list_files(commit) if _counts(blob.path, looked_at)]
        found += _judged(commit, blobs, plan, earlier)
    return tuple(found)


def _folders(paths: Iterable[Path]) -> dict[Path, None]:
    return dict.fromkeys(path if is_folder(path) else path.resolve().parent for path in paths)


def _counts(path: Path, looked_at: set[Path]) -> bool:
    is_table = path.name.lower().endswith(_SUFFIXES) and path.name not in NAMES
    return path in looked_at or (is_table and not os.path.lexists(path))


def _judged(commit: Commit, blobs: Sequence[Blob], plan: Plan, earlier: Earlier) -> list[Entry]:
    """Return the findings in old files; they are judged as a run would, as copies outside the work tree."""
    with tempfile.TemporaryDirectory(prefix="perflint-") as folder:
        names = [_shown(blob.path) for blob in blobs]
        configurations = plan.configurations()
        configs = [configurations.of_file(blob.path) for blob in blobs]
        copies = list(_copies(Path(folder), read_files(commit, blobs)))
        jobs = [Job(*one) for one in zip(copies, names, configs, strict=True)]
        answers = gather(jobs, plan.options, plan.jobs, cached=plan.cached)
        places = (Job(*one) for one in zip((blob.path for blob in blobs), names, configs, strict=True))
        read = [(job, one) for job, one in zip(places, answers, strict=True) if isinstance(one, Inspection)]
    report = conclude(read, [], plan.options, whole=is_whole(plan), earlier=earlier)
    return [entry_of(finding) for finding in report.findings]


def _copies(folder: Path, contents: Iterator[bytes]) -> Iterator[Path]:
    for number, content in enumerate(contents):
        copy = folder / f"{number}.yaml"
        copy.write_bytes(content)
        yield copy


def _shown(path: Path) -> str:
    """Return the path as a run from here would show it, so that a file that did not change is found in the cache."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
