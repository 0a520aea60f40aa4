"""Text with `|` between its cells, as Markdown and consoles print tables."""

from collections.abc import Iterator, Sequence

from perflint.office.grid import Grid, Paragraph
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, lay
from perflint.pattern import pattern

_BAR = pattern(r"(?<!\\)[|｜│┃║]")
_BORDER = pattern(r"^[\s|｜│┃║+:=\-—─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$")
_RULED = 2  # borders of a table that draws one under each row; Markdown has one alone
_LEAST = 2


def has_pipes(lines: Sequence[str]) -> bool:
    """Return whether most lines of a text that hold cells divide them by bars."""
    barred = [line for line in lines if len(_BAR.findall(line)) >= _LEAST]
    filled = sum(1 for line in lines if line.strip() and (_BAR.search(line) or not _BORDER.match(line)))
    return len(barred) >= _LEAST and 2 * len(barred) >= filled


def read_piped(lines: Sequence[str]) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and tables of such a text; a line without bars ends a table."""
    rows: list[tuple[int, str]] = []
    tables = 0
    for number, line in enumerate([*lines, ""], start=1):
        if _BAR.search(line) or (rows and line.strip() and _BORDER.match(line)):
            rows.append((number, line))
            continue
        if blocks := _blocks(rows):
            tables += 1
            yield lay(tables, "", blocks)
        rows = []
        if line.strip() and not _BORDER.match(line):
            yield Paragraph(line.lstrip("# "), f"第{number}行")


def _blocks(rows: Sequence[tuple[int, str]]) -> list[Block]:
    ruled = sum(1 for _, line in rows if _BORDER.match(line)) >= _RULED
    read: list[tuple[int, list[list[str]]]] = []
    fresh = True
    for number, line in rows:
        if _BORDER.match(line) and not _is_blank_row(line):
            fresh = True
            continue
        cells = _cells(line)
        if ruled and not fresh and read and len(read[-1][1]) == len(cells):
            for held, cell in zip(read[-1][1], cells, strict=True):
                held.append(cell)
        else:
            read.append((number, [[cell] for cell in cells]))
        fresh = False
    return [
        Block(joined(lines), row, column, place=f"第{number}行第{column + 1}列")
        for row, (number, cells) in enumerate(read)
        for column, lines in enumerate(cells)
    ]


def _is_blank_row(line: str) -> bool:
    """Return whether a line has bars and nothing between them: a row of blank cells and no border."""
    return not _BAR.sub("", line).strip()


def _cells(line: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|").replace("<br>", "\n") for cell in _BAR.split(line.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] and line.rstrip()[-1:] in "|｜│┃║" else cells
