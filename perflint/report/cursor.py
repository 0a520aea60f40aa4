"""Going through several lists at once, file by file, without holding them."""

from collections.abc import Iterable, Iterator

from perflint.judge import Finding


class Cursor:
    """Stands in a list of findings whose files come in the order in which they are asked for."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = iter(findings)
        self._next = next(self._findings, None)

    def take(self, path: str) -> Iterator[Finding]:
        """Yield the findings of a file that come next."""
        while self._next is not None and self._next.place.path == path:
            yield self._next
            self._next = next(self._findings, None)
