"""Which files a run looks at: those named, and in folders what `.gitignore` does not exclude: YAML, Word and Excel."""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from perflint.regular import read_regular_text
from perflint.workspace.disk.tracked import Tracked
from perflint.workspace.disk.tree import leaves, tree_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__", ".hg", ".svn"})
_OWN = frozenset({"perflint.yaml", "perflint.yml"})
# What Word, Excel and WPS write. Pages and texts are looked at where they are named: a folder holds many that are no table.
OFFICE = (".docx", ".docm", ".doc", ".wps", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods")
_OPEN_IN_OFFICE = ("~$", ".~", ".")  # locks and autosaved copies that an office program leaves beside an open document
_MOST_IGNORES = 1024 * 1024


class Stray(NamedTuple):
    """Something on the way that is not looked at, and why, in both languages."""

    path: Path
    zh: str
    en: str


class Left(Struct):
    """How many files a run was told to leave out: by `exclude` of the configuration."""

    excluded: int = 0


class _Folder(NamedTuple):
    """A folder still to be looked at: its path, its place below the root, the `.gitignore`s on the way, if it is excluded."""

    path: Path
    place: str
    ignores: tuple[tuple[str, "GitIgnoreSpec"], ...]
    excluded: bool


def find_files(
    path: Path,
    exclude: Sequence[str] = (),
    base: Path | None = None,
    left: Left | None = None,
    *,
    documents: bool = False,
) -> Iterator[Path | Stray]:
    """Yield the YAML files below a folder, with `documents` also those of Word and Excel, and what could not be looked at.

    Links to folders are not followed, nor are links to files that lead out of the project. `.gitignore` files on the way
    are respected for what git does not track, and so are the globs of `exclude`, relative to `base`; `left` counts those.
    """
    root = Path(os.path.realpath(path))
    yield from _Walk(root, path, exclude, base or root, left or Left(), documents=documents).files()


def is_office(name: str) -> bool:
    """Return whether a file is a document of Word, Excel or WPS by its name, and no lock of an open one."""
    return name.lower().endswith(OFFICE) and not name.startswith(_OPEN_IN_OFFICE)


def _is_wanted(name: str, *, documents: bool) -> bool:
    return (documents and is_office(name)) or (name.lower().endswith(_SUFFIXES) and name not in _OWN)


def outside(path: Path) -> Stray:
    """Return what is said of a link that leads out of the project."""
    return Stray(
        path, "这个链接指向项目以外，不会读取；请改为文件，或在 exclude 中排除",
        "this link leads out of the project and is not followed; put a file there, or name it under `exclude`",
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _glob(glob: str) -> "GitIgnoreSpec":
    return _matcher([glob])


def matches(relative: str, glob: str) -> bool:
    """Return whether a path, relative to the folder of a configuration, is meant by a glob of it."""
    return _glob(glob).match_file(relative)


def is_excluded(path: Path, exclude: Sequence[str], base: Path) -> bool:
    """Return whether the globs of a configuration, relative to the folder `base`, leave a file out."""
    if not exclude:
        return False
    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(base)).replace(os.sep, "/")
    return not relative.startswith("../") and bool(_matcher(exclude).match_file(relative))


def _matcher(lines: Sequence[str]) -> "GitIgnoreSpec":
    """Return what matches some globs; a line that is none is left out, as git does."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 10 ms that the check of one named file need not pay

    try:
        return GitIgnoreSpec.from_lines(lines)
    except Exception:  # noqa: BLE001  # the library raises its own, and those of `re`
        return (
            GitIgnoreSpec([one for line in lines for one in _matcher([line]).patterns])
            if len(lines) > 1
            else GitIgnoreSpec([])
        )


class _Walk:
    """One way through the folders below a root, without recursion: they may be nested as deep as the system allows."""

    def __init__(
        self, root: Path, shown: Path, exclude: Sequence[str], base: Path, left: Left, *, documents: bool
    ) -> None:
        self._root = root
        self._documents = documents
        self._shown = shown
        self._outer = _matcher(exclude) if exclude else None
        self._base = Path(os.path.realpath(base))
        self._tracked = Tracked(root)
        self._tree = tree_of(root)
        self._left = left

    def files(self) -> Iterator[Path | Stray]:
        """Yield files and what could not be looked at, each folder's entries in the order of their names."""
        waiting: list[_Folder | Path | Stray] = [_Folder(self._shown, "", (), excluded=False)]
        while waiting:
            one = waiting.pop()
            if isinstance(one, _Folder):
                waiting.extend(reversed(list(self._entries(one))))
            else:
                yield one

    def _entries(self, folder: _Folder) -> Iterator[_Folder | Path | Stray]:
        try:
            entries = sorted(os.scandir(folder.path), key=lambda entry: entry.name)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            yield Stray(folder.path, f"无法读取：{reason}", f"cannot be read: {reason}")
            return
        ignores = folder.ignores
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = (*ignores, *_ignores(folder))
        for entry in entries:
            yield from self._entry(entry, folder, ignores)

    def _entry(
        self, entry: "os.DirEntry[str]", folder: _Folder, ignores: tuple[tuple[str, "GitIgnoreSpec"], ...]
    ) -> Iterator[_Folder | Path | Stray]:
        place, path = folder.place + entry.name, folder.path / entry.name
        is_folder = _is_folder(entry)
        is_table = _is_wanted(entry.name, documents=self._documents)
        if entry.name in _SKIPPED or not (is_folder or is_table or entry.is_symlink()):
            return
        if _ignored(place + ("/" if is_folder else ""), ignores) and not self._tracked.holds(place, folder=is_folder):
            return
        excluded = folder.excluded or self._excluded(place)
        if is_folder:
            yield _Folder(path, place + "/", ignores, excluded)
        elif excluded:
            self._left.excluded += is_table
        elif entry.is_symlink() and (is_table or path.is_dir()) and leaves(path, self._tree):
            yield outside(path)
        elif is_table and _is_there(entry):
            yield path

    def _excluded(self, place: str) -> bool:
        if self._outer is None:
            return False
        return bool(self._outer.match_file(os.path.relpath(self._root / place, self._base).replace(os.sep, "/")))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_there(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry is a file, or something else of that name that a person should hear of."""
    try:
        return not entry.is_symlink() or entry.is_file()
    except OSError:  # a link in a circle
        return False


def _ignores(folder: _Folder) -> tuple[tuple[str, "GitIgnoreSpec"], ...]:
    """Return what the `.gitignore` of a folder excludes; one that cannot be read excludes nothing."""
    try:
        lines = read_regular_text(folder.path / ".gitignore", _MOST_IGNORES).splitlines()
    except OSError:
        return ()
    return ((folder.place, _matcher(lines)),)


def _ignored(place: str, ignores: Sequence[tuple[str, "GitIgnoreSpec"]]) -> bool:
    return any(
        place.startswith(prefix) and bool(matcher.match_file(place[len(prefix) :])) for prefix, matcher in ignores
    )
