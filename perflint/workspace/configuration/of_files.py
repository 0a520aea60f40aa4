"""Which configuration holds for each file of a run, which for the run itself, and which files are excluded."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.known_names import check_names
from perflint.workspace.configuration.loading import find_config, load_config, nearest_config
from perflint.workspace.configuration.locking import keepers, trusted_packs
from perflint.workspace.disk.globs import Globs, located
from perflint.workspace.disk.naming import is_folder

OF_THE_RUN = ("fail_on", "baseline")


class Unheard(NamedTuple):
    """A key of a configuration that changes nothing in a run: where it stands (`path:line`), what it says."""

    where: str
    text: str


class Configurations:
    """The configurations of a run: the one that was named, none, or the nearest at or above each file.

    Every method may raise:
        ConfigError: a configuration is broken.
    """

    def __init__(self, named: Path | None = None, *, none: bool = False) -> None:
        self._named = named
        self._none = none
        self._folders: dict[Path, Config] = {}
        self._over: dict[tuple[str, tuple[int, ...]], Config] = {}
        self._applied: set[Globs] = set()

    def of_file(self, path: Path) -> Config:
        """Return the configuration that holds for a file, what `overrides` say of it laid over the rest."""
        config = self.of_folder(path.parent)
        indices = config.applying(path)
        self._applied.update(config.overrides[index].files for index in indices)
        if not indices:
            return config
        key = (str(config.path), indices)
        if key not in self._over:
            self._over[key] = config.overridden(indices)
        return self._over[key]

    def of_folder(self, folder: Path, *, real: bool = False) -> Config:
        """Return the nearest configuration at or above a folder; `real` says that its links are resolved."""
        if self._none:
            return Config()
        known = self._folders.get(folder)
        if known is None:
            found = self._named or (nearest_config(folder) if real else find_config(folder))
            known = self._folders[folder] = _usable(found) if found else Config()
        return known

    def of_run(self, paths: Sequence[Path]) -> Config:
        """Return the configuration that decides what belongs to a run as a whole: the one at the common root of its inputs."""
        return self.of_folder(_common(paths))

    def excluding(self, folder: Path) -> tuple[Globs, ...]:
        """Return the globs of `exclude` that hold for the files in a folder, whose links are resolved.

        Those of every configuration at or above it count; below one that locks rules nothing else leaves files out.
        """
        config = self.of_folder(folder, real=True)
        found = list(config.exclude if not _is_kept(config) else ())
        while not self._named and config.path is not None and (above := _above(config.path)):
            config = _usable(above)
            found += config.exclude if not _is_kept(config) else ()
        return tuple(dict.fromkeys(found))

    def is_excluded(self, path: Path) -> bool:
        """Return whether `exclude` of a configuration means a file."""
        place = located(path)
        return any(globs.means(place) for globs in self.excluding(place.parent))

    def unheard(self, paths: Sequence[Path], excluded_by: Iterable[tuple[Globs, int]]) -> Iterator[Unheard]:
        """Yield what changes nothing: globs without files where the whole of their folder was looked at, keys of nested files.

        `excluded_by` are the globs of `exclude` that left files out.
        """
        roots = [Path(os.path.realpath(path)) for path in paths if is_folder(path)]
        own = self.of_run(paths).path
        found = {config.path: config for config in self._folders.values() if config.path}.values()
        yield from dict.fromkeys(idle for config in found for idle in self._idle(config, roots, set(excluded_by)))
        for config in found:
            if config.path != own:
                yield from (
                    Unheard(f"{config.path}:{config.lines[key]}", key) for key in OF_THE_RUN if key in config.lines
                )

    def _idle(self, config: Config, roots: Sequence[Path], used: set[tuple[Globs, int]]) -> Iterator[Unheard]:
        for override in config.overrides:
            if _is_covered(override.files, roots) and override.files not in self._applied:
                yield Unheard(override.files.where, ", ".join(override.files.lines))
        for globs in config.exclude if not _is_kept(config) else ():
            if _is_covered(globs, roots):
                idle = [line for index, line in enumerate(globs.lines) if (globs, index) not in used]
                yield from (Unheard(globs.where, line) for line in idle if not line.startswith("!"))


def _is_covered(globs: Globs, roots: Iterable[Path]) -> bool:
    """Return whether every file that globs could mean was looked at."""
    return any(globs.folder.is_relative_to(root) for root in roots)


def _is_kept(config: Config) -> bool:
    """Return whether a configuration lies below one that locks rules."""
    return any(keeper is not config and keeper.path != config.path for keeper in keepers(config))


@lru_cache(maxsize=256)
def _checked(path: Path, state: str) -> Config:  # noqa: ARG001  # a file that changed is another one
    config = trusted_packs(load_config(path))
    check_names(config)
    return config


def _usable(path: Path) -> Config:
    return _checked(path, load_config(path).identity)


def _above(path: Path) -> Path | None:
    folder = path.resolve().parent
    return find_config(folder.parent) if folder.parent != folder else None


def _common(paths: Sequence[Path]) -> Path:
    """Return the folder that holds all inputs of a run; of the first where they have none in common (other drives)."""
    folders = [os.path.realpath(path if is_folder(path) else path.parent) for path in paths or [Path()]]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return Path(folders[0])
