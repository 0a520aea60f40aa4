"""Facts about the classes that a table must fill (domain: §2.3)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.taxonomy import FRAME_2021
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.typography import fold

LEVEL = Vocabulary(
    "level", "应当填写的一类指标（一级或二级）", "a class of indicators that the form expects, of level 1 or 2"
)


class LevelView(Struct, frozen=True):
    """One expected class of a table: how strongly it is expected, and whether any row with a value fills it."""

    scope: Scope
    id: str
    level: int
    name: str
    filled: bool
    project: str
    parent_filled: bool
    judged: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a class has no cell of its own: the list of indicators is meant
        """Return the place of the indicators."""
        return Spot("indicators")


def level_views(view: TableView) -> Iterator[LevelView]:
    """Yield the classes that the form expects: none where it has no levels, or where there are no rows to place."""
    if not view.scope.levels:
        return
    taxonomy = view.scope.knowledge.taxonomy
    filled = {id_ for _, row in view.filled_rows for id_ in _counted(row.class_id)}
    project = fold(view.text("project.name"))
    judged = _is_judged(view)
    for id_, level in _expected(view.scope.frame):
        parent = taxonomy.parent(taxonomy.classes[id_], view.scope.frame) if level > 1 else ""
        yield LevelView(
            view.scope,
            id_,
            level,
            taxonomy.classes[id_].name,
            id_ in filled,
            project,
            not parent or parent in filled,
            judged,
        )


def _counted(class_id: str) -> tuple[str, ...]:
    return (class_id, class_id.split(".", 1)[0])


def _is_judged(view: TableView) -> bool:
    """Return whether the table uses the classes: not where no label is known, nor in an evaluation frame, which has none."""
    frame = view.scope.knowledge.lexicon.words("department_evaluation_frame")
    labels = {fold(row.text(level)).removesuffix("指标") for row in view.rows for level in ("level1", "level2")}
    if len(labels & set(frame)) > 1:
        return False
    return not view.rows or any(row.class_id for row in view.rows)


def _expected(frame: str) -> tuple[tuple[str, int], ...]:
    first = (("output", 1), ("benefit", 1), ("satisfaction", 1))
    second = (("output.quantity", 2), ("output.quality", 2), ("output.time", 2))
    return (*first, ("cost", 1 if frame == FRAME_2021 else 2), *second)


@LEVEL.fact("id", STRING, zh="分类编号，如 output.quality", en="class id, for example output.quality")
def level_id(subject: LevelView) -> str:
    return subject.id


@LEVEL.fact("number", INT, zh="1 一级指标，2 二级指标", en="1 for a first-level class, 2 for a second-level one")
def number(subject: LevelView) -> int:
    return subject.level


@LEVEL.fact("name", STRING, zh="指标分类名称", en="name of the class")
def name(subject: LevelView) -> str:
    return subject.name


@LEVEL.fact("filled", BOOL, zh="是否有填了指标值的行", en="whether a row with a value fills it")
def filled(subject: LevelView) -> bool:
    return subject.filled


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
    "parent_filled",
    BOOL,
    zh="它的一级指标是否有填了指标值的行（没有时由一级指标的规则提示）",
    en="whether its first-level class has a row with a value; if not, the rule on that class speaks",
)
def parent_filled(subject: LevelView) -> bool:
    return subject.parent_filled


@LEVEL.fact("judged", BOOL, zh="这张表是否使用这套指标分类", en="whether the table uses these classes at all")
def judged(subject: LevelView) -> bool:
    return subject.judged
