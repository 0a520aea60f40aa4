"""Forms as PDF, written object by object: ruled cells, Chinese in a standard font, text wrapped as programs wrap it."""

from collections.abc import Sequence
from pathlib import Path

from tests.office.leaf import Lines, PageBreak, Part, placed, width

_SIZE, _LEADING, _PAD, _COLUMN, _LEFT, _TOP = 10, 14, 4, 62, 40, 800
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


def write_pdf(path: Path, parts: Sequence[Part]) -> None:
    """Write a .pdf of one page, or of more where parts has page breaks."""
    pages: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, PageBreak):
            pages.append([])
        else:
            pages[-1].append(part)
    path.write_bytes(_document([_page(page) for page in pages]))


def _document(contents: Sequence[str]) -> bytes:
    numbers = [4 + 2 * at for at in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>".encode(), _FONT]
    for number, content in zip(numbers, contents, strict=True):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
                       f"/Contents {number + 1} 0 R>>".encode())  # fmt: skip
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream".encode())
    written, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + inner + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return written + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}"
                      f"/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF").encode()  # fmt: skip


def _page(parts: Sequence[Part]) -> str:
    drawn: list[str] = []
    top = float(_TOP)
    for part in parts:
        if isinstance(part, Lines):
            top = _table(drawn, part, top) - _LEADING
        elif isinstance(part, str) and part.strip():
            drawn.append(_text(part, _LEFT, top))
            top -= _LEADING
    return "\n".join(drawn)


def _table(drawn: list[str], lines: Lines, top: float) -> float:
    """Draw a table; return where it ends. Rows are as high as their longest cell of one row needs."""
    heights = [float(_LEADING)] * len(lines.rows)
    cells = list(placed(lines))
    for cell, row, _ in cells:
        needed = len(_wrapped(cell.text, cell.cols)) * _LEADING + _PAD
        heights[row + cell.rows - 1] = max(
            heights[row + cell.rows - 1], needed - sum(heights[row : row + cell.rows - 1])
        )
    edges = [top - sum(heights[:at]) for at in range(len(heights) + 1)]
    for cell, row, column in cells:
        left, upper, lower = _LEFT + column * _COLUMN, edges[row], edges[row + cell.rows]
        drawn.append(f"{left} {lower} {cell.cols * _COLUMN} {upper - lower} re S")
        for at, line in enumerate(_wrapped(cell.text, cell.cols)):
            drawn.append(_text(line, left + _PAD, upper - _LEADING * (at + 1) + _PAD / 2))
    assert edges[-1] > 0, "the page is full"
    assert _LEFT + width(lines) * _COLUMN < 595, "the page is too narrow"
    return edges[-1]


def _wrapped(text: str, columns: int) -> list[str]:
    most = (columns * _COLUMN - 2 * _PAD) // _SIZE
    return [line[at : at + most] for line in text.split("\n") for at in range(0, max(len(line), 1), most)]


def _text(line: str, x: float, y: float) -> str:
    return f"BT /F {_SIZE} Tf {x} {y} Td <{line.encode('utf-16-be').hex()}> Tj ET"
