"""Facts about the classes that a table must fill (domain: §2.3)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.taxonomy import FRAME_2021
from perflint.facts.vocabulary import BOOL, INT, STRING, STRINGS, Vocabulary
from perflint.quantity import Kind
from perflint.typography import fold

LEVEL = Vocabulary(
    "level",
    "应当填写的一级指标，或二级指标：各算一处",
    "the classes that the form expects: one subject for each of the two levels",
)

_TOLD = {"count": "output.quantity", "rate": "output.quality", "time": "output.time", "money": "cost"}
_ENOUGH = 2  # classes of output that the rows tell: with fewer, the form asks for none of them


class LevelView(Struct, frozen=True):
    """The expected classes of one level that no row with a value fills: (id, name) each; `judged` where the table has them."""

    scope: Scope
    level: int
    missing: tuple[tuple[str, str], ...]
    project: str
    judged: bool
    labels_unknown: bool = False

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a class has no cell of its own: the list of indicators is meant
        """Return the place of the indicators."""
        return Spot("indicators")


def level_views(view: TableView) -> Iterator[LevelView]:
    """Yield both levels with the classes that are missing: none where the form has no levels.

    A class whose first level is missing too is not named again on the second.
    """
    if not view.scope.levels:
        return
    taxonomy = view.scope.knowledge.taxonomy
    filled = {id_ for row in view.rows if _is_there(row) for id_ in _counted(row.class_id)}
    one_level = bool(view.rows) and not any(row.filled("level2") for row in view.rows)
    told = {_told(row) for _, row in view.filled_rows} - {""} if one_level else set()
    filled |= told
    project, judged = fold(view.text("project.name")), _is_judged(view)
    open_rows = (any(row.filled("level1") and row.level1 is None for row in view.rows), _has_own_kinds(view))
    for number in (1, 2):
        missing = []
        for id_, level in _expected(view.scope.frame):
            parent = taxonomy.parent(taxonomy.classes[id_], view.scope.frame) if level > 1 else ""
            if level == number and id_ not in filled and (not parent or parent in filled):
                missing.append((id_, taxonomy.classes[id_].name))
        listed = not one_level or len(told & set(_TOLD.values())) >= _ENOUGH
        known = number == 1 or (listed and not view.scope.own_kinds)
        yield LevelView(view.scope, number, tuple(missing), project, judged and known, open_rows[number - 1])


def _is_there(row: RowView) -> bool:
    """Return whether a row fills its class: with a value, or with a name whose value alone is missing (STR009 tells that)."""
    return not row.midterm and not row.declined and any(row.filled(cell) for cell in ("value", "op", "name"))


def _has_own_kinds(view: TableView) -> bool:
    """Return whether a row of output stands under a second level that no class knows: it may be the one that is missing."""
    rows = (row for row in view.rows if row.level1 is None or row.level1.id == "output")
    return any(row.filled("level2") and row.level2 is None for row in rows)


def _told(row: RowView) -> str:
    """Return the class that name and value of a row tell where the form prints no second level, "" if they do not."""
    if "满意" in row.name:
        return "satisfaction"
    if row.side == "benefit":
        return ""
    if row.value.kind in (Kind.DEADLINE, Kind.DURATION):
        return "output.time"
    if row.rate:
        return "output.quality"
    part = row.value.first
    return _TOLD["money"] if part.dimension == "money" else _TOLD["count"] if part.number and part.unit else ""


def _counted(class_id: str) -> tuple[str, ...]:
    return (class_id, class_id.split(".", 1)[0])


def _is_judged(view: TableView) -> bool:
    """Return whether the table uses the classes: not where no label is known, nor in a frame of evaluation or of its own."""
    frame = view.scope.knowledge.lexicon.words("department_evaluation_frame")
    labels = {fold(row.text(level)).removesuffix("指标") for row in view.rows for level in ("level1", "level2")}
    if view.scope.own_frame or len(labels & set(frame)) > 1:
        return False
    return not view.rows or any(row.class_id for row in view.rows)


def _expected(frame: str) -> tuple[tuple[str, int], ...]:
    first = (("output", 1), ("benefit", 1), ("satisfaction", 1))
    second = (("output.quantity", 2), ("output.quality", 2), ("output.time", 2))
    return (*first, *second, ("cost", 1 if frame == FRAME_2021 else 2))


@LEVEL.fact("number", INT, zh="1 一级指标，2 二级指标", en="1 for first-level classes, 2 for second-level ones")
def number(subject: LevelView) -> int:
    return subject.level


@LEVEL.fact(
    "missing", STRINGS, zh="没有一行填了指标值的分类编号", en="ids of the classes that no row with a value fills"
)
def missing(subject: LevelView) -> tuple[str, ...]:
    return tuple(id_ for id_, _ in subject.missing)


@LEVEL.fact("names", STRING, zh="这些分类的名称", en="the names of these classes")
def names(subject: LevelView) -> str:
    return "、".join(name for _, name in subject.missing)


@LEVEL.fact(
    "works_strict",
    BOOL,
    zh="项目名称是否为工程、购置、修缮一类（成本必填）",
    en="whether the project is works or a purchase (cost is mandatory)",
)
def works_strict(subject: LevelView) -> bool:
    return any(word in subject.project for word in subject.scope.knowledge.lexicon.words("words.works_strict"))


@LEVEL.fact(
    "internal_running",
    BOOL,
    zh="项目是否为机关内部运行（满意度可以没有）",
    en="whether the project is internal running (satisfaction may be absent)",
)
def internal_running(subject: LevelView) -> bool:
    return any(word in subject.project for word in subject.scope.knowledge.lexicon.words("words.internal_running"))


@LEVEL.fact(
    "labels_unknown",
    BOOL,
    zh="是否有行的一级指标（二级：产出类的二级指标）不是已知名称，所缺的一类可能就在其中",
    en="whether a row stands under a label of this level that no class knows, where the missing one may be",
)
def labels_unknown(subject: LevelView) -> bool:
    return subject.labels_unknown


@LEVEL.fact("judged", BOOL, zh="这张表是否使用这套指标分类", en="whether the table uses these classes at all")
def judged(subject: LevelView) -> bool:
    return subject.judged


SUBJECTS = (SubjectKind(LEVEL, in_table=level_views),)
