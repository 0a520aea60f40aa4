"""Whether every rate of a table is exactly 100 %."""

import pytest

from perflint.facts.structure.uniform import all_100, rates
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("values", "count", "found"),
    [
        (["100%", "＝100％"], 2, True),
        (["100%", "≥98%"], 2, False),
        (["100%", "3次"], 1, True),
        (["3次"], 0, False),
    ],
)
def test_rates(values: list[str], count: int, found: bool) -> None:  # noqa: FBT001  # a table of values
    rows = "".join(f"  - {{name: 检查{i}率, value: '{value}'}}\n" for i, value in enumerate(values))
    view = view_of(f"indicators:\n{rows}")
    assert (rates(view), all_100(view)) == (count, found)
