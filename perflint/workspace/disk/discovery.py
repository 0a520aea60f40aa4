"""Which files a run looks at: those named, and in folders what `.gitignore` does not exclude: YAML, Word and Excel."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from perflint.regular import read_regular_text
from perflint.workspace.disk.globs import Globs, matcher
from perflint.workspace.disk.tracked import Tracked
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.disk.unlooked import seems_table

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__", ".hg", ".svn"})
_OWN = frozenset({"perflint.yaml", "perflint.yml"})
# What Word, Excel and WPS write. Pages and texts are looked at where they are named: a folder holds many that are no table.
OFFICE = (".docx", ".docm", ".doc", ".wps", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods")
_OPEN_IN_OFFICE = ("~$", ".~", ".")  # locks and autosaved copies that an office program leaves beside an open document
_MOST_IGNORES = 1024 * 1024
Excluding = Callable[[Path], Sequence[Globs]]
_Ignores = tuple[tuple[str, "GitIgnoreSpec"], ...]


class Stray(NamedTuple):
    """Something on the way that is not looked at, and why, in both languages."""

    path: Path
    zh: str
    en: str


class Left(Struct):
    """How many files a run was told to leave out: by `exclude` of configurations, and which of their globs did so; by `.gitignore`.

    Of folders that `.gitignore` leaves out the files are not counted: nobody looks into them. `unlooked` are files of kinds
    that a folder is not searched for (CSV, Markdown, pages, texts) and that seem to hold a table all the same.
    """

    excluded: int = 0
    ignored: int = 0
    by: set[tuple[Globs, int]] = field(default_factory=set)
    unlooked: list[Path] = field(default_factory=list)

    def excludes(self, path: Path, globs: Sequence[Globs]) -> bool:
        """Return whether a file, the links to its folder resolved, is excluded; the glob that says so is remembered."""
        for own in globs:
            is_meant, index = own.match(path)
            if is_meant:
                self.by.add((own, index))
                return True
        return False


class _Folder(NamedTuple):
    """A folder still to be looked at: its path, its place below the root, the `.gitignore`s on the way."""

    path: Path
    place: str
    ignores: _Ignores


def find_files(
    path: Path, excluding: Excluding | None = None, left: Left | None = None, *, documents: bool = False
) -> Iterator[Path | Stray]:
    """Yield the YAML files below a folder, with `documents` also those of Word and Excel, and what could not be looked at.

    Links to folders are not followed, nor are links to files that lead out of the project. The `.gitignore` files from the
    top of the project on are respected for what git does not track, and so are the globs that `excluding` gives for a
    folder; `left` counts what these leave out.
    """
    root = Path(os.path.realpath(path))
    yield from _Walk(root, path, excluding or (lambda _: ()), left or Left(), documents=documents).files()


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


class _Walk:
    """One way through the folders below a root, without recursion: they may be nested as deep as the system allows."""

    def __init__(self, root: Path, shown: Path, excluding: Excluding, left: Left, *, documents: bool) -> None:
        self._root = root
        self._documents = documents
        self._shown = shown
        self._excluding = excluding
        self._tracked = Tracked(root)
        self._tree = tree_of(root)
        self._left = left
        below = root.relative_to(self._tree).as_posix()
        self._prefix = "" if below == "." else f"{below}/"

    def files(self) -> Iterator[Path | Stray]:
        """Yield files and what could not be looked at, each folder's entries in the order of their names."""
        waiting: list[_Folder | Path | Stray] = [_Folder(self._shown, "", self._outer())]
        while waiting:
            one = waiting.pop()
            if isinstance(one, _Folder):
                waiting.extend(reversed(list(self._entries(one))))
            else:
                yield one

    def _outer(self) -> _Ignores:
        """Return the `.gitignore`s above the root; none where they ignore the root itself, which was named all the same."""
        found: _Ignores = ()
        for depth in range(self._prefix.count("/")):
            place = "".join(f"{name}/" for name in self._prefix.split("/")[:depth])
            found = (*found, *_ignores(self._tree / place, place))
        return () if _ignored(self._prefix, found) else found

    def _entries(self, folder: _Folder) -> Iterator[_Folder | Path | Stray]:
        try:
            entries = sorted(os.scandir(folder.path), key=lambda entry: entry.name)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            yield Stray(folder.path, f"无法读取：{reason}", f"cannot be read: {reason}")
            return
        ignores = folder.ignores
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = (*ignores, *_ignores(folder.path, self._prefix + folder.place))
        globs = self._excluding(self._root / folder.place)
        for entry in entries:
            yield from self._entry(entry, folder, ignores, globs)

    def _entry(
        self, entry: "os.DirEntry[str]", folder: _Folder, ignores: _Ignores, globs: Sequence[Globs]
    ) -> Iterator[_Folder | Path | Stray]:
        place, path = folder.place + entry.name, folder.path / entry.name
        is_folder = _is_folder(entry)
        is_table = _is_wanted(entry.name, documents=self._documents)
        if entry.name in _SKIPPED:
            return
        if not (is_folder or is_table or entry.is_symlink()):
            self._pass_over(path, place, ignores, globs)
            return
        if self._is_ignored(place, ignores, folder=is_folder):
            self._left.ignored += is_table and not is_folder
            return
        if is_folder:
            yield _Folder(path, place + "/", ignores)
        elif globs and self._left.excludes(self._root / place, globs):
            self._left.excluded += is_table
        elif entry.is_symlink() and (is_table or path.is_dir()) and leaves(path, self._tree):
            yield outside(path)
        elif is_table and _is_there(entry):
            yield path

    def _pass_over(self, path: Path, place: str, ignores: _Ignores, globs: Sequence[Globs]) -> None:
        """Remember a file that is not looked at and seems to hold a table, unless it was left out on purpose."""
        if not self._documents or self._is_ignored(place, ignores, folder=False):
            return
        if seems_table(path) and not any(own.match(self._root / place)[0] for own in globs):
            self._left.unlooked.append(path)

    def _is_ignored(self, place: str, ignores: _Ignores, *, folder: bool) -> bool:
        """Return whether `.gitignore` names a file or folder that git does not track."""
        inside = self._prefix + place + "/" * folder
        return _ignored(inside, ignores) and not self._tracked.holds(place, folder=folder)


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


def _ignores(folder: Path, place: str) -> _Ignores:
    """Return what the `.gitignore` of a folder excludes, with its place; one that cannot be read excludes nothing."""
    try:
        lines = read_regular_text(folder / ".gitignore", _MOST_IGNORES).splitlines()
    except OSError:
        return ()
    return ((place, matcher(tuple(lines))),)


def _ignored(place: str, ignores: _Ignores) -> bool:
    return any(place.startswith(prefix) and bool(spec.match_file(place[len(prefix) :])) for prefix, spec in ignores)
