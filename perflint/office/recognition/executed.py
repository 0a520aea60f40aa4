"""Money of evaluated tables: a row for each part of the money, a column for each stage of the year."""

from collections.abc import Sequence
from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.naming import kept_key, known_key
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_FIGURE = pattern(r"[\d.,%/—–-]+(?:万元|元|分)?|无")
_ALL, _POINTS = pattern(r"总额|合计|总计"), pattern(r"[(（](\d{1,3})分[)）]")
_FEWEST, _ONE_OF_TWO = 3, 0.7
_STAGES = frozenset({"planned", "adjusted", "executed", "rate", "weight", "score"})
_BUDGETS = ("adjusted", "planned")
_Named = tuple[GridCell, str]


def read_executed(desk: Desk, row: Row) -> bool:
    """Read the headings of budget, execution and score; the rows of money below them are awaited."""
    named = [(cell, _stage(desk, cell)) for cell in row.cells]
    stages = [stage for _, stage in named if stage]
    known = set(stages) & _STAGES
    if len(known) < _FEWEST or not known & set(_BUDGETS) or not known & {"executed", "rate"}:
        return False
    first = next((place for place, (cell, stage) in enumerate(named) if stage and _is_over_figures(desk, cell)), None)
    if first is None:
        return False
    kept = [(cell, stage or f"x-{exact(cell.text)}") for cell, stage in named[first:]]
    if sum(not stage.startswith("x-") for _, stage in kept) * 2 < len(kept):
        return False
    for cell in row.cells:
        desk.draft.use(cell, "budget", "label")
        desk.draft.marks.append(plain(cell.text))
    desk.pending = []
    points = _POINTS.search(row.cells[0].text)
    if points and "weight" not in {stage for _, stage in kept} and row.cells[0].rows > 1:
        desk.draft.put(f"{known_key('execution')}.weight", points[1], row.cells[0])
    desk.awaiting = partial(_read_money, named=tuple(_once(kept)), first=True)
    return True


def _is_over_figures(desk: Desk, cell: GridCell) -> bool:
    """Return whether a figure, or room for one, stands at once below a heading: others head the names of the money."""
    below = desk.sheet.at(cell.row + cell.rows, cell.column)
    return below is not None and (is_blank(below.text) or _FIGURE.fullmatch(exact(below.text)) is not None)


def _stage(desk: Desk, cell: GridCell) -> str:
    found = desk.vocabulary.composed.read(cell.text, "execution")
    return found.field if found else ""


def _once(named: Sequence[_Named]) -> list[_Named]:
    """Return headings with a stage that comes again under its own words; the first that does only heads them."""
    while named[0][1] in {stage for _, stage in named[1:]}:
        named = named[1:]
    seen: set[str] = set()
    found = []
    for cell, stage in named:
        found.append((cell, f"x-{exact(cell.text)}" if stage in seen else stage))
        seen.add(stage)
    return found


def _read_money(desk: Desk, row: Row, named: Sequence[_Named], *, first: bool) -> bool:
    """Read one part of the money; the first row that is none ends them."""
    start = named[0][0].column
    labels = [cell for cell in row.cells if cell.column < start]
    values = [(cell, _stage_at(named, cell)) for cell in row.cells if cell.column >= start]
    label = desk.vocabulary.label(labels[-1].text) if labels else None
    own = [cell for cell, stage in values if not stage.startswith("x-")]
    if labels and labels[-1].column + labels[-1].columns > start:
        return False
    if not (labels or first) or not all(_FIGURE.fullmatch(exact(cell.text)) for cell in own):
        return False
    if (label and not label.startswith("budget.")) or (not labels and not own):
        return False
    for cell in labels:
        desk.draft.use(cell, label or "budget", "label")
    part: Branch = {}
    for cell, stage in values:
        if stage and stage not in part:
            part[stage] = Leaf(trimmed(cell.text), cell.place)
            desk.draft.use(cell, f"execution.{stage}", "value")
        else:
            desk.leave(cell)
    if (not labels or label == "budget.total") and _changed(part):
        desk.draft.guess("budget.total", "全年预算数", _ONE_OF_TWO)
    whole = first and label == "budget.fiscal" and _ALL.search(labels[-1].text)
    if whole and (amount := _amount(part)):
        _leaf(desk, "budget.fiscal", amount)
    _put(desk, "budget.total" if whole or not labels else label or "", labels[-1] if labels else None, part)
    desk.awaiting = partial(_read_money, named=named, first=False)
    return True


def _stage_at(named: Sequence[_Named], cell: GridCell) -> str:
    return next((stage for head, stage in named if head.column <= cell.column < head.column + head.columns), "")


def _amount(part: Branch) -> Leaf | None:
    return next((leaf for stage in _BUDGETS if isinstance(leaf := part.get(stage), Leaf)), None)


def _put(desk: Desk, field: str, label: GridCell | None, part: Branch) -> None:
    """Put a part of the money: its budget under its field, its stages under the execution, the whole's at its top."""
    execution = desk.draft.tree.setdefault(known_key("execution"), {})
    amount = _amount(part)
    if amount is not None and label is not None:
        path = known_key(field) if field else kept_key("budget.", label.text)
        if desk.draft.holds(path) is not None:
            path = kept_key("budget.", label.text)
        _leaf(desk, path, amount)
    elif amount is not None:
        _leaf(desk, known_key(field), amount)
    if not isinstance(execution, dict):
        return
    if field == "budget.total":
        for stage, leaf in part.items():
            execution.setdefault(stage, leaf)
    elif part and label is not None:
        rows = execution.setdefault("sources", [])
        if isinstance(rows, list):
            rows.append({"item": Leaf(trimmed(label.text), label.place), **part})  # type: ignore[arg-type]


def _changed(part: Branch) -> bool:
    """Return whether the budget was changed in the course of the year: then one of two figures is taken as the budget."""
    amounts = [
        fold(leaf.text) for stage in _BUDGETS if isinstance(leaf := part.get(stage), Leaf) and not is_blank(leaf.text)
    ]
    return len(set(amounts)) > 1


def _leaf(desk: Desk, path: str, leaf: Leaf) -> None:
    budget = desk.draft.tree.setdefault("budget", {})
    *above, last = path.removeprefix("budget.").split(".")
    for step in above:
        inner = budget.setdefault(step, {}) if isinstance(budget, dict) else None
        budget = inner if isinstance(inner, dict) else {}
    if isinstance(budget, dict):
        budget.setdefault(last, leaf)
