"""Columns of a list before its indicators that say whose a row is: its year, unit, project and money."""

from collections.abc import Callable, Sequence

from perflint.office.recognition.columns import Heading, own_key
from perflint.office.recognition.content import column_texts
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.flat import HEAD
from perflint.office.recognition.kinds import confirms, is_unit_name
from perflint.office.recognition.wording import plain
from perflint.pattern import pattern

_INDICATOR = frozenset({"level1", "level2", "name"})
_OPEN = frozenset({"unit", "horizon", "-"})
_YEAR, _YEAR_WORD = pattern(r"20\d\d年?度?"), pattern(r"年")
_UNIT_WORD, _LEADING = pattern(r"单位|部门|机构"), pattern(r"主管|归口")
_PROJECT_WORD = pattern(r"(?:预算|支出)?(?:项目|专项|政策)(?:支出|名)?")
_DESK = pattern(r"[处科股室组]$")
_MOST = 0.8


def owned(desk: Desk, found: Sequence[Heading], first_row: int) -> list[Heading]:
    """Return the headings with those before the indicators that their words and cells show to be the project's."""
    start = min((one.cell.column for one in found if one.field in _INDICATOR), default=0)
    kept = list(found)
    for place, one in enumerate(kept):
        if one.cell.column >= start or not (one.sure < 1 or one.field.startswith("x-") or one.field in _OPEN):
            continue
        texts = column_texts(desk.sheet, one.cell, one.cell.column, first_row)
        field = _field(desk, one.cell.text, texts) if texts else ""
        if field == "agency":
            kept = [_without_desks(desk, other, first_row) for other in kept]
        if field and all(other.field != HEAD + field for other in kept):
            kept[place] = one._replace(field=HEAD + field)
    return kept


def _without_desks(desk: Desk, one: Heading, first_row: int) -> Heading:
    """Return a heading of the unit as one of its own where its cells are desks of a unit that stands in another column."""
    if one.field != HEAD + "agency":
        return one
    texts = column_texts(desk.sheet, one.cell, one.cell.column, first_row)
    return one._replace(field=own_key(one.cell.text)) if texts and _share(texts, _DESK.search) else one


def _field(desk: Desk, heading: str, texts: Sequence[str]) -> str:
    words = plain(heading)
    if _YEAR_WORD.search(words) and _share(texts, _YEAR.fullmatch):
        return "year"
    if _UNIT_WORD.search(words) and _share(texts, is_unit_name):
        return "supervisor" if _LEADING.search(words) else "agency"
    if _PROJECT_WORD.fullmatch(words):
        return "project.name"
    money = desk.vocabulary.composed.read(heading, "amount")
    return money.field if money and _share(texts, lambda text: confirms("budget.total", text)) else ""


def _share(texts: Sequence[str], fits: Callable[[str], object]) -> bool:
    return sum(bool(fits(text)) for text in texts) >= _MOST * len(texts)
