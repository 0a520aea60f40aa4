"""Descriptions that only say the name again."""

import pytest

from perflint.facts.indicators.restatement import count, names, restatement_views
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("抽检合格率", "抽检合格率")], ["抽检合格率"]),
        ([("抽检合格率", "抽检合格率。")], ["抽检合格率"]),
        ([("抽检合格率", "合格批次占抽检批次的比例")], []),
        ([("抽检合格率", "")], []),
        ([("抽检合格率", "抽检合格率"), ("培训", "培训")], ["抽检合格率”“培训"]),
    ],
)
def test_restatements(rows: list[tuple[str, str]], found: list[str]) -> None:
    lines = [f"  - {{name: {name}, value: 1次, description: '{told}'}}\n" for name, told in rows]
    views = list(restatement_views(view_of("indicators:\n" + "".join(lines))))
    assert [names(view) for view in views] == found


def test_seven_rows_are_one_subject_that_names_five() -> None:
    lines = [f"  - {{name: 检查{i}, value: 1次, description: 检查{i}}}\n" for i in range(7)]
    (view,) = restatement_views(view_of("indicators:\n" + "".join(lines)))
    assert (count(view), names(view).count("”“"), len(view.relations(""))) == (7, 4, 6)
