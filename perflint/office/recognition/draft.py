"""A table while it is recognised: a tree of cells under the keys of the format, each with its place in the document."""

from typing import TypeAlias

from msgspec import Struct, field

from perflint.office.grid import GridCell, Paragraph
from perflint.typography import fold, is_blank


class Leaf(Struct, frozen=True):
    """A text of the table and where it was printed ("" where it was concluded)."""

    text: str
    place: str = ""


Branch: TypeAlias = "dict[str, Twig]"
Twig: TypeAlias = "Leaf | Branch | list[Leaf] | list[Branch]"


class Use(Struct, frozen=True):
    """What became of a cell or paragraph: its place and text, and the field it went to (a label, where it names one)."""

    place: str
    text: str
    field: str
    role: str  # value | label | heading | left


class Concluded(Struct, frozen=True):
    """Something that no cell says outright: field, value, how sure (0 to 1) and why, in both languages."""

    field: str
    value: str
    confidence: float
    zh: str
    en: str


class Draft(Struct):
    """One table being recognised; `left` are cells that no field was found for."""

    number: int = 0
    tree: Branch = field(default_factory=dict)
    rows: list[Branch] = field(default_factory=list)
    lists: dict[str, list[Branch]] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    guesses: list[Concluded] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)
    read: dict[str, tuple[str, float]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    doubled: int = 0
    typed: bool = False
    grouped: bool = False

    def put(self, path: str, text: str, cell: GridCell | Paragraph, place: str = "") -> bool:
        """Put a text under a dotted key and return whether there was room; the same text again is no loss."""
        *above, last = path.split(".")
        branch = self.tree
        for step in above:
            inner = branch.setdefault(step, {})
            if not isinstance(inner, dict):
                return False
            branch = inner
        known = branch.get(last)
        if known is not None and not (isinstance(known, Leaf) and (is_blank(known.text) or known.text == text)):
            return is_blank(text)
        if known is None or is_blank(known.text if isinstance(known, Leaf) else ""):
            branch[last] = Leaf(text, place or cell.place)
        self.use(cell, path, "label" if is_blank(text) else "value")
        return True

    def add(self, path: str, text: str, cell: GridCell) -> bool:
        """Add a text to those that a dotted key holds already; return whether it holds any."""
        above, _, last = path.rpartition(".")
        branch = self.holds(above) if above else self.tree
        known = branch.get(last) if isinstance(branch, dict) else None
        held = [known] if isinstance(known, Leaf) else known
        if not isinstance(branch, dict) or not held:
            return False
        branch[last] = [*held, Leaf(text, cell.place)]
        self.use(cell, path, "value")
        return True

    def move(self, path: str, to: str) -> None:
        """Move a text to another key of the same section, for one that belongs there more."""
        above, _, last = path.rpartition(".")
        branch = self.holds(above) if above else self.tree
        if isinstance(branch, dict) and last in branch:
            branch[to.rpartition(".")[2]] = branch.pop(last)
            self.rename(path, to)

    def rename(self, path: str, to: str) -> None:
        """Note of the cells that went to a key that they went to another."""
        self.uses = [Use(use.place, use.text, to, use.role) if use.field == path else use for use in self.uses]

    def guess(self, where: str, label: str, sure: float) -> None:
        """Note a label that no list holds, the field that it was read as, and how sure that is."""
        if sure < 1 and not where.endswith("-"):
            where = where.rpartition("@")[2]
            self.read.setdefault(fold(label), (where, sure))

    def confirm(self, label: str) -> None:
        """Take the note on a label back: its value shows that it was read rightly."""
        self.read.pop(fold(label), None)

    def keep(self, label: GridCell, cell: GridCell) -> None:
        """Keep the value of a label that is not known under a key of its own."""
        key = "x-" + fold(label.text).strip(":").replace(".", "")
        if self.put(key, cell.text, cell):
            self.use(label, key, "label")
        else:
            self.use(label, "", "left")
            self.use(cell, "", "left")

    def drop_title(self) -> None:
        """Make room for a title that stands nearer to the table than one before it, which then is a heading."""
        self.uses = [use if use.field != "title" else Use(use.place, use.text, "", "heading") for use in self.uses]
        self.tree.pop("title", None)

    def holds(self, path: str) -> "Twig | None":
        """Return what stands under a dotted key."""
        found: Twig | None = self.tree
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def text(self, path: str) -> str:
        """Return the text under a dotted key, "" where there is none."""
        found = self.holds(path)
        return found.text if isinstance(found, Leaf) else ""

    def use(self, cell: GridCell | Paragraph, where: str, role: str) -> None:
        """Note what became of a cell; blank cells need no note."""
        if not is_blank(cell.text):
            self.uses.append(Use(cell.place, cell.text, where, role))
