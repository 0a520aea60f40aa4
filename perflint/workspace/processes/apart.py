"""Work done in a process of its own, which can be ended: by a clock, by a bound on memory, or by its own collapse."""

import atexit
import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from perflint.data.store import store_is_used, use_store

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

MOST_MEMORY = 1024 * 1024 * 1024
_MOST_TASKS = 200
_PATIENCE = 2
Made = TypeVar("Made")


class NotDone(Exception):  # noqa: N818  # said of a piece of work
    """Work that came to no end: `why` is `time`, `memory`, `ended` (the process died) or `failed` (with `kind`)."""

    def __init__(self, why: str, kind: str = "") -> None:
        super().__init__(why, kind)
        self.why = why
        self.kind = kind


class _Helper(NamedTuple):
    process: "BaseProcess"
    line: "Connection"
    owner: int


_HELPERS: list[_Helper] = []
_COUNT = {"tasks": 0}


def do_apart(work: Callable[..., Made], *given: object, seconds: float, memory: int = MOST_MEMORY) -> Made:
    """Return what a function of a module makes of its arguments, in another process; both must be picklable.

    Raises:
        NotDone: it took longer than `seconds`, wanted more than `memory` bytes beyond the start, failed or collapsed.
    """
    helper = _helper(memory)
    try:
        helper.line.send((work, given))
        answered = helper.line.poll(seconds or None)
        done, made = helper.line.recv() if answered else (False, "")
    except (EOFError, OSError) as fault:
        _end(helper)
        raise NotDone("ended") from fault
    except BaseException:  # the clock, or Ctrl-C: what runs there is of no use any more
        _end(helper)
        raise
    if not answered:
        _end(helper)
        raise NotDone("time")
    if not done:
        if made in _SPENT:
            _end(helper)
        raise NotDone("memory" if made in _SPENT else "failed", str(made))
    return cast("Made", made)


_SPENT = frozenset({"MemoryError"})


def _helper(memory: int) -> _Helper:
    """Return the process that works for this one, started where there is none; after many tasks it is exchanged."""
    for helper in tuple(_HELPERS):
        if helper.owner != os.getpid():  # a fork's copy of its parent's: not its own to use or to end
            _HELPERS.remove(helper)
        elif _COUNT["tasks"] >= _MOST_TASKS or not helper.process.is_alive():
            _end(helper)
    if not _HELPERS:
        _COUNT["tasks"] = 0
        _HELPERS.append(_started(memory))
    _COUNT["tasks"] += 1
    return _HELPERS[0]


def _started(memory: int) -> _Helper:
    import multiprocessing  # noqa: PLC0415  # most runs do nothing apart

    kinds = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in kinds else "spawn")
    own, other = context.Pipe()
    process = context.Process(target=_serve, args=(other, own, memory, store_is_used()), daemon=True)  # type: ignore[attr-defined]
    process.start()
    other.close()
    return _Helper(process, own, os.getpid())


def _end(helper: _Helper) -> None:
    if helper in _HELPERS:
        _HELPERS.remove(helper)
    with contextlib.suppress(OSError, ValueError):
        helper.process.kill()
        helper.process.join(_PATIENCE)
    helper.line.close()


@atexit.register
def _end_all() -> None:
    for helper in tuple(_HELPERS):
        if helper.owner == os.getpid():
            _end(helper)


def _serve(line: "Connection", others: "Connection", memory: int, stored: bool) -> None:  # noqa: FBT001  # called by position
    """Do one piece of work after another until nobody asks for more."""
    others.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the asking process's to answer
    use_store(wanted=stored)
    _bound(memory)
    while True:
        try:
            work, given = line.recv()
        except (EOFError, OSError):
            return
        line.send(_tried(work, given))


def _tried(work: Callable[..., Any], given: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*given)
    except Exception as fault:  # noqa: BLE001  # told to the asking process by name
        return False, type(fault).__name__


def _bound(memory: int) -> None:
    """Bound the address space to what the process has now and so many bytes more, where the system can do that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  # Windows has none

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
