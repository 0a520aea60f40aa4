"""How the budget was spent: rates, points, other bases, sources."""

import pytest

from perflint.facts.evaluation.execution import EXECUTION
from perflint.facts.evaluation.executionview import execution_views
from perflint.facts.evaluation.funding import FUNDING, funding_views
from tests.facts.tables import view_of


def _facts(execution: str, rest: str = "indicators: []") -> dict[str, object]:
    subject = next(iter(execution_views(view_of(f"stage: 自评\nexecution: {{{execution}}}\n{rest}\n"))))
    return {name.removeprefix("execution."): fact.derive(subject) for name, fact in EXECUTION.facts.items()}


@pytest.mark.parametrize(
    ("execution", "holds", "by_planned"),
    [
        ("adjusted: 4753.66万元, executed: 3824.26万元, rate: 100%", False, False),
        ("planned: '100', adjusted: '120', executed: '90', rate: 90%", False, True),
        ("planned: '130.54', adjusted: '188.61', executed: '188.45', rate: '99.92'", True, False),
        ("adjusted: 1.2亿元, executed: 6000万元, rate: 50%", True, False),
        ("planned: '20', executed: '15', rate: 75%", True, True),
        ("adjusted: '0', executed: '5', rate: 100%", True, False),
    ],
)
def test_a_rate_holds(execution: str, holds: bool, by_planned: bool) -> None:  # noqa: FBT001  # a table of cases
    facts = _facts(execution)
    assert (facts["rate_holds"], facts["by_planned"]) == (holds, by_planned)


def test_a_rate_by_money_due_says_so() -> None:
    money = "adjusted: '120', executed: '90', rate: 100%"
    assert _facts(money)["other_base"] is False
    assert _facts(f"{money}, x-应支付数: '90'")["other_base"] is True
    assert _facts(money, "remark: 按实际到位资金计算\nindicators: []")["other_base"] is True


@pytest.mark.parametrize(
    ("execution", "points", "holds"),
    [
        ("adjusted: '100', executed: '80', weight: '10', rate: 80%, score: '10'", 10.0, False),
        ("adjusted: '100', executed: '80', rate: 80%, score: '8'", 10.0, True),
        ("adjusted: '5', executed: '4.9', weight: '20', rate: 98%, score: '19.6'", 20.0, True),
        ("rate: '79.27', weight: '10', score: '7.93'", 10.0, True),
        ("adjusted: '9', executed: '10', weight: '10', rate: 111.11%, score: '11.1'", 10.0, False),
        ("adjusted: '100', executed: '97.43', weight: '10', rate: 97.43%, score: '10'", 10.0, True),
    ],
)
def test_a_score_follows_from_the_rate(execution: str, points: float, holds: bool) -> None:  # noqa: FBT001  # a table of cases
    facts = _facts(execution)
    assert (facts["points"], facts["score_holds"]) == (points, holds)


def test_points_are_what_the_rows_leave_of_a_hundred() -> None:
    rows = "indicators:\n  - {name: 甲, weight: '50'}\n  - {name: 乙, weight: '30'}"
    assert _facts("rate: 98%, score: '19.6'", rows)["points"] == 20.0
    assert _facts("rate: 98%, score: '9.8'", "indicators:\n  - {name: 甲, weight: '100'}")["points"] == 10.0


def test_sources_make_the_total_with_parts_of_parts() -> None:
    table = view_of(
        "execution:\n  adjusted: '30'\n  executed: '31'\n  sources:\n"
        "    - {item: 财政拨款, adjusted: '25', executed: '25'}\n    - {item: 其中：中央, adjusted: '15', executed: '15'}\n"
        "    - {item: 其他资金, adjusted: '5', executed: '5'}\nindicators: []\n"
    )
    adds_up = FUNDING.facts["funding.adds_up"].derive
    assert [(found.column, adds_up(found)) for found in funding_views(table)] == [
        ("adjusted", True),
        ("executed", False),
    ]
