"""Facts about the class names that a table prints: aliases of the national names, and two frames in one table."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.taxonomy import LevelClass
from perflint.facts.vocabulary import INT, STRINGS, Vocabulary
from perflint.typography import fold

LABELS = Vocabulary(
    "labels", "表中值得一看的一级、二级指标名称", "class names of a table in which something is worth a look"
)

_SUFFIX = "指标"
_OLDER_SATISFACTION = frozenset({"满意度", "服务满意度", "社会公众或服务对象满意度"})
_SATISFACTION = "satisfaction"
_LEVELS = (("level1", 1), ("level2", 2))


class Label(Struct, frozen=True):
    """A class name as printed in one cell, with the national name of the class."""

    index: int
    field: str
    printed: str
    proper: str

    @property
    def spot(self) -> Spot:
        """The place of the cell."""
        return Spot(self.field, records="indicators", index=self.index)


class LabelsView(Struct, frozen=True):
    """The aliases that a table prints, and the rows that put cost in the place of the older and of the newer frame."""

    scope: Scope
    aliases: tuple[Label, ...]
    older: tuple[int, ...]
    newer: tuple[int, ...]

    def spot(self, at: str) -> Spot:
        """Return the first alias, or the row of the older frame."""
        if at == "labels.older":
            return Spot("level2", records="indicators", index=self.older[0])
        return self.aliases[0].spot

    def spots(self, at: str) -> tuple[Spot, ...]:  # noqa: ARG002  # only the aliases are rewritten
        """Return the places of all aliases."""
        return tuple(label.spot for label in self.aliases)

    def relations(self, at: str) -> tuple[Relation, ...]:
        """Return the row of the newer frame beside that of the older one."""
        if at != "labels.older":
            return ()
        place = Spot("level2", records="indicators", index=self.newer[0])
        return (Relation(place, "2021年体系的写法", "the frame of 2021"),)


def labels_views(view: TableView) -> Iterator[LabelsView]:
    """Yield the class names of a table that prints aliases or uses two frames."""
    if not view.scope.levels:
        return
    aliases = tuple(label for field, level in _LEVELS for label in _aliases(view, field, level))
    newer, older = _frames(view)
    if aliases or (older and newer):
        yield LabelsView(view.scope, aliases, older, newer)


def _aliases(view: TableView, field: str, level: int) -> Iterator[Label]:
    """Yield the cells whose label is an alias, or lacks 指标 where other labels of the table have it."""
    unusual = _unusual(view, {row.text(field) for row in view.rows}, level)
    if unusual:
        for index, row in enumerate(view.rows):
            if known := unusual.get(row.text(field)):
                yield Label(index, field, row.text(field).strip(), _proper(row, known))


def _unusual(view: TableView, printed: set[str], level: int) -> dict[str, LevelClass]:
    """Return the labels that are other names of a class, with the class."""
    folded = {label: fold(label) for label in printed}
    suffixed = not view.scope.suffix_optional and any(label.endswith(_SUFFIX) for label in folded.values())
    excused = tuple(map(fold, view.scope.level_names))
    found = {}
    for label, plain in folded.items():
        known = view.scope.knowledge.taxonomy.find(plain, level) if plain and plain not in excused else None
        if known is not None and _is_unusual(plain, level, known.name, suffixed):
            found[label] = known
    return found


@lru_cache(maxsize=1024)
def _is_unusual(label: str, level: int, name: str, suffixed: bool) -> bool:  # noqa: FBT001  # a memo key
    """Return whether a label is another name of its class: not one that is cut off or has a note in brackets.

    满意度 on the second level is how older forms print it, under 效益 too.
    """
    bare, proper = label.removesuffix(_SUFFIX), fold(name).removesuffix(_SUFFIX)
    if bare == proper:
        return suffixed and not label.endswith(_SUFFIX)
    if "(" in bare or proper.startswith(bare):
        return False
    return not (level > 1 and bare in _OLDER_SATISFACTION)


def _proper(row: RowView, known: LevelClass) -> str:
    """Return the national name of a class: under 产出, a kind of cost is 成本指标 (the frame of 2015).

    A first level by another name of 效益 (影响力目标) that has satisfaction below it is 满意度指标.
    """
    second = row.level2.id if row.level2 is not None else ""
    if known.id == "benefit" and second.startswith(_SATISFACTION):
        return row.scope.knowledge.taxonomy.classes[_SATISFACTION].name
    if known.level > 1 and known.id.startswith("cost.") and row.level1 is not None and row.level1.id == "output":
        return row.scope.knowledge.taxonomy.classes["cost"].name
    return known.name


def _frames(view: TableView) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the rows that put cost in the place of the frame of 2021 and of 2015; no need to look where no label is 成本."""
    if not any("成本" in row.text("level1") for row in view.rows):
        return (), ()
    return _all(view, _is_newer), _all(view, _is_older)


def _all(view: TableView, wanted: Callable[[RowView], bool]) -> tuple[int, ...]:
    return tuple(index for index, row in enumerate(view.rows) if row.filled("name") and wanted(row))


def _is_older(row: RowView) -> bool:
    return row.level1 is not None and row.level2 is not None and (row.level1.id, row.level2.id) == ("output", "cost")


def _is_newer(row: RowView) -> bool:
    return (
        row.level1 is not None
        and row.level2 is not None
        and row.level1.id == "cost"
        and row.level2.id.startswith("cost.")
    )


@LABELS.fact("aliases", STRINGS, zh="所用的别名，各一个", en="the aliases used, each once")
def aliases(labels: LabelsView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label.printed for label in labels.aliases))


@LABELS.fact("pairs", STRINGS, zh="别名→规范名称，各一个", en="alias → national name, each once")
def pairs(labels: LabelsView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{label.printed}→{label.proper}" for label in labels.aliases))


@LABELS.fact(
    "proper", STRINGS, zh="各处别名应改成的规范名称，逐一列出", en="the national name for each alias, in order"
)
def proper(labels: LabelsView) -> tuple[str, ...]:
    return tuple(label.proper for label in labels.aliases)


@LABELS.fact(
    "costs_under_output",
    INT,
    zh="列在产出指标下的成本指标行数（只在另有一级指标“成本指标”时数）",
    en="number of rows with cost under output (counted only where 成本指标 is a first level too)",
)
def costs_under_output(labels: LabelsView) -> int:
    return len(labels.older)


@LABELS.fact(
    "costs_apart",
    INT,
    zh="列在一级指标“成本指标”下的经济、社会、生态环境成本行数",
    en="number of rows with a kind of cost under 成本指标 as a first level",
)
def costs_apart(labels: LabelsView) -> int:
    return len(labels.newer)


SUBJECTS = (SubjectKind(LABELS, in_table=labels_views, places=("labels.older",)),)
