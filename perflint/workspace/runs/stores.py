"""What a run keeps until all its files are inspected, without the memory growing: beyond some room it lies on the disk."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from perflint.across.summary import Member
from perflint.judge import Finding
from perflint.judge.agencies import agency_of

_ROOM = 4_000
_NUMBERS = 20_000
_CACHE = "PRAGMA cache_size=-4000"
Agency = tuple[str, str]
_ENCODE = msgspec.msgpack.Encoder().encode
_MEMBER = msgspec.msgpack.Decoder(Member)
_FINDING = msgspec.msgpack.Decoder(Finding)


def _opened(table: str) -> sqlite3.Connection:
    """Return an empty database with one table, in a file that nobody else sees and that goes with the connection."""
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(_CACHE)
    connection.execute(table)
    connection.execute("BEGIN")
    return connection


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class MembersByAgency:
    """Tables in short, added in any order and given back an agency at a time."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held: list[tuple[Agency, Member]] = []
        self._count = 0
        self._database: sqlite3.Connection | None = None

    def __len__(self) -> int:
        """Return how many tables there are."""
        return self._count

    def add(self, member: Member) -> None:
        """Add a table."""
        self._count += 1
        self._held.append((agency_of(member), member))
        if len(self._held) >= self._room:
            self._spill()

    def groups(self) -> Iterator[list[Member]]:
        """Yield the tables of each agency, by file; of one that names no agency, those of its file."""
        if self._database is None:
            self._held.sort(key=lambda one: (one[0], one[1].path))
            for _, held in groupby(self._held, lambda one: one[0]):
                yield [member for _, member in held]
            return
        self._spill()
        rows = self._database.execute("SELECT name, file, data FROM members ORDER BY name, file, path, rowid")
        for _, group in groupby(rows, lambda row: row[:2]):
            yield [_MEMBER.decode(data) for _, _, data in group]

    def _spill(self) -> None:
        if self._database is None:
            self._database = _opened("CREATE TABLE members (name BLOB, file BLOB, path BLOB, data BLOB)")
        rows = ((_bytes(name), _bytes(file), _bytes(one.path), _ENCODE(one)) for (name, file), one in self._held)
        self._database.executemany("INSERT INTO members VALUES (?, ?, ?, ?)", rows)
        self._held.clear()


class FindingsByPath:
    """Findings, added in any order and given back by the file that they are about."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held: dict[str, list[Finding]] = {}
        self._count = 0
        self._database: sqlite3.Connection | None = None

    def add(self, finding: Finding) -> None:
        """Add a finding."""
        self._count += 1
        self._held.setdefault(finding.place.path, []).append(finding)
        if self._count >= self._room:
            self._spill()

    def of(self, path: str) -> list[Finding]:
        """Return the findings on a file in the order in which they were added."""
        spilled: list[tuple[Any, ...]] = []
        if self._database is not None:
            query = "SELECT data FROM findings WHERE path = ? ORDER BY rowid"
            spilled = self._database.execute(query, (_bytes(path),)).fetchall()
        return [_FINDING.decode(data) for (data,) in spilled] + self._held.get(path, [])

    def _spill(self) -> None:
        if self._database is None:
            self._database = _opened("CREATE TABLE findings (path BLOB, data BLOB)")
            self._database.execute("CREATE INDEX by_path ON findings (path)")
        rows = ((_bytes(path), _ENCODE(one)) for path, several in self._held.items() for one in several)
        self._database.executemany("INSERT INTO findings VALUES (?, ?)", rows)
        self._held.clear()
        self._count = 0


class Occurrences:
    """How often each fingerprint came so far."""

    def __init__(self, room: int = _NUMBERS) -> None:
        self._room = room
        self._held: dict[str, int] = {}
        self._database: sqlite3.Connection | None = None

    def before(self, fingerprint: str) -> int:
        """Return how often a fingerprint came before, and count it."""
        if self._database is not None:
            return self._counted(self._database, fingerprint)
        count = self._held.get(fingerprint, 0)
        self._held[fingerprint] = count + 1
        if len(self._held) >= self._room:
            self._database = _opened("CREATE TABLE seen (key BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID")
            rows = ((bytes.fromhex(key), times) for key, times in self._held.items())
            self._database.executemany("INSERT INTO seen VALUES (?, ?)", rows)
            self._held.clear()
        return count

    @staticmethod
    def _counted(database: sqlite3.Connection, fingerprint: str) -> int:
        upsert = "INSERT INTO seen VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times"
        (times,) = database.execute(upsert, (bytes.fromhex(fingerprint),)).fetchone()
        return int(times) - 1
