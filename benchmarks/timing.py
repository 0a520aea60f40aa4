"""One subprocess timed: wall clock, CPU of it and of all its children, and the peak memory of the largest of them."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MEBI = 1024 * 1024
# Linux counts kilobytes, macOS bytes.
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
# An installed program has its bytecode; these switches of a development environment would have it compiled at each start.
_NOT_PASSED_ON = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"})


class Timing(NamedTuple):
    """Seconds of wall clock and of CPU, MiB of peak memory, and how the program ended."""

    wall: float
    cpu: float
    memory: float
    status: int


def time_command(command: Sequence[str], environment: Mapping[str, str]) -> Timing:
    """Return what one run of a command cost; what it prints is thrown away.

    Raises:
        OSError: the command cannot be started.
    """
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # the commands are this module's callers' own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON} | dict(environment),
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    return Timing(wall, cpu, usage.ru_maxrss * _MEMORY_UNIT / _MEBI, process.returncode)


def best_of(timings: Sequence[Timing]) -> Timing:
    """Return the cheapest run by CPU: the others were disturbed by something else."""
    return min(timings, key=lambda timing: timing.cpu)
