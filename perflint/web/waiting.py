"""The uploads that wait for their turn: a few are worked on at once, a few more may wait, others are sent away."""

import asyncio
from collections.abc import Callable

from msgspec import Struct

from perflint.web.outcome import Given, Order, Progress
from perflint.web.results import Result, Results
from perflint.web.settings import Settings
from perflint.web.supervising import context, supervised


class Busy(Exception):  # noqa: N818  # said of the server
    """As much is being done and kept as may be."""


class Counts(Struct):
    """How much was done: all that is ever noted of it."""

    uploads: int = 0
    files: int = 0
    finished: int = 0
    failed: int = 0


class Queue:
    """Works on uploads, each in a process of its own."""

    def __init__(
        self, settings: Settings, results: Results, note: Callable[[Counts], None], counts: Counts | None = None
    ) -> None:
        self._settings = settings
        self._results = results
        self._note = note
        self._turn = asyncio.Semaphore(settings.at_once)
        self._tasks: set[asyncio.Task[None]] = set()
        self._way = context()
        self.counts = counts or Counts()

    def check(self) -> None:
        """Check that one more upload can be taken.

        Raises:
            Busy: it cannot.
        """
        most = self._settings.at_once + self._settings.waiting
        if self._results.working() >= most or len(self._results) >= self._settings.results:
            raise Busy

    def add(self, result: Result, files: tuple[Given, ...], *, sample: bool) -> None:
        """Take an upload whose files lie in its folder."""
        set_ = self._settings
        order = Order(
            files, str(result.folder), result.lang, set_.seconds, set_.memory, set_.unpacked, sample
        )  # fmt: skip
        self.counts.uploads += 1
        self.counts.files += len(files)
        task = asyncio.create_task(self._work(result, order))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, result: Result, order: Order) -> None:
        ended = Progress("failed", why="failed")
        try:
            async with self._turn:
                if result.stop.is_set():
                    return
                result.progress = Progress("reading")
                told: Callable[[Progress], None] = lambda progress: setattr(result, "progress", progress)  # noqa: E731
                ended = await asyncio.to_thread(supervised, order, told, result.stop, self._way)
        finally:
            self._results.finish(result, ended)
            done = ended.step == "done"
            self.counts.finished += done
            self.counts.failed += not done
            self._note(self.counts)

    async def close(self) -> None:
        """End all processes."""
        self._results.close()
        for task in self._tasks:  # those that wait for a turn; a process is ended by its own supervisor
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
