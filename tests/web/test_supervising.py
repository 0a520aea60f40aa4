"""The process of an upload can hang, die, swell or babble: the page goes on, and nothing of it is left running."""

import os
import threading
import time
from pathlib import Path

import pytest

from perflint.web import supervising
from perflint.web.outcome import Order, Progress
from perflint.web.supervising import Task, context, supervised
from tests.web.tasks import babble, die, hang, swell


def _ended(folder: Path, task: Task, stop: threading.Event | None = None) -> Progress:
    order = Order((), str(folder), "zh", 1.0, 200 * 1024 * 1024, 1)
    return supervised(order, lambda _progress: None, stop or threading.Event(), context(), task)


def _is_running(number: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text(encoding="ascii")
    except OSError:
        return False


def test_a_process_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervising, "GRACE", 3.0)
    assert _ended(tmp_path, hang) == Progress("failed", why="time")
    numbers = [int(number) for number in (tmp_path / "numbers").read_text(encoding="ascii").split()]
    time.sleep(0.2)
    assert not [number for number in numbers if _is_running(number)]


def test_deleting_an_upload_ends_its_process(tmp_path: Path) -> None:
    stop = threading.Event()
    threading.Timer(1.0, stop.set).start()
    assert _ended(tmp_path, hang, stop).step == "failed"


@pytest.mark.parametrize("task", [die, babble])
def test_a_process_that_dies_or_babbles_is_a_failed_upload(tmp_path: Path, task: Task) -> None:
    assert _ended(tmp_path, task) == Progress("failed", why="ended")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is bounded where the system can do that")
def test_a_process_that_swells_is_stopped(tmp_path: Path) -> None:
    assert _ended(tmp_path, swell) == Progress("failed", why="memory")
    assert os.path.lexists(tmp_path)
