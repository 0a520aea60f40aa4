"""Going through several lists at once, file by file, without holding them."""

from collections.abc import Iterable, Iterator

from perflint.judge import Finding

Shares = tuple[Iterator[Finding], ...]


class Cursor:
    """Stands in a list of findings in which those of a file come together."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = iter(findings)
        self._next = next(self._findings, None)

    @property
    def path(self) -> str | None:
        """The file of the finding that comes next, None at the end."""
        return None if self._next is None else self._next.place.path

    def take(self, path: str | None) -> Iterator[Finding]:
        """Yield the findings of a file that come next."""
        while self._next is not None and self._next.place.path == path:
            yield self._next
            self._next = next(self._findings, None)


def file_by_file(paths: Iterable[str], lists: tuple[Iterable[Finding], ...]) -> Iterator[tuple[str, Shares]]:
    """Yield each file with its findings in each list; what comes in another order than the files follows at the end.

    The findings of a file are to be gone through before the next file is asked for.
    """
    cursors = [Cursor(findings) for findings in lists]
    for path in paths:
        yield path, tuple(cursor.take(path) for cursor in cursors)
    while path := next((cursor.path for cursor in cursors if cursor.path is not None), ""):
        yield path, tuple(cursor.take(path) for cursor in cursors)
