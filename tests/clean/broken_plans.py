"""Mutations of spending plans."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.model import Table
from tests.clean.change import Change, put, put_all
from tests.clean.kind import Kind


def _shares(table: Table) -> list[Decimal]:
    return [Decimal(period.cell.text.strip().removesuffix("%")) for period in table.plan]


def reverse(table: Table) -> Iterator[Change]:
    """Yield the plan from back to front."""
    texts = [period.cell.text for period in table.plan]
    if texts and texts != texts[::-1]:
        yield put_all(zip((period.cell for period in table.plan), reversed(texts), strict=True))


def spread(table: Table) -> Iterator[Change]:
    """Yield shares of each period for cumulative progress."""
    shares = _shares(table)
    if len([share for share in shares if share]) > 1:
        steps = [new - old for old, new in zip([Decimal(0), *shares[:-1]], shares, strict=True)]
        yield put_all(zip((period.cell for period in table.plan), (f"{step}%" for step in steps), strict=True))


def stop_short(table: Table) -> Iterator[Change]:
    """Yield a plan that does not end at 100 %."""
    if table.plan:
        yield put(table.plan[-1].cell, "95%", table.plan[-1].name)


def overshoot(table: Table) -> Iterator[Change]:
    """Yield a plan with a share above 100 %."""
    if table.plan:
        yield put(table.plan[-1].cell, "120%", table.plan[-1].name)


def blank(table: Table) -> Iterator[Change]:
    """Yield a plan with an empty period."""
    for period in table.plan[1:3]:
        yield put(period.cell, "", period.name)


PLANS = (
    Kind("支出计划前后颠倒", "spending plan reversed", reverse, 0.9),
    Kind("支出计划不是累计数", "plan shares not cumulative", spread, 0.9),
    Kind("支出计划年底不到100%", "plan ends below 100 %", stop_short, 0.9),
    Kind("支出计划超过100%", "plan above 100 %", overshoot, 0.9),
    Kind("支出计划缺一个时点", "a period of the plan empty", blank, 0.9),
)
