"""Facts about a figure that the description implies: so many a month, so many for each village."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import DOUBLE, STRING
from perflint.pattern import pattern

_TIMES = {"月": 12, "季度": 4, "季": 4, "半年": 2, "周": 52, "星期": 52}
_AMOUNT = r"(?P<number>\d{1,9}(?:\.\d{1,4})?)(?P<scale>万?)(?P<unit>[\u4e00-\u9fff]{1,2})"
_WORDS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}  # so many times a month are written out
_ONCE = pattern(
    r"每个?(?P<period>月|季度|季|半年|周|星期)(?:至少|不少于)?(?:(?![每各均第])[\u4e00-\u9fff]){0,6}?(?:[一两二三四五])(?P<unit>次|场|期|轮|遍)"
)
_MONTHLY = pattern(rf"每个?(?P<period>月|季度|季|半年|周|星期)(?!末|初|底|第|\d)[^，。；,;\d]{{0,12}}?{_AMOUNT}")
_EACH = pattern(
    rf"每个?(?P<base>村|社区|乡镇|镇|县区|县|校|学校|班|单位|部门|企业|站|点|所|场|期|批|次|辆|台)(?!月|年)[^，。；,;\d]{{0,8}}?{_AMOUNT}"
)
_PART_OF_YEAR = pattern(r"个月|采暖|汛期|学期|学年|旺季|淡季|高峰|期间|寒假|暑假|季节|\d月[^，。；]{0,3}[至到\-~—]")


class Implied(NamedTuple):
    """A figure that a description implies: its factors as typed, the product, the unit, the word that shows it."""

    factor: int
    number: Decimal
    scale: str
    unit: str
    said: str

    @property
    def amount(self) -> Decimal:
        """The product."""
        return self.number * self.factor * (10000 if self.scale else 1)


@lru_cache(maxsize=4096)
def implied_by(description: str) -> Implied | None:
    """Return the figure for a year that a description implies, None where it says nothing of the kind."""
    if "每" not in description or _PART_OF_YEAR.search(description):
        return None
    if hit := _MONTHLY.search(description):
        return Implied(_TIMES[hit["period"]], Decimal(hit["number"]), hit["scale"], hit["unit"], hit[0])
    if hit := _ONCE.search(description):
        return Implied(_TIMES[hit["period"]], Decimal(_WORDS[hit[0][-2]]), "", hit["unit"], hit[0])
    if hit := _EACH.search(description):
        rest = description[: hit.start()] + "，" + description[hit.end() :]
        bases = re.findall(rf"(?<![\d.\-~—至第])(\d{{1,6}})个?{hit['base']}", rest)
        if len(bases) == 1:
            return Implied(int(bases[0]), Decimal(hit["number"]), hit["scale"], hit["unit"], hit[0])
    return None


def _implied(row: RowView) -> Implied | None:
    return implied_by(row.text("description"))


@INDICATOR.fact(
    "implied_amount",
    DOUBLE,
    zh="描述推算出的全年数（每月20次为240），推算不出为 0",
    en="the figure for a year that the description implies (240 for 每月20次), 0 if none",
)
def implied_amount(row: RowView) -> float:
    found = _implied(row)
    return float(found.amount) if found else 0.0


@INDICATOR.fact("implied_unit", STRING, zh="推算所用的单位，照录", en="the unit of that figure, as typed")
def implied_unit(row: RowView) -> str:
    found = _implied(row)
    return found.unit if found else ""


@INDICATOR.fact("implied_sum", STRING, zh="推算式，如 20×12=240次", en="how it is worked out, such as 20×12=240次")
def implied_sum(row: RowView) -> str:
    found = _implied(row)
    if found is None:
        return ""
    amount = f"{found.amount.normalize():f}"
    return f"{found.number}{found.scale}×{found.factor}={amount}{row.value.first.unit}"


@INDICATOR.fact("implied_said", STRING, zh="描述中的说法", en="what the description says")
def implied_said(row: RowView) -> str:
    found = _implied(row)
    return found.said if found else ""
