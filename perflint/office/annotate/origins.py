"""From the JSON Pointer of a finding back to the cell of the document, and to the characters in it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import Final, NamedTuple

from msgspec import Struct

from perflint.judge import Finding
from perflint.office.annotate.options import AnnotateOptions
from perflint.office.grid import Paper
from perflint.office.reading import read_document
from perflint.office.recognition import recognise
from perflint.office.yamlwriting import places, spelled, write_table
from perflint.source import Node, NodeKind, Source, locate, read_source

_MOST_TRIED: Final = 200
_NAME: Final = spelled("name", "indicators", "zh")


class Spot(NamedTuple):
    """Where a finding belongs: the place of the document, the text of the cell there that is meant, the characters of it.

    `is_own` says whether the cell of the finding itself stands there and not the nearest thing to what is missing.
    `rank` and `alike` are which of how many cells of one text at this place it is: a merged cell stands for several rows.
    """

    place: str
    text: str
    start: int
    end: int
    is_own: bool
    rank: int = 0
    alike: int = 1


class Origins(Struct, frozen=True):
    """The tables of a document as the YAML that was judged, and the place of each of its cells by JSON Pointer."""

    source: Source
    leaves: Mapping[str, Node]
    places: Mapping[str, str]
    heads: tuple[str, ...]
    paper: Paper
    same: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def printed(self) -> Collection[str]:
        """The places at which something of the tables stands."""
        return self.places.values()

    def spot(self, finding: Finding) -> Spot:
        """Return where a finding belongs."""
        pointer = finding.place.pointer
        place, node = self.places.get(pointer, ""), self.leaves.get(pointer)
        if not place or node is None:
            return Spot(place or self._nearest(pointer), "", 0, 0, is_own=False)
        start, end = _characters(self.source, node, finding)
        rank, alike = self._alike(pointer)
        return Spot(place, node.text, start, end, bool(node.text.strip()), rank, alike)

    def cell(self, pointer: str) -> Spot | None:
        """Return where a whole cell stands, None where it is printed nowhere."""
        place, node = self.places.get(pointer, ""), self.leaves.get(pointer)
        if not place or node is None:
            return None
        return Spot(place, node.text, 0, len(node.text), True, *self._alike(pointer))  # noqa: FBT003  # a field

    def sharing(self, pointer: str) -> frozenset[str]:
        """Return the cells that are printed as one with a cell, itself among them: those of a merged cell's rows."""
        return frozenset(self.same[self.places[pointer], self.leaves[pointer].text])

    def _alike(self, pointer: str) -> tuple[int, int]:
        same = self.same[self.places[pointer], self.leaves[pointer].text]
        return same.index(pointer), len(same)

    def _nearest(self, pointer: str) -> str:
        """Return the place of the row or table that a cell is missing in: the name of the row where it has one."""
        table = int(number) if (number := pointer.partition("/")[0].removeprefix("#")) else 0
        while pointer:
            pointer = pointer.rpartition("/")[0]
            if found := self.places.get(f"{pointer}/{_NAME}") or self.places.get(pointer):
                return found
        return self.heads[table] if table < len(self.heads) else ""


def origins_of(data: bytes, name: str, options: AnnotateOptions) -> Origins:
    """Return where the cells of a document's tables come from; it is read as the check reads it.

    Raises:
        Unopened: it cannot be read.
    """
    short = PurePath(name).name
    paper = read_document(data, short)
    found = recognise(paper, options.profile, options.packs)
    held_at: dict[str, str] = {}
    heads = []
    for number, draft in enumerate(found.tables):
        lead = f"#{number}" if number else ""
        held = {lead + pointer: place for pointer, place in places(draft.tree).items() if place}
        heads.append(next(iter(held.values()), ""))
        held_at.update(held)
    stream = "---\n".join(write_table(draft.tree) for draft in found.tables)
    source = read_source(stream.encode(), short)
    leaves = {
        pointer: node for number, root in enumerate(source.roots) for pointer, node in _leaves(root, f"#{number}" if number else "")
    }  # fmt: skip
    same: dict[tuple[str, str], list[str]] = {}
    for pointer, node in leaves.items():
        same.setdefault((held_at.get(pointer, ""), node.text), []).append(pointer)
    alike = {key: tuple(pointers) for key, pointers in same.items()}
    return Origins(source, leaves, held_at, tuple(heads), paper, alike)


def _leaves(node: Node, pointer: str) -> Iterator[tuple[str, Node]]:
    if node.kind is NodeKind.SCALAR:
        yield pointer, node
    for number, item in enumerate(node.items):
        yield from _leaves(item, f"{pointer}/{number}")
    for key, value in node.pairs:
        yield from _leaves(value, f"{pointer}/{key.text.replace('~', '~0').replace('/', '~1')}")


def _characters(source: Source, node: Node, finding: Finding) -> tuple[int, int]:
    """Return the characters of a cell's text that a finding marks; all of them where they cannot be told."""
    text, value = node.text, finding.value
    whole = 0, len(text)
    if not value or value == text:
        return whole
    found: list[tuple[int, int]] = []
    at = text.find(value)
    while at >= 0 and len(found) < _MOST_TRIED:
        found.append((at, at + len(value)))
        at = text.find(value, at + 1)
    meant = finding.place.start, finding.place.end
    exact = [one for one in found if locate(source, node, *one) == meant]
    return exact[0] if exact else found[0] if len(found) == 1 else whole


def within(cell: str, spot: Spot) -> tuple[int, int] | None:
    """Return the characters of a printed cell that a spot means; blanks and line ends count for nothing.

    None where its text stands in the cell not at all, or more than once and no order tells which is meant.
    """
    kept = [at for at, char in enumerate(cell) if not char.isspace()]
    packed = "".join(cell[at] for at in kept)
    filled = [at for at, char in enumerate(spot.text) if not char.isspace()]
    wanted = "".join(spot.text[at] for at in filled)
    first = _chosen(packed, wanted, spot)
    inner = [number for number, at in enumerate(filled) if spot.start <= at < spot.end]
    if first is None or not inner:
        return None
    return kept[first + inner[0]], kept[first + inner[-1]] + 1


def _chosen(packed: str, wanted: str, spot: Spot) -> int | None:
    if not wanted:
        return None
    count = packed.count(wanted)
    if count == 1:
        return packed.index(wanted)
    if count != spot.alike or not count:
        return None
    at = -1
    for _ in range(spot.rank + 1):
        at = packed.index(wanted, at + 1)
    return at
