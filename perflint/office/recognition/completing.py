"""Tables made complete: conclusions, damage, where they came from, what was left over."""

from collections.abc import Iterator, Sequence

from perflint.office.grid import Paper, Paragraph
from perflint.office.recognition.blanks import is_sample, set_aside, without_dots
from perflint.office.recognition.boxes import has_boxes
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Branch, Draft, Leaf, Twig, Use
from perflint.office.recognition.guessing import (
    conclude,
    guess_agencies,
    guess_kind,
    guess_profile,
    guess_stage,
    guess_total,
    guess_years,
    inherit_profile,
    texts,
    unprinted,
)
from perflint.office.recognition.labelled import unpack, unpack_rows
from perflint.office.recognition.rates import take_execution
from perflint.office.recognition.wording import halves
from perflint.office.recognition.wraps import mend_wraps
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_UNIT_IN_FORM = pattern(
    r"[(（](?:单位[:：])?((?:亿|千|百|万)?元)[)）]|[:：款金购][ \u3000]*(万[ \u3000]*元|元)[ \u3000]*(?:$|[(（])"
)
_COLUMN, _CELL = pattern(r"第\d+列$"), pattern(r"![A-Z]{1,3}(\d+)$")
_LEVELS = frozenset({"level1", "level2", "duty"})
_CONTEXT = 400
_MANY_UNFILLED, _KNOWN, _UNPRINTED = 3, 0.8, 0.5


def complete(desk: Desk, paper: Paper, asked: str) -> tuple[Draft, ...]:
    """Return the drafts that are tables, with everything that is concluded about them."""
    set_aside(desk, paper)
    for draft in desk.done:
        without_dots(draft)
    kept = [draft for draft in desk.done if _is_table(draft)]
    for draft in desk.done:
        if draft not in kept:
            desk.loose.extend(Paragraph(use.text, use.place) for use in draft.uses)
    paragraphs = [part.text for part in paper.parts if isinstance(part, Paragraph)]
    context = " ".join([paper.name, *(text[:_CONTEXT] for text in paragraphs)])
    for draft in kept:
        take_execution(draft)
        _assemble(draft)
        guess_kind(draft)
        guess_stage(draft)
        names = " ".join([paper.name, draft.text("title"), *texts(draft.tree.get("agency", Leaf("")))])
        guess_profile(draft, desk.vocabulary, asked, names)
        _guess_unit(draft)
        guess_total(draft)
    _account(desk, paper, kept)
    inherit_profile(kept)
    guess_years(kept, context, paper.name)
    guess_agencies(kept, _first_words(desk, paragraphs))
    for draft in kept:
        _finish(draft, paper.name)
    return tuple(kept)


def _account(desk: Desk, paper: Paper, kept: Sequence[Draft]) -> None:
    """Count every cell that nothing was said of as left over, in the table that others of its grid went to."""
    owners = {use.place: draft for draft in kept for use in draft.uses}
    loose = {paragraph.place for paragraph in desk.loose}
    for grid in paper.grids:
        filled = [cell for cell in grid.cells if not is_blank(cell.text)]
        owner = next((owners[cell.place] for cell in filled if cell.place in owners), None)
        for cell in filled:
            owner = owners.get(cell.place, owner)
            if cell.place in owners or cell.place in loose:
                continue
            if owner is None:
                desk.loose.append(Paragraph(cell.text, cell.place))
            else:
                owner.use(cell, "", "left")
    for part in paper.parts:
        if isinstance(part, Paragraph) and not is_blank(part.text) and not {part.place} & (owners.keys() | loose):
            desk.loose.append(part)


def _is_table(draft: Draft) -> bool:
    parts = {"project", "budget", "goals", "spending_plan", "duties"} & draft.tree.keys()
    return (bool(draft.rows) or len(parts) > 1) and not is_sample(draft)


def _assemble(draft: Draft) -> None:
    if draft.rows:
        draft.rows.sort(key=lambda row: "horizon" not in row)  # the left half of the form is read before the right one
        if draft.grouped:  # each class has columns of its own
            order = list(dict.fromkeys(_said(row, "level1") for row in draft.rows))
            draft.rows.sort(key=lambda row: order.index(_said(row, "level1")))
        draft.tree["indicators"] = draft.rows
    for name, rows in draft.lists.items():
        above, _, last = name.rpartition(".")
        branch = draft.tree.setdefault(above, {}) if above else draft.tree
        if isinstance(branch, dict) and rows:
            branch[last] = rows
    for path in ("attribute", "term"):
        project = draft.tree.get("project")
        if isinstance(project, dict) and isinstance(project.get(path), list) and not project[path]:
            project[path] = Leaf("")


