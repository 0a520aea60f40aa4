"""The inspection of every file of a run in order: from the cache where the content was judged before, else judged now."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from perflint.data.assets import data_files, stamp
from perflint.data.store import program, shipped
from perflint.judge import InputError
from perflint.judge.inspection import Inspection
from perflint.version import __version__
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.cache import Cache, decode, encode, short
from perflint.workspace.runs.workers import Answer, Job, checker_for, judge_all, judge_one

Progress = Callable[[int, int], None]
_BATCH = 500


def gather(jobs: Sequence[Job], options: Options, processes: int, *, cached: bool) -> Iterator[Inspection | InputError]:
    """Yield what each file yields, in the order of the jobs; only a few are in memory at a time."""
    if not cached:
        yield from map(_decoded, judge_all(jobs, options, processes))
        return
    cache = Cache()
    states = {
        number: short(judging_state(config, options))
        for number, config in {id(job.config): job.config for job in jobs}.items()
    }
    keys = [cache.key(job.shown, job.path, states[id(job.config)]) for job in jobs]
    kept_keys = cache.kept(key for key in keys if key)
    judged = judge_all([job for job, key in zip(jobs, keys, strict=True) if key not in kept_keys], options, processes)
    fresh: list[tuple[bytes, bytes]] = []
    for job, key in zip(jobs, keys, strict=True):
        is_known = key in kept_keys
        kept = cache.get(key) if is_known and key is not None else None
        answer: Answer = kept or (judge_one(job, options) if is_known else next(judged))
        if key is not None and not kept and not isinstance(answer, InputError):
            fresh.append((key, answer if isinstance(answer, bytes) else encode(answer)))
        yield _decoded(answer)
        if len(fresh) >= _BATCH:
            cache.put(fresh)
            fresh.clear()
    cache.put(fresh)
    cache.close()


def inspect_all(
    jobs: Sequence[Job], options: Options, processes: int, contents: Mapping[str, bytes], *, cached: bool
) -> Iterator[Inspection | InputError]:
    """Yield what each file yields, in order; of a path in `contents` that content is judged, not what is on the disk."""
    others = gather([job for job in jobs if job.shown not in contents], options, processes, cached=cached)
    for job in jobs:
        given = contents.get(job.shown)
        yield next(others) if given is None else checker_for(job.config, options).check(given, job.shown)
    yield from others


def _decoded(answer: Answer) -> Inspection | InputError:
    return decode(answer) if isinstance(answer, bytes) else answer


def judging_state(config: Config, options: Options) -> str:
    """Return a text that changes with all that one file's inspection depends on but the file: program, rules, settings.

    What a configuration decides only afterwards (which files, the exit code, the baseline) has no part in it.
    """
    judging = replace(config, path=None, lang="", fail_on="", exclude=(), baseline=None, origins={}, lines={})
    own = stamp(file for pack in config.packs for file in data_files(pack))
    return f"{__version__}|{program()}|{replace(options, gather=False)!r}|{judging.identity}|{shipped()}|{own}"
