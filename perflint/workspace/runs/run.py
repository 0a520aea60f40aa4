"""A whole run: files found, inspected, concluded."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint.adoption.known_findings import KnownFindings
from perflint.judge import InputError
from perflint.judge.inspection import Glance, Inspection
from perflint.report import Report, SpilledList
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config, find_config, load_config
from perflint.workspace.configuration.locking import trusted_packs
from perflint.workspace.configuration.omissions import config_findings, omissions
from perflint.workspace.disk.discovery import Left, Stray, find_files, is_office, outside
from perflint.workspace.disk.git import work_tree
from perflint.workspace.disk.naming import is_folder, shown
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.documents import can_read
from perflint.workspace.processes.workers import Job, checker_for
from perflint.workspace.runs.conclusion import conclude
from perflint.workspace.runs.doubled import doubled
from perflint.workspace.runs.gathering import inspect_all

Progress = Callable[[int, int], None]
_HELD = 500


class Plan(Struct, frozen=True):
    """What a run is asked to do: inputs, the configuration to use (None: the nearest), processes, cache.

    `documents`: Word and Excel files in folders are looked at, too (commands that only judge; those that write want YAML).
    """

    paths: tuple[Path, ...]
    options: Options
    config: Path | None = None
    no_config: bool = False
    jobs: int = 1
    cached: bool = True
    documents: bool = False


def config_for(path: Path, plan: Plan) -> Config:
    """Return the configuration for a file.

    Raises:
        ConfigError: it is broken.
    """
    if plan.no_config:
        return Config()
    found = plan.config or find_config(path)
    return trusted_packs(load_config(found)) if found else Config()


def collect(plan: Plan, left: Left | None = None) -> tuple[list[Job], list[InputError]]:
    """Return the files of a run in order, each once, with the configuration of each; and inputs that are not looked at.

    `left` counts what the configuration leaves out.
    """
    jobs: dict[str, Job] = {}
    missing = []
    for path in plan.paths:
        for file in _files_of(path, plan, left or Left()):
            if isinstance(file, Stray):
                missing.append(InputError(shown(file.path), file.en if plan.options.lang == "en" else file.zh))
            else:
                jobs.setdefault(os.path.realpath(file), (file, shown(file), config_for(file, plan)))
    return list(jobs.values()), missing


def passed_over(plan: Plan) -> int:
    """Return how many Word and Excel files of the folders are not looked at because no library that reads them is there."""
    if not plan.documents or can_read():
        return 0
    found: set[str] = set()
    for path in filter(is_folder, plan.paths):
        config = config_for(path, plan)
        every = find_files(path, config.exclude, config.folder, documents=True)
        found.update(os.path.realpath(file) for file in every if isinstance(file, Path) and is_office(file.name))
    return len(found)


def _files_of(path: Path, plan: Plan, left: Left) -> Iterator[Path | Stray]:
    """Yield the files that a path named by the user means, and what is not looked at there."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        yield Stray(path, "没有这个文件或文件夹", "there is no such file or folder")
    except OSError as fault:
        reason = fault.strerror or str(fault)
        yield Stray(path, f"无法读取：{reason}", f"cannot be read: {reason}")
    else:
        if path.is_symlink() and _leads_out(path, folder=stat.S_ISDIR(kind)):
            yield outside(path)
        elif stat.S_ISDIR(kind):
            config = config_for(path, plan)
            documents = plan.documents and can_read()
            yield from find_files(path, config.exclude, config.folder, left, documents=documents)
        else:
            yield path


def _leads_out(path: Path, *, folder: bool) -> bool:
    """Return whether a link that was named leads out of its project; a folder is named by hand, a file often by a pattern."""
    tree = work_tree(path.parent) if folder else tree_of(path.parent)
    return tree is not None and leaves(path, tree)


def run(
    plan: Plan,
    progress: Progress | None = None,
    known_findings: KnownFindings | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Report:
    """Return the report on all inputs of a plan; findings that the known_findings knows are only counted.

    `contents` holds, by the path shown, what a file is taken to hold instead of what stands on the disk.

    Raises:
        ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
    """
    left = Left()
    jobs, errors = collect(plan, left)
    configs = {job[2].identity: job[2] for job in jobs}
    for config in configs.values():
        checker = checker_for(config, plan.options)
        checker.engine(checker.default_profile())
    entries: list[tuple[Job, Glance]] = []
    inspections = SpilledList(Inspection, _HELD)
    found = inspect_all(jobs, plan.options, plan.jobs, contents or {}, cached=plan.cached)
    for count, (job, answer) in enumerate(zip(jobs, found, strict=True), 1):
        if isinstance(answer, InputError):
            errors.append(answer)
        else:
            entries.append((job, answer.glance))
            inspections.append(answer)
        if progress:
            progress(count, len(jobs))
    more = [finding for config in configs.values() for finding in config_findings(config, plan.options)]
    twice = doubled(entries)
    kept = [entry for entry in entries if entry[1].path not in twice]
    once = (one for one in inspections if one.glance.path not in twice)
    report = conclude(kept, once, errors, plan.options, known_findings, whole=is_whole(plan), more=more)
    return replace(report, doubled=len(twice), omitted=omissions(configs.values(), plan.options, left.excluded))


def is_whole(plan: Plan) -> bool:
    """Return whether folders are looked at and not single files, so that a table's neighbours were seen."""
    return all(is_folder(path) for path in plan.paths)


def run_one(
    job: Job, answer: Inspection | InputError, options: Options, known_findings: KnownFindings | None = None
) -> Report:
    """Return the report on one file that was inspected already (standard input, an example)."""
    if isinstance(answer, InputError):
        return conclude([], [], [answer], options)
    return conclude([(job, answer.glance)], [answer], [], options, known_findings)