def _guess_unit(draft: Draft) -> None:
    """Say in which unit amounts without one are, where headings or the blanks of the form print it."""
    if draft.text("currency_unit") or (draft.text("kind") == "department" and "tasks" not in draft.tree):
        return
    for use in draft.uses:
        found = _UNIT_IN_FORM.search(use.text) if use.role != "value" or use.field.startswith("budget") else None
        if found:
            unit = fold(found[1] or found[2])
            conclude(
                draft, "currency_unit", unit, 0.9, f"表中印有“{use.text.strip()[:20]}”", "the unit printed in the form"
            )
            return


def _first_words(desk: Desk, paragraphs: Sequence[str]) -> list[str]:
    goals = [draft.text("goals.annual").split("\n")[0] for draft in desk.done]
    return [text for text in (*paragraphs, *goals) if text]


def _distrust(draft: Draft) -> None:
    """Count a cell that was taken for a value as left over where the table holds neither its place nor its text."""
    held = set(_places(draft.tree))
    written = "\n".join(fold(text) for text in texts(draft.tree))
    draft.uses = [use if use.place in held or _is_held(use, written) else _left(use) for use in draft.uses]


def _is_held(use: Use, written: str) -> bool:
    own = (halves(use.text) or ("", use.text))[1]
    return use.role != "value" or has_boxes(use.text) or fold(use.text) in written or fold(own) in written


def _left(use: Use) -> Use:
    return Use(use.place, use.text, "", "left")


def _places(twig: Twig) -> Iterator[str]:
    if isinstance(twig, Leaf):
        yield twig.place
    else:
        for item in twig.values() if isinstance(twig, dict) else twig:
            yield from _places(item)


def _said(row: Branch, key: str) -> str:
    value = row.get(key)
    return value.text if isinstance(value, Leaf) else ""


def _says(row: Branch, key: str) -> bool:
    return not is_blank(_said(row, key))


def _finish(draft: Draft, file: str) -> None:
    unpack(draft.tree)
    unpack_rows(draft.rows)
    for row in draft.rows:
        mend_wraps(row)
    unfilled = [row for row in draft.rows if _says(row, "name") and not _says(row, "value") and "remark" not in row]
    if draft.typed and len(unfilled) >= _MANY_UNFILLED and len(unfilled) < len(draft.rows):
        draft.damage.append("value")
    _distrust(draft)
    left = [use for use in draft.uses if use.role == "left"]
    headless = bool(draft.rows) and not {"project", "title", "agency", "goals"} & draft.tree.keys()
    if draft.damage or headless or draft.doubled > 1:
        draft.tree["extraction"] = Leaf("damaged")
    read = [(where, label, sure) for label, (where, sure) in draft.read.items()]
    read += [(one.field, one.zh, one.confidence) for one in draft.guesses if one.confidence < _KNOWN]
    read += [(where, said, _UNPRINTED) for where, said in unprinted(draft)]
    if read:
        entries_read: list[Branch] = [
            {"field": Leaf(where), "label": Leaf(label), "confidence": Leaf(f"{sure:.0%}")}
            for where, label, sure in read
        ]
        draft.tree["x-guessed"] = entries_read
    if left:
        entries: list[Branch] = [{"place": Leaf(use.place), "text": Leaf(use.text, use.place)} for use in left]
        draft.tree["x-left-over"] = entries
    draft.tree["x-source"] = _source(draft, file)


def _source(draft: Draft, file: str) -> Branch:
    """Return where a table comes from: the file, the number of the table in it, and the place of each indicator row."""
    source: Branch = {"file": Leaf(file)}
    if draft.number:
        source["table"] = Leaf(str(draft.number))
    rows = [Leaf(_row_place(row)) for row in draft.rows]
    if any(leaf.text for leaf in rows):
        source["rows"] = rows
    return source


def _row_place(row: Branch) -> str:
    """Return the place of a row without its column: `表2 第5行`, `Sheet1!5`."""
    own = [
        place for key, leaf in row.items() if isinstance(leaf, Leaf) and key not in _LEVELS and (place := leaf.place)
    ]
    found = own[0] if own else next((place for place in _places(row) if place), "")
    return _COLUMN.sub("", _CELL.sub(r"!\1", found))
