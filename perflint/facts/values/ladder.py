"""Grades with a threshold each, in one cell (优≥95%、良≥85%、中≥75%): one target, if every rung is another one and they go one way."""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from perflint.facts.direction import NEGATIVE, POSITIVE
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import STRING
from perflint.pattern import alternatives, pattern
from perflint.typography import fold

_RANKS = {
    "优秀": 0, "优良": 0, "优": 0, "良好": 1, "良": 1, "好": 0.5, "较好": 1, "中等": 2, "中": 2, "一般": 2, "合格": 2.5, "及格": 2.5,
    "基本合格": 2.7, "较差": 3, "差": 3, "不合格": 3, "不及格": 3,
}  # fmt: skip
_GRADE = f"(?:{alternatives(_RANKS)})(?:级|等|档)?"
_UNIT = rf"(?:(?!{_GRADE})[\u4e00-\u9fff%‰]){{0,4}}?"
_SIGN = r"≥|>=|≤|<=|>|<|不低于|不少于|大于等于|不超过|不高于|小于等于|低于|高于|大于|小于"
_LIMIT = (
    rf"(?:(?P<low>\d+(?:\.\d+)?)%?(?:-|—|~|至)(?P<high>\d+(?:\.\d+)?)|(?P<sign>{_SIGN})?(?P<number>\d+(?:\.\d+)?))"
    rf"(?P<unit>{_UNIT})(?:\(含\))?(?P<tail>及?以[上下内])?"
)
_AFTER = pattern(rf"(?P<grade>{_GRADE})(?:为|[:：])?[(]?{_LIMIT}[)]?(?:\(含\))?[/、,，;；。\n]*(?={_GRADE}|$)")
_BEFORE = pattern(rf"{_LIMIT}(?:为|[:：])?[(]?(?P<grade>{_GRADE})[)]?(?:[/、,，;；。\n]+|$)")
_FLOORS = frozenset({"≥", ">=", ">", "不低于", "不少于", "大于等于", "高于", "大于", "以上", "及以上"})
_CEILINGS = frozenset({"≤", "<=", "<", "不超过", "不高于", "小于等于", "低于", "小于", "以下", "及以下", "以内"})
_SHARES = frozenset({"%", "‰", "分"})
_LEAST = 2
_WHOLE = Decimal(100)


class Rung(Struct, frozen=True):
    """One grade with its threshold: `low` and `high` are the ends that it names, `bare` a number without a sign."""

    rank: float
    low: Decimal | None = None
    high: Decimal | None = None
    bare: Decimal | None = None

    @property
    def named(self) -> Decimal:
        """The number that places the rung."""
        return next(end for end in (self.low, self.bare, self.high) if end is not None)

    @property
    def way(self) -> tuple[bool, bool]:
        """Which ends it names, so that rungs written alike can be compared."""
        return self.low is not None, self.high is not None


@lru_cache(maxsize=4096)
def ladder_of(text: str) -> tuple[Rung, ...]:
    """Return the rungs of a whole text, the best grade first; () where it is anything else, or shares that add up to 100."""
    plain = fold(text)
    rungs = _read(plain, _AFTER) or _read(plain, _BEFORE)
    bare = [rung.bare for rung in rungs if rung.bare is not None]
    if len(rungs) < _LEAST or (len(bare) == len(rungs) and (len(rungs) == _LEAST or sum(bare) == _WHOLE)):
        return ()  # two bare numbers may be two rates (合格95%、优良40%)
    return tuple(sorted(rungs, key=lambda rung: rung.rank))


def _read(plain: str, form: re.Pattern[str]) -> list[Rung]:
    rungs, at = [], 0
    while at < len(plain):
        found = form.match(plain, at)
        rung = _rung(found) if found else None
        if found is None or rung is None:
            return []
        rungs.append(rung)
        at = found.end()
    return rungs


def _rung(found: re.Match[str]) -> Rung | None:
    rank = _RANKS[found["grade"].rstrip("级等档") if found["grade"] not in _RANKS else found["grade"]]
    if found["low"]:
        return Rung(rank, low=Decimal(found["low"]), high=Decimal(found["high"]))
    number, mark = Decimal(found["number"]), found["sign"] or found["tail"] or ""
    if mark in _FLOORS:
        return Rung(rank, low=number)
    if mark in _CEILINGS:
        return Rung(rank, high=number)
    return Rung(rank, bare=number) if found["unit"] in _SHARES else None


def is_ladder(text: str) -> bool:
    """Return whether a whole text is grades with a threshold each."""
    return bool(ladder_of(text))


def fault_of(rungs: tuple[Rung, ...], direction: str) -> str:
    """Return what is wrong with a ladder: same (two rungs alike), overlap, reversed (the wrong way round), or "" if nothing is."""
    steps = [(above, below) for above, below in pairwise(rungs) if above.rank != below.rank]
    alike = [(above.named, below.named) for above, below in steps if above.way == below.way]
    if any(one == other for one, other in alike):
        return "same"
    falls, rises = any(one > other for one, other in alike), any(one < other for one, other in alike)
    if (falls and rises) or _against(falls, rises, rungs, direction):
        return "reversed"
    return "overlap" if falls and any(_overlap(above, below) for above, below in steps) else ""


def _against(falls: bool, rises: bool, rungs: tuple[Rung, ...], direction: str) -> bool:  # noqa: FBT001  # two findings
    """Return whether the better grade asks for less, by the signs or by the direction of the indicator."""
    floors = all(rung.low is not None and rung.high is None for rung in rungs[:_LEAST])
    ceilings = all(rung.high is not None and rung.low is None for rung in rungs[:_LEAST])
    if rises and (floors or (direction == POSITIVE and not ceilings)):
        return True
    return falls and (ceilings or (direction == NEGATIVE and not floors))


def _overlap(above: Rung, below: Rung) -> bool:
    """Return whether a rung ends above the beginning of the better one (≥90% and 80%-92%)."""
    return above.low is not None and below.high is not None and below.high > above.low


@VALUE.fact(
    "ladder_fault",
    STRING,
    zh="分档的毛病：same（两档阈值相同）、overlap（重叠）、reversed（次序反了），没有为空",
    en="what is wrong with grades and their thresholds: same, overlap, reversed; else empty",
)
def ladder_fault(row: RowView) -> str:
    rungs = ladder_of(row.text("value"))
    return fault_of(rungs, row.direction) if rungs else ""


@VALUE.fact(
    "scoring_fault",
    STRING,
    zh="评分标准中分档的毛病：same、overlap、reversed，没有为空",
    en="what is wrong with the grades of the scoring: same, overlap, reversed; else empty",
)
def scoring_fault(row: RowView) -> str:
    rungs = ladder_of(row.text("scoring"))
    return fault_of(rungs, row.direction) if rungs else ""
