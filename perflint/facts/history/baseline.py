"""Claims such as “90.84%，比2020年提高1.1个百分点”, beside what the same table says of that year (domain: HIS016)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

CLAIM = Vocabulary("claim", "比某年提高几个百分点的说法", "a claim of points above a former year")

_NARRATIVE = "DN"
_RISES = ("提高", "增加", "上升", "提升", "增长")
_CLAIM = pattern(
    r"(\d{1,3}(?:\.\d{1,4})?)%[,，、(（]?[比较](20\d{2}|上|去)年[度底末]?(?:同期)?"
    r"(提高|增加|上升|提升|增长|降低|下降|减少)了?(\d{1,3}(?:\.\d{1,4})?)个百分点"
)
_BASELINE = pattern(
    r"(20\d{2})年[度底末]?,?([^。;；,，%\d\n]{2,30}?)(?:已?达到?|为|是|:|：)?(\d{1,3}(?:\.\d{1,4})?)%(?![,，、(（]?[比较])"
)
_SUBJECT = pattern(r"([^。;；,，%\d\n]{2,40}?)(?:力争)?(?:达到?|为|提[高升]到|至|:|：)?$")
_SHORTEST = 4


class Baseline(NamedTuple):
    """What a text says of a former year: the year, of what, the figure in percent, and the cell."""

    year: int
    subject: str
    figure: Decimal
    prose: Prose


class ClaimView(NamedTuple):
    """One claim with what is said elsewhere of that year; `slack` is what rounding may do."""

    scope: Scope
    prose: Prose
    text: str
    implied: Decimal
    baseline: Baseline
    slack: Decimal

    @property
    def difference(self) -> Decimal:
        """By how many points the figure differs from the one that the claim implies."""
        return abs(self.baseline.figure - self.implied)

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a claim stands in one cell
        """Return the place of the cell with the claim."""
        return self.prose.place

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the baseline."""
        return (Relation(self.baseline.prose.place, "基期数", "the figure of that year"),)


def claim_views(view: TableView) -> Iterator[ClaimView]:
    """Yield the claims of a narrative of whose base year a figure is given elsewhere in it."""
    if view.scope.form != _NARRATIVE:
        return
    cells = [(subject, prose, fold(prose.text)) for subject, prose in _cells(view)]
    if not any("百分点" in text for _, _, text in cells):
        return
    baselines = [found for _, prose, text in cells for found in _baselines(prose, text)]
    for subject, prose, text in cells:
        for found in _CLAIM.finditer(text):
            yield from _beside_baseline(view, prose, found, _named(subject, text[: found.start()]), baselines)


def _cells(view: TableView) -> Iterator[tuple[str, Prose]]:
    """Yield the texts that may hold a claim or a baseline, with the indicator's name where they are a row's value."""
    for prose in view.prose:
        yield "", prose
    for index, row in enumerate(view.rows):
        for field in ("value", "remark"):
            if row.filled(field):
                place = Spot(field, records="indicators", index=index)
                yield row.name if field == "value" else "", Prose(field, place, row.text(field))


def _named(subject: str, before: str) -> str:
    found = None if subject else _SUBJECT.search(before[-60:])
    return subject or (found[1] if found else "")


def _baselines(prose: Prose, text: str) -> Iterator[Baseline]:
    for found in _BASELINE.finditer(text):
        yield Baseline(int(found[1]), found[2], Decimal(found[3]), prose)


def _beside_baseline(
    view: TableView, prose: Prose, found: re.Match[str], subject: str, baselines: list[Baseline]
) -> Iterator[ClaimView]:
    year = int(found[2]) if found[2].isdecimal() else view.scope.year - 1
    points = Decimal(found[4]) * (1 if found[3] in _RISES else -1)
    implied = Decimal(found[1]) - points
    claims = [
        ClaimView(
            view.scope,
            prose,
            found[0],
            implied,
            baseline,
            _half(found[1]) + _half(found[4]) + _half(str(baseline.figure)),
        )
        for baseline in baselines
        if baseline.year == year and _same(subject, baseline.subject)
    ]
    if claims:
        yield max(claims, key=lambda claim: claim.difference - claim.slack)


def _half(number: str) -> Decimal:
    return Decimal(5).scaleb(-1 - len(number.partition(".")[2]))


def _same(one: str, other: str) -> bool:
    """Return whether two names are one, but for words such as 全市 before them."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.endswith(short)


@CLAIM.fact("text", STRING, zh="这句说法", en="the claim")
def text(claim: ClaimView) -> str:
    return claim.text


@CLAIM.fact("year", STRING, zh="基期年份", en="the year compared with")
def year(claim: ClaimView) -> str:
    return str(claim.baseline.year)


@CLAIM.fact("implied", STRING, zh="由这句话推算的基期数", en="the figure of that year that the claim implies")
def implied(claim: ClaimView) -> str:
    return f"{claim.implied}%"


@CLAIM.fact("stated", STRING, zh="别处写的基期数", en="the figure that stands elsewhere")
def stated(claim: ClaimView) -> str:
    return f"{claim.baseline.figure}%"


@CLAIM.fact("difference", DOUBLE, zh="两个基期数相差几个百分点", en="points by which the two figures differ")
def difference(claim: ClaimView) -> float:
    return float(claim.difference)


@CLAIM.fact(
    "rounding",
    DOUBLE,
    zh="各数四舍五入可能造成的相差（百分点）",
    en="points that rounding may account for, by the digits that the figures are written with",
)
def rounding(claim: ClaimView) -> float:
    return float(claim.slack)


SUBJECTS = (SubjectKind(CLAIM, in_table=claim_views),)
