"""The process of one upload, from the outside: started, listened to, ended when its time is over."""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

import msgspec

from perflint.web.outcome import Order, Progress
from perflint.web.worker import work

GRACE = 30.0
_LOOK, _PATIENCE = 0.25, 5.0
_LONGEST = 4096
Told = Callable[[Progress], None]
Task = Callable[[bytes, Connection], None]


def context() -> BaseContext:
    """Return how processes are started: from a small server that has everything loaded, where the system can do that."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["perflint.web.warm"])
    forkserver.ensure_running()
    return made


def supervised(order: Order, told: Told, stop: threading.Event, way: BaseContext, task: Task = work) -> Progress:
    """Return how the process of an upload ended; what it tells on the way is passed on.

    It gets the seconds of the order and half a minute for what it writes at the end; then, or once `stop` is set, it is
    ended with all that it started.
    """
    own, other = way.Pipe(duplex=False)
    process = way.Process(target=task, args=(msgspec.json.encode(order), other))  # type: ignore[attr-defined]
    process.start()
    other.close()
    try:
        return _listen(own, told, stop, time.monotonic() + order.seconds + GRACE)
    finally:
        _end(process)
        own.close()


def _listen(line: Connection, told: Told, stop: threading.Event, until: float) -> Progress:
    while not stop.is_set():
        if time.monotonic() > until:
            return Progress("failed", why="time")
        try:
            if not line.poll(_LOOK):
                continue
            progress = msgspec.json.decode(line.recv_bytes(_LONGEST), type=Progress)
        except (EOFError, OSError, msgspec.DecodeError):
            return Progress("failed", why="ended")
        if progress.step in {"done", "failed"}:
            return progress
        told(progress)
    return Progress("failed", why="ended")


def _end(process: BaseProcess) -> None:
    """End a process and its group; one that has just finished is given a moment to leave by itself."""
    process.join(_LOOK)
    with contextlib.suppress(OSError, AttributeError, TypeError):
        os.killpg(process.pid or 0, signal.SIGKILL) if process.pid else None
    with contextlib.suppress(OSError, ValueError):
        process.kill()
        process.join(_PATIENCE)
        process.close()
