"""Rows of a table laid in columns of a terminal, cut where they would be wider than it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from perflint.typography import char_width, display_width

_GAP = "  "
_WIDEST = 48


class _Column(Struct, frozen=True):
    """How one column is laid: its width in terminal columns, and whether it stands to the right."""

    width: int
    right: bool = False

    def lay(self, text: str) -> str:
        text = _cut(text, self.width)
        blank = " " * (self.width - display_width(text))
        return blank + text if self.right else text + blank


def laid(rows: Sequence[tuple[str, ...]], width: int, numbers: int) -> Iterator[str]:
    """Yield a line a row, none wider than `width` terminal columns; the first `numbers` columns stand to the right."""
    columns = _columns(rows, width, numbers)
    for row in rows:
        yield _GAP.join(column.lay(text) for column, text in zip(columns, row, strict=True)).rstrip() + "\n"


def _columns(rows: Sequence[tuple[str, ...]], width: int, numbers: int) -> list[_Column]:
    """Return the columns, each as wide as its widest cell, but none over 48, and the last one no wider than what is left."""
    widths = [min(_WIDEST, max(map(display_width, cells))) for cells in zip(*rows, strict=True)]
    used = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    widths[-1] = max(1, min(widths[-1], width - used))
    return [_Column(size, right=number < numbers) for number, size in enumerate(widths)]


def _cut(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += char_width(char)
        if used > width:
            break
        kept += char
    return kept + "…"
