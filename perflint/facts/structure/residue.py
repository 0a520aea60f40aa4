"""Facts about what a template left in cells other than values and goals: names, labels, units, agencies, project names."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.masks import is_request, is_unfilled, masks
from perflint.facts.printed import EXAMPLE, RESIDUE, pieces
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

RESIDUE_OF = Vocabulary(
    "residue",
    "模板留在单元格里的内容：指标值、绩效目标以外的各格（只在发现时出现）",
    "what a template left in a cell other than a value or a goal (only where there is something)",
)

_ROW_CELLS = ("level1", "level2", "description", "unit", "basis", "scoring", "formula", "data_source", "evidence")
_TABLE_CELLS = (
    "agency", "agency.name", "supervisor", "supervisor.name", "implementer", "responsible", "project.name", "project.purpose",
    "project.basis", "title", "duties",
)  # fmt: skip
_CALLED = {
    "name": ("指标名称", "the name"), "level1": ("一级指标", "the first level"), "level2": ("二级指标", "the second level"),
    "description": ("绩效指标描述", "the description"), "unit": ("度量单位", "the unit"),
    "basis": ("指标值确定依据", "the basis"), "scoring": ("评分标准", "the scoring"), "formula": ("计算公式", "the formula"),
    "data_source": ("数据来源", "the source of data"), "evidence": ("佐证资料", "the evidence"),
    "agency": ("预算单位", "the agency"), "agency.name": ("预算单位", "the agency"),
    "supervisor": ("主管部门", "the supervising department"), "supervisor.name": ("主管部门", "the supervising department"),
    "implementer": ("实施单位", "the implementing unit"), "responsible": ("责任人", "the person responsible"),
    "project.name": ("项目名称", "the name of the project"), "project.purpose": ("资金用途", "the purpose"),
    "project.basis": ("立项依据说明", "the project's basis"), "title": ("表名", "the title"), "duties": ("部门职责", "the duties"),
}  # fmt: skip
# A kind of place and no place: 县(市、区)教育部门. With a name before it, or with 各, it is one.
_ANY_PLACE = pattern(r"(?:省|市|县|区|县级)\((?:省|市|县|区|旗|[、,/])+\).*")
_AGENCIES = frozenset({"agency", "agency.name", "supervisor", "supervisor.name", "implementer"})
_WHOLE = 0  # as the end of a mark: the whole cell


class ResidueView(Struct, frozen=True):
    """One cell with what a template left in it; `rest` is what the cell says without it."""

    scope: Scope
    field: str
    text: str
    marks: tuple[Mark, ...]
    rest: str
    example: bool = False

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a cell has one place
        """Return the place of the cell."""
        return Spot(self.field)


def row_residues(row: RowView) -> Iterator[ResidueView]:
    """Yield the cells of a row in which a template left something; a row that is none is another matter (STR011)."""
    name = row.printed.get("name", "")
    if name and (found := _in_name(row, name)):
        yield found
    for field in _ROW_CELLS:
        if (text := row.printed.get(field, "")) and (marks := _in_text(text)):
            yield ResidueView(row.scope, field, text, marks, "")


def table_residues(view: TableView) -> Iterator[ResidueView]:
    """Yield the cells outside the rows in which a template left something."""
    for field in _TABLE_CELLS:
        text = view.text(field)
        if text and (marks := _in_text(text) or _any_place(field, text)):
            yield ResidueView(view.scope, field, text, marks, "")


def _in_name(row: RowView, name: str) -> ResidueView | None:
    printed = pieces(name)
    rest = row.text("name").strip()
    left = [piece for piece in printed if piece.kind in RESIDUE]
    marks = tuple(Mark(name[piece.start : piece.end], piece.start, piece.end) for piece in left)
    if not rest and printed:
        return ResidueView(row.scope, "name", name, (Mark(name.strip(), 0, _WHOLE),), "")
    marks = marks or masks(name) or ((Mark(name, 0, _WHOLE),) if is_unfilled(name) else ())
    if not marks:
        return None
    return ResidueView(row.scope, "name", name, marks, rest, example=bool(left) and left[0].kind == EXAMPLE)


@lru_cache(maxsize=4096)
def _in_text(text: str) -> tuple[Mark, ...]:
    return masks(text) or ((Mark(text.strip(), 0, _WHOLE),) if is_request(text) else ())


def _any_place(field: str, text: str) -> tuple[Mark, ...]:
    if field not in _AGENCIES or not _ANY_PLACE.fullmatch(fold(text)):
        return ()
    return (Mark(text.strip(), 0, _WHOLE),)


@RESIDUE_OF.fact("marks", MARKS, zh="模板留下的内容所在", en="where it stands")
def marks(residue: ResidueView) -> tuple[Mark, ...]:
    return residue.marks


@RESIDUE_OF.fact("text", STRING, zh="模板留下的内容，照录", en="what the template left, as typed")
def text(residue: ResidueView) -> str:
    return residue.marks[0].text.strip()


@RESIDUE_OF.fact("cell", STRING, zh="单元格，照录", en="the cell as typed")
def cell(residue: ResidueView) -> str:
    return residue.text.strip()


@RESIDUE_OF.fact("rest", STRING, zh="去掉之后的名称，没有为空", en="the name without it, empty if none")
def rest(residue: ResidueView) -> str:
    return residue.rest


@RESIDUE_OF.fact("whole", BOOL, zh="整格都是模板内容", en="whether it is the whole cell")
def whole(residue: ResidueView) -> bool:
    return residue.marks[0].end == _WHOLE


@RESIDUE_OF.fact("in_name", BOOL, zh="是否在指标名称里", en="whether it stands in an indicator's name")
def in_name(residue: ResidueView) -> bool:
    return residue.field == "name"


@RESIDUE_OF.fact("bracketed", BOOL, zh="是否为名称后面的括号", en="whether it is a bracket behind the name")
def bracketed(residue: ResidueView) -> bool:
    return residue.field == "name" and residue.rest != "" and residue.text.strip() != residue.rest


@RESIDUE_OF.fact("example", BOOL, zh="是否为“样例”一类字样", en="whether it is the word for an example")
def example(residue: ResidueView) -> bool:
    return residue.example


@RESIDUE_OF.fact("name_zh", STRING, zh="单元格的中文名", en="name of the cell, in Chinese")
def name_zh(residue: ResidueView) -> str:
    return _CALLED[residue.field][0]


@RESIDUE_OF.fact("name_en", STRING, zh="单元格的英文名", en="name of the cell, in English")
def name_en(residue: ResidueView) -> str:
    return _CALLED[residue.field][1]


SUBJECTS = (SubjectKind(RESIDUE_OF, in_row=row_residues, in_table=table_residues),)
