"""Results: under names that cannot be guessed, gone in time, and nothing left when the server ends."""

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from perflint.web.outcome import Progress
from perflint.web.results import Results, results_for
from perflint.web.settings import Settings, size_in_bytes

_DONE = Progress("done")


def _root(results: Results) -> Path:
    return results.new("zh").folder.parent


def test_names_cannot_be_guessed() -> None:
    with results_for(Settings()) as results:
        names = {results.new("zh").name for _ in range(50)}
        assert len(names) == 50
        assert min(map(len, names)) >= 32  # 24 random bytes


def test_nobody_else_can_look_into_the_folder() -> None:
    with results_for(Settings()) as results:
        result = results.new("zh")
        assert _root(results).stat().st_mode & 0o077 == 0
        assert result.folder.is_dir()


def test_what_was_uploaded_goes_as_soon_as_it_is_read() -> None:
    with results_for(Settings()) as results:
        result = results.new("zh")
        (result.folder / "in" / "0").write_bytes(b"secret")
        (result.folder / "outcome").write_bytes(b"kept")
        results.finish(result, _DONE)
        assert [path.name for path in result.folder.iterdir()] == ["outcome"]


def test_results_are_gone_after_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    with results_for(replace(Settings(), kept=1800)) as results:
        result, busy = results.new("zh"), results.new("zh")
        results.finish(result, _DONE)
        monkeypatch.setattr(time, "monotonic", lambda: now + 1790)
        assert results.get(result.name) is result
        monkeypatch.setattr(time, "monotonic", lambda: now + 1900)
        results.sweep()
        assert results.get(result.name) is None
        assert not result.folder.exists()
        assert results.get(busy.name) is busy  # what is being worked on has its own clock


def test_deleting_ends_the_work_and_removes_everything() -> None:
    with results_for(Settings()) as results:
        result = results.new("zh")
        results.drop(result.name)
        assert result.stop.is_set()
        assert not result.folder.exists()
        assert results.get(result.name) is None


def test_nothing_is_left_at_the_end() -> None:
    with results_for(Settings()) as results:
        root = _root(results)
        results.finish(results.new("zh"), _DONE)
        assert root.is_dir()
    assert not root.exists()


@pytest.mark.parametrize(
    ("text", "size"),
    [("20MB", 20_000_000), ("500 kb", 500_000), ("2000000", 2_000_000), ("1.5m", 1_500_000), ("1GB", 1_000_000_000)],
)
def test_sizes_are_read(text: str, size: int) -> None:
    assert size_in_bytes(text) == size


@pytest.mark.parametrize("text", ["", "MB", "20 MiB", "-5MB", "0", "1e9", "二十MB", "1.2.3MB"])
def test_what_is_no_size_is_told(text: str) -> None:
    assert size_in_bytes(text) is None
