"""How much of the money a plan spends by the end of a quarter: only what it says, nothing spread in between."""

import pytest

from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView
from perflint.facts.plan.quarters import last_step  # noqa: F401  # its facts are entered at import
from perflint.facts.vocabulary import Unknown
from tests.facts.tables import view_of


def fact(name: str, periods: str) -> object:
    """Return a fact of a spending plan."""
    return PLAN.facts[f"plan.{name}"].derive(PlanView(view_of(f"spending_plan: {{{periods}}}\nindicators: []\n")))


@pytest.mark.parametrize(
    ("periods", "by"),
    [
        ("3月底: 25%, 6月底: 50%, 9月底: 75%, 12月底: 100%", [25.0, 50.0, 75.0, 25.0]),
        ("第一季度: 30, 第二季度: 60, 第三季度: 60, 第四季度: 100", [30.0, 60.0, 60.0, 40.0]),
        ("3月底: 50%, 6月底: 100%, 10月底: 100%, 12月底: 100%", [50.0, 100.0, 100.0, 0.0]),
        ("上半年: 40%, 全年: 100%", [None, 40.0, None, 60.0]),
        ("3月底: 10%, 6月底: 30%, 10月底: 80%, 12月底: 100%", [10.0, 30.0, None, 20.0]),
        ("3月底: 25%, 6月底: 25%, 9月底: 25%, 12月底: 25%", [None, None, None, None]),
        ("3月底: 待定, 12月底: 100%", [None, None, None, None]),
    ],
)
def test_progress_by_the_end_of_a_quarter_and_in_the_last_step(periods: str, by: list[float | None]) -> None:
    found = [fact(name, periods) for name in ("by_month_3", "by_month_6", "by_month_9", "last_step")]
    assert [None if isinstance(value, Unknown) else value for value in found] == by
