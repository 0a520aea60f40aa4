"""The uploads that are being worked on or kept: each in a folder of its own, under a name that cannot be guessed."""

import contextlib
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, field

from perflint.web.outcome import Outcome, Page, Progress
from perflint.web.settings import Settings

_WORKING = frozenset({"waiting", "reading", "judging", "writing"})


class Result(Struct):
    """One upload: its name, folder, language, how far it is, and when it goes (seconds of the clock that never jumps)."""

    name: str
    folder: Path
    lang: str
    progress: Progress
    expires: float
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def working(self) -> bool:
        """Whether it is still being worked on."""
        return self.progress.step in _WORKING

    def outcome(self) -> Outcome:
        """Return what it came to."""
        return msgspec.msgpack.decode((self.folder / "outcome").read_bytes(), type=Outcome)

    def page(self, number: int) -> Page:
        """Return one of its tables, from 1."""
        return msgspec.msgpack.decode((self.folder / f"page-{number}").read_bytes(), type=Page)


class Results:
    """All uploads of a server; nothing of them outlives it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._held: dict[str, Result] = {}
        self._root = Path(tempfile.mkdtemp(prefix="perflint-serve-"))

    def __len__(self) -> int:
        return len(self._held)

    def working(self) -> int:
        """Return how many uploads are being worked on or wait for it."""
        return sum(result.working for result in self._held.values())

    def new(self, lang: str) -> Result:
        """Return a new upload with an empty folder; it goes by itself when nothing comes of it."""
        name = secrets.token_urlsafe(24)
        folder = self._root / name
        (folder / "in").mkdir(parents=True, mode=0o700)
        result = Result(name, folder, lang, Progress("waiting"), time.monotonic() + self._settings.kept)
        self._held[name] = result
        return result

    def get(self, name: str) -> Result | None:
        """Return an upload that is not over."""
        result = self._held.get(name)
        if result is not None and not result.working and result.expires <= time.monotonic():
            self.drop(name)
            return None
        return result

    def finish(self, result: Result, progress: Progress) -> None:
        """Note how an upload ended; of its files only what is shown and offered is kept."""
        for name in ("in", "tables"):
            shutil.rmtree(result.folder / name, ignore_errors=True)
        result.progress = progress
        result.expires = time.monotonic() + self._settings.kept

    def drop(self, name: str) -> None:
        """End an upload and delete all of it."""
        result = self._held.pop(name, None)
        if result is not None:
            result.stop.set()
            shutil.rmtree(result.folder, ignore_errors=True)

    def sweep(self) -> None:
        """Delete what is over."""
        for name in tuple(self._held):
            self.get(name)

    def close(self) -> None:
        """Delete everything."""
        for name in tuple(self._held):
            self.drop(name)
        shutil.rmtree(self._root, ignore_errors=True)


@contextlib.contextmanager
def results_for(settings: Settings) -> Iterator[Results]:
    """Hold the uploads of a server; at the end, whatever ends it, they are deleted."""
    held = Results(settings)
    try:
        yield held
    finally:
        held.close()
