"""Forms as text: a line a cell as word processors save tables, and a line a row with tabs."""

from collections.abc import Sequence
from pathlib import Path

from tests.office.leaf import Lines, PageBreak, Part, placed, width


def write_line_cells(path: Path, parts: Sequence[Part]) -> None:
    """Write a tab before each cell and a blank line after each row; a cell that goes on is a tab alone, a blank one has a space."""
    written: list[str] = []
    for part in parts:
        if isinstance(part, Lines):
            for row in _continued(part):
                written += [f"\t{' ' if text == '' else text or ''}" for text in row]
                written.append("")
            written += ["", " "]
        elif not isinstance(part, PageBreak) and part.strip():
            written.append(f"[bookmark: _Toc{len(written)}]{part}")
    path.write_text("\n".join(written) + "\n", encoding="utf-8")


def write_tabbed(path: Path, parts: Sequence[Part]) -> None:
    """Write a line a row; the columns that a merged cell covers stay blank, boxes are HTML's."""
    written: list[str] = []
    for part in parts:
        if isinstance(part, Lines):
            grid = [[""] * width(part) for _ in part.rows]
            for cell, row, column in placed(part):
                grid[row][column] = cell.text.replace("\n", " ")
            written += ["", *("\t".join(row) for row in grid), ""]
        elif not isinstance(part, PageBreak):
            written += ["", f"## {part}"]
    text = "\n".join(written).replace("☑", '<input type="checkbox" checked="">')
    path.write_text(text.replace("☐", '<input type="checkbox">') + "\n", encoding="utf-8")


def _continued(lines: Lines) -> list[list[str | None]]:
    """Return the texts of each row; None where a cell of the row above goes on."""
    rows: list[list[tuple[int, str | None]]] = [[] for _ in lines.rows]
    for cell, row, column in placed(lines):
        rows[row].append((column, cell.text))
        for below in range(row + 1, row + cell.rows):
            rows[below].append((column, None))
    return [[text for _, text in sorted(row, key=lambda one: one[0])] for row in rows]
