"""The indicator names of `rules/library/`: what each usually is (class, direction, unit) and where it was read."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.built import built
from perflint.data.store import remember
from perflint.pattern import pattern
from perflint.source import NodeKind, Unreadable, read_source, to_data
from perflint.typography import fold

DIRECTIONS = ("positive", "negative", "upper", "neutral", "unknown")
"""More is better; less is better; a cap is set; a count of work done; it depends."""
SOURCES = "sources"
_TAB = "\t"
_FIELDS = {"class", "direction", "unit", "bounded100", "seen", "names"}
_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|\{[^{}]*\}")
_NOISE = pattern(r"(?<![a-z.\d])\d+(?:\.\d+)?|[.,:;、，。：；\-_/*★☆·\"'“”《》<>≥≤=+%‰①-⑳](?!\d)")
_ENDINGS = ("指标", "数量", "数")
_SHARES = ("占比", "比例", "比率", "比重")


class LibraryError(Exception):
    """A file of the library that cannot be used; the text names the file and what to mend."""


class KnownName(Struct, frozen=True):
    """An indicator name of the library."""

    name: str
    sector: str
    group: str
    """The class of level 2 under which it usually stands, for example `output.quality`."""
    direction: str
    """One of `DIRECTIONS`."""
    unit: str
    bounded100: bool | None
    """Whether it cannot be more than 100 in its unit; None where that depends on the definition."""
    seen: str
    """The source of `sources.yaml` on whose page it was read; empty where it is general knowledge."""


class Library(Struct, frozen=True, eq=False):
    """The names of the library by their root, each entry packed as one text: thousands of them load in a moment."""

    packed: dict[str, str]

    def find(self, name: str) -> KnownName | None:
        """Return the entry of a name, however it is spelt, None if the library has none."""
        line = self.packed.get(root(name))
        return _unpack(line) if line else None

    def __iter__(self) -> Iterator[KnownName]:
        """Yield all entries."""
        return map(_unpack, self.packed.values())

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self.packed)


@lru_cache(maxsize=4096)
def root(name: str) -> str:
    """Return what two spellings of one name share: no width, blanks, brackets, digits, marks, nor 指标, 数量, 数 at the end.

    The words for a share (占比, 比例, 比率, 比重) at the end count as one.
    """
    bare = _NOISE.sub("", _BRACKETS.sub("", fold(name).lower()))
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            bare = bare.removesuffix(ending)
    for share in _SHARES:
        if bare.endswith(share):
            return bare.removesuffix(share) + "比"
    return bare


@lru_cache(maxsize=2)
def load_library(folder: Path | None = None) -> Library:
    """Return the library of a folder, the shipped one by default; it is read on first use and kept.

    Raises:
        LibraryError: a file is broken, or two entries of one name contradict each other.
    """
    if not folder and (known := built("library", Library)):
        return known
    files = data_files(folder or rules_root() / "library")
    return remember("library", stamp(files), lambda: Library(_gather(files)), Library)


def _gather(files: tuple[Path, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in files:
        for known in _entries(path) if path.stem != SOURCES else ():
            twin = found.get(root(known.name), "").split(_TAB)[0]
            if twin:
                _fail(path, f"“{known.name}”与“{twin}”是同一个名称", f"{known.name} is {twin} once more")
            found[root(known.name)] = _pack(known)
    return found


def _pack(known: KnownName) -> str:
    bounded = "" if known.bounded100 is None else str(known.bounded100)
    return _TAB.join((known.name, known.sector, known.group, known.direction, known.unit, bounded, known.seen))


def _unpack(line: str) -> KnownName:
    name, sector, group, direction, unit, bounded, seen = line.split(_TAB)
    return KnownName(name, sector, group, direction, unit, bounded == "True" if bounded else None, seen)


def _entries(path: Path) -> Iterator[KnownName]:
    data = _read(path)
    if not isinstance(data, dict) or set(data) != {"sector", "groups"} or not isinstance(data["groups"], list):
        _fail(path, "应为 sector: 和 groups:", "`sector:` and `groups:` are expected")
    for group in data["groups"]:
        if not isinstance(group, dict) or not set(group) >= _FIELDS - {"seen"} or not set(group) <= _FIELDS:
            _fail(path, f"每组应有 {sorted(_FIELDS)}：{group}", f"a group has the fields {sorted(_FIELDS)}: {group}")
        if group["direction"] not in DIRECTIONS:
            _fail(path, f"没有方向“{group['direction']}”", f"there is no direction {group['direction']}")
        bounded = {"true": True, "false": False}.get(str(group["bounded100"]).lower())
        for name in group["names"]:
            yield KnownName(
                str(name), str(data["sector"]), group["class"], group["direction"], str(group["unit"]), bounded,
                str(group.get("seen", "")),
            )  # fmt: skip


def _read(path: Path) -> Any:  # noqa: ANN401  # data as read
    try:
        source = read_source(path.read_bytes(), str(path))
    except Unreadable as fault:
        raise LibraryError(f"{path}: {fault.zh} / {fault.en}") from fault
    if source.faults:
        _fail(path, source.faults[0].zh, source.faults[0].en)
    if len(source.roots) != 1 or source.roots[0].kind is not NodeKind.MAPPING:
        _fail(path, "应为一个映射", "a mapping is expected")
    return to_data(source.roots[0])


def _fail(path: Path, zh: str, en: str) -> NoReturn:
    raise LibraryError(f"{path}: {zh} / {en}")
