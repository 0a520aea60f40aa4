"""Inspections kept by content: a file that did not change, under rules that did not change, is not judged again."""

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from perflint.data.private import private_folder
from perflint.data.store import cache_folder
from perflint.judge.inspection import Inspection
from perflint.regular import read_regular

_DECODER = msgspec.msgpack.Decoder(Inspection)
_KEPT = 200_000


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
    """A store of inspections by (path, content, state of the rules); silent where the folder is not this user's own."""

    def __init__(self, state: str, folder: Path | None = None) -> None:
        self.state = hashlib.blake2b(state.encode(), digest_size=16).digest()
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
            self._connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID")

    def key(self, name: str, path: Path) -> bytes | None:
        """Return the key of a file's content, by the name it goes by, under the present rules; None if it is unreadable."""
        try:
            data = read_regular(path)
        except OSError:
            return None
        return hashlib.blake2b(data, key=self.state, person=b"perflint", salt=_salt(name), digest_size=16).digest()

    def has(self, key: bytes) -> bool:
        """Return whether something is kept under a key."""
        return self._row("SELECT 1 FROM kept WHERE key = ?", key) is not None

    def get(self, key: bytes) -> Inspection | None:
        """Return the inspection kept under a key, None if there is none or what is kept is none."""
        row = self._row("SELECT data FROM kept WHERE key = ?", key)
        with contextlib.suppress(msgspec.MsgspecError, TypeError):
            return decode(row[0]) if row else None
        return None

    def _row(self, query: str, key: bytes) -> tuple[Any, ...] | None:
        if self._connection is None:
            return None
        with contextlib.suppress(self._fault):
            row: tuple[Any, ...] | None = self._connection.execute(query, (key,)).fetchone()
            return row
        return None

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep several inspections; the store is emptied when it has grown past its limit."""
        if self._connection is None:
            return
        with contextlib.suppress(self._fault), self._connection:
            (count,) = self._connection.execute("SELECT COUNT(*) FROM kept").fetchone()
            if count > _KEPT:
                self._connection.execute("DELETE FROM kept")
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", entries)

    def close(self) -> None:
        """Close the store."""
        if self._connection is not None:
            self._connection.close()


def _salt(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).digest()
