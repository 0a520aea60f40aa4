"""Spaces between Chinese characters: typed ones count, the folds of wrapped YAML scalars do not."""

import pytest

from perflint.facts.wording.gap import GapView, closed, gap_views
from tests.facts.tables import view_of


def _gaps(text: str) -> list[GapView]:
    return list(gap_views(view_of(text)))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("营造良好\n    环境", []),
        ("'营造良好\n    环境'", []),
        ('"营造良好\n    环境"', []),
        (">-\n    营造良好\n    环境", []),
        ("|-\n    营造 良好\n    环境", ["造 良"]),
        ("营造 良好\n    的环境", ["造 良"]),
        ("营造　良好", ["造　良"]),
        ("营造良好", []),
    ],
)
def test_folds_are_no_spaces(cell: str, found: list[str]) -> None:
    gaps = _gaps(f"kind: project\ngoals: {cell}\n")
    assert [mark.text for gap in gaps for mark in gap.marks] == found


def test_rows_and_labels() -> None:
    rows = "indicators:\n  - level2: 服务对象 满意度\n    name: 农贸   市场\n    value: 营造良好\n      环境\n"
    gaps = _gaps(f"kind: project\n{rows}")
    assert [(gap.field, closed(gap)) for gap in gaps] == [
        ("indicators.level2", "服务对象满意度"),
        ("indicators.name", "农贸市场"),
    ]


def test_a_list_of_texts() -> None:
    gaps = _gaps("kind: project\ngoals:\n  - 第一条\n    改造\n  - 农 贸 市\n")
    assert [closed(gap) for gap in gaps] == ["第一条 改造\n农贸市"]
