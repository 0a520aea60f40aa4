"""`perflint check --watch`: checks again after a change, says what is missing, and ends with Ctrl-C."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from perflint.cli.watching import relevance
from tests.pages import run

GOOD = "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≥95%}\n"
BAD = GOOD.replace("≥95%", "≤95%")
WORDS = ("check", "--watch", "--select", "DIR001", "--lang", "en", "--no-progress")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "表.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def watcher(folder: Path) -> Iterator[subprocess.Popen[str]]:
    pytest.importorskip("watchfiles")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(  # noqa: S603  # the project's own command
        [sys.executable, "-m", "perflint", *WORDS], cwd=folder, env=environment, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def lines_of(process: subprocess.Popen[str]) -> Queue[str]:
    """Return a queue that a thread fills with the lines of a process."""
    lines: Queue[str] = Queue()
    stream = process.stdout
    assert stream

    def fill() -> None:
        for line in stream:
            lines.put(line)

    threading.Thread(target=fill, daemon=True).start()
    return lines


def until(lines: Queue[str], words: str) -> str:
    """Return what is printed up to a line with these words."""
    seen = ""
    while words not in seen:
        try:
            seen += lines.get(timeout=60)
        except Empty:
            pytest.fail(f"no {words!r} after:\n{seen}")
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
def test_a_change_is_checked_and_ctrl_c_ends(folder: Path, watcher: subprocess.Popen[str]) -> None:
    lines = lines_of(watcher)
    assert "0 errors" in until(lines, "waiting for changes")
    (folder / "表.yaml").write_text(BAD, encoding="utf-8")
    # One change may be told in two pieces and checked twice: wait for what must come, not for the next check.
    assert "changed: 表.yaml" in until(lines, "DIR001")
    (folder / "perflint.yaml").write_text("ignore: [DIR001]\n", encoding="utf-8")
    until(lines, " 0 errors")
    until(lines, "waiting for changes")
    watcher.send_signal(signal.SIGINT)
    assert watcher.wait(60) == 0


def test_a_missing_library_is_named(folder: Path) -> None:
    (folder / "watchfiles.py").write_text("raise ImportError\n", encoding="utf-8")
    said = run(f"PYTHONPATH={folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')} perflint check --watch", folder)
    assert (
        said == 'perflint: --watch 需要 watchfiles：在 perflint 的源码文件夹里运行 pip install ".[watch]"\n[exit 2]\n'
    )


@pytest.mark.parametrize("words", ["-", "nothing.yaml", ". --add-suppressions --reason x"])
def test_what_cannot_be_watched_is_refused(words: str, folder: Path) -> None:
    pytest.importorskip("watchfiles")
    assert run(f"perflint check --watch {words}", folder).endswith("[exit 2]\n")


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ("tables/表.yaml", True), ("tables/deep/a.yml", True), ("one.yaml", True), ("perflint.yaml", True),
        ("tables/表.docx", True), ("tables/~$表.docx", False), ("tables/out.sarif", False), ("other.yaml", False),
        ("tables/.git/a.yaml", False),
    ],
)  # fmt: skip
def test_which_changes_count(changed: str, wanted: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a column of the table above
    (tmp_path / "tables").mkdir()
    assert relevance([tmp_path / "tables", tmp_path / "one.yaml"])(1, str(tmp_path / changed)) == wanted


def test_shells_complete_commands_and_options(folder: Path) -> None:
    asked = "_PERFLINT_COMPLETE=complete_bash {} perflint"
    assert "check" in run(asked.format("COMP_CWORD=1 'COMP_WORDS=perflint ch'"), folder).splitlines()
    assert "--watch" in run(asked.format("COMP_CWORD=2 'COMP_WORDS=perflint check --wa'"), folder).splitlines()
