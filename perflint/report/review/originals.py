"""What a table was imported from: the department knows its own document, not the data that was made of it."""

from collections.abc import Iterable

from perflint.across.summary import led
from perflint.judge import Place, Related
from perflint.judge.table_summary import TableSummary
from perflint.report.review.cellname import row_of

_TEXTS = (".yaml", ".yml")


def original_of(summary: TableSummary) -> str:
    """Return the name of the document that a table in YAML says it came from; "" for others."""
    return summary.origin.file if summary.origin and summary.path.lower().endswith(_TEXTS) else ""


def place_in_original(summary: TableSummary, pointer: str) -> str:
    """Return where the row of a cell stands in the document that its table came from; "" where the table does not say."""
    if not original_of(summary) or summary.origin is None:
        return ""
    return summary.origin.row(row_of(pointer), len(summary.indicators))


class Originals:
    """The tables under review that say which document they came from."""

    def __init__(self, summaries: Iterable[TableSummary]) -> None:
        self._known: dict[str, list[TableSummary]] = {}
        for summary in summaries:
            if original_of(summary):
                self._known.setdefault(summary.path, []).append(summary)

    def seen(self, other: Related) -> str:
        """Return another place as a reader finds it: in the document that its table came from, else in the file itself."""
        place = other.place
        home = self._home(place)
        if home is None:
            return f"{_file(place)} {other.message}"
        return f"{original_of(home)} {led(place_in_original(home, place.pointer), other.message)}"

    def _home(self, place: Place) -> TableSummary | None:
        inside = [one for one in self._known.get(place.path, ()) if f"{place.pointer}/".startswith(f"{one.pointer}/")]
        return max(inside, key=lambda one: len(one.pointer), default=None)


def _file(place: Place) -> str:
    """Return a file as a reader finds the place in it: a text with its line; a document's message names table and row itself."""
    return f"{place.path}:{place.line}" if place.path.lower().endswith(_TEXTS) else place.path
