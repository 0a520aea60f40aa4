"""What a wheel brings along is used as long as the shipped files are those that it was made of, and whole."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from perflint.data import built as module
from perflint.data.built import SOURCES, Sources, built, contents, sources

_YEAR = 365 * 24 * 3600


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation with two shipped files and the data that was made of them."""
    root, folder = tmp_path / "_rules", tmp_path / "_built"
    (root / "core").mkdir(parents=True)
    folder.mkdir()
    for name in ("a", "b"):
        (root / "core" / f"{name}.yaml").write_text(f"id: {name}", encoding="utf-8")
    known = Sources("program", contents(root), 2, 10)
    for name, part in ((SOURCES, known), ("words", {"正向": ["率"]})):
        (folder / f"{name}.msgpack").write_bytes(msgspec.msgpack.encode(part))
    monkeypatch.setattr(module, "FOLDER", folder)
    monkeypatch.setattr(module, "rules_root", lambda: root)
    for kept in (module.sources, module._read):  # noqa: SLF001  # what a process remembers
        kept.cache_clear()
    yield root
    for kept in (module.sources, module._read):  # noqa: SLF001  # as above
        kept.cache_clear()


def test_what_was_made_is_used(root: Path) -> None:
    assert sources() == Sources("program", contents(root), 2, 10)
    assert built("words", dict[str, list[str]]) == {"正向": ["率"]}


def _longer(root: Path) -> None:
    (root / "core" / "a.yaml").write_text("id: aa", encoding="utf-8")


def _other_later(root: Path) -> None:
    path = root / "core" / "a.yaml"
    path.write_text("id: x", encoding="utf-8")
    _later(path)


def _one_more(root: Path) -> None:
    (root / "core" / "c.yaml").write_text("", encoding="utf-8")


def _renamed(root: Path) -> None:
    (root / "core" / "a.yaml").rename(root / "core" / "z.yaml")
    _later(root / "core")


def _later(path: Path) -> None:
    then = path.stat().st_mtime + _YEAR
    os.utime(path, (then, then))


@pytest.mark.parametrize("change", [_longer, _other_later, _one_more, _renamed])
def test_nothing_is_used_once_a_shipped_file_is_another(root: Path, change: Callable[[Path], None]) -> None:
    change(root)
    assert sources() is None
    assert built("words", dict[str, list[str]]) is None


def test_files_that_are_newer_and_the_same_are_the_same(root: Path) -> None:
    _later(root / "core" / "a.yaml")
    assert built("words", dict[str, list[str]]) == {"正向": ["率"]}


@pytest.mark.parametrize("data", [b"", b"\xc1", msgspec.msgpack.encode([1])])
def test_what_is_damaged_or_of_another_type_is_not_used(root: Path, data: bytes) -> None:
    (root.parent / "_built" / "words.msgpack").write_bytes(data)
    assert built("words", dict[str, list[str]]) is None


def test_a_checkout_has_none() -> None:
    assert sources() is None
    assert built("pack", dict[str, str]) is None
