"""The process of one upload, from its inside: bounds first, then the work, told to the page in short messages."""

import contextlib
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from perflint.web.outcome import Order, Progress

_GRACE = 60
_LARGEST_FILE = 256 * 1024 * 1024
_ENCODER = msgspec.json.Encoder()


def work(order: bytes, line: Connection) -> None:
    """Carry out an encoded order; every message, the last one too, is a Progress as JSON."""
    stand_alone()
    known = msgspec.json.decode(order, type=Order)
    bound(known)

    def tell(progress: Progress) -> None:
        line.send_bytes(_ENCODER.encode(progress))

    try:
        from perflint.web.reviewing import reviewed  # noqa: PLC0415  # within the bounds, where it is not loaded yet

        reviewed(known, tell)
        tell(Progress("done"))
    except MemoryError:
        tell(Progress("failed", why="memory"))
    except Exception:  # noqa: BLE001  # what it was may quote the table, so that nothing of it is kept
        tell(Progress("failed", why="failed"))


def stand_alone() -> None:
    """Leave the group of the server, so that this process and what it starts can be ended together; be quiet."""
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):
            os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # libraries warn of what they read: nothing of a table goes into a log
        os.dup2(nowhere, stream)
    os.close(nowhere)


def bound(order: Order) -> None:
    """Bound memory, processor time and the size of files, where the system can do that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  # Windows has none

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + order.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  # as above

        seconds = int(order.seconds) * 2 + _GRACE
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
