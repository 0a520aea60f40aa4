"""What `perflint batch` costs beside `perflint check`: time, memory of each kind of process, bytes kept and handed on a table.

`python -m benchmarks.batch --tables 2000` makes a corpus and runs, one after the other: check on one core, check as it is, batch with one
and with two workers. Nothing that was judged before is used again. Other work on the machine disturbs the wall clock: its load is printed.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.corpus import write_corpus
from perflint.cluster.packets import packet_sizes

_MEBI = 1024 * 1024
_PAUSE = 0.1
_DEEPEST = 2
_HEAD = (
    "| program | wall s | CPU s | wall ratio | CPU ratio | first process MiB | its children MiB | theirs MiB | together MiB | load |\n"
    "| --- " + "| ---: " * 9 + "|"
)


class Cost(NamedTuple):
    """Seconds; the most memory that the first process, one of its children, one of theirs, and all at a time had; load before."""

    wall: float
    cpu: float
    peaks: tuple[float, float, float]
    together: float
    load: float
    status: int


def cost_of(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Return what a command costs; memory is looked at ten times a second, pages that processes share counted in each."""
    load, before, started = os.getloadavg()[0], _cpu_of_children(), time.perf_counter()
    peaks, together = [0.0] * (_DEEPEST + 1), 0.0
    with subprocess.Popen(  # noqa: S603  # the commands are this module's own
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    ) as process:  # fmt: skip
        while process.poll() is None:
            held = [*_memory(psutil.Process(process.pid), 0)]
            together = max(together, sum(size for _, size in held))
            for depth, size in held:
                peaks[depth] = max(peaks[depth], size)
            time.sleep(_PAUSE)
    wall = time.perf_counter() - started
    return Cost(wall, _cpu_of_children() - before, (peaks[0], peaks[1], peaks[2]), together, load, process.returncode)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _memory(process: psutil.Process, depth: int) -> Iterator[tuple[int, float]]:
    """Yield how deep each process stands below the first, and its memory in MiB; one that has just ended yields nothing."""
    try:
        yield depth, process.memory_info().rss / _MEBI
        for child in process.children():
            yield from _memory(child, min(depth + 1, _DEEPEST))
    except psutil.Error:
        return


def contestants(corpus: Path, folder: Path, partition: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the programs to compare; the first is the measure of the others."""
    perflint = (sys.executable, "-m", "perflint")
    check = (*perflint, "check", str(corpus), "--no-cache", "--format", "concise", "--fail-on", "never")
    yield "check, one core", (*check, "--jobs", "1")
    yield f"check, {os.cpu_count()} cores", check
    for workers in (1, 2):
        yield (
            f"batch, workers: {workers}",
            (*perflint, "batch", str(corpus), "-o", str(folder / f"result-{workers}"), "--workers", str(workers),
             "--partition", str(partition), "--no-progress", "--fail-on", "never"),
        )  # fmt: skip


def bytes_by_table(result: Path, tables: int) -> Iterator[tuple[str, float]]:
    """Yield what a table takes on the disk: each folder of the result, what is kept for the next run, what is shuffled."""
    for folder in sorted(one for one in result.iterdir() if one.is_dir() and not one.name.startswith(".")):
        yield folder.name, sum(file.stat().st_size for file in folder.iterdir()) / tables
    kept = [file for file in (result / ".batch").rglob("*") if file.is_file()]
    yield ".batch", sum(file.stat().st_size for file in kept) / tables
    yield "  shuffled, by agency and by name", sum(map(_shuffled, (result / ".batch" / "inspected").iterdir())) / tables


def _shuffled(file: Path) -> int:
    """Return the bytes of a partition that go to others: all but packet 0, which stays with it."""
    return sum(size for number, size in packet_sizes(file).items() if number)


def main() -> int:
    """Make the corpus, warm up, time everything, and say what a table takes; return 1 if a program failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tables", type=int, default=2000)
    parser.add_argument("--offices", type=int, default=20, help="offices of each of the six agencies of the corpus")
    parser.add_argument("--partition", type=int, default=0, help="tables a partition; default: an eighth, at most 500")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    partition = wanted.partition or max(1, min(500, wanted.tables // 8))
    with tempfile.TemporaryDirectory(prefix="perflint-bench-") as place:
        folder = Path(place)
        files = write_corpus(folder / "corpus", wanted.tables, wanted.seed, wanted.offices)
        size = sum(file.stat().st_size for file in files) / len(files)
        print(f"{wanted.tables} tables of {size:.0f} bytes, {partition} a partition, {os.cpu_count()} cores\n\n{_HEAD}")
        failed = _compare(folder, files[0].parent, partition)
        print()
        for name, taken in bytes_by_table(folder / "result-1", wanted.tables):
            print(f"{name:34}{taken:9.0f} bytes a table")
    return 1 if failed else 0


def _compare(folder: Path, some: Path, partition: int) -> bool:
    """Print a line a program; return whether one failed. One check beforehand compiles the rules, as after an installation."""
    environment = {"PERFLINT_CACHE_DIR": str(folder / "cache"), "PYTHONHASHSEED": "0"}
    cost_of((sys.executable, "-m", "perflint", "check", str(some / "00.yaml")), environment)
    first, failed = None, False
    for label, command in contestants(folder / "corpus", folder, partition):
        cost = cost_of(command, environment)
        first, failed = first or cost, failed or cost.status != 0
        memory = " | ".join(f"{size:.0f}" for size in (*cost.peaks, cost.together))
        remark = f" (ended with {cost.status}: figures mean nothing)" if cost.status else ""
        ratios = f"{cost.wall / first.wall:.2f} | {cost.cpu / first.cpu:.2f}"
        print(
            f"| {label}{remark} | {cost.wall:.1f} | {cost.cpu:.1f} | {ratios} | {memory} | {cost.load:.1f} |",
            flush=True,
        )
    return failed


if __name__ == "__main__":
    sys.exit(main())
