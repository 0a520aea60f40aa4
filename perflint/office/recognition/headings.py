"""Headings of a list: which row holds them, and the field that each names, in one or several rows."""

from perflint.office.grid import GridCell
from perflint.office.recognition.columns import CLASS, NUMBER, Heading, own_key
from perflint.office.recognition.kinds import is_quantity, is_region
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.vocabulary import Listing, Vocabulary
from perflint.office.recognition.wording import exact, plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_CORE = frozenset({"level1", "level2", "name", "value", "description", "duty.goal", "basis"})
_TWICE = 2
_THIRD, _NAME = pattern(r"三级"), pattern(r"名称|四级")
_UNIT_OR_PROJECT = pattern(r"^(?:预算)?单位(?:名称)?[、/,和及(]*项目(?:名称)?\)?(?:名称)?$")
_DESK = pattern(r"[科处股]室")
_READ = 0.9
_TARGETS = frozenset({"value", "op", "actual"})
_OPENERS = {"tasks": "name", "budget.breakdown": "basis", "project.schedule": "task"}
_FREE, _HEADING_LENGTH = 40, 14
_OPENING = frozenset({"level1", "level2", "name"})


def listing_of(row: Row, vocabulary: Vocabulary) -> Listing | None:
    """Return the list whose headings a row holds, or nothing."""
    best, most = None, 0
    for listing in vocabulary.listings:
        fields = [found for cell in row.cells if (found := listing.field(cell.text))]
        count = len(fields)
        if count > most and 2 * count >= len(row.cells) and _opens(row, listing, fields):
            best, most = listing, count
    return best


def _opens(row: Row, listing: Listing, fields: list[str]) -> bool:
    """Return whether headings that are listed open a list, or else those that can be read say so all together."""
    listed = {found for cell in row.cells if (found := listing.listed(cell.text))}
    if listing.opened_by and any(plain(cell.text) in listing.opened_by for cell in row.cells):
        return len(fields) >= listing.needs
    if not listing.opened_by and len(listed & (_CORE if listing.name == "indicators" else listed)) >= listing.needs:
        return True
    own = set(fields)
    if listing.name == "indicators":
        whole = 2 * len(fields) > len(row.cells) and (bool(own & _TARGETS) or {"level1", "level2"} <= own)
        return whole and bool(own & _OPENING) and len(own) > listing.needs
    short = all(len(exact(cell.text)) <= _HEADING_LENGTH and not is_quantity(cell.text) for cell in row.cells)
    few = len(row.cells) - len(fields) < len(fields)
    return short and few and len(own) >= listing.needs and _OPENERS.get(listing.name) in own


def headings(row: Row, listing: Listing, vocabulary: Vocabulary) -> list[Heading]:
    """Return the headings of a first heading row; words that only head the whole list are left out."""
    found = _numbered([_heading(cell, listing) for cell in row.cells])
    fields = [heading.field for heading in found]
    kept: list[Heading] = []
    for place, heading in enumerate(found):
        repeated = heading.field in fields[place + 1 :]
        margin = not kept and _is_beside(heading, found, vocabulary, repeated=repeated)
        if vocabulary.level(heading.cell.text) == 1 and listing.name == "indicators" and heading.cell.columns > 1:
            kept.append(heading._replace(field=""))
        elif not margin and (listing.name != "indicators" or vocabulary.level(heading.cell.text) is None):
            kept.append(_of_project(heading, listing, vocabulary))
    return _described(kept)


def _is_beside(heading: Heading, found: list[Heading], vocabulary: Vocabulary, *, repeated: bool) -> bool:
    """Return whether the first cell of a heading row only stands beside the list, over all of its rows."""
    open_ = repeated or heading.field.startswith(("x-", "@"))
    if vocabulary.heads(heading.cell.text):
        return open_ or heading.sure < 1
    taller = heading.cell.rows > max((one.cell.rows for one in found[1:]), default=0)
    return taller and (open_ or heading.sure < 1)


def _of_project(heading: Heading, listing: Listing, vocabulary: Vocabulary) -> Heading:
    """Return a heading that names a field of the project with that field, `@project.name`."""
    if listing.name == "indicators" and _UNIT_OR_PROJECT.search(fold(heading.cell.text)):
        return heading._replace(field="@project.name")
    own = heading.field.startswith("x-") or (heading.sure < 1 and heading.field in {"value", "actual"})
    label = vocabulary.label(heading.cell.text) if own else None
    if (
        label is None
        or _DESK.search(heading.cell.text)
        or listing.name != "indicators"
        or not (heading.field.startswith("x-") or _is_goal(label, heading))
    ):
        return heading
    return heading._replace(field=f"@{label}")


