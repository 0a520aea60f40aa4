"""Files judged by several processes, results in the order of the files."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from perflint.files.cache import encode
from perflint.files.checking import Checker, Options, read_file
from perflint.files.config import Config
from perflint.judge import InputError
from perflint.judge.inspection import Inspection

CHUNK = 32
WORTH_IT = 96
Job = tuple[Path, str, Config]
Answer = Inspection | bytes | InputError
_CHECKERS: dict[tuple[str, Options], Checker] = {}


def judge_all(jobs: Sequence[Job], options: Options, processes: int) -> Iterator[Answer]:
    """Yield what each job yields, in order; from other processes it comes encoded."""
    if processes <= 1 or len(jobs) < WORTH_IT:
        for job in jobs:
            yield judge_one(job, options)
        return
    chunks = [jobs[start : start + CHUNK] for start in range(0, len(jobs), CHUNK)]
    context = multiprocessing.get_context("spawn" if "fork" not in multiprocessing.get_all_start_methods() else "fork")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        for answers in pool.map(_judge_chunk, chunks, [options] * len(chunks)):
            yield from answers


def _judge_chunk(jobs: Sequence[Job], options: Options) -> list[bytes | InputError]:
    found = (judge_one(job, options) for job in jobs)
    return [answer if isinstance(answer, InputError) else encode(answer) for answer in found]


def judge_one(job: Job, options: Options) -> Inspection | InputError:
    """Return the inspection of one file, or why it cannot be read."""
    path, shown, config = job
    data = read_file(path, options.lang)
    if isinstance(data, InputError):
        return InputError(shown, data.message)
    return checker_for(config, options).check(data, shown)


def checker_for(config: Config, options: Options) -> Checker:
    """Return this process's checker for a configuration."""
    key = (config.identity, options)
    if key not in _CHECKERS:
        _CHECKERS[key] = Checker(config, options)
    return _CHECKERS[key]
