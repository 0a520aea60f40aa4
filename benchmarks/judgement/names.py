"""The labelled lists that the library of indicator names holds: the direction of its rates, the class of its names.

    python -m benchmarks.judgement.names direction directions.tsv
    python -m benchmarks.judgement.names class classes.tsv

The lists are what `benchmarks.judgement.train` reads.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.judgement.labelled import ALIKE, Labelled
from perflint.data.leaning import RATE_ENDINGS
from perflint.data.library import KnownName, load_library
from perflint.data.linear_model import pieces

SHARED, COMPARED = 3, 30


def is_rate(known: KnownName) -> bool:
    """Return whether a name is measured in percent or per mille."""
    return known.unit in {"%", "‰"} or known.name.endswith(RATE_ENDINGS)


def directions() -> Iterator[Labelled]:
    """Yield the rates of the library of which more is better (`positive`), or less (`negative`)."""
    for known in load_library():
        if is_rate(known) and known.direction in {"positive", "negative"}:
            yield Labelled(known.name, known.direction)


def classes() -> Iterator[Labelled]:
    """Yield the names of the library with the class under which they usually stand."""
    for known in load_library():
        yield Labelled(known.name, known.group)


LISTS: dict[str, Callable[[], Iterator[Labelled]]] = {"direction": directions, "class": classes}


def roots(names: Sequence[str]) -> list[str]:
    """Return for each name the first of those of which it is a spelling: names whose pieces overlap by half, chained.

    Compared are names that share a piece of three characters or more; of each, the thirty that share most.
    """
    first = list(range(len(names)))
    bags = [frozenset(pieces(name)) for name in names]
    having: defaultdict[str, list[int]] = defaultdict(list)

    def top(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for number, bag in enumerate(bags):
        long = [piece for piece in bag if len(piece) >= SHARED]
        shared = Counter(other for piece in long for other in having[piece])
        for other, _ in shared.most_common(COMPARED):
            common = len(bag & bags[other])
            if common >= ALIKE * (len(bag) + len(bags[other]) - common) and top(other) != top(number):
                first[max(top(other), top(number))] = min(top(other), top(number))
        for piece in long:
            having[piece].append(number)
    return [names[top(number)] for number in range(len(names))]


def main() -> None:
    """Write one of the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=LISTS)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    rows = list(LISTS[asked.which]())
    found = roots([row.text for row in rows])
    lines = ["text\tlabel\troot", *(f"{row.text}\t{row.label}\t{name}" for row, name in zip(rows, found, strict=True))]
    asked.out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main()
