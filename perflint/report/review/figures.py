"""Which figures stand beside the targets of a table: earlier years, then standards, in the order of the form."""

from perflint.report.review.model import Sheet

_ORDER = (
    "history.last_year", "history.year_before_last", "history.average_3y", "standard.current", "standard.planned",
)  # fmt: skip


def figures_of(sheet: Sheet) -> list[str]:
    """Return the fields that at least one target of a table has, each also a word of the review; none if it has none."""
    given = {reference.field for measure in sheet.history for reference in measure.references}
    return [field for field in _ORDER if field in given]
