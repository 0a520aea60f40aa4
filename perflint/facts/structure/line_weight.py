"""Facts about the weight of one row: as typed, as a number, beside the total of the settings."""

from perflint.facts.structure.line import LINE, LineView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_WEIGHT = pattern(r"(-?\d{1,10}(?:\.\d{1,10})?)(?:%|分)?")


@LINE.fact("weight", STRING, zh="权重，照录", en="the weight as typed")
def weight(line: LineView) -> str:
    return line.row.text("weight").strip()


@LINE.fact(
    "weight_read",
    BOOL,
    zh="权重是否为数字（可以带“分”或“%”）",
    en="whether the weight is a number (分 or % may follow it)",
)
def weight_read(line: LineView) -> bool:
    return _WEIGHT.fullmatch(fold(line.row.text("weight"))) is not None


@LINE.fact("points", DOUBLE, zh="权重的分值，不是数字为 0", en="the weight as a number, 0 where it is none")
def points(line: LineView) -> float:
    found = _WEIGHT.fullmatch(fold(line.row.text("weight")))
    return float(found[1]) if found else 0.0


@LINE.fact(
    "weight_total",
    DOUBLE,
    zh="总分：设置 weights.totals 中最大的",
    en="the total: the greatest of the setting weights.totals",
)
def weight_total(line: LineView) -> float:
    totals = line.scope.settings["weights.totals"]
    numbers = [total for total in totals if isinstance(total, float)] if isinstance(totals, tuple) else []
    return max(numbers, default=100.0)
