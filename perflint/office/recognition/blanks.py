"""What looks like a table and is none: blank samples, lists of choices, rows of dots, grids of which nothing was read."""

from collections.abc import Iterator

from perflint.office.grid import Grid, Paper, Paragraph
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Branch, Draft, Leaf, Twig, Use
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.office.recognition.wording import exact
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

# What a sample prints for the officer to replace: 指标1：, 目标2：, ……, ×××, 20**年, 万元; and the choices of a column.
_RESIDUE = pattern(
    r"(?:绩效)?[目指]标\d{0,2}[:.]?|\.{2,}|…+|[xX×╳*_]+%?|(?:20)?\d{0,2}年|月|日|[万千百亿]?元|其中|\d{1,2}[.、)]"
    r"|大于等于|小于等于|大于|小于|等于|定性|定量|正向|反向|适中|[≥≤><=/()\[\]:;,、□☐○~至\-—]"
)
_LONGEST_RESIDUE = 60
# What a form prints whether it is filled in or not.
_FRAME = frozenset({"title", "annex", "year", "stage", "kind", "profile", "currency_unit", "level1", "level2", "horizon",
                    "weight", "op", "unit", "value_type", "direction", "spending_plan_title", "extraction"})  # fmt: skip
_DOTS = pattern(r"[.…·。]{2,}|…")
_LONGEST_CHOICE = 10


def is_sample(draft: Draft) -> bool:
    """Return whether a table holds nothing but what a blank form or a list of choices prints."""
    own = {key: value for key, value in draft.tree.items() if key not in _FRAME}
    twigs: list[Twig] = [own, *draft.rows, *(row for rows in draft.lists.values() for row in rows)]
    return all(_is_residue(text) for twig in twigs for text in _said(twig))


def _said(twig: Twig) -> Iterator[str]:
    if isinstance(twig, Leaf):
        yield twig.text
    elif isinstance(twig, dict):
        for key, value in twig.items():
            if key not in _FRAME:
                yield from _said(value)
    else:
        for item in twig:
            yield from _said(item)


def _is_residue(text: str) -> bool:
    return is_blank(text) or (len(text) <= _LONGEST_RESIDUE and not _RESIDUE.sub("", fold(text)))


def without_dots(draft: Draft) -> None:
    """Take the rows out that only say that more could follow (……)."""
    dotted = [row for row in draft.rows if _is_dotted(row)]
    places = {
        leaf.place for row in dotted for leaf in row.values() if isinstance(leaf, Leaf) and _DOTS.search(leaf.text)
    }
    draft.rows = [row for row in draft.rows if row not in dotted]
    draft.uses = [Use(use.place, use.text, "", "heading") if use.place in places else use for use in draft.uses]


def _is_dotted(row: Branch) -> bool:
    own = [fold(value.text) for key, value in row.items() if isinstance(value, Leaf) and key not in _FRAME]
    own = [text for text in own if text]
    return bool(own) and all(_DOTS.fullmatch(text) for text in own)


def is_choices(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Return whether a sheet holds only what cells of other sheets can be chosen from: classes, comparators, units."""
    texts = [fold(cell.text) for cell in grid.cells if not is_blank(cell.text)]
    known = sum(exact(text) in vocabulary.levels or _is_residue(text) for text in texts)
    short = all(len(text) <= _LONGEST_CHOICE and not any(map(str.isdigit, text)) for text in texts)
    return bool(grid.name) and short and known * 2 >= len(texts)


def set_aside(desk: Desk, paper: Paper) -> None:
    """Take what is left over of a grid of which nothing was read away from the tables beside it: it is no part of them."""
    for grid in paper.grids:
        places = {cell.place for cell in grid.cells}
        roles = {use.role for draft in desk.done for use in draft.uses if use.place in places}
        if roles == {"left"}:
            for draft in desk.done:
                desk.loose.extend(Paragraph(use.text, use.place) for use in draft.uses if use.place in places)
                draft.uses = [use for use in draft.uses if use.place not in places]
