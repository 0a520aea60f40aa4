"""The number that a short description gives for what the value measures, where the two are not the same (WRD013)."""

from decimal import Decimal

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.subject_matter import core
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Kind, Op, Part, find_amounts
from perflint.typography import fold

_LONGEST = 40  # characters: a longer description tells more than the one number
_OTHERWISE = pattern(
    r"其中|每|均|各|上年|去年|往年|前年|20\d\d年|现有|共有|已有|原有|已|三年|[两五]年|累计|总量|全[县市区省]|基数|得\s*\d*分|扣|满分|较|比|至少|最[多少低高]|分期|[一二三四]季度|上半年|下半年|学期|[春秋冬夏]季|节|批|部分|第"
)
_END = pattern(r"[，,。；;、：:（(）)\s]|$")
_BREAK = pattern(r"[，,。；;、：:（(）)]")
_LEAD = pattern(
    r"^(?:全年|本年度?|年内|年度|计划|预计|将|共计?|总共|完成|达到?|为|\s)+|(?:共计?|总共|达到?|为|约|\s)+$"
)
_SHORTEST = 2  # characters of what the words before the number say
_PLAIN = frozenset({Op.NONE, Op.EQ})


@INDICATOR.fact(
    "described_figure",
    STRING,
    zh="描述（四十字以内）里唯一一个与指标值同单位、说同一件事、却与它不符的数，没有为空；指标值是下限而描述的数更高的，不算不符",
    en="the only number of a description (of up to 40 characters) in the unit of the value, for the same thing, that contradicts it, empty if "
    "none; a higher one contradicts no lower bound",
)
def described_figure(row: RowView) -> str:
    told = fold(row.text("description"))
    if not 0 < len(told) <= _LONGEST or _OTHERWISE.search(told) or not _is_one(row):
        return ""
    part = row.value.first
    alike = [one for one in find_amounts(told, row.scope.knowledge.reader) if one.unit == part.unit and not one.per]
    if len(alike) != 1 or not _is_its_own(row, told, alike[0]) or not _contradicts(alike[0], part):
        return ""
    return alike[0].printed


def _is_one(row: RowView) -> bool:
    part = row.value.first
    plain = row.value.kind is Kind.NUMERIC and len(row.value.parts) == 1 and not row.value.residue
    return (
        plain
        and bool(part.unit)
        and not part.per
        and not part.label
        and part.approx is Approx.EXACT
        and part.dimension != "money"
    )


def _is_its_own(row: RowView, told: str, amount: Amount) -> bool:
    """Return whether the clause up to the number speaks of what the name does, and ends with it."""
    start = max((hit.end() for hit in _BREAK.finditer(told, 0, amount.start)), default=0)
    plain = amount.approx is Approx.EXACT and amount.low == amount.high and amount.op in _PLAIN
    if not plain or _END.match(told, amount.end) is None:
        return False
    said, named = core(_LEAD.sub("", told[start : amount.start])), core(row.name)
    return len(said) >= _SHORTEST and (said in named or named in said[: len(named)])


def _contradicts(amount: Amount, part: Part) -> bool:
    low, high = (end if isinstance(end, Decimal) else None for end in (part.low, part.high))
    if part.op in _PLAIN:
        return low is not None and amount.low != low
    if part.op.direction > 0:
        return low is not None and amount.low < low
    return high is not None and amount.low > high
