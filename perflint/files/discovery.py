"""Which files a run looks at: those named, and in folders what `.gitignore` does not exclude: YAML, Word and Excel."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__", ".hg", ".svn"})
_OWN = frozenset({"perflint.yaml", "perflint.yml"})
# What Word, Excel and WPS write. Pages and texts are looked at where they are named: a folder holds many that are no table.
OFFICE = (".docx", ".docm", ".doc", ".wps", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods")
_OPEN_IN_OFFICE = ("~$", ".~", ".")  # locks and autosaved copies that an office program leaves beside an open document


def find_files(
    path: Path, exclude: Sequence[str] = (), base: Path | None = None, *, documents: bool = False
) -> Iterator[Path]:
    """Yield the YAML files below a folder, with `documents` also those of Word and Excel, in a fixed order.

    `.gitignore` files on the way are respected, and so are the globs of `exclude`, relative to `base`. Symbolic links to
    folders are not followed.
    """
    root = path.resolve()
    outer = _matcher(exclude) if exclude else None
    every = _walk(path, "", [], outer, base.resolve() if base else root, root)
    yield from (file for file in every if documents or not is_office(file.name))


def is_office(name: str) -> bool:
    """Return whether a file is a document of Word, Excel or WPS by its name, and no lock of an open one."""
    return name.lower().endswith(OFFICE) and not name.startswith(_OPEN_IN_OFFICE)


def _is_wanted(name: str) -> bool:
    return is_office(name) or (name.lower().endswith(_SUFFIXES) and name not in _OWN)


def matches(relative: str, glob: str) -> bool:
    """Return whether a path, relative to the folder of a configuration, is meant by a glob of it."""
    return _matcher([glob]).match_file(relative)


def _matcher(lines: Sequence[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 10 ms that the check of one named file need not pay

    return GitIgnoreSpec.from_lines(lines)


def _walk(
    folder: Path,
    relative: str,
    ignores: list[tuple[str, "GitIgnoreSpec"]],
    outer: "GitIgnoreSpec | None",
    base: Path,
    root: Path,
) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it fails in turn, and so it is reported as an input that cannot be read
        return
    own = next((entry for entry in entries if entry.name == ".gitignore"), None)
    if own is not None:
        ignores = [
            *ignores,
            (relative, _matcher(Path(own.path).read_text(encoding="utf-8", errors="replace").splitlines())),
        ]
    for entry in entries:
        place = f"{relative}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name in _SKIPPED or _ignored(place + ("/" if is_folder else ""), ignores):
            continue
        if outer is not None and _match(outer, os.path.relpath(root / place, base).replace(os.sep, "/")):
            continue
        if is_folder:
            yield from _walk(folder / entry.name, place + "/", ignores, outer, base, root)
        elif _is_wanted(entry.name) and entry.is_file():
            yield folder / entry.name


def _ignored(place: str, ignores: list[tuple[str, "GitIgnoreSpec"]]) -> bool:
    return any(place.startswith(prefix) and _match(matcher, place[len(prefix) :]) for prefix, matcher in ignores)


def _match(matcher: "GitIgnoreSpec", place: str) -> bool:
    return bool(matcher.match_file(place))
