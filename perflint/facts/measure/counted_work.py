"""Whether a benefit that repeats an output counts work by its own name (TAX040, STR014)."""

from perflint.facts.indicators.filing import nature
from perflint.facts.indicators.overlap import OVERLAP, OverlapView
from perflint.facts.measure.class_content import work_told
from perflint.facts.measure.unit_fit import measure
from perflint.facts.vocabulary import BOOL

_EXTENTS, _AMOUNTS = frozenset({"count", "area", "length"}), frozenset({"count", "measure"})


@OVERLAP.fact(
    "work_counted",
    BOOL,
    zh="效益指标的名称数的就是工作（修缮数量），而不只是指标值重复（由 TAX040 说）",
    en="whether the name of the benefit counts work itself (修缮数量), so that TAX040 tells",
)
def work_counted(overlap: OverlapView) -> bool:
    row = overlap.view.rows[overlap.benefit]
    return work_told(row) != "" and measure(row) in _EXTENTS and nature(row) in _AMOUNTS
