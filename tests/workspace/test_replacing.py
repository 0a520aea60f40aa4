"""Exchanging a file's content: the old or the new one is there, whole, whatever happens."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from perflint.workspace.disk.replacing import NotReplaced, replace_file

OLD, NEW = "名称: 旧\r\n".encode("gb18030"), "名称: 新\r\n".encode("gb18030")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "卢龙 表.yaml"
    path.write_bytes(OLD)
    return path


def entries(path: Path) -> list[str]:
    """Return the names in a file's folder."""
    return sorted(entry.name for entry in path.parent.iterdir())


def test_the_new_content_is_there_and_nothing_else(table: Path) -> None:
    replace_file(table, OLD, NEW)
    assert table.read_bytes() == NEW
    assert entries(table) == [table.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_are_kept(table: Path) -> None:
    table.chmod(0o640)
    replace_file(table, OLD, NEW)
    assert table.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(table: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "perflint.yaml").touch()  # the project holds both
    link = tmp_path / "links" / "link.yaml"
    link.symlink_to(table)
    replace_file(link, OLD, NEW)
    assert link.is_symlink()
    assert table.read_bytes() == NEW
    assert entries(link) == ["link.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone(table: Path) -> None:
    table.write_bytes(b"other")
    with pytest.raises(NotReplaced) as caught:
        replace_file(table, OLD, NEW)
    assert "被改动过" in caught.value.zh
    assert table.read_bytes() == b"other"
    assert entries(table) == [table.name]


@pytest.mark.parametrize("step", ["fsync", "copymode", "replace"])
def test_a_failure_before_the_rename_leaves_the_old_content(
    table: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    owner = {"fsync": os, "copymode": shutil, "replace": Path}[step]
    monkeypatch.setattr(owner, step, full)
    with pytest.raises(NotReplaced) as caught:
        replace_file(table, OLD, NEW)
    monkeypatch.undo()
    assert "No space left on device" in caught.value.en
    assert table.read_bytes() == OLD
    assert entries(table) == [table.name]


def test_an_interruption_leaves_the_old_content(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(table, OLD, NEW)
    monkeypatch.undo()
    assert table.read_bytes() == OLD
    assert entries(table) == [table.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_killed_before_the_rename_leaves_the_old_content(table: Path) -> None:
    child = os.fork()
    if child == 0:
        shutil.copymode = lambda *_: os._exit(9)
        replace_file(table, OLD, NEW)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert table.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser writes anywhere")
def test_a_read_only_folder_is_an_error(table: Path) -> None:
    table.parent.chmod(0o500)
    try:
        with pytest.raises(NotReplaced):
            replace_file(table, OLD, NEW)
    finally:
        table.parent.chmod(0o700)
    assert table.read_bytes() == OLD
