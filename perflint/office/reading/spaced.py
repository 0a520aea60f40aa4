"""Text whose columns stand apart by spaces alone: read as columns only where every line of the list agrees."""

from collections.abc import Sequence

from perflint.office.recognition.vocabulary import vocabulary
from perflint.pattern import pattern

_GAP = pattern(r"[ \u3000\xa0]+")
_LEAST = 3


def spaced_out(lines: Sequence[str]) -> list[str] | None:
    """Return the lines with tabs between their cells, None where they are no such text.

    There is a line of headings of an indicator list, and each line below it, down to a blank one, a label or the end, has as
    many cells. Above and below it, labels begin cells.
    """
    cells = [_GAP.split(line.strip()) for line in lines]
    heads = [number for number, row in enumerate(cells) if _is_heading(row)]
    if not heads:
        return None
    found = [_labelled(row) for row in cells]
    for head in heads:
        width = len(cells[head])
        for number in range(head, len(lines)):
            if not lines[number].strip() or vocabulary().label(cells[number][0]):
                break
            if len(cells[number]) != width:
                return None
            found[number] = "\t".join(cells[number])
    return found


def _is_heading(row: Sequence[str]) -> bool:
    listing = next(one for one in vocabulary().listings if one.name == "indicators")
    fields = [listing.field(text) for text in row]
    return len(row) >= _LEAST and "name" in fields and "value" in fields


def _labelled(row: Sequence[str]) -> str:
    """Return the words of a line with tabs before and behind its labels."""
    cells: list[str] = []
    after_label = False
    for word in row:
        is_label = bool(vocabulary().label(word))
        if is_label or after_label or not cells:
            cells.append(word)
        else:
            cells[-1] += f" {word}"
        after_label = is_label
    return "\t".join(cells)
