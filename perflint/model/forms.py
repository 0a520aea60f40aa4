"""Printed forms and the names of their cells: `rules/forms.yaml`, and a cell's name in either language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from perflint.model.fields import INNER, Field, catalogue
from perflint.source import read_source, to_data

FORMS_FILE = "forms.yaml"
ROWS = "indicators"
_NESTED = frozenset({"section", "rows", "execution_rows", "agency", "goals", "midterm_goal"})
# Cells of a self-evaluation: no form of a target asks for them, so that 权重 alone means the weight of a row.
_RESULTS = ("execution.", "deviation", "goals.actual")


class Form(Struct, frozen=True):
    """One printed form: its letter, whose table it is, its cells, and those that must be filled.

    `asked` are those of the latter that a profile adds itself: nobody prints them in merged cells.
    """

    letter: str
    kind: str
    levels: bool
    required: tuple[str, ...]
    columns: tuple[str, ...]
    zh: str
    en: str
    asked: tuple[str, ...] = ()


def read_forms(path: Path) -> dict[str, Form]:
    """Return the forms of a forms file by letter; the file is perflint's own and is taken to be right."""
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return {letter: _form(letter, entry) for letter, entry in data.items()}


def _form(letter: str, entry: dict[str, Any]) -> Form:
    return Form(
        letter,
        entry["kind"],
        entry["levels"] == "true",
        tuple(entry["required"]),
        tuple(entry["columns"]),
        entry["title"]["zh"],
        entry["title"]["en"],
    )


def cell_names(typed: str) -> tuple[str, ...]:
    """Return the canonical dotted names that a typed name of a cell can mean: one, several, or none.

    A cell is named by its path in either language (`indicators.basis`, `绩效指标.指标值确定依据`), or by its printed
    Chinese name alone (`指标值确定依据`).
    """
    paths, printed = _spelled()
    known = paths.get(typed.strip())
    return (known,) if known else printed.get(typed.strip(), ())


def nearest_cell(typed: str) -> str:
    """Return the name of a cell most like a mistyped one, "" if none is near."""
    import difflib  # noqa: PLC0415  # what few need, few pay for

    paths, printed = _spelled()
    close = difflib.get_close_matches(typed.strip(), [*paths, *printed], n=1, cutoff=0.6)
    return close[0] if close else ""


@lru_cache(maxsize=1)
def _spelled() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Return canonical names by every path, and those that a printed name alone can mean."""
    paths: dict[str, str] = {}
    printed: dict[str, tuple[str, ...]] = {}
    for path, canonical, field in _walk("table", ("",), ""):
        paths.setdefault(path, canonical)
        last = path.rpartition(".")[2]
        if last != field.name and canonical not in printed.get(last, ()) and not canonical.startswith(_RESULTS):
            printed[last] = (*printed.get(last, ()), canonical)
    return paths, printed


def _walk(section: str, above: tuple[str, ...], prefix: str) -> Iterator[tuple[str, str, Field]]:
    """Yield (path, canonical name, field) for every cell of a section and below, in every spelling."""
    for field in catalogue().sections[section]:
        canonical = prefix + field.name
        paths = tuple(head + name for head in above for name in (field.name, *field.spellings))
        yield from ((path, canonical, field) for path in paths)
        inner = INNER.get(field.shape, field.name)
        if field.shape in _NESTED and inner in catalogue().sections:
            yield from _walk(inner, tuple(f"{path}." for path in paths), f"{canonical}.")
