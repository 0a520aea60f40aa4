"""Facts about the weights of the indicator rows, each half of the form by itself (domain: §2.5)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

WEIGHTS = Vocabulary("weights", "指标权重：年度与中长期各算一组", "the weights of the rows, annual and mid-term apart")

_NUMBER = pattern(r"(\d{1,10}(?:\.\d{1,10})?)(?:%|分)?")
_EXECUTION = "预算执行率"
_EXECUTION_WEIGHT = 10
_NEAR = 0.01


class WeightsView(Struct, frozen=True):
    """The weights of one half: rows with a value, those without a weight, and the sum."""

    scope: Scope
    index: int
    missing: tuple[str, ...]
    unread: int
    given: int
    total: Decimal
    execution: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a sum has no cell: the first weight, or the row without one
        """Return the place of the first weight, or of the first row without one."""
        return Spot("weight", records="indicators", index=self.index)


def weights_views(view: TableView) -> Iterator[WeightsView]:
    """Yield one view for each half that has a weight."""
    for midterm in (False, True):
        rows = [
            (i, row)
            for i, row in enumerate(view.rows)
            if row.midterm == midterm and (row.filled("value") or row.filled("weight"))
        ]
        weights = [_NUMBER.fullmatch(fold(row.text("weight"))) for _, row in rows]
        if not any(row.filled("weight") for _, row in rows):
            continue
        blank = [(i, row) for i, row in rows if not row.filled("weight")]
        filled = [(i, row) for i, row in rows if row.filled("weight")]
        unread = sum(1 for (_, row), found in zip(rows, weights, strict=True) if found is None and row.filled("weight"))
        yield WeightsView(
            view.scope, (blank or filled)[0][0], tuple(row.text("name").strip() for _, row in blank), unread, len(filled),
            sum((Decimal(found[1]) for found in weights if found), Decimal(0)),
            any(_EXECUTION in row.name and row.filled("weight") for _, row in rows),
        )  # fmt: skip


@WEIGHTS.fact("missing", INT, zh="没有填权重的行数", en="number of rows without a weight")
def missing(subject: WeightsView) -> int:
    return len(subject.missing)


@WEIGHTS.fact("missing_names", STRING, zh="没有填权重的指标", en="rows without a weight")
def missing_names(subject: WeightsView) -> str:
    return "、".join(subject.missing[:5]) + ("等" if len(subject.missing) > 5 else "")  # noqa: PLR2004  # enough to find them


@WEIGHTS.fact("sum", DOUBLE, zh="权重合计", en="sum of the weights")
def total(subject: WeightsView) -> float:
    return float(subject.total)


@WEIGHTS.fact("readable", BOOL, zh="是否每个权重都是数字", en="whether every weight is a number")
def readable(subject: WeightsView) -> bool:
    return subject.unread == 0


@WEIGHTS.fact("total_allowed", BOOL, zh="合计是否等于允许的数值", en="whether the sum is an allowed one")
def total_allowed(subject: WeightsView) -> bool:
    allowed = subject.scope.settings["weights.totals"]
    totals = [float(total) for total in allowed] if isinstance(allowed, tuple) else []
    more = [total + _EXECUTION_WEIGHT for total in totals] if subject.execution else []
    return any(
        abs(float(subject.total) - total) < _NEAR for total in (*totals, *more, *([100.0] if subject.execution else []))
    )


@WEIGHTS.fact("allowed", STRING, zh="允许的合计", en="allowed sums")
def allowed(subject: WeightsView) -> str:
    totals = subject.scope.settings["weights.totals"]
    return "、".join(f"{total:g}" for total in totals if isinstance(total, float)) if isinstance(totals, tuple) else ""
