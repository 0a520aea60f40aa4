"""Scores: rows that share them, totals, grades, printed scoring rules."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.facts.evaluation import row_scores  # noqa: F401  # its facts
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import result_views
from perflint.facts.evaluation.scores import SCORES
from perflint.facts.evaluation.scoresview import ScoresView, scores_views
from perflint.facts.evaluation.scoring import Step, step_of, tiers_of
from tests.facts.tables import view_of


def _scores(text: str) -> ScoresView:
    return next(iter(scores_views(view_of(text))))


def _fact(subject: ScoresView, name: str) -> object:
    return SCORES.facts[f"scores.{name}"].derive(subject)


def _rows(*pairs: tuple[str, str]) -> str:
    return "indicators:\n" + "".join(
        f"  - {{level1: 产出指标, level2: 数量指标, name: 指标{i}, value: 1个, actual: 1个, weight: '{weight}', score: '{score}'}}\n"
        for i, (weight, score) in enumerate(pairs)
    )


@settings(deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=8))
def test_a_total_is_the_sum_of_its_rows(points: list[int]) -> None:
    rows = _rows(*((str(point), str(point)) for point in points))
    right = _scores(f"total_score: '{sum(points)}'\n{rows}")
    assert _fact(right, "adds_up") is True
    assert _fact(right, "unscored") == 0
    assert _fact(_scores(f"total_score: '{sum(points) + 101}'\n{rows}"), "adds_up") is False


def test_merged_scores_are_counted_once_and_lack_nothing() -> None:
    merged = _scores("total_score: '40'\n" + _rows(("10", "20"), ("10", ""), ("20", "20")))
    assert (_fact(merged, "adds_up"), _fact(merged, "unscored")) == (True, 0)
    lacking = _scores("total_score: '40'\n" + _rows(("10", "10"), ("10", ""), ("20", "20")))
    assert _fact(lacking, "unscored") == 2


@pytest.mark.parametrize(
    ("grade", "total", "read", "due"),
    [
        ("优", "96", "优", "优"), ("优秀", "90", "优", "优"), ("良好", "89.99", "良", "良"), ("优□ 良☑ 中□ 差□", "80", "良", "良"),
        ("优 良 中 差", "80", "", "良"), ("合格", "75", "", "中"), ("差", "59", "差", "差"),
    ],
)  # fmt: skip
def test_grades(grade: str, total: str, read: str, due: str) -> None:
    scores = _scores(f"total_score: '{total}'\ngrade: {grade}\nindicators: []\n")
    assert (_fact(scores, "grade"), _fact(scores, "grade_due")) == (read, due)


@pytest.mark.parametrize(
    ("pairs", "scored"),
    [
        ((("10", "10"), ("10", "8")), [True, True]),
        ((("10", "5"), ("", "5")), [False, False]),
        ((("0.5", "100"), ("0.5", "96")), [False, False]),
        ((("50%", "100"), ("50%", "96")), [False, False]),
        ((("10%", "10"), ("10%", "9.5")), [True, True]),
        ((("50", "10"), ("40", "8")), [False, False]),
        ((("25", "6.25"), ("30", "9"), ("10", "1")), [False, False, False]),
        ((("10", "100%"), ("10", "90%")), [False, False]),
    ],
)
def test_rows_scored_in_points_of_their_own(pairs: tuple[tuple[str, str], ...], scored: list[bool]) -> None:
    known = RESULT.facts["result.scored"].derive
    assert [known(row) for row in result_views(view_of(_rows(*pairs)))] == scored


@pytest.mark.parametrize(
    ("rule", "step"),
    [
        ("达10场得6分，少一场扣1分，扣完为止。", Step(Decimal(1), Decimal(1))),
        ("每降低1个百分点扣0.5分", Step(Decimal(1), Decimal("0.5"))),
        ("每少5人扣2分", Step(Decimal(5), Decimal(2))),
        ("缺一项扣1分，少一次扣2分", None),
        ("完成得满分，未完成不得分", None),
    ],
)
def test_deductions_by_the_piece(rule: str, step: Step | None) -> None:
    assert step_of(rule) == step


def test_tiers_of_percentages() -> None:
    found = tiers_of("90%以上得满分，80%-90%得8分，低于80%不得分")
    assert [(tier.low, tier.high, tier.points) for tier in found] == [
        (Decimal(90), None, None),
        (Decimal(80), Decimal(90), Decimal(8)),
    ]
    assert tiers_of("得分=完成率×分值") == ()
