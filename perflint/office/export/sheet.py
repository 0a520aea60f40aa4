"""A form ready to be printed: a title, then panels of lines of cells and paragraphs, in millimetres and plain text."""

from msgspec import Struct

PORTRAIT, LANDSCAPE = (210, 297), (297, 210)


class Printed(Struct, frozen=True):
    """One cell of a line: where it begins and how wide it is (mm), over how many lines it goes, and what it is.

    `role` is label, head, value or caption; `align` is left, center or right. `cells` are the JSON Pointers of the cells
    of the table that are printed there, blank ones too.
    """

    text: str
    start: float
    width: float
    rows: int = 1
    role: str = "value"
    align: str = "left"
    cells: tuple[str, ...] = ()


class Line(Struct, frozen=True):
    """One line of a panel; `head` lines stand again at the top of each page where the kind of file can do that."""

    cells: tuple[Printed, ...]
    head: bool = False


class Panel(Struct, frozen=True):
    """Lines that make one table of a Word document."""

    lines: tuple[Line, ...]


class Prose(Struct, frozen=True):
    """A paragraph outside tables; `role` is caption, heading, subheading or body, `cells` as of a printed cell."""

    text: str
    role: str = "body"
    cells: tuple[str, ...] = ()


class Sheet(Struct, frozen=True):
    """One target table on paper: A4 in either position, what stands on it, in letters of `size` points.

    `name` is for a sheet of a workbook; a file is named by `code` and name.
    """

    code: str
    name: str
    annex: str
    title: str
    landscape: bool
    margin: float
    size: float
    parts: tuple[Panel | Prose, ...]

    @property
    def file_name(self) -> str:
        """What a file of this sheet alone is called, before what a system forbids is taken out."""
        return "-".join(part for part in (self.code, self.name) if part)

    @property
    def paper(self) -> tuple[int, int]:
        """The width and height of the page in millimetres."""
        return LANDSCAPE if self.landscape else PORTRAIT

    @property
    def least(self) -> float:
        """The millimetres that a line is high at least."""
        return round(self.size * 0.66, 1)

    @property
    def width(self) -> float:
        """The millimetres between the margins."""
        return self.paper[0] - 2 * self.margin
