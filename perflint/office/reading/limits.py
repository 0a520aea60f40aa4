"""How much of a document is read at most; beyond that it is refused before memory is spent."""

from collections import Counter

from perflint.office.grid import Grid, Paper, Unopened

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_MEMBERS = 5_000
MOST_RATIO = 250
MOST_ELEMENTS = 600_000
MOST_SLOTS = 500_000
MOST_COLUMNS = 1_000
MOST_ROWS = 20_000
MOST_IN_ROW = 500
MOST_CELLS = 200_000
MOST_CELL = 200_000
MOST_TEXT = 5_000_000
MOST_LINES = 50_000


def too_large() -> Unopened:
    """Return what is said of a table that covers more than can be read."""
    return Unopened(
        f"表格过大（超过{MOST_SLOTS}个单元格），未读入；请拆分后再导入",
        f"a table has more than {MOST_SLOTS} cells and was not read; split it and import the parts",
    )


def too_much(zh: str, en: str, found: int, most: int) -> Unopened:
    """Return what is said of a document that holds more of something than can be read; `zh` and `en` name it, plural."""
    return Unopened(
        f"文件里的{zh}过多（{found}，上限 {most}），未读入；请拆分后再导入",
        f"the file holds too many {en} ({found}, at most {most}) and was not read; split it and import the parts",
    )


def bounded(paper: Paper) -> Paper:
    """Return a document that holds no more than can be recognised in good time.

    Raises:
        Unopened: it holds more.
    """
    cells = sum(bool(cell.text) for grid in paper.grids for cell in grid.cells)
    text = sum(len(cell.text) for grid in paper.grids for cell in grid.cells)
    for zh, en, found, most in (
        ("单元格", "cells", cells, MOST_CELLS),
        ("表格行", "rows of tables", sum(grid.height for grid in paper.grids), MOST_ROWS),
        ("同一行的单元格", "cells in one row", max(map(_fullest, paper.grids), default=0), MOST_IN_ROW),
        ("段落", "paragraphs", sum(not isinstance(part, Grid) for part in paper.parts), MOST_LINES),
        ("字符", "characters", text, MOST_TEXT),
    ):
        if found > most:
            raise too_much(zh, en, found, most)
    return paper


def _fullest(grid: Grid) -> int:
    """Return how many filled cells begin in the fullest row of a grid."""
    rows = Counter(cell.row for cell in grid.cells if cell.text)
    return max(rows.values(), default=0)


def too_long(size: int) -> Unopened:
    """Return what is said of a file of so many bytes."""
    return Unopened(
        f"文件过大（{size // 1024 // 1024} MB，上限 {MOST_BYTES // 1024 // 1024} MB）；请删去图片或拆分后再导入",
        f"the file is too large ({size // 1024 // 1024} MB, at most {MOST_BYTES // 1024 // 1024} MB);"
        " remove pictures or split it",
    )
