"""What the steps of a batch hand on: files that are there whole or not at all, parcelled by whom they are for.

A file is an SQLite database, so that one parcel is found without looking at the others. It is opened as one that nobody
changes, which wants no locks of the file system that the workers share.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

_PAGE = 1024


def write_packets(path: Path, packets: Mapping[int, Iterable[Any]]) -> None:
    """Write lists of things by number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as database:
        for setting in (f"page_size={_PAGE}", "journal_mode=OFF", "synchronous=OFF"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        database.execute("CREATE TABLE packets (number INTEGER PRIMARY KEY, things BLOB)")
        rows = ((number, msgspec.msgpack.encode(list(things))) for number, things in packets.items())
        database.executemany("INSERT INTO packets VALUES (?, ?)", rows)
        database.execute("COMMIT")
    draft.replace(path)


def read_packet(path: Path, number: int, kind: Any) -> Iterator[Any]:  # noqa: ANN401  # a type of things
    """Yield the things for one number; none where there are none for it."""
    for (things,) in _asked(path, "SELECT things FROM packets WHERE number = ?", number):
        yield from msgspec.msgpack.decode(things, type=list[kind])


def packet_sizes(path: Path) -> dict[int, int]:
    """Return how many bytes there are for each number."""
    return dict(_asked(path, "SELECT number, length(things) FROM packets"))


def _asked(path: Path, question: str, *given: int) -> list[Any]:
    with contextlib.closing(sqlite3.connect(_address(path), uri=True)) as database:
        return database.execute(question, given).fetchall()


def _address(path: Path) -> str:
    """Return a file as SQLite wants it; one on another machine's disk (`//server/share`) has no place for that in `as_uri`."""
    text = path.absolute().as_posix()
    return f"file://{quote(os.fsencode(text if text.startswith('/') else f'/{text}'))}?mode=ro&immutable=1"
