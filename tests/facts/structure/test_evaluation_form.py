"""Whether a table is a self-evaluation or monitoring table: by its stage, else by what it holds."""

import pytest

from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("text", "evaluation"),
    [
        ("stage: 自评\nindicators: []\n", True),
        ("stage: 绩效运行监控\nindicators: []\n", True),
        ("stage: 公开\ntotal_score: '98'\nindicators: []\n", True),
        ("execution: {executed: 5万元}\nindicators: []\n", True),
        ("indicators:\n  - {name: 培训次数, value: 4次, actual: 4次}\n", True),
        ("stage: 批复\nindicators:\n  - {name: 培训次数, value: 4次, actual: 3次}\n", False),
        ("indicators:\n  - {name: 培训次数, value: 4次, actual: ''}\n", False),
        ("stage: 公开\nindicators: []\n", False),
    ],
)
def test_what_is_an_evaluation(text: str, evaluation: bool) -> None:  # noqa: FBT001  # a table of cases
    assert view_of(text).scope.evaluation is evaluation


def test_an_evaluation_prints_no_columns_of_the_form_for_targets() -> None:
    row = "indicators:\n  - {name: 培训次数, value: 4次}\n"
    assert "basis" in view_of(row, "hebei").scope.columns
    assert "basis" not in view_of(f"stage: 自评\n{row}", "hebei").scope.columns
