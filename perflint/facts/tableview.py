"""One table as facts see it: its scope, its rows, its amounts."""

from collections.abc import Callable, Sequence

from perflint.facts.derived import derived
from perflint.facts.knowledge import Knowledge, Scope, Setting
from perflint.facts.prose import Prose, cells_named, table_prose_cells
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.taxonomy import FRAME_2015, FRAME_2021
from perflint.model import Form, Profile, Record, Table
from perflint.pattern import pattern
from perflint.typography import fold

UNITS = ("agency.name", "agency", "implementer", "supervisor.name", "supervisor")
"""The cells that can say whose table it is, in the order in which they count: the national forms print no 预算单位."""
ReadRow = Callable[[Record], RowView]
_FRAME_LABELS, _FRAME_ROWS, _FRAMED_ROWS = 2, 3, 2
_EVALUATED = ("total_score", "grade", "execution.executed", "execution.rate", "execution.score")
_STAGES, _BEFORE = ("自评", "监控", "评价"), ("申报", "审核", "批复", "调整")
_COLUMNS = frozenset({
    "value", "basis", "description", "weight", "op", "unit", "direction", "value_type", "scoring", "duty.goal",
})  # fmt: skip


# Names of money that the centre or a province passes on.
_TRANSFER = pattern(
    r"转移支付|(?:中央|上级|省级?)(?:财政)?[^,，。]{0,16}(?:资金|补助|专项|经费)|补助地方|补助(?:资金|经费)(?:[(（][^()（）]*[)）])?$"
)
_FEW = 2  # rows whose missing bases are told one by one


def table_year(table: Table) -> int:
    """Return the budget year of a table, 0 where it gives none that can be read."""
    digits = fold(table.text("year")).removesuffix("年").removesuffix("年度")
    return int(digits) if digits.isdecimal() and len(digits) == len("2023") else 0


def used_frame(table: Table, knowledge: Knowledge) -> str:
    """Return the frame that a table uses itself: 成本 as first level is mof-2021, as second under 产出 mof-2015, else ""."""
    first = second = False
    for row in table.rows:
        level1 = knowledge.taxonomy.find(row.text("level1"), 1)
        level2 = knowledge.taxonomy.find(row.text("level2"), 2)
        first = first or (level1 is not None and level1.id == "cost")
        second = second or (level2 is not None and level2.id == "cost" and (level1 is None or level1.id != "cost"))
    return FRAME_2021 if first else FRAME_2015 if second else ""


def uses_own_frame(table: Table, knowledge: Knowledge, printed: Sequence[str]) -> bool:
    """Return whether a table has first levels of its own (决策, 过程, 履职效能): two of them, or one in three rows and more.

    Two rows are enough where they have second levels of their own too (投入和管理/财务管理). A mistyped label is none, nor
    one that the profile prints.
    """
    known = {fold(name) for name in printed}
    labels = [row.text("level1") for row in table.rows if row.text("level1").strip()]
    own = [
        label
        for label in labels
        if knowledge.taxonomy.find(label, 1) is None
        and fold(label) not in known
        and not knowledge.taxonomy.is_near(label, 1)
    ]
    return len(set(own)) >= _FRAME_LABELS or len(own) >= _FRAME_ROWS or _has_framed_kinds(table, knowledge, own)


def _has_framed_kinds(table: Table, knowledge: Knowledge, own: Sequence[str]) -> bool:
    framed = {label for label in own if knowledge.taxonomy.is_of_a_frame(label)}
    return sum(row.text("level1") in framed and _is_own_kind(row, knowledge) for row in table.rows) >= _FRAMED_ROWS


def _is_own_kind(row: Record, knowledge: Knowledge) -> bool:
    """Return whether the second level of a row is none of the national ones, and no slip of one."""
    label = row.text("level2")
    taxonomy = knowledge.taxonomy
    return bool(label.strip()) and taxonomy.find(label, 2) is None and not taxonomy.is_slip(label, 2)


def uses_own_kinds(table: Table, knowledge: Knowledge, kind: str, *, own_frame: bool) -> bool:
    """Return whether a form prints second levels of its own: beside first levels of its own, for departments, or in most rows.

    The national list says nothing of them then: neither which are unknown nor which are missing.
    """
    labelled = [row for row in table.rows if row.text("level2").strip()]
    own = sum(_is_own_kind(row, knowledge) for row in labelled)
    return own > 0 and (own_frame or kind == "department" or 2 * own > len(labelled))


def is_evaluation(table: Table) -> bool:
    """Return whether a table evaluates or monitors: by its stage, or by results, scores and money spent where the stage does not say."""
    stage = fold(table.text("stage"))
    if any(word in stage for word in (*_STAGES, *_BEFORE)):
        return any(word in stage for word in _STAGES)
    scored = any(field in row.cells and row.cells[field].filled for row in table.rows for field in ("actual", "score"))
    return scored or any(table.filled(field) for field in _EVALUATED)


def table_scope(
    table: Table, profile: Profile, form: Form, settings: dict[str, Setting], knowledge: Knowledge
) -> Scope:
    """Return the scope of a table: what its rows have in common for the facts."""
    chosen = str(settings["taxonomy.frame"])
    frame = chosen if chosen != "auto" else used_frame(table, knowledge)
    given = {name for row in table.rows for name, cell in row.cells.items() if name in _COLUMNS and cell.filled}
    evaluation = is_evaluation(table)
    demanded = () if evaluation else (*form.required, *form.columns)
    printed = {name.removeprefix("indicators.") for name in demanded}
    own_frame = uses_own_frame(table, knowledge, profile.level_names)
    return Scope(
        kind=form.kind,
        profile=profile.name,
        form=form.letter,
        levels=form.levels,
        frame=frame,
        year=table_year(table),
        currency=fold(table.text("currency_unit")) or "万元",
        damaged=fold(table.text("extraction")) == "damaged",
        own_frame=own_frame,
        columns=frozenset(given | printed),
        transfer=_TRANSFER.search(fold(table.text("project.name"))) is not None,
        based="basis" in given or sum("value" in row.cells and row.cells["value"].filled for row in table.rows) <= _FEW,
        stage=fold(table.text("stage")),
        level_names=profile.level_names,
        suffix_optional=profile.suffix_optional,
        settings=settings,
        knowledge=knowledge,
        own_kinds=uses_own_kinds(table, knowledge, form.kind, own_frame=own_frame),
        evaluation=evaluation,
    )


class TableView:
    """The facts' view of one whole table."""

    def __init__(self, table: Table, scope: Scope, form: Form, rows: Sequence[RowView]) -> None:
        self.table = table
        self.scope = scope
        self.form = form
        self.rows = rows
        self.text: Callable[[str], str] = table.text
        """Return the text of a cell by canonical dotted name, "" where the table does not have it."""
        self.filled: Callable[[str], bool] = table.filled
        """Return whether a cell is there and holds more than blanks."""

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of this table."""
        return Spot(at.removeprefix("table."))

    @derived
    def prose(self) -> tuple[Prose, ...]:
        """The filled cells of prose outside the rows."""
        return table_prose_cells(self.text, self.table.records)

    def prose_and(self, *fields: str) -> tuple[Prose, ...]:
        """Return the filled cells of prose outside the rows, and those of further cells."""
        return (*self.prose, *cells_named(fields, self.text))

    @derived
    def filled_rows(self) -> tuple[tuple[int, RowView], ...]:
        """The annual rows that have a value, with their index."""
        return tuple(
            (index, row)
            for index, row in enumerate(self.rows)
            if not row.midterm and not row.declined and (row.filled("value") or row.filled("op"))
        )
