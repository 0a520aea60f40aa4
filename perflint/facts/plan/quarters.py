"""How much of the money a plan spends by the end of a quarter, and in its last step."""

from decimal import Decimal
from functools import partial

from perflint.facts.plan.pace import is_steady
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView
from perflint.facts.vocabulary import DOUBLE, Unknown

_NOT_CUMULATIVE = Unknown(
    "支出计划读不出累计进度（填写不完整、期间不明或有别的错误）",
    "the plan does not read as cumulative progress: incomplete, unknown periods, or another mistake",
)
_NO_PERIOD = Unknown("支出计划没有止于这个月的期间", "the plan has no period that ends in this month")


def _by(plan: PlanView, month: int) -> float | Unknown:
    """Return the progress by the end of a month: as written, or as it must be between two equal periods."""
    if not is_steady(plan):
        return _NOT_CUMULATIVE
    before = [entry.number or Decimal(0) for entry in plan.entries if (entry.month or 0) <= month]
    after = [entry.number or Decimal(0) for entry in plan.entries if (entry.month or 0) >= month]
    low, high = (before[-1] if before else Decimal(0)), (after[0] if after else None)
    return float(low) if low == high else _NO_PERIOD


for _month, _zh in ((3, "一季度末"), (6, "二季度末"), (9, "三季度末")):
    PLAN.fact(
        f"by_month_{_month}",
        DOUBLE,
        optional=True,
        zh=f"{_zh}（{_month}月底）的累计百分比",
        en=f"cumulative percent by the end of month {_month}",
    )(partial(_by, month=_month))


@PLAN.fact(
    "last_step",
    DOUBLE,
    optional=True,
    zh="最后一期比前一期增加的百分点",
    en="percentage points that the last period adds to the one before it",
)
def last_step(plan: PlanView) -> float | Unknown:
    if not is_steady(plan):
        return _NOT_CUMULATIVE
    return float((plan.entries[-1].number or Decimal(0)) - (plan.entries[-2].number or Decimal(0)))
