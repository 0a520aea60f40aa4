"""Caches hold data of declared types in a folder of this user's own; whatever else lies there is not read."""

import os
import pickle
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from perflint.data import remember, store
from perflint.data.private import private_folder, read_private
from perflint.workspace.runs.cache import Cache

ROOT = Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "examples" / "lulong-2023" / "03.yaml"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")


class Trap:
    """What runs when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path / "缓存")
    return tmp_path / "缓存"


def check(cache: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # this interpreter with the words of this page
        [sys.executable, "-m", "perflint", "check", str(TABLE), "--format", "concise", "--no-config", *words],
        check=False, capture_output=True, encoding="utf-8", cwd=ROOT, env={**os.environ, "PERFLINT_CACHE_DIR": str(cache)},
    )  # fmt: skip


def test_nothing_in_a_cache_is_run(tmp_path: Path) -> None:
    cache, mark = tmp_path / "cache", tmp_path / "OWNED"
    first = check(cache)
    entries = [path for path in cache.rglob("*") if path.is_file()]
    assert len(entries) > 5
    for path in entries:
        path.write_bytes(pickle.dumps(Trap(mark)))
        path.with_suffix(".pickle").write_bytes(pickle.dumps(Trap(mark)))
    second = check(cache)
    assert (second.returncode, second.stdout, second.stderr) == (first.returncode, first.stdout, "")
    assert not mark.exists()


def test_no_cache_neither_reads_nor_writes(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    plain = check(tmp_path / "other")
    cache.mkdir()
    (cache / "compiled").mkdir()
    done = check(cache, "--no-cache")
    assert [path.name for path in cache.rglob("*")] == ["compiled"]
    assert done.stdout == plain.stdout


@pytest.mark.parametrize("kept", [7, "a text", {"sections": []}, [1], None, b"\xff" * 40])
def test_an_entry_of_another_shape_is_built_again(folder: Path, kept: object) -> None:
    built: tuple[str, ...] = ("甲",)
    remember("a", "x", lambda: built, tuple[str, ...])
    (path,) = folder.rglob("*.msgpack")
    data = msgspec.msgpack.encode(kept)
    path.write_bytes(store._seal(data) + data)  # noqa: SLF001  # sealed rightly, so that only the type can refuse it
    assert remember("a", "x", lambda: ("乙",), tuple[str, ...]) == ("乙",)


@posix
def test_the_folder_is_closed_to_others(folder: Path) -> None:
    remember("a", "x", lambda: 1, int)
    assert (folder / "compiled").stat().st_mode & 0o777 == 0o700
    Cache(folder / "inspections").close()
    assert (folder / "inspections").stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("kind", ["writable", "link", "file"])
def test_a_folder_that_others_could_have_filled_is_not_used(tmp_path: Path, kind: str) -> None:
    place, other = tmp_path / "a", tmp_path / "b"
    other.mkdir()
    if kind == "writable":
        place.mkdir()
        place.chmod(0o777)
    elif kind == "link":
        place.symlink_to(other, target_is_directory=True)
    else:
        place.write_text("")
    assert private_folder(place) is None


@posix
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = private_folder(tmp_path / "a")
    assert place is not None
    (place / "x").write_bytes(b"1")
    monkeypatch.setattr(os, "geteuid", lambda: 1 + place.stat().st_uid)
    assert private_folder(place) is None
    with pytest.raises(PermissionError):
        read_private(place / "x")


@posix
def test_a_linked_entry_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(PermissionError):
        read_private(tmp_path / "link")


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xc1", b"not msgpack", None, 3])
def test_a_damaged_inspection_is_judged_again(tmp_path: Path, data: object) -> None:
    cache = Cache(tmp_path / "inspections")
    cache.put([(b"key", b"x")])
    with sqlite3.connect(tmp_path / "inspections" / "inspections.sqlite3") as connection:
        connection.execute("UPDATE inspections SET data = ?", (data,))
    assert cache.get(b"key") is None
    cache.close()


def test_a_damaged_database_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "inspections").mkdir(mode=0o700)
    (tmp_path / "inspections" / "inspections.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    cache = Cache(tmp_path / "inspections")
    assert cache.get(b"key") is None
    cache.put([(b"key", b"x")])
    cache.close()
