"""The number that a short description or formula gives for what the value measures, where the two are not the same (WRD013)."""

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
    r"其中|每|均|各|上年|去年|往年|前年|20\d\d年|现有|共有|已有|原有|已|三年|[两五]年|累计|总量|全[县市区省]|基数|得\s*\d*分|扣|满分|较|比|至少|最[多少低高]|分期|[一二三四]季度|上半年|下半年|学期|[春秋冬夏]季|节|批|部分|第|[=×*÷/]"
)
_END = pattern(r"[，,。；;、：:（(）)\s]|$")
_BREAK = pattern(r"[，,。；;、：:（(）)]")
_LEAD = pattern(
    r"^(?:全年|当年|本年度?|年内|年度|计划|预计|将|共计?|总共|完成|达到?|为|经?问卷|调查|测评|要求|确保|\s)+|(?:共计?|总共|达到?|为|约|\s)+$"
)
_TOTAL = pattern(r"(?:^|[，,。；;、：:（(\s])全年(?:度|合计|共计|累计|总计|共)?$")
_EARLIER = pattern(r"上年|去年|往年|前年|20\d\d年|已|现有|原有|基数|其中|[=×*÷/]")
CELLS = ("description", "formula")  # the first that is filled is read
_WHOLE = 4  # characters of a name that a longer clause must all have
_SHORTEST = 2  # characters of what the words before the number say
_PLAIN = frozenset({Op.NONE, Op.EQ})


@INDICATOR.fact(
    "described_figure",
    STRING,
    zh="描述（没有则计算公式；四十字以内）里唯一一个与指标值同单位、说同一件事的数，或“全年”的数，与指标值不符时为该数，否则为空；指标值是下限而描述的数更高的，"
    "不算不符，两处都是下限而数不同的算",
    en="the only number of a description (of up to 40 characters; else of the formula) in the unit of the value for the same thing, or what it "
    "gives for 全年, if it contradicts the value, else empty; a higher one contradicts no lower bound, another lower bound does",
)
def described_figure(row: RowView) -> str:
    told = fold(next((text for cell in CELLS if (text := row.text(cell).strip())), ""))
    if not 0 < len(told) <= _LONGEST or not _is_one(row):
        return ""
    part = row.value.first
    alike = [one for one in find_amounts(told, row.scope.knowledge.reader) if one.unit == part.unit and not one.per]
    meant = _of_the_year(told, alike) or _own(row, told, alike)
    return meant.printed if meant and _contradicts(meant, part) else ""


def _of_the_year(told: str, alike: list[Amount]) -> Amount | None:
    """Return the last amount if the text says that it is what the others come to in the year: 每季度10次，全年40次."""
    last = alike[-1] if alike else None
    if last is None or not _is_exact(last) or _END.match(told, last.end) is None or _EARLIER.search(told):
        return None
    digit = next((at for at in range(last.start, last.end) if told[at].isdigit()), last.start)
    return last if _TOTAL.search(told[:digit]) else None


def _own(row: RowView, told: str, alike: list[Amount]) -> Amount | None:
    only = alike[0] if len(alike) == 1 and not _OTHERWISE.search(told) else None
    return only if only and _is_its_own(row, told, only) else None


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
    if not _is_exact(amount) or _END.match(told, amount.end) is None:
        return False
    said, named = core(_LEAD.sub("", told[start : amount.start])), core(row.name)
    return len(said) >= _SHORTEST and (said in named or named in said[: len(named)] or _says_more(said, named))


def _says_more(said: str, named: str) -> bool:
    """Return whether a clause has all characters of a name and not many more: 购置并安装净水设备, 净水设备."""
    return len(named) >= _WHOLE and set(named) <= set(said) and len(said) <= 2 * len(named)


def _is_exact(amount: Amount) -> bool:
    return amount.approx is Approx.EXACT and amount.low == amount.high


def _contradicts(amount: Amount, part: Part) -> bool:
    low, high = (end if isinstance(end, Decimal) else None for end in (part.low, part.high))
    bound = part.op.direction
    if amount.op.direction and bound:  # two bounds are one figure, or none
        return amount.op.direction == bound and amount.low != (low if bound > 0 else high)
    if bound:
        return (low is not None and amount.low < low) if bound > 0 else (high is not None and amount.low > high)
    return low is not None and not _keeps(low, amount)


def _keeps(number: Decimal, amount: Amount) -> bool:
    """Return whether a number keeps to an amount, which may be a bound."""
    return (number - amount.low) * amount.op.direction >= 0 if amount.op.direction else number == amount.low
