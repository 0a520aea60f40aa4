"""How much of a document is read at most; beyond that it is refused before memory is spent."""

from perflint.office.grid import Unopened

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_MEMBERS = 5_000
MOST_RATIO = 250
MOST_SLOTS = 1_000_000
MOST_COLUMNS = 1_000
MOST_ROWS = 100_000
MOST_CELL = 200_000


def too_large() -> Unopened:
    """Return what is said of a table that covers more than can be read."""
    return Unopened(
        f"表格过大（超过{MOST_SLOTS}个单元格），未读入；请拆分后再导入",
        f"a table has more than {MOST_SLOTS} cells and was not read; split it and import the parts",
    )


def too_long(size: int) -> Unopened:
    """Return what is said of a file of so many bytes."""
    return Unopened(
        f"文件过大（{size // 1024 // 1024} MB，上限 {MOST_BYTES // 1024 // 1024} MB）；请删去图片或拆分后再导入",
        f"the file is too large ({size // 1024 // 1024} MB, at most {MOST_BYTES // 1024 // 1024} MB);"
        " remove pictures or split it",
    )
