"""Parts of a form whose headings stand in one row and their values in the next: plan, sources, two-sided goals."""

from collections.abc import Sequence
from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.money import filled, put_below, source_of
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.pattern import pattern

_PERIOD = pattern(
    r"^(?:(?:\d{4}年)?(?:1[0-2]|0?[1-9])月(?:底|末|份|前)?|(?:1[0-2]|[1-9])[-—~]+(?:1[0-2]|[1-9])月|第?[一二三四1-4]季度|Q[1-4]|上半年|下半年|全年)$"
)
_PLAN = ("资金支出计划", "支出计划", "资金使用计划", "用款计划", "支出进度计划")
_FEWEST = 2


def read_plan(desk: Desk, row: Row) -> bool:
    """Read the heading of a spending plan with its periods; the percentages stand in the next row or beside each."""
    periods = [cell for cell in row.cells if _PERIOD.match(exact(cell.text))]
    others = [cell for cell in row.cells if cell not in periods]
    titled = [cell for cell in others if plain(cell.text).startswith(_PLAN)]
    going_on = "spending_plan" in desk.draft.tree and not others
    if len(periods) < (1 if titled else _FEWEST) or not (titled or going_on):
        return False
    for cell in titled[:1]:
        desk.draft.put("spending_plan_title", trimmed(cell.text), cell)
        desk.draft.marks.append(_PLAN[0])
    beside = [cell for cell in others if cell not in titled]
    if beside:
        _read_beside(desk, row, periods)
    else:
        desk.awaiting = partial(_read_shares, periods=tuple(periods))
    return True


def _read_beside(desk: Desk, row: Row, periods: Sequence[GridCell]) -> None:
    for place, cell in enumerate(row.cells):
        following = row.cells[place + 1] if place + 1 < len(row.cells) else None
        if cell in periods and following is not None and following not in periods:
            _share(desk, cell, following)


def _share(desk: Desk, period: GridCell, share: GridCell | None) -> None:
    plan = desk.draft.tree.setdefault("spending_plan", {})
    name = exact(period.text)
    desk.draft.use(period, "spending_plan", "label")
    if isinstance(plan, dict) and name not in plan:
        plan[name] = Leaf(share.text, share.place) if share else Leaf("", period.place)
        if share:
            desk.draft.use(share, f"spending_plan.{name}", "value")
    elif share:
        desk.leave(share)


def _read_shares(desk: Desk, row: Row, periods: Sequence[GridCell]) -> bool:
    if any(desk.vocabulary.label(cell.text) for cell in row.cells):
        return False
    taken = []
    for period in periods:
        share = desk.sheet.at(row.number, period.column)
        if share is period or (share is not None and share.row != row.number):
            share = None
        taken.append(share)
        _share(desk, period, share)
    for cell in row.cells:
        if cell not in taken:
            desk.leave(cell)
    return True


def read_sources(desk: Desk, row: Row) -> bool:
    """Read the headings of the five sources; the amounts stand in the next row."""
    named = [(cell, source) for cell in row.cells if (source := source_of(cell.text, desk.vocabulary))]
    if len({source for _, source in named} - {"total", "other"}) < _FEWEST:
        return False
    for cell in row.cells:
        desk.draft.use(cell, "budget.sources", "label")
        desk.draft.marks.append(plain(cell.text))
    desk.awaiting = partial(_read_source_amounts, named=tuple(named))
    return True


def _read_source_amounts(desk: Desk, row: Row, named: Sequence[tuple[GridCell, str]]) -> bool:
    taken = []
    for heading, source in named:
        cell = desk.sheet.at(row.number, heading.column)
        inside = cell is not None and source_of(cell.text, desk.vocabulary)
        fits = cell is not None and cell.row == row.number and not inside
        cell = cell if fits else None
        desk.draft.put(f"budget.sources.{source}", trimmed(cell.text) if cell else "", cell or heading)
        taken.append(cell)
    for cell in row.cells:
        if cell not in taken:
            _read_named_source(desk, cell)
    return True


def _read_named_source(desk: Desk, cell: GridCell) -> None:
    """Read a cell that names a source and holds its amount, as where headings slid into the row below."""
    source = source_of(cell.text, desk.vocabulary)
    if source:
        text = trimmed(cell.text)
        start = next((place for place in range(3, len(text)) if text[place].isdigit()), len(text))
        desk.draft.put(f"budget.sources.{source}", filled(text[start:]), cell)
    elif desk.vocabulary.heads(cell.text):
        desk.draft.use(cell, "", "heading")
    elif not put_below(desk, cell):
        desk.leave(cell)
