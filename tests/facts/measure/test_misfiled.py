"""Content of another class: effects among the costs, own money among the benefits; times in place of effects."""

import pytest

from perflint.facts.measure import misfiled
from perflint.facts.row import RowView
from perflint.quantity import Kind
from tests.facts.measure.cells import cells
from tests.facts.rows import row_of


def filed(row: RowView) -> str:
    """Return what TAX045 and TAX008 ask of the content of a row."""
    if misfiled.good_told(row) and row.class_id in {"cost.social", "cost.eco"}:
        return "effect" if row.value.kind is not Kind.NUMERIC else ""
    return "own" if misfiled.own_funds(row) else ""


@pytest.mark.parametrize(("name", "value", "level2", "kind"), cells("misfiled.tsv"))
def test_content_of_another_class(name: str, value: str, level2: str, kind: str) -> None:
    assert filed(row_of(name, value, level2=level2)) == kind


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("2023年1月--2023年11月", (True, 2023, 2023)), ("2023.7.1-2024.6.30", (True, 2023, 2024)),
        ("2023年12月底前", (True, 2023, 2023)), ("12月底前", (True, 2023, 2023)), ("2021-2025年", (True, 2021, 2025)),
        ("≥10年", (False, 0, 0)), ("长期", (False, 0, 0)), ("2023年底前完成3件", (False, 0, 0)), ("", (False, 0, 0)),
    ],
)  # fmt: skip
def test_times_and_their_years(value: str, seen: tuple[bool, int, int]) -> None:
    row = row_of("服务周期", value, level2="社会效益指标")
    told = (misfiled.one_time(row), misfiled.starts_in(row), misfiled.ends_in(row))
    assert told == seen if seen[0] else not told[0]
