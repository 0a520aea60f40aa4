"""Files judged by several processes, results in the order of the files."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from perflint.facts import load_knowledge
from perflint.judge import InputError
from perflint.judge.inspection import Inspection
from perflint.pattern.shelf import SHELF, Kept
from perflint.workspace.checking import Checker, Options, read_file
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.cache import encode

CHUNK = 32
LEAST = 4
WORTH_IT = 96


class Job(NamedTuple):
    """One file of a run: where it is, the name that it goes by in reports, the configuration that holds for it."""

    path: Path
    shown: str
    config: Config


class _Judged(NamedTuple):
    """What another process made of some jobs, and the regular expressions that it compiled for them."""

    answers: list[bytes | InputError]
    compiled: dict[str, Kept]


Answer = Inspection | bytes | InputError
_CHECKERS: dict[tuple[str, Options], Checker] = {}


def judge_all(jobs: Sequence[Job], options: Options, processes: int) -> Iterator[Answer]:
    """Yield what each job yields, in order; from other processes it comes encoded."""
    if processes <= 1 or len(jobs) < WORTH_IT:
        for job in jobs:
            yield judge_one(job, options)
        return
    yield from _spread(jobs, options, processes)


def _spread(jobs: Sequence[Job], options: Options, processes: int) -> Iterator[Answer]:
    from perflint.workspace.processes.spreading import Ended, can_fork, spread  # noqa: PLC0415  # few files are judged by one process

    if can_fork():
        _warm_up(jobs[0], options)
    done = 0
    try:
        for judged in spread(partial(_judge_chunk, options=options), chunks_of(jobs, processes), processes):
            SHELF.take(judged.compiled)
            yield from judged.answers
            done += len(judged.answers)
    except Ended:  # the rest is done file by file, each apart
        for job in jobs[done:]:
            yield _judged_apart(job, options)


def chunks_of(jobs: Sequence[Job], processes: int) -> Iterator[Sequence[Job]]:
    """Yield the jobs in pieces that become smaller towards the end, so that no process is left with a long piece alone."""
    start = 0
    while start < len(jobs):
        size = max(LEAST, min(CHUNK, (len(jobs) - start) // (2 * processes)))
        yield jobs[start : start + size]
        start += size


def _warm_up(job: Job, options: Options) -> None:
    """Load rules and lexicons once, so that forked processes have them; those that are spawned load them themselves."""
    checker = checker_for(job.config, options)
    checker.engine(checker.default_profile())


def _judged_apart(job: Job, options: Options) -> Answer:
    from perflint.workspace.processes.apart import NotDone, do_apart  # noqa: PLC0415  # only where a process died

    try:
        return do_apart(_judge_chunk, [job], options, seconds=2 * options.seconds).answers[0]
    except NotDone as fault:
        words = (f"审核时程序中断（{fault.why}）", f"checking it broke down ({fault.why})")
        return InputError(job.shown, words[options.lang == "en"])


def _judge_chunk(jobs: Sequence[Job], options: Options) -> _Judged:
    found = (judge_one(job, options) for job in jobs)
    answers = [answer if isinstance(answer, InputError) else encode(answer) for answer in found]
    return _Judged(answers, SHELF.hand_over())


def judge_one(job: Job, options: Options) -> Inspection | InputError:
    """Return the inspection of one file, or why it cannot be read."""
    data = read_file(job.path, options.lang)
    if isinstance(data, InputError):
        return InputError(job.shown, data.message)
    return checker_for(job.config, options).check(data, job.shown)


def checker_for(config: Config, options: Options) -> Checker:
    """Return this process's checker for a configuration."""
    key = (config.identity, options)
    if key not in _CHECKERS:
        _CHECKERS[key] = Checker(config, options)
    return _CHECKERS[key]


def forget_checkers() -> None:
    """Forget what was built to judge files: rules, profiles, lexicons or settings may have changed."""
    _CHECKERS.clear()
    load_knowledge.cache_clear()
