"""Labelled texts to train and measure with: a tab-separated list, and which texts are spellings of one root."""

import csv
from pathlib import Path
from typing import NamedTuple

from perflint.data.linear_model import pieces

ALIKE = 0.5
"""Texts whose pieces overlap this far (Jaccard) are spellings of one root and belong into one fold."""


class Labelled(NamedTuple):
    """A text, its label, and the root that it is a spelling of (`""`: found by likeness)."""

    text: str
    label: str
    root: str = ""


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """Return the rows of a tab-separated list with the head `text`, `label` and, if it has one, `root`.

    Raises:
        ValueError: a column is missing; the text names the file.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader((line for line in stream if not line.startswith("# ")), delimiter="\t",
                              quoting=csv.QUOTE_NONE)  # fmt: skip
        if not {"text", "label"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{path}: the head must name the columns text and label")
        return tuple(Labelled(row["text"], row["label"], row.get("root") or "") for row in rows)


def root_numbers(rows: tuple[Labelled, ...]) -> list[int]:
    """Return a number for each row, the same for spellings of one root (chained)."""
    numbers = list(range(len(rows)))
    bags = [frozenset(pieces(row.text)) for row in rows]

    def top(number: int) -> int:
        while numbers[number] != number:
            number = numbers[number]
        return number

    for later, row in enumerate(rows):
        for earlier in range(later):
            if top(earlier) != top(later) and _same_root(rows[earlier], row, bags[earlier], bags[later]):
                numbers[top(later)] = top(earlier)
    return [top(number) for number in numbers]


def _same_root(one: Labelled, other: Labelled, bag: frozenset[str], other_bag: frozenset[str]) -> bool:
    if one.root and other.root:
        return one.root == other.root
    common = len(bag & other_bag)
    return common > 0 and common >= ALIKE * (len(bag) + len(other_bag) - common)
