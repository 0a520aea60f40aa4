"""Layouts of published forms with made-up contents: as files, and the cells that reading them has to give.

Each file of `layouts/` names the form it follows (place, year, kind), its parts as they are printed (a text is a paragraph, a list
a table: `|` between cells, `^` merged with the cell above, `<` with the one to the left) and what every cell has to become.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from perflint.office.recognition import Draft, Leaf
from perflint.office.recognition.draft import Twig
from perflint.source import read_source, to_data
from perflint.typography import BLANKS, fold, is_blank
from tests.office.excel_file import write_excel
from tests.office.leaf import C, Lines, Part
from tests.office.web_file import write_web_page
from tests.office.word_file import write_word

FOLDER = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
KINDS = ("docx", "xlsx", "html")
_ASIDE = frozenset({"x-left-over", "x-source", "x-guessed", "kind", "profile", "extraction"})


class Layout(NamedTuple):
    """A form as parts, and for each table the text of each cell by path."""

    parts: list[Part]
    tables: list[dict[str, str]]


def layout(name: str) -> Layout:
    """Return a layout by the name of its file."""
    path = FOLDER / f"{name}.yaml"
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    parts: list[Part] = [part if isinstance(part, str) else lines(part) for part in data["parts"]]
    return Layout(parts, [_expected(table) for table in data.get("tables", [data])])


def deserved(name: str) -> list[str] | None:
    """Return the codes of the errors that a form deserves by its contents, None where its file does not say."""
    path = FOLDER / f"{name}.yaml"
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return [str(code) for code in data["deserved"]] if "deserved" in data else None


def lines(rows: list[str]) -> Lines:
    """Return a table of rows that are typed as texts, its merged cells joined."""
    grid = [[cell.strip().replace("\\n", "\n") for cell in row.split("|")] for row in rows]
    width = max(map(len, grid))
    grid = [row + [""] * (width - len(row)) for row in grid]
    found = []
    for number, row in enumerate(grid):
        cells = []
        for column, text in enumerate(row):
            if text not in {"^", "<"}:
                cells.append(C(text, _right(row, column), _down(grid, number, column)))
        found.append(cells)
    return Lines(found)


def _right(row: list[str], column: int) -> int:
    end = column + 1
    while end < len(row) and row[end] == "<":
        end += 1
    return end - column


def _down(grid: list[list[str]], number: int, column: int) -> int:
    end = number + 1
    while end < len(grid) and grid[end][column] == "^":
        end += 1
    return end - number


def write(name: str, kind: str, folder: Path) -> Path:
    """Write a layout as a file of a kind; return its path."""
    path = folder / f"{name}.{kind}"
    path.write_bytes(_made(name, kind))
    return path


@cache
def _made(name: str, kind: str) -> bytes:
    """Return the bytes of a layout as a file of a kind, made once."""
    parts = layout(name).parts
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.{kind}"
        if kind == "docx":
            write_word(path, parts)
        elif kind == "xlsx":
            write_excel(path, [("Sheet1", parts)])
        else:
            write_web_page(path, parts, "utf-8")
        return path.read_bytes()


def _expected(table: dict[str, Any]) -> dict[str, str]:
    found = {str(path): str(text) for path, text in table["cells"].items()}
    columns = table["columns"].split("|")
    for number, row in enumerate(table["rows"]):
        texts = str(row).replace("\\n", "\n").split("|")
        assert len(texts) == len(columns), row
        found.update({f"indicators/{number}/{key}": text for key, text in zip(columns, texts, strict=True) if text})
    return {_plain(path): text for path, text in found.items()}


def _plain(path: str) -> str:
    return fold(path).replace("_", "-").replace("agency.name", "agency")


def cells(draft: Draft) -> dict[str, str]:
    """Return the filled cells of a recognised table by path, `x-` left out of the keys; what is concluded has no place."""
    found = dict(_leaves(draft.tree, "", concluded={guess.field for guess in draft.guesses}))
    return {_plain(path): text for path, text in found.items()}


def _leaves(twig: Twig, path: str, concluded: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(twig, Leaf):
        if not is_blank(twig.text) and (path not in concluded or twig.place):
            yield path, twig.text.strip(BLANKS)
    elif isinstance(twig, dict):
        for key, inner in twig.items():
            if key not in _ASIDE:
                own = key.removeprefix("x-")
                yield from _leaves(
                    inner, f"{path}.{own}" if path and "/" not in path[-3:] else f"{path}{own}", concluded
                )
    else:
        for number, inner in enumerate(list[Leaf | dict[str, Twig]](twig)):
            yield from _leaves(inner, f"{path}/{number}/" if isinstance(inner, dict) else f"{path}/{number}", concluded)
