"""What an upload comes to, as the process that reads it hands it over: tables, their forms, findings, downloads."""

from collections.abc import Mapping

from msgspec import Struct

from perflint.report.review.model import Count, Remark, Sheet, Unread, Verdict


class Given(Struct, frozen=True):
    """One uploaded file: where it lies, and the name that it came under."""

    path: str
    name: str


class Order(Struct, frozen=True):
    """What the process is to do: files, language, the folder for what it makes, its seconds and bytes of memory.

    `sample` asks for perflint's own sample and no file; `unpacked` bounds the bytes that archives may hold.
    """

    files: tuple[Given, ...]
    folder: str
    lang: str
    seconds: float
    memory: int
    unpacked: int
    sample: bool = False


class Progress(Struct, frozen=True):
    """How far it is: `step` is waiting, reading, judging, writing, done or failed (`why`: time, memory, ended, failed)."""

    step: str
    done: int = 0
    total: int = 0
    why: str = ""


class Mark(Struct, frozen=True):
    """The number of a finding where it stands on the form, and its severity."""

    number: int
    severity: str


class Box(Struct, frozen=True):
    """One cell or paragraph of the form: its text, how it is set, its number on the form, the findings on it."""

    text: str
    role: str
    align: str
    rows: int
    columns: int
    number: int
    marks: tuple[Mark, ...] = ()


class Part(Struct, frozen=True):
    """Lines of cells in columns of so many hundredths of the width; a paragraph is one box without columns."""

    widths: tuple[int, ...]
    lines: tuple[tuple[Box, ...], ...]


class Paper(Struct, frozen=True):
    """The form of one table with its findings; box 0 is the title, where findings on the whole table stand."""

    annex: str
    title: Box
    parts: tuple[Part, ...]
    landscape: bool


class Explained(Struct, frozen=True):
    """What a rule's page says: its title, why it matters, on what authority, and when a cell may stay as it is."""

    title: str
    why: str
    basis: str
    exceptions: str


class Other(Struct, frozen=True):
    """Another cell that a finding refers to: its name and text, and its box on the same form (None: on another)."""

    text: str
    box: int | None


class Page(Struct, frozen=True):
    """One table: its review, its form (None where it has none), and which findings come first, next and last.

    `boxes` tells by the number of a finding which box of the form it stands on, `others` which cells it refers to;
    `rules` are the rules by code, `more` counts the findings that are left out. The sheet comes without its remarks.
    """

    sheet: Sheet
    paper: Paper | None
    first: tuple[Remark, ...]
    then: tuple[Remark, ...]
    rest: tuple[Remark, ...]
    boxes: Mapping[int, int]
    others: Mapping[int, tuple[Other, ...]]
    rules: Mapping[str, Explained]
    more: int = 0


class Line(Struct, frozen=True):
    """One table in the list of all: its number, name, whose it is, the file that it came in, verdict and count."""

    number: int
    heading: str
    agency: str
    path: str
    verdict: Verdict
    count: Count


class Download(Struct, frozen=True):
    """A file that is offered: its kind (a word of the page), its name for the user, its name in the folder, its bytes."""

    kind: str
    name: str
    file: str
    size: int


class Outcome(Struct, frozen=True):
    """All of it: the tables, counts, what was not read, what is offered, how much was mended, and words of caution.

    `shown` is how many of the tables have a page.
    """

    lang: str
    tables: tuple[Line, ...]
    shown: int
    count: Count
    unread: tuple[Unread, ...]
    downloads: tuple[Download, ...]
    mended: int
    notes: tuple[str, ...]

    @property
    def files(self) -> int:
        """From how many files the tables come."""
        return len({line.path for line in self.tables})
