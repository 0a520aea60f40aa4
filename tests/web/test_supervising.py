"""The process of an upload can hang, die, swell or babble: the page goes on, and nothing of it is left running."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from perflint.web import supervising
from perflint.web.outcome import Order, Progress
from perflint.web.supervising import Task, Told, context, supervised
from tests.web.tasks import babble, die, hang, swell


def _ended(
    folder: Path, task: Task, told: Told = lambda _progress: None, stop: threading.Event | None = None
) -> Progress:
    order = Order((), str(folder), "zh", 600.0, 200 * 1024 * 1024, 1)
    return supervised(order, told, stop or threading.Event(), context(), task)


def _is_running(number: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text(encoding="ascii")
    except OSError:
        return False


def _assert_nothing_runs(folder: Path) -> None:
    numbers = [int(number) for number in (folder / "numbers").read_text(encoding="ascii").split()]
    assert len(numbers) == 2
    while running := [number for number in numbers if _is_running(number)]:  # the system takes its moment
        time.sleep(0.05)
    assert not running


def test_a_process_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = [0.0]
    monkeypatch.setattr(supervising, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + hours[0]))
    assert _ended(tmp_path, hang, lambda _progress: hours.append(hours.pop() + 3600)) == Progress("failed", why="time")
    _assert_nothing_runs(tmp_path)


def test_deleting_an_upload_ends_its_process(tmp_path: Path) -> None:
    stop = threading.Event()
    assert _ended(tmp_path, hang, lambda _progress: stop.set(), stop).step == "failed"
    _assert_nothing_runs(tmp_path)


@pytest.mark.parametrize("task", [die, babble])
def test_a_process_that_dies_or_babbles_is_a_failed_upload(tmp_path: Path, task: Task) -> None:
    assert _ended(tmp_path, task) == Progress("failed", why="ended")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is bounded where the system can do that")
def test_a_process_that_swells_is_stopped(tmp_path: Path) -> None:
    assert _ended(tmp_path, swell) == Progress("failed", why="memory")
