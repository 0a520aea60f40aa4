"""Whether more or less of a rate is better: as the library says, or as names alike to it suggest."""

from functools import lru_cache
from typing import NamedTuple

from perflint.data.library import load_library, root
from perflint.data.linear_model import LinearModel
from perflint.typography import fold

SURE, FAIR, WEAK = 0.99, 0.97, 0.9
"""Shares of right answers on names kept apart, at least (benchmarks/judgement): for an error, a warning, an info."""
RATE_ENDINGS = ("率", "占比", "比例", "比重", "幅度", "增幅", "降幅", "增速", "覆盖面", "满意度", "知晓度")
# From what the model says on: the share of right answers, both among names of other roots that were kept apart and among
# the names of another collector (benchmarks/judgement/README.md).
_NEGATIVE = ((0.85, SURE), (0.75, FAIR), (0.5, WEAK))
_POSITIVE = ((0.03, SURE), (0.1, FAIR), (0.3, WEAK))


class Leaning(NamedTuple):
    """A direction (`positive`, `negative`, `upper`, `neutral`, `unknown`), and how often such answers are right."""

    direction: str
    confidence: float


UNKNOWN = Leaning("unknown", 0.0)


@lru_cache(maxsize=8192)
def direction_of(name: str) -> Leaning:
    """Return whether more or less of a named indicator is better, and how often such an answer is right, from 0 to 1.

    A name of the library has the library's direction (confidence 1, also where that is `unknown`: it depends). Other
    rates are asked of a linear model of character pieces; names that are no rates, and not in the library, are unknown.
    """
    known = load_library().find(name)
    if known:
        return Leaning(known.direction, 1.0)
    bare = root(name)
    if not fold(name).rstrip("()%‰").endswith(RATE_ENDINGS) and not bare.endswith("比"):
        return UNKNOWN
    return _of_score(LinearModel.load("direction").score(name, "negative"))


def _of_score(score: float) -> Leaning:
    for least, confidence in _NEGATIVE:
        if score >= least:
            return Leaning("negative", confidence)
    for most, confidence in _POSITIVE:
        if score < most:
            return Leaning("positive", confidence)
    return UNKNOWN
