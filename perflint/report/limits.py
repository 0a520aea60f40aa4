"""What a platform takes of a report: so many results, so many bytes; what is beyond is left out by gravity, and said."""

import zlib
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
_STEP = 64  # results between two looks at the size
_SPARE = 64 * 1024  # bytes that are kept free


class Limit(NamedTuple):
    """How many results and how many bytes a platform takes; `zipped`: the bytes are counted as gzip leaves them."""

    results: int
    size: int
    zipped: bool


class Results(NamedTuple, Generic[Item]):
    """The results of a report: how many there are, in their order and the gravest first, and how each is written."""

    total: int
    every: Callable[[], Iterable[Item]]
    gravest: Callable[[], Iterable[Item]]
    written: Callable[[Item], str]


def fitting(results: Results[Item], limit: Limit, around: Iterable[str]) -> tuple[Iterable[Item], int]:
    """Return the results that a platform takes, and how many are left out; if any, the gravest are left and come first.

    `around` is what the report holds beside its results.
    """
    beside = _Size(zipped=limit.zipped)
    for piece in around:
        beside.add(piece)
    room = limit.size - _SPARE - beside.bytes()
    if results.total <= limit.results and _within(results.every(), results, limit, room) == results.total:
        return results.every(), 0
    kept = _within(islice(results.gravest(), limit.results), results, limit, room)
    return islice(results.gravest(), kept), results.total - kept


def _within(items: Iterable[Item], results: Results[Item], limit: Limit, room: int) -> int:
    """Return how many of some results, from the first, take no more than the room."""
    size, kept, seen = _Size(zipped=limit.zipped), 0, 0
    for item in items:
        seen += 1
        size.add(results.written(item))
        if not seen % _STEP:
            if size.bytes() > room:
                return kept
            kept = seen
    return seen if size.bytes() <= room else kept


class _Size:
    """The size of a text that is written piece by piece, plain or zipped."""

    def __init__(self, *, zipped: bool) -> None:
        self._packer = zlib.compressobj() if zipped else None
        self._bytes = 0

    def add(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        self._bytes += len(self._packer.compress(data) if self._packer else data)

    def bytes(self) -> int:
        """Return the size so far."""
        if self._packer:
            self._bytes += len(self._packer.flush(zlib.Z_SYNC_FLUSH))
        return self._bytes
