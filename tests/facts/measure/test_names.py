"""Names in place of indicators, and names whose content belongs to another class."""

import pytest

from perflint.facts.indicators import filing, measure, naming
from perflint.facts.measure import class_content, names, unit_fit
from perflint.facts.row import RowView
from perflint.facts.values import quantities
from tests.facts.measure.cells import cells
from tests.facts.rows import row_of

_SPOKEN = {"judgement": "degree", "task": "tasks", "dated": "dated", "question": "question", "": ""}


def called(row: RowView) -> str:
    """Return what the rules say of a name: the first of VAL063, VAL035, WRD003 and TAX043 that speaks."""
    if names.aims(row) and quantities.percentage(row):
        return "slogan"
    if measure.names_change(row) and measure.bare_percentage(row):
        return "change"
    if names.milestone(row):
        return "milestone"
    return naming.name_fault(row) or _SPOKEN[names.name_instead(row)]


def filed(row: RowView) -> str:
    """Return what the rules say of the content of a row: TAX040 or TAX041."""
    nature = filing.nature(row)
    counts = nature in ("count", "measure") and unit_fit.measure(row) in ("count", "area", "length")
    if counts and class_content.work_told(row):
        return "work"
    if nature == "money":
        return ""
    if row.class_id == "benefit.eco" and class_content.economic_subject(row):
        return "economy"
    return "ecology" if row.class_id == "benefit.economic" and class_content.ecological_subject(row) else ""


@pytest.mark.parametrize(("name", "value", "level2", "kind"), cells("names.tsv"))
def test_a_name_that_is_no_indicator(name: str, value: str, level2: str, kind: str) -> None:
    assert called(row_of(name, value, level2=level2)) == kind


@pytest.mark.parametrize(("name", "value", "level2", "kind"), cells("contents.tsv"))
def test_content_of_another_class(name: str, value: str, level2: str, kind: str) -> None:
    assert filed(row_of(name, value, level2=level2)) == kind
