"""A whole run: files found, inspected, concluded."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint.files.checking import Options
from perflint.files.conclusion import conclude
from perflint.files.config import Config, find_config, load_config
from perflint.files.discovery import find_files, is_office
from perflint.files.documents import can_read
from perflint.files.doubled import doubled
from perflint.files.gathering import inspect_all
from perflint.files.ledger import Ledger
from perflint.files.workers import Job, checker_for
from perflint.judge import InputError
from perflint.judge.inspection import Glance, Inspection
from perflint.report import Report, Spool

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
    return load_config(found) if found else Config()


def collect(plan: Plan) -> tuple[list[Job], list[InputError]]:
    """Return the files of a run in order, each once, with the configuration of each; and inputs that are not there."""
    jobs: dict[Path, Job] = {}
    missing = []
    for path in plan.paths:
        if path.is_dir():
            config = config_for(path, plan)
            documents = plan.documents and can_read()
            for file in find_files(path, config.exclude, config.folder, documents=documents):
                jobs.setdefault(file.resolve(), (file, shown(file), config_for(file, plan)))
        elif path.exists():
            jobs.setdefault(path.resolve(), (path, shown(path), config_for(path, plan)))
        else:
            missing.append(InputError(shown(path), _not_there(plan.options.lang)))
    return list(jobs.values()), missing


def passed_over(plan: Plan) -> int:
    """Return how many Word and Excel files of the folders are not looked at because no library that reads them is there."""
    if not plan.documents or can_read():
        return 0
    found: set[Path] = set()
    for path in filter(Path.is_dir, plan.paths):
        config = config_for(path, plan)
        every = find_files(path, config.exclude, config.folder, documents=True)
        found.update(file.resolve() for file in every if is_office(file.name))
    return len(found)


def shown(path: Path) -> str:
    """Return the name that a file goes by in reports: with slashes, bytes that are no UTF-8 replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _not_there(lang: str) -> str:
    return "there is no such file or folder" if lang == "en" else "没有这个文件或文件夹"


def run(
    plan: Plan,
    progress: Progress | None = None,
    ledger: Ledger | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Report:
    """Return the report on all inputs of a plan; findings that the ledger knows are only counted.

    `contents` holds, by the path shown, what a file is taken to hold instead of what stands on the disk.

    Raises:
        ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
    """
    jobs, errors = collect(plan)
    for config in {job[2].identity: job[2] for job in jobs}.values():
        checker = checker_for(config, plan.options)
        checker.engine(checker.default_profile())
    entries: list[tuple[Job, Glance]] = []
    inspections = Spool(Inspection, _HELD)
    found = inspect_all(jobs, plan.options, plan.jobs, contents or {}, cached=plan.cached)
    for count, (job, answer) in enumerate(zip(jobs, found, strict=True), 1):
        if isinstance(answer, InputError):
            errors.append(answer)
        else:
            entries.append((job, answer.glance))
            inspections.append(answer)
        if progress:
            progress(count, len(jobs))
    twice = doubled(entries)
    kept = [entry for entry in entries if entry[1].path not in twice]
    once = (one for one in inspections if one.glance.path not in twice)
    report = conclude(kept, once, errors, plan.options, ledger, whole=is_whole(plan))
    return replace(report, doubled=len(twice))


def is_whole(plan: Plan) -> bool:
    """Return whether folders are looked at and not single files, so that a table's neighbours were seen."""
    return all(path.is_dir() for path in plan.paths)


def run_one(job: Job, answer: Inspection | InputError, options: Options, ledger: Ledger | None = None) -> Report:
    """Return the report on one file that was inspected already (standard input, an example)."""
    if isinstance(answer, InputError):
        return conclude([], [], [answer], options)
    return conclude([(job, answer.glance)], [answer], [], options, ledger)
