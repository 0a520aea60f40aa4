"""A row for tests of facts: the shipped knowledge, a project table of 2023."""

from perflint.facts.knowledge import Scope, load_knowledge
from perflint.facts.row import RowView


def row_of(name: str, value: str, /, **texts: str) -> RowView:
    """Return a row with the given cells; `level2` is 数量指标 unless another is given."""
    return row_under(frozenset(), {"name": name, "value": value} | texts)


def row_under(columns: frozenset[str], texts: dict[str, str]) -> RowView:
    """Return a row of a form that prints the given columns."""
    scope = Scope(
        kind="project", profile="general", form="G", levels=True, frame="", year=2023, currency="万元", damaged=False, own_frame=False,
        columns=columns, stage="", level_names=(), suffix_optional=False, settings={}, knowledge=load_knowledge(),
    )  # fmt: skip
    return RowView(scope, {"level2": "数量指标"} | texts)
