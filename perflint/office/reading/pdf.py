"""A PDF → paper: ruled tables by their lines, cells over page ends noted. Nothing is guessed from scanned pictures."""

import io
import logging
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, TypeAlias

from msgspec.structs import replace

from perflint.office.grid import Grid, Paper, Paragraph, Unopened
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, gathered_blocks, placed
from perflint.office.reading.library import missing
from perflint.office.reading.pdftable import Box, Ruled, ruled_table, text_within
from perflint.office.reading.pdfweight import weigh

_Page: TypeAlias = Any  # pdfplumber has its own types only in part
_MOST_PAGES: Final = 200
_SAME: Final = 3.0  # points: lines that run on over a page stand this near
CARRIED: Final = "（跨页，请核对）"


def read_pdf(data: bytes, name: str) -> Paper:
    """Return a PDF's text lines and ruled tables; a table that runs on over the page is one table.

    A row that the page's end may have cut says so in the places of its cells.

    Raises:
        Unopened: no PDF, one that is locked, too long, or made of pictures.
    """
    try:
        import pdfplumber  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as lack:
        raise missing("pdfplumber", "pdf") from lack
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it complains of fonts, which is nobody's business here
    try:
        with pdfplumber.open(io.BytesIO(data)) as book:
            length = len(book.pages)
            if length <= _MOST_PAGES:
                weigh(book.pages)
            pages = [_page(page) for page in book.pages] if length <= _MOST_PAGES else []
    except Unopened:
        raise
    except Exception as fault:  # whatever the library meets in a broken file
        raise _damaged(fault) from fault
    if length > _MOST_PAGES:
        raise _too_many(length)
    if not any(pages):
        raise Unopened(
            "PDF 里没有文字（可能是扫描件或图片），无法读入；请向出表单位索要 Word 或 Excel 文件",
            "the PDF holds no text (perhaps a scan) and cannot be read; ask for the Word or Excel file",
        )
    return Paper(name, tuple(_parts(pages)))


def _damaged(fault: Exception) -> Unopened:
    if "Password" in f"{type(fault).__name__} {fault!r}":
        return Unopened("PDF 带有密码，无法打开；请取消密码后再导入",
                        "the PDF is locked with a password; remove the password, then import")  # fmt: skip
    return Unopened(
        f"PDF 已损坏，无法打开（{type(fault).__name__}）；请重新导出，或用 Word、WPS 打开后另存为 .docx 再导入",
        f"the PDF is damaged ({type(fault).__name__}); export it again, or save it as .docx in Word or WPS",
    )


def _too_many(pages: int) -> Unopened:
    return Unopened(
        f"PDF 共 {pages} 页，超过上限 {_MOST_PAGES} 页；请拆分后再导入",
        f"the PDF has {pages} pages, more than {_MOST_PAGES}; split it and import the parts",
    )


def _page(page: _Page) -> list[Ruled | str]:
    """Return the tables and text lines of a page from top to bottom."""
    found = page.find_tables()
    characters = page.chars
    tables = [(table.bbox[1], ruled_table(table, characters)) for table in found]
    boxes = [Box(*table.bbox) for table in found]
    loose = [one for one in characters if not any(box.holds(one) for box in boxes)]
    lines = []
    for top, line in groupby(
        sorted(loose, key=lambda one: (round(one["top"]), one["x0"])), lambda one: round(one["top"])
    ):
        lines.append((float(top), text_within(list(line), Box(*page.bbox))))
    page.close()
    parts: list[tuple[float, Ruled | str]] = [*tables, *((top, text) for top, text in lines if text.strip())]
    return [part for _, part in sorted(parts, key=lambda one: one[0])]


def _parts(pages: Sequence[Sequence[Ruled | str]]) -> Iterator[Paragraph | Grid]:
    tables = 0
    running: list[tuple[int, Ruled]] = []
    for number, page in enumerate(pages, start=1):
        for at, part in enumerate(page):
            if (
                isinstance(part, Ruled)
                and at == 0
                and running
                and running[-1][0] == number - 1
                and _fits(running[-1][1], part)
            ):
                running.append((number, part))
                continue
            if running and not _is_page_number(part):
                tables += 1
                yield _grid(tables, running)
                running = []
            if isinstance(part, Ruled):
                running = [(number, part)]
            elif joined([part]) and not _is_page_number(part):
                yield Paragraph(part, f"第{number}页")
    if running:
        yield _grid(tables + 1, running)


def _is_page_number(part: Ruled | str) -> bool:
    return isinstance(part, str) and part.strip(" -—第页/").isdecimal()


def _fits(above: Ruled, below: Ruled) -> bool:
    """Return whether two tables have the same outer edges: then the lower one goes on from the upper."""
    return all(abs(one - other) < _SAME for one, other in zip(above.edges, below.edges, strict=True))


def _grid(number: int, pages: Sequence[tuple[int, Ruled]]) -> Grid:
    """Return the pieces of a table, page by page, as one grid over the lines of all."""
    lines = sorted({round(line) for _, piece in pages for line in piece.lines})
    columns = [line for at, line in enumerate(lines) if not at or line - lines[at - 1] > _SAME]
    blocks: list[Block] = []
    row = 0
    for at, (page, piece) in enumerate(pages):
        own = piece.blocks(row, columns)
        blocks += [replace(block, place=_place(number, page, carried=at > 0 and block.row == row)) for block in own]
        row += piece.height
    blocks.sort(key=lambda block: (block.row, block.column))
    return gathered_blocks(number, "", placed(blocks, lambda block, row, column: block.place.format(row, column)))


def _place(number: int, page: int, *, carried: bool) -> str:
    return f"第{page}页 表{number} 第{{}}行第{{}}列{CARRIED if carried else ''}"
