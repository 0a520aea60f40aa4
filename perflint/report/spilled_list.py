"""A sequence that may grow without the memory growing: its first items are held, the rest go to a temporary file."""

import weakref
from collections.abc import Collection, Iterator
from typing import IO, Generic, TypeVar

import msgspec

Item = TypeVar("Item")
_SIZE = 4
_ROOM = 4_000


class SpilledList(Collection[Item], Generic[Item]):
    """Items in the order in which they were added; beyond `room` they are encoded into a file that nobody else sees.

    The file goes with the object. Adding raises OSError where the disk is full.
    """

    def __init__(self, kind: type[Item], room: int = _ROOM) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._room = room
        self._held: list[Item] = []
        self._file: IO[bytes] | None = None
        self._written = 0

    def append(self, item: Item) -> None:
        """Add an item at the end."""
        if len(self._held) < self._room:
            self._held.append(item)
            return
        if self._file is None:
            import tempfile  # noqa: PLC0415  # 8 ms that a short list does without

            self._file = tempfile.TemporaryFile(prefix="perflint-")  # noqa: SIM115  # it lives as long as the spilled
            weakref.finalize(self, self._file.close)
        data = msgspec.msgpack.encode(item)
        self._file.seek(0, 2)
        self._file.write(len(data).to_bytes(_SIZE, "little") + data)
        self._written += 1

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._held) + self._written

    def __iter__(self) -> Iterator[Item]:
        """Yield the items in order; several iterations may go on at the same time."""
        yield from self._held
        at = 0
        for _ in range(self._written):
            data, at = self._read(at)
            yield self._decoder.decode(data)

    def __contains__(self, item: object) -> bool:
        """Return whether an equal item was added."""
        return any(item == other for other in self)

    def _read(self, at: int) -> tuple[bytes, int]:
        """Return the record that begins at an offset of the file, and where the next one begins."""
        if self._file is None:
            return b"", at
        self._file.seek(at)
        size = int.from_bytes(self._file.read(_SIZE), "little")
        return self._file.read(size), at + _SIZE + size
