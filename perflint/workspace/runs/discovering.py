"""What a run is asked to do, and the files that it is about: each once, with the configuration that holds for it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from perflint.judge import InputError
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.of_files import Configurations, Unheard
from perflint.workspace.disk.discovery import Left, Stray, find_files, is_office, outside
from perflint.workspace.disk.git import work_tree
from perflint.workspace.disk.naming import is_folder, shown
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.documents import can_read
from perflint.workspace.runs.workers import Job


class Plan(Struct, frozen=True):
    """What a run is asked to do: inputs, the configuration to use (None: the nearest), processes, cache.

    `documents`: Word and Excel files in folders are looked at, too (commands that only judge; those that write want YAML).
    `force_exclude`: what configurations exclude is left out even where it is named.
    `history` are files and folders with tables of earlier years: compared with, and not judged.
    """

    paths: tuple[Path, ...]
    options: Options
    config: Path | None = None
    no_config: bool = False
    jobs: int = 1
    cached: bool = True
    documents: bool = False
    force_exclude: bool = False
    history: tuple[Path, ...] = ()

    def configurations(self) -> Configurations:
        """Return the configurations that hold for the files of the run."""
        return Configurations(self.config, none=self.no_config)


class Found(NamedTuple):
    """The files of a run, the inputs that are not looked at and why, what the configurations leave out and say in vain."""

    jobs: tuple[Job, ...]
    missing: tuple[InputError, ...]
    left: Left
    unheard: tuple[Unheard, ...] = ()

    @property
    def configs(self) -> tuple[Config, ...]:
        """The configurations that hold for the files, each once."""
        return tuple({job.config.identity: job.config for job in self.jobs}.values())

    @property
    def written(self) -> tuple[Config, ...]:
        """The configurations that hold for the files, one for each file that holds a configuration."""
        return tuple({job.config.path: job.config for job in self.jobs}.values())


def config_for(path: Path, plan: Plan) -> Config:
    """Return the configuration for a file, or for the files of a folder as a whole.

    Raises:
        ConfigError: it is broken.
    """
    configurations = plan.configurations()
    return configurations.of_folder(path) if is_folder(path) else configurations.of_file(path)


def discover(plan: Plan) -> Found:
    """Return the files of a run in order, each once, with the configuration of each; the order of the inputs changes nothing.

    Raises:
        ConfigError: a configuration is broken.
    """
    left, configurations = Left(), plan.configurations()
    jobs: dict[str, Job] = {}
    missing = []
    for path in sorted(plan.paths):
        for file in _files_of(path, plan, configurations, left):
            if isinstance(file, Stray):
                missing.append(InputError(shown(file.path), file.en if plan.options.lang == "en" else file.zh))
            else:
                jobs.setdefault(os.path.realpath(file), Job(file, shown(file), configurations.of_file(file)))
    return Found(tuple(jobs.values()), tuple(missing), left, tuple(configurations.unheard(plan.paths, left.by)))


def passed_over(plan: Plan) -> int:
    """Return how many Word and Excel files of the folders are not looked at because no library that reads them is there."""
    if not plan.documents or can_read():
        return 0
    configurations = plan.configurations()
    found: set[str] = set()
    for path in filter(is_folder, plan.paths):
        every = find_files(path, configurations.excluding, documents=True)
        found.update(os.path.realpath(file) for file in every if isinstance(file, Path) and is_office(file.name))
    return len(found)


def _files_of(path: Path, plan: Plan, configurations: Configurations, left: Left) -> Iterator[Path | Stray]:
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
            yield from find_files(path, configurations.excluding, left, documents=plan.documents and can_read())
        elif plan.force_exclude and configurations.is_excluded(path):
            left.excluded += 1
        else:
            yield path


def _leads_out(path: Path, *, folder: bool) -> bool:
    """Return whether a link that was named leads out of its project; a folder is named by hand, a file often by a pattern."""
    tree = work_tree(path.parent) if folder else tree_of(path.parent)
    return tree is not None and leaves(path, tree)


def is_whole(plan: Plan) -> bool:
    """Return whether folders are looked at and not single files, so that a table's neighbours were seen."""
    return all(is_folder(path) for path in plan.paths)