def _is_goal(label: str, heading: Heading) -> bool:
    """Return whether a heading that could be a target is the project's goal: 年度目标, not 年度目标值."""
    return label.startswith("goals.") and not plain(heading.cell.text).endswith(("值", "数", "量"))


def _described(found: list[Heading]) -> list[Heading]:
    """Return headings with 指标内容 as the description where another column holds the names."""
    found = _named(found)
    fields = [one.field for one in found]
    if fields.count("name") < _TWICE or fields.count("level2") > 1 or fields.count("value") > 1:
        return found
    return [
        one._replace(field="description") if one.field == "name" and "内容" in one.cell.text and "description" not in fields
        else one
        for one in found
    ]  # fmt: skip


def _named(found: list[Heading]) -> list[Heading]:
    """Return headings with 三级指标 as a class of its own where the next column holds the name itself (指标名称, 四级指标)."""
    places = [place for place, one in enumerate(found) if one.field == "name"]
    pair = [found[place] for place in places]
    if (
        len(pair) != _TWICE
        or places[1] != places[0] + 1
        or not _THIRD.search(pair[0].cell.text)
        or not _NAME.search(pair[1].cell.text)
    ):
        return found
    return [one._replace(field=own_key(one.cell.text)) if one is pair[0] else one for one in found]


def _numbered(found: list[Heading]) -> list[Heading]:
    """Return headings with 序号 as the mere number of a row where there are no duties to number."""
    if any(one.field.startswith("duty.") and one.field != "duty.no" for one in found):
        return found
    return [one._replace(field=NUMBER) if one.field == "duty.no" else one for one in found]


def _heading(cell: GridCell, listing: Listing) -> Heading:
    if plain(cell.text) in listing.spanning and (cell.columns > 1 or listing.field(cell.text) is None):
        return Heading(cell, "")
    listed = listing.listed(cell.text)
    found = None if listed else listing.read(cell.text)
    return Heading(
        cell, listed or (found.field if found else own_key(cell.text)), sure=found.confidence if found else 1.0
    )


def second_row(row: Row, over: list[Heading], listing: Listing, vocabulary: Vocabulary) -> list[Heading] | None:
    """Return the headings of a further heading row below others, or nothing where it is no such row."""
    if any(vocabulary.level(cell.text) is not None for cell in row.cells):
        return None
    found = []
    towns = any(is_region(exact(cell.text)) for cell in row.cells)
    for cell in row.cells:
        above = _above(cell, over, listing)
        if above is None or (plain(cell.text) in listing.sum and above.field and _in_words(above, listing)):
            return None
        beside = above.cell.row + above.cell.rows > cell.row  # it goes down to this row, so it heads nothing in it
        parent = "" if beside and listing.listed(cell.text) else above.cell.text
        known = listing.field(cell.text, parent) or listing.field(cell.text, above.above)
        if known:
            sure = 1.0 if listing.listed(cell.text, parent) or listing.listed(cell.text, above.above) else _READ
            region = CLASS + trimmed(parent) if vocabulary.level(parent) == 1 else ""
            found.append(Heading(cell, known, parent, region, sure))
        elif plain(cell.text) in listing.spanning or _spans(cell.text, listing):
            found.append(Heading(cell, "", parent))
        elif listing.field(parent) == "value" and towns:
            found.append(Heading(cell, "value", parent, trimmed(cell.text)))
        elif _is_under(cell, above, over):
            found.append(Heading(cell, own_key(cell.text), parent))
        else:
            return None
    return found


def _in_words(heading: Heading, listing: Listing) -> bool:
    """Return whether a heading of a list of money is over words: a sum printed below it begins the rows."""
    return bool(listing.money) and heading.field not in listing.money


def _is_under(cell: GridCell, above: Heading, over: list[Heading]) -> bool:
    """Return whether a cell divides a wide heading at once above it while other headings go down past it."""
    touches = above.cell.row + above.cell.rows == cell.row
    inside = above.cell.column <= cell.column and cell.column + cell.columns <= above.cell.column + above.cell.columns
    past = any(one.cell.row + one.cell.rows > cell.row for one in over)
    return above.cell.columns > 1 and touches and inside and past


def _spans(text: str, listing: Listing) -> bool:
    return any(exact(text).startswith(word) for word in listing.spanning)


def _above(cell: GridCell, over: list[Heading], listing: Listing) -> Heading | None:
    before = [heading for heading in over if heading.cell.column <= cell.column and heading.cell.row < cell.row]
    before = [heading for heading in before if plain(heading.cell.text) in listing.spanning] or before
    return max(before, key=lambda heading: (heading.cell.column, heading.cell.row)) if before else None
