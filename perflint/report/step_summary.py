"""The summary of a workflow step: the Markdown report, within the megabyte that GitHub takes."""

from collections.abc import Iterator
from pathlib import Path

from perflint.report.context import Context
from perflint.report.document import Report
from perflint.report.markdown import bounded

# GitHub refuses a summary of more than 1 MiB; others of the same step may stand in it already.
_ROOM = 900_000


def append_summary(report: Report, context: Context, target: Path) -> None:
    """Write the report behind what a step's summary holds.

    Raises:
        OSError: the file cannot be written.
    """
    with target.open("a", encoding="utf-8", newline="\n") as stream:
        stream.writelines(_summary(report, context))


def _summary(report: Report, context: Context) -> Iterator[str]:
    yield from bounded(report, context, _ROOM, _size)
    yield "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
