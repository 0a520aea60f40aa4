"""The labelled lists that the library of indicator names holds: the direction of its rates, the class of its names.

    python -m benchmarks.judgement.names direction directions.tsv
    python -m benchmarks.judgement.names class classes.tsv

The lists are what `benchmarks.judgement.train` reads.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.judgement.labelled import Labelled
from perflint.data.leaning import RATE_ENDINGS
from perflint.data.library import KnownName, load_library


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


def main() -> None:
    """Write one of the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=LISTS)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    rows = list(LISTS[asked.which]())
    lines = ["text\tlabel", *(f"{row.text}\t{row.label}" for row in rows)]
    asked.out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main()
