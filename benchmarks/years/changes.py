"""Right changes over years: whatever is said of them over years is a false alarm."""

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from benchmarks.years import project_changes, row_changes
from benchmarks.years.project import Project

Change: TypeAlias = Callable[[Project, Random], None]

CHANGES: Mapping[str, Change] = {
    change.__name__: change
    for change in (
        project_changes.new_project,
        project_changes.ended_project,
        project_changes.one_off,
        project_changes.gap,
        project_changes.renamed_project,
        project_changes.year_in_name,
        project_changes.second_phase,
        project_changes.adjusted_in_the_year,
        project_changes.earlier_year_cited,
        project_changes.reason_for_budget,
        project_changes.growth,
        project_changes.shrinking,
        project_changes.jumping,
        row_changes.renamed_indicators,
        row_changes.units_changed,
        row_changes.small_changes,
        row_changes.reason_in_row,
        row_changes.written_otherwise,
        row_changes.qualitative,
        row_changes.ranges,
        row_changes.improved,
        row_changes.printed_history,
    )
}
