"""Rows that stand beside their whole: 其中, the regions of a province, the year of a mid-term quantity (domain: plain logic)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from perflint.facts.indicators.portion_rows import amount_of, counted, is_bad, is_kind_of, is_whole_region, same_measure
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.typography import fold

PORTION = Vocabulary(
    "portion",
    "一条指标，对照包含它的另一条指标（“其中”行与上一行，各区域与全省合计，年度与中长期）",
    "a row beside the row that contains it: 其中 and the row above, regions and their total, the year and the mid-term",
)
AMONG, REGIONS, YEAR = "among", "regions", "year"
_WORD = 2  # characters that two names share
_Rows = Sequence[tuple[int, RowView]]


class PortionView(Struct, frozen=True):
    """What is contained (one row, or the sum of some) and the row that contains it, both in the unit of the latter."""

    scope: Scope
    kind: str
    row: RowView
    index: int
    whole: RowView
    whole_index: int
    numbers: tuple[Decimal, Decimal]
    items: tuple[str, ...] = ()

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the part; of regions and the mid-term, of the whole."""
        index = self.index if self.kind == AMONG else self.whole_index
        return Spot("value", records="indicators", index=index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the other place: of the whole, or of its first part."""
        index = self.whole_index if self.kind == AMONG else self.index
        return (Relation(Spot("value", records="indicators", index=index), "对照的指标", "the row compared"),)


def portion_views(view: TableView) -> Iterator[PortionView]:
    """Yield the parts beneath their whole, the totals over regions, and the mid-term quantities, where both sides can be compared."""
    rows = [(index, row) for index, row in enumerate(view.rows) if row.filled("value") and not row.declined]
    yield from _among(view, rows)
    if any(row.filled("region") for _, row in rows):
        yield from _regions(view, rows)
    if any(row.midterm for _, row in rows):
        yield from _years(view, rows)


def _among(view: TableView, rows: _Rows) -> Iterator[PortionView]:
    whole: tuple[int, RowView] | None = None
    for index, row in rows:
        if not row.is_part and not (whole and is_kind_of(row, whole[1])):
            whole = (index, row)
        elif whole and (pair := counted(row, whole[1])) and row.class_id == whole[1].class_id:
            yield PortionView(view.scope, AMONG, row, index, whole[1], whole[0], pair)


def _regions(view: TableView, rows: _Rows) -> Iterator[PortionView]:
    for at, whole in rows:
        total = amount_of(whole)
        if total is None or (whole.filled("region") and not is_whole_region(whole.text("region"))):
            continue
        alike = [(index, row) for index, row in rows if index != at and same_measure(row, whole)]
        parts = [(index, row) for index, row in alike if row.filled("region")]
        numbers = [pair[0] for _, row in parts if (pair := counted(row, whole))]
        others = any(not row.filled("region") or is_whole_region(row.text("region")) for _, row in alike)
        if len(parts) > 1 and len(numbers) == len(parts) and not others:
            names = tuple(f"{row.text('region').strip()}{row.text('value').strip()}" for _, row in parts)
            come_to = sum(numbers, Decimal(0))
            yield PortionView(view.scope, REGIONS, parts[0][1], parts[0][0], whole, at, (come_to, total), names)


def _years(view: TableView, rows: _Rows) -> Iterator[PortionView]:
    for at, whole in rows:
        if not whole.midterm or whole.class_id != "output.quantity" or is_bad(whole):
            continue
        alike = [(index, row) for index, row in rows if not row.midterm and same_measure(row, whole)]
        if len(alike) == 1 and (pair := counted(alike[0][1], whole)):
            yield PortionView(view.scope, YEAR, alike[0][1], alike[0][0], whole, at, pair)


@PORTION.fact("name", STRING, zh="被包含的指标名称", en="name of the row that is contained")
def name(view: PortionView) -> str:
    return view.row.text("name").strip()


@PORTION.fact("text", STRING, zh="它的指标值；各区域的，列出各区域", en="its value; of regions, all of them")
def text(view: PortionView) -> str:
    return " ＋ ".join(view.items) or _typed(view.row)


@PORTION.fact("whole_name", STRING, zh="包含它的指标名称", en="name of the row that contains it")
def whole_name(view: PortionView) -> str:
    return view.whole.text("name").strip()


@PORTION.fact(
    "alike",
    BOOL,
    zh="是否写明“其中”、两个名称又有共同的词（说的肯定是同一件事）",
    en="whether the row says 其中 and the names share a word, so that the one is surely part of the other",
)
def alike(view: PortionView) -> bool:
    whole = view.whole.name
    return view.row.is_part and any(whole[at : at + _WORD] in view.row.name for at in range(len(whole) - _WORD + 1))


@PORTION.fact("whole_text", STRING, zh="后者的指标值，照录", en="value of the latter as typed")
def whole_text(view: PortionView) -> str:
    return _typed(view.whole)


def _typed(row: RowView) -> str:
    value, unit = row.text("value").strip(), row.text("unit").strip()
    return row.text("op").strip() + value + ("" if value.endswith(unit) else unit)


PORTION.attribute(
    "kind", STRING, zh="among（其中）、regions（各区域）、year（年度与中长期）", en="among, regions or year"
)


@PORTION.fact("number", DOUBLE, zh="被包含的数（各区域为合计）", en="the number contained; of regions, their sum")
def number(view: PortionView) -> float:
    return float(view.numbers[0])


@PORTION.fact("whole_number", DOUBLE, zh="包含它的数", en="the number that contains it")
def whole_number(view: PortionView) -> float:
    return float(view.numbers[1])


@PORTION.fact("sum", STRING, zh="被包含的数，带上后者的单位", en="the number contained, in the unit of the latter")
def sum_text(view: PortionView) -> str:
    part = joined(view.whole).first
    shown = (view.numbers[0] / part.scale).normalize()
    return f"{shown:f}{fold(part.printed).removeprefix(part.number)}"


SUBJECTS = (SubjectKind(PORTION, in_table=portion_views),)
