"""Work spread over processes: what they make comes in order, and they are given no more than they can soon do."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from perflint.data.kept_patterns import lay_patterns
from perflint.data.store import store_is_used, use_store

if TYPE_CHECKING:
    from concurrent.futures import Future

Piece = TypeVar("Piece")
Made = TypeVar("Made")
_AHEAD = 4


class Ended(Exception):  # noqa: N818  # said of a process
    """A process ended before its work was done: it was killed, or died of it."""


def can_fork() -> bool:
    """Return whether processes begin with what this one has loaded; those that are spawned load it themselves."""
    return "fork" in multiprocessing.get_all_start_methods()


def spread(
    work: Callable[[Piece], Made], pieces: Iterable[Piece], processes: int,
    begin: Callable[..., object] | None = None, given: tuple[object, ...] = (),
) -> Iterator[Made]:  # fmt: skip
    """Yield what a function of a module makes of each piece, in order; `begin` is called in each process first.

    Raises:
        Ended: a process ended; what was yielded by then is done.
    """
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    setting_up = (store_is_used(), begin, given)
    under_way: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(processes, context, _set_up, setting_up) as pool:
        try:
            for piece in pieces:
                under_way.append(pool.submit(work, piece))
                if len(under_way) >= _AHEAD * processes:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as fault:
            raise Ended from fault


def _set_up(wanted: bool, begin: Callable[..., object] | None, given: tuple[object, ...]) -> None:  # noqa: FBT001  # called by position
    use_store(wanted=wanted)
    lay_patterns()  # a process that was forked has them
    if begin:
        begin(*given)
