"""Inspections kept by content: a file that did not change, under rules that did not change, is not judged again."""

import contextlib
import hashlib
import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from perflint.data.private import private_folder
from perflint.data.store import cache_folder
from perflint.judge.inspection import Inspection
from perflint.regular import read_regular

if TYPE_CHECKING:
    import sqlite3

_TABLES = (
    "DROP TABLE IF EXISTS kept",  # of versions that did not note when something was asked for
    "CREATE TABLE IF NOT EXISTS inspections (key BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY, day INTEGER) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS by_day ON asked (day)",
)
_ASKED = "INSERT INTO asked VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET day = excluded.day WHERE day < excluded.day"
_DECODER = msgspec.msgpack.Decoder(Inspection)
_BYTES = 2 * 1024**3
_DAYS = 90
_DAY = 86_400
_AT_ONCE = 1_000
_ASKED_AT_ONCE = 500


def encode(inspection: Inspection) -> bytes:
    """Return an inspection as bytes."""
    return msgspec.msgpack.encode(inspection)


def decode(data: bytes) -> Inspection:
    """Return the inspection that `encode` made bytes of.

    Raises:
        msgspec.DecodeError: the bytes are damaged.
    """
    return _DECODER.decode(data)


class Cache:
    """A store of inspections by (path, content, state of the rules); silent where the folder is not this user's own.

    When it is closed, what nobody asked for in 90 days goes, and while more than `most` bytes are kept the oldest.
    """

    def __init__(self, folder: Path | None = None, most: int = _BYTES) -> None:
        self._most = most
        self._today = int(time.time()) // _DAY
        self._asked: list[bytes] = []
        import sqlite3  # noqa: PLC0415  # a run without the cache does without

        self._connection: sqlite3.Connection | None = None
        self._fault = sqlite3.Error
        place = private_folder(folder or cache_folder() / "inspections")
        if place is None:
            return
        with contextlib.suppress(OSError, sqlite3.Error):
            self._connection = sqlite3.connect(place / "inspections.sqlite3", timeout=2)
            self._connection.execute("PRAGMA trusted_schema=OFF")
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=OFF")
            for statement in _TABLES:
                self._connection.execute(statement)

    @staticmethod
    def key(name: str, path: Path, state: bytes) -> bytes | None:
        """Return the key of a file's content, by its name and the state of the rules (`short`); None if it is unreadable."""
        try:
            data = read_regular(path)
        except OSError:
            return None
        return hashlib.blake2b(data, key=state, person=b"perflint", salt=short(name), digest_size=16).digest()

    def kept(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return those keys under which something is kept."""
        found: set[bytes] = set()
        left = iter(keys)
        while self._connection is not None and (some := tuple(islice(left, _ASKED_AT_ONCE))):
            query = f"SELECT key FROM inspections WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608  # marks alone
            with contextlib.suppress(self._fault):
                found.update(key for (key,) in self._connection.execute(query, some))
        return found

    def get(self, key: bytes) -> Inspection | None:
        """Return the inspection kept under a key, None if there is none or what is kept is none."""
        data = self.data(key)
        with contextlib.suppress(msgspec.MsgspecError):
            return None if data is None else decode(data)
        return None

    def data(self, key: bytes) -> bytes | None:
        """Return the bytes kept under a key, None if there are none."""
        if self._connection is None:
            return None
        self._asked.append(key)
        with contextlib.suppress(self._fault):
            row = self._connection.execute("SELECT data FROM inspections WHERE key = ?", (key,)).fetchone()
            return row[0] if row and isinstance(row[0], bytes) else None
        return None

    def put(self, entries: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep several inspections, and note which ones were asked for."""
        if self._connection is None:
            return
        days = [(key, self._today) for key in (*self._asked, *(key for key, _ in entries))]
        with contextlib.suppress(self._fault), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO inspections VALUES (?, ?)", entries)
            self._connection.executemany(_ASKED, days)
        self._asked.clear()

    def close(self) -> None:
        """Clean the store of what is old or too much, and close it."""
        if self._connection is None:
            return
        with contextlib.suppress(self._fault):
            _drop(self._connection, "day < ?", self._today - _DAYS)
            while _size(self._connection) > self._most and _drop(self._connection, _OLDEST, _AT_ONCE):
                pass
        self._connection.close()


_OLDEST = "key IN (SELECT key FROM asked ORDER BY day LIMIT ?)"


def _drop(connection: "sqlite3.Connection", which: str, number: int) -> int:
    """Drop the inspections that a condition on `asked` means; return how many."""
    with connection:
        keys = connection.execute(f"SELECT key FROM asked WHERE {which}", (number,)).fetchall()  # noqa: S608  # this module's own text
        connection.executemany("DELETE FROM inspections WHERE key = ?", keys)
        connection.executemany("DELETE FROM asked WHERE key = ?", keys)
    return len(keys)


def _size(connection: "sqlite3.Connection") -> int:
    """Return how many bytes are in use."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def short(name: str) -> bytes:
    """Return 16 bytes that stand for a text of any length."""
    return hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).digest()
