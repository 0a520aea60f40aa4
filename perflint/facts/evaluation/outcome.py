"""Facts about how far a result meets its target, misses it or is above it."""

from decimal import Decimal

from perflint.facts.evaluation.points import shown
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import ResultView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING


@RESULT.fact(
    "shortfall",
    DOUBLE,
    zh="完成值比指标值差百分之几，达到或无法比较为0",
    en="by how many percent the result misses the target, 0 if it meets it or cannot be compared",
)
def shortfall(view: ResultView) -> float:
    return float(view.outcome.shortfall) if view.outcome else 0.0


@RESULT.fact(
    "met",
    BOOL,
    zh="完成值是否达到指标值（无法比较为否）",
    en="whether the result meets the target; false where they cannot be compared",
)
def met(view: ResultView) -> bool:
    return view.outcome is not None and not view.outcome.shortfall


@RESULT.fact(
    "explicit",
    BOOL,
    zh="指标值是否写明了界限（或100%），方向无须推断",
    en="whether the target prints a bound, or 100 %, so that its direction is no guess",
)
def explicit(view: ResultView) -> bool:
    return view.outcome is not None and view.outcome.explicit


@RESULT.fact(
    "reached",
    DOUBLE,
    zh="越多越好的指标，完成值是指标值的百分之几；无法比较为0",
    en="the result in percent of the target where more is better, 0 where that cannot be said",
)
def reached(view: ResultView) -> float:
    return float(view.outcome.reached) if view.outcome else 0.0


@RESULT.fact("reached_text", STRING, zh="同上，取整", en="the same, rounded")
def reached_text(view: ResultView) -> str:
    return shown(view.outcome.reached if view.outcome else Decimal(0), 0)


@RESULT.fact(
    "surplus",
    DOUBLE,
    zh="完成值比指标值多多少，按指标值的单位",
    en="by how much the result is above the target, in the unit of the target",
)
def surplus(view: ResultView) -> float:
    return float(view.outcome.surplus) if view.outcome else 0.0
