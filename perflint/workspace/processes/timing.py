"""How long a file may take: a clock that interrupts whatever is being done with it."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

SECONDS = 60.0


class TimeUp(BaseException):  # no Exception, so that nothing on the way takes it for a fault of its own
    """A file took longer than it may."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp in the body once it has run for so many seconds; 0 sets no limit.

    Only the main thread of a process can be interrupted, and only where the system has a clock that does it (not on
    Windows); elsewhere the body runs to its end.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second: a first ring may fall where it is swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TimeUp
