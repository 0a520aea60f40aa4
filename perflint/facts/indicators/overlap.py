"""Facts about a benefit that only repeats an output of the same table (domain: STR014)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.likeness import likeness
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import alternatives, pattern
from perflint.quantity import Part
from perflint.typography import fold

OVERLAP = Vocabulary(
    "overlap",
    "与产出指标重复的效益指标（只在可能重复时出现；指标值相同的产出只比较前20个）",
    "a benefit that may repeat an output (only where one may; the first 20 outputs of one value are compared)",
)

_TIMES = frozenset({"duration", "working_day"})
_RATES = frozenset({"%", "‰"})
_COUNTS = "(?:数量|总数|数|批次|次数|人次|户次|户数|家数|份数|件数|台次|台数|台件|家次|量)"
_COUNTED = pattern(rf"{_COUNTS}+$")
_ALIKE, _MUCH_ALIKE = 0.5, 0.75
_HEAD = 3  # characters at the end of a rate's name that say what the rate is
_SPECIFIC = 3  # digits that make it unlikely that two figures are equal by chance
_LONG = 5  # digits of a round figure that make it so
_MOST = 20  # outputs of one value that are compared


class OverlapView(Struct, frozen=True):
    """A benefit row and the output row that it repeats: its value, or the `work` that it counts."""

    view: TableView
    output: int
    benefit: int
    work: str

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the benefit is marked at its value
        """Return the place of the benefit's value."""
        return Spot("value", records="indicators", index=self.benefit)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the output."""
        return (Relation(Spot("value", records="indicators", index=self.output), "产出指标", "the output"),)


def overlap_views(view: TableView) -> Iterator[OverlapView]:
    """Yield the benefits that repeat an output: its value, or the work that it counts."""
    benefits = [(index, row) for index, row in view.filled_rows if row.side == "benefit" and _count(row)]
    if not benefits:
        return
    verbs = view.scope.knowledge.lexicon.words("words.service_verbs")
    outputs: dict[object, list[int]] = {}
    works: dict[str, list[int]] = {}
    for index, row in view.filled_rows:
        part = _count(row) if row.side == "output" else None
        if part:
            outputs.setdefault(_figure(part), []).append(index)
            for verb in _verbs_in(row.name, verbs) if _is_work(row, part) else ():
                works.setdefault(verb, []).append(index)
    for index, row in benefits:
        same = _same(view, row, outputs)
        other, work = _work(view, row, works, verbs) if same is None else (same, "")
        if other is not None:
            yield OverlapView(view, other, index, work)


def _count(row: RowView) -> Part | None:
    """Return the one quantity of a row: a number with a unit, no time and no date; None if the value is anything else."""
    parts = row.value.parts
    if len(parts) != 1 or not parts[0].number or not parts[0].unit or parts[0].dimension in _TIMES:
        return None
    return parts[0] if isinstance(_bound(parts[0]), Decimal) else None


def _bound(part: Part) -> object:
    return part.low if part.low is not None else part.high


def _figure(part: Part) -> tuple[object, str]:
    return _bound(part), part.unit


def _same(view: TableView, row: RowView, outputs: dict[object, list[int]]) -> int | None:
    part = _count(row)
    candidates = outputs.get(_figure(part), ()) if part else ()
    return next((index for index in candidates[:_MOST] if part and _is_same(view.rows[index], row, part)), None)


def _is_same(output: RowView, benefit: RowView, part: Part) -> bool:
    """Return whether two rows of one value measure one thing: by their names, or because no chance makes such a figure."""
    if part.unit in _RATES:
        alike = output.name[-_HEAD:] == benefit.name[-_HEAD:] and _are_alike(output.name, benefit.name, _MUCH_ALIKE)
        return _bound(part) != Decimal(100) and alike
    if part.dimension != "money" and _is_specific(part.number):
        return True
    floor = _ALIKE if len(part.number) > 1 else _MUCH_ALIKE
    return _are_alike(_COUNTED.sub("", output.name), _COUNTED.sub("", benefit.name), floor)


def _is_specific(number: str) -> bool:
    digits = number.replace(".", "")
    return len(digits.strip("0")) >= _SPECIFIC or len(digits) >= _LONG


def _are_alike(first: str, second: str, floor: float) -> bool:
    return any(first[at : at + 2] in second for at in range(len(first) - 1)) and likeness(first, second, floor) >= floor


def _is_work(row: RowView, part: Part) -> bool:
    return row.class_id == "output.quantity" and part.unit not in _RATES and part.dimension != "money"


@lru_cache(maxsize=4096)
def _verbs_in(name: str, verbs: Sequence[str]) -> tuple[str, ...]:
    return tuple(verb for verb in verbs if verb in name)


@lru_cache(maxsize=8)
def _counted_work(verbs: Sequence[str]) -> re.Pattern[str]:
    return pattern(f"(?P<verb>{alternatives(verbs)}){_COUNTS}")


def _work(view: TableView, row: RowView, works: dict[str, list[int]], verbs: Sequence[str]) -> tuple[int | None, str]:
    """Return the quantity row whose work a benefit counts once more in another unit, and the work."""
    part = _count(row)
    if part is None or not works or part.unit in _RATES or part.dimension == "money":
        return None, ""
    pattern = _counted_work(tuple(verbs))
    found = pattern.search(fold(row.text("value"))) or next(
        (hit for hit in pattern.finditer(row.name) if hit.end() == len(row.name)), None
    )
    work = found["verb"] if found else ""
    candidates = works.get(work, ())[:_MOST]
    return next((index for index in candidates if view.rows[index].value.unit != part.unit), None), work


@OVERLAP.fact(
    "same",
    BOOL,
    zh="两行的指标值与单位是否相同，而且名称相近，或者数字不像巧合（三位以上有效数字）",
    en="whether both have one value and unit, and like names or a figure that is no chance (three digits and more)",
)
def same(overlap: OverlapView) -> bool:
    return not overlap.work


OVERLAP.attribute(
    "work",
    STRING,
    zh="效益指标换个单位又数了一遍的工作（抽检、培训），没有为空",
    en="the work (抽检, 培训) that the benefit counts once more in another unit, empty if none",
)


@OVERLAP.fact("benefit", STRING, zh="效益指标名称", en="name of the benefit")
def benefit(overlap: OverlapView) -> str:
    return overlap.view.rows[overlap.benefit].text("name").strip()


@OVERLAP.fact("output", STRING, zh="产出指标名称", en="name of the output")
def output(overlap: OverlapView) -> str:
    return overlap.view.rows[overlap.output].text("name").strip()


@OVERLAP.fact("value", STRING, zh="效益指标值", en="value of the benefit")
def value(overlap: OverlapView) -> str:
    return overlap.view.rows[overlap.benefit].text("value").strip()


@OVERLAP.fact("output_value", STRING, zh="产出指标值", en="value of the output")
def output_value(overlap: OverlapView) -> str:
    return overlap.view.rows[overlap.output].text("value").strip()


SUBJECTS = (SubjectKind(OVERLAP, in_table=overlap_views),)
