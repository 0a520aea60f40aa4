"""Text with a line for each row, its cells divided by tabs (or commas): blank cells stand as they are."""

import csv
from collections.abc import Iterator, Sequence

from perflint.office.grid import Grid, Paragraph, Unopened
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, lay
from perflint.pattern import pattern

_HEADING = pattern(r"#{1,6} +")


def read_tabbed(lines: Sequence[str]) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and tables of a text; a line without tab or a blank one ends a table.

    Which cells were merged is not kept in such a text: each is taken alone, the blank ones too.
    """
    rows: list[tuple[int, Sequence[str]]] = []
    tables = 0
    for number, line in enumerate([*lines, ""], start=1):
        if "\t" in line:
            rows.append((number, line.split("\t")))
            continue
        if rows:
            tables += 1
            yield lay(tables, "", _blocks(rows))
            rows = []
        if line.strip():
            yield Paragraph(_HEADING.sub("", line, count=1), f"第{number}行")


def read_separated(text: str, delimiter: str) -> Iterator[Grid]:
    """Yield the one table of a .csv or .tsv file, whose cells may be quoted and hold line ends.

    Raises:
        Unopened: a quoted cell has no end.
    """
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        rows = list(enumerate(reader, start=1))
    except csv.Error as fault:
        raise Unopened(
            f"第{reader.line_num}行无法按表格读出（引号没有配对，或单元格过长）",
            f"line {reader.line_num} cannot be read as a table: a quote without its pair, or too long a cell",
        ) from fault
    if any(cells for _, cells in rows):
        yield lay(1, "", _blocks(rows))


def _blocks(rows: Sequence[tuple[int, Sequence[str]]]) -> list[Block]:
    return [
        Block(joined(text.split("\n")), number, column, place=f"第{line}行第{column + 1}列")
        for number, (line, cells) in enumerate(rows)
        for column, text in enumerate(cells)
    ]
