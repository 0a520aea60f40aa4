"""The score that a printed scoring rule gives for a result (少一场扣1分; ≥95%得10分, 90%-95%得8分)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.evaluation.aligning import aligned
from perflint.facts.evaluation.points import Points, fits, read_points, shown
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import ResultView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Op
from perflint.typography import fold

_STEP = pattern(
    r"每?(?:少|低|降低|减少|下降|未完成|缺)(?:[\u4e00-\u9fff]{0,4}?)(一|1|\d{1,4}(?:\.\d{1,2})?)个?(百分点|%|[\u4e00-\u9fff]{1,3}?)[,，]?(?:扣减?|减)(\d{1,3}(?:\.\d{1,2})?)分"
)
_TIER = pattern(
    r"(?:(≥|>=|达到|不低于)?(\d{1,3}(?:\.\d{1,2})?)%?(?:\(含\))?(?:(?:-|~|—|至|到)(\d{1,3}(?:\.\d{1,2})?)%|(及?以上)|%)(?:\(不?含\))?)"
    r"[^0-9%≥<>]{0,6}?得(满|\d{1,3}(?:\.\d{1,2})?)分"
)
_LOWER = frozenset({Op.GE, Op.GT, Op.NONE, Op.EQ})


class Step(NamedTuple):
    """So many points off for so much that is missing."""

    size: Decimal
    off: Decimal


class Tier(NamedTuple):
    """The points for results from `low` on, below `high` where it is given; None for the full points."""

    low: Decimal
    high: Decimal | None
    points: Decimal | None


@lru_cache(maxsize=1024)
def step_of(text: str) -> Step | None:
    """Return the only deduction by the piece that a scoring rule prints, None if there is none, or several."""
    found = list(_STEP.finditer(fold(text)))
    if len(found) != 1:
        return None
    size = Decimal(1) if found[0][1] == "一" else Decimal(found[0][1])
    return Step(size, Decimal(found[0][3])) if size else None


@lru_cache(maxsize=1024)
def tiers_of(text: str) -> tuple[Tier, ...]:
    """Return the tiers of percentages that a scoring rule prints, () where there are fewer than two."""
    found = []
    for hit in _TIER.finditer(fold(text)):
        points = None if hit[5] == "满" else Decimal(hit[5])
        ends = [Decimal(hit[2]), Decimal(hit[3])] if hit[3] else [Decimal(hit[2])]
        found.append(Tier(min(ends), max(ends) if len(ends) > 1 else None, points))
    return tuple(found) if len(found) > 1 else ()


def due(view: ResultView) -> Decimal | None:
    """Return the score that the printed rule gives, None where it, the result or the points cannot be read for certain."""
    text, weight = view.row.text("scoring"), read_points(view.row.text("weight"))
    pairs = aligned(view.row)
    if not text.strip() or weight is None or pairs.problem or len(pairs.pairs) != 1:
        return None
    pair = pairs.pairs[0]
    step, tiers = step_of(text), tiers_of(text)
    if bool(step) == bool(tiers):
        return None
    if step and pair.part.op in _LOWER and isinstance(pair.part.low, Decimal):
        missing = max(pair.part.low - pair.reference, Decimal(0)) / pair.part.scale
        return max(weight.value - missing / step.size * step.off, Decimal(0))
    return _by_tier(tiers, pair.reference, weight) if pair.part.unit == "%" else None


def _by_tier(tiers: tuple[Tier, ...], result: Decimal, weight: Points) -> Decimal | None:
    """Return the points of the only tier that a result falls into; one on an edge of two tiers falls into neither for certain."""
    inside = set(_points_at(tiers, result, weight))
    return inside.pop() if len(inside) == 1 else None


def _points_at(tiers: tuple[Tier, ...], result: Decimal, weight: Points) -> Iterator[Decimal]:
    for tier in tiers:
        if tier.low <= result and (tier.high is None or result <= tier.high):
            yield weight.value if tier.points is None else tier.points


@RESULT.fact(
    "rule_kept",
    BOOL,
    zh="得分是否与所印评分标准算出的一致（算不出的算一致）",
    en="whether the score is what the printed rule gives; true where that cannot be worked out",
)
def rule_kept(view: ResultView) -> bool:
    exact, score = due(view), read_points(view.row.text("score"))
    return exact is None or score is None or fits(score, exact)


@RESULT.fact(
    "rule_known",
    BOOL,
    zh="所印评分标准能否算出得分",
    en="whether the score can be worked out from the printed rule",
)
def rule_known(view: ResultView) -> bool:
    return due(view) is not None


@RESULT.fact(
    "due_text",
    STRING,
    zh="按评分标准应得的分，算不出为空",
    en="the score that the printed rule gives, empty if unknown",
)
def due_text(view: ResultView) -> str:
    exact = due(view)
    return "" if exact is None else shown(exact)
