"""One citation in its cell, and how such cells are found."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.marks import rewritten
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.sources.citing import TITLE, Citation, find_marks
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView


class CitationView(Struct, frozen=True):
    """One citation in its cell."""

    scope: Scope
    prose: Prose
    found: Citation

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a citation stands in one cell
        """Return the place of the cell."""
        return self.prose.place

    @property
    def is_title(self) -> bool:
        """Whether it is an outermost 《title》."""
        return self.found.kind == TITLE and not self.found.depth

    def replaced(self, text: str) -> str:
        """Return the whole cell with a text in the place of the citation."""
        return rewritten(self.prose.text, [(self.found.start, self.found.end, text)])


def row_citations(row: RowView) -> Iterator[CitationView]:
    """Yield the citations in the prose cells of a row."""
    return _views(row.scope, row.prose)


def table_citations(view: TableView) -> Iterator[CitationView]:
    """Yield the citations in the prose cells of a table, its title and the name of its project."""
    return _views(view.scope, view.prose_and("title", "project.name"))


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[CitationView]:
    for prose in cells:
        for found in find_marks(prose.text):
            yield CitationView(scope, prose, found)
