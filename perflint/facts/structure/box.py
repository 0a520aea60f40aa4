"""The tick boxes of a project's head (项目属性, 项目期限, 项目类型, 立项依据), and what is ticked in each (domain: §1.3)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, STRINGS, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

BOX = Vocabulary(
    "box", "一组勾选项：项目属性、项目期限、项目类型或立项依据", "one set of tick boxes in the project's head"
)

_NATIONAL = frozenset({"general", "mof-2015", "mof-2021"})
_GENERAL_FORM = "G"
_NAMES = {
    "project.attribute": ("项目属性", "project attribute (项目属性)"),
    "project.term": ("项目期限", "project term (项目期限)"),
    "project.policy_type": ("项目类型", "project type (项目类型)"),
    "project.basis_types": ("立项依据", "basis of approval (立项依据)"),
}
_CHOICES = {
    "project.attribute": ("新增", "延续"),
    "project.term": ("一次性", "经常性"),
    "project.policy_type": ("产业发展", "民生保障", "基础设施"),
    "project.basis_types": ("法律法规", "市委市政府决定", "上级文件要求", "市委市政府领导指示", "其他"),
}
_RIVALS = frozenset({"project.attribute", "project.term"})
_TICKED, _OPEN = "☑√✓✔■R☒", "□☐○"
_MARK = pattern(f"[{_TICKED}{_OPEN}]")
# What may stand beside the choices where nothing but choices is written.
_AROUND = pattern(r"项目|性|类|[、,，;；/和与及()\[\]]")


class BoxView(Struct, frozen=True):
    """One set of boxes of one table, or all those that the form asks for and the table does not write at all."""

    scope: Scope
    fields: tuple[str, ...]
    text: str

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # boxes that are not written are missing from one place
        """Return the place of the cell."""
        return Spot(self.fields[0])


def prints_own_form(scope: Scope) -> bool:
    """Return whether the profile is that of a jurisdiction with a form of its own, whose blank cells are then missing."""
    return scope.profile not in _NATIONAL and scope.form != _GENERAL_FORM and not scope.evaluation


def box_views(view: TableView) -> Iterator[BoxView]:
    """Yield the sets of boxes that a table gives or its form asks for; none where the whole head is missing."""
    cells = view.table.cells
    if "project" not in cells:
        return
    for field in _NAMES:
        if field in cells:
            yield BoxView(view.scope, (field,), view.text(field))
    if prints_own_form(view.scope):
        absent = tuple(field for field in _NAMES if field in view.form.required and field not in cells)
        yield from (BoxView(view.scope, absent, ""),) if absent else ()


@lru_cache(maxsize=4096)
def ticked(field: str, text: str) -> tuple[str, ...]:
    """Return the choices ticked in a set of boxes: those beside a tick, or those written where no box is printed."""
    plain = fold(text)
    marks = list(_MARK.finditer(plain))
    known = [choice for choice in _CHOICES.get(field, ()) if choice in plain and f"非{choice}" not in plain]
    if not marks:
        return tuple(known) or ((plain,) if plain else ())
    if not known:
        return tuple("ticked" for mark in marks if mark[0] in _TICKED)
    after = marks[0].start() > min(plain.index(choice) for choice in known)
    found = tuple(choice for choice in known if _mark_of(plain, choice, after) in _TICKED)
    return found or tuple("ticked" for mark in marks if mark[0] in _TICKED)


def _mark_of(plain: str, choice: str, after: bool) -> str:  # noqa: FBT001  # where the form prints its boxes
    """Return the box that belongs to a choice: the nearest one after it, or before it; "□" if there is none."""
    at = plain.index(choice)
    if after:
        found = _MARK.search(plain, at + len(choice))
        return found[0] if found else "□"
    before = _MARK.findall(plain, 0, at)
    return before[-1] if before else "□"


@lru_cache(maxsize=4096)
def clash(field: str, text: str) -> tuple[str, ...]:
    """Return both choices where two that exclude each other are ticked, () if not or if the text says more than choices."""
    choices = ticked(field, text)
    if field not in _RIVALS or len(choices) < len(("one", "other")):
        return ()
    plain = fold(text)
    if not _MARK.search(plain):
        for choice in choices:
            plain = plain.replace(choice, "")
        if _AROUND.sub("", plain):
            return ()
    return choices


@BOX.fact("name_zh", STRING, zh="勾选项的中文名", en="name of the boxes, in Chinese")
def name_zh(box: BoxView) -> str:
    return "、".join(_NAMES[field][0] for field in box.fields)


@BOX.fact("name_en", STRING, zh="勾选项的英文名", en="name of the boxes, in English")
def name_en(box: BoxView) -> str:
    return ", ".join(_NAMES[field][1] for field in box.fields)


@BOX.fact("choices", STRING, zh="可选的项", en="the choices printed beside the boxes")
def choices(box: BoxView) -> str:
    return "；".join("、".join(_CHOICES[field]) for field in box.fields)


@BOX.fact("ticked", STRINGS, zh="勾选的项", en="the choices that are ticked")
def chosen(box: BoxView) -> tuple[str, ...]:
    return ticked(box.fields[0], box.text)


@BOX.fact(
    "clash", STRINGS, zh="同时勾选的两个相互排斥的项", en="two choices that are both ticked and exclude each other"
)
def both(box: BoxView) -> tuple[str, ...]:
    return clash(box.fields[0], box.text)


@BOX.fact("marked", BOOL, zh="这一格里是否印有方框或勾", en="whether boxes or ticks are printed in the cell")
def marked(box: BoxView) -> bool:
    return _MARK.search(fold(box.text)) is not None


SUBJECTS = (SubjectKind(BOX, in_table=box_views),)
