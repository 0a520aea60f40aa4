"""One row beside its own history and standards: which cells they are, and how far the target is from each (domain: §3.7)."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.derived import derived
from perflint.facts.direction import NEGATIVE, POSITIVE, UPPER
from perflint.facts.history.alignment import NOTHING, Alignment, Pair, align, is_relative
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.quantity import Kind
from perflint.typography import fold

MEAN, LAST, BEFORE = "history.average_3y", "history.last_year", "history.year_before_last"
CURRENT, PLANNED = "standard.current", "standard.planned"
HISTORIC = (MEAN, LAST, BEFORE)
REFERENCES = (*HISTORIC, CURRENT, PLANNED)
NAMES_ZH = {MEAN: "前三年均值", LAST: "上年值", BEFORE: "前年值", CURRENT: "当年标准值", PLANNED: "规划值"}
_EN = {MEAN: "the mean of three years", LAST: "last year"}
_NONE = frozenset({"/", "-", "--", "—", "——", "\\", "无", "暂无", "不适用", "N/A", "n/a"})
_HUNDRED = Decimal(100)
_DUTIES = "D1"


class HistoryView:
    """One row with a value, compared with its references part by part."""

    def __init__(self, row: RowView) -> None:
        self.row = row
        self.scope = row.scope

    def spot(self, at: str) -> Spot:
        """Return the place of a cell; `history.reference` is the one that does not fit, `history.unsourced` has no source."""
        if at == "history.reference":
            return Spot(self.misfit[0]) if self.misfit else Spot("value")
        return Spot(self.unsourced or "value") if at == "history.unsourced" else Spot(at)

    def relations(self, at: str) -> tuple[Relation, ...]:
        """Return the places of the references that hold a figure."""
        known = [field for field in (MEAN, LAST) if at == "value" and self.given(field)]
        return tuple(Relation(Spot(field), NAMES_ZH[field], _EN[field]) for field in known)

    def given(self, field: str) -> bool:
        """Return whether a cell holds something else than blanks or a stroke."""
        return self.row.filled(field) and fold(self.row.text(field)) not in _NONE

    def alignment(self, field: str) -> Alignment:
        """Return how the value and a reference stand against each other."""
        if not self.given(field):
            return NOTHING
        return align(self.row.value, self.row.read(field), self.scope.knowledge.reader.units)

    @derived
    def better(self) -> int:
        """1 where more is better, -1 where less is, 0 where neither can be said."""
        direction, part = self.row.direction, self.row.value.first
        if direction == POSITIVE:
            return 1
        if direction in {NEGATIVE, UPPER}:
            return -1
        if direction == "moderate":
            return 0
        if part.op.direction:
            return part.op.direction
        if self.row.rate and "增" not in self.row.name:
            return 0  # a share (占比, 负担率) of which neither more nor less is better by itself
        return 0 if part.dimension in {"money", "duration"} else 1

    def worst(self, field: str) -> tuple[Decimal, Pair] | None:
        """Return the pair that falls short most of a reference, with the gap in percent (negative: worse)."""
        if not self.better:
            return None
        gaps = [(gap(pair) * self.better, pair) for pair in self.alignment(field).pairs if pair.reference > 0]
        return min(gaps, key=lambda entry: entry[0], default=None)

    def shortfall(self, field: str) -> float:
        """Return by how many percent the value is worse than a reference, 0 where it is not or cannot be compared."""
        found = self.worst(field)
        return float(max(-found[0], Decimal(0))) if found else 0.0

    @derived
    def misfit(self) -> tuple[str, str] | None:
        """The first reference that cannot be compared, with why: unit, parts or relative."""
        for field in REFERENCES:
            problem = self.alignment(field).problem if self.given(field) else ""
            problem = problem or self._mixed(field)
            if problem:
                return field, problem
        return None

    def _mixed(self, field: str) -> str:
        """Return `relative` where one side is a change in figures and the other a level."""
        if not self.given(field):
            return ""
        value, reference = self.row.value, self.row.read(field)
        if not _has_figures(value.text) or not _has_figures(reference.text):
            return ""
        plain = Kind.NUMERIC in {value.kind, reference.kind}
        return "relative" if plain and is_relative(reference) != is_relative(value) else ""

    @derived
    def unsourced(self) -> str:
        """The first figure whose source is missing, "" if none."""
        if self.given(CURRENT) and not self.given("standard.source"):
            return CURRENT
        figures = [field for field in HISTORIC if self.given(field)]
        return figures[0] if figures and not self.given("history.source") else ""


def gap(pair: Pair) -> Decimal:
    """Return how far the target is above its reference, in percent of the reference, which is not 0."""
    return (pair.target - pair.reference) * _HUNDRED / pair.reference


def _has_figures(text: str) -> bool:
    return any(char.isdecimal() for char in text)


def history_views(row: RowView) -> Iterator[HistoryView]:
    """Yield the row where it has a value and the form or the row speaks of history or standards."""
    if row.filled("value") and (row.scope.form == _DUTIES or any(row.filled(field) for field in REFERENCES)):
        yield HistoryView(row)
