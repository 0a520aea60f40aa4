"""The settings of a project as a configuration holds them, and as they hold for one of its files."""

from collections.abc import Iterator, Mapping
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from perflint.judge.selection import Selection
from perflint.workspace.disk.globs import Globs, located

Settings = tuple[tuple[str, Any], ...]


class ConfigError(Exception):
    """A configuration that cannot be used; the text names the file and what to write instead."""


class Override(Struct, frozen=True):
    """What holds besides for the files that some globs mean; a selection without selectors and "" change nothing."""

    files: Globs
    selection: Selection
    settings: Settings = ()
    profile: str = ""

    def over(self, config: "Config") -> "Config":
        """Return a configuration with what is said here laid over it."""
        own, outer = self.selection, config.selection
        selection = Selection(
            own.select or outer.select, outer.extend + own.extend, outer.ignore + own.ignore,
            outer.severity + own.severity, outer.fixes + own.fixes,
        )  # fmt: skip
        return replace(
            config, selection=selection, settings=config.settings + self.settings, profile=self.profile or config.profile,
            origins={**config.origins, **dict.fromkeys(self._said(), self.files.where)},
        )  # fmt: skip

    def _said(self) -> Iterator[str]:
        """Yield what is said here, as the keys of `Config.origins`."""
        own = self.selection
        yield from (key for key, is_said in (("profile", self.profile), ("select", own.select)) if is_said)
        lists = {"ignore": own.ignore, "extend_select": own.extend}
        pairs = {"settings": self.settings, "severity": own.severity, "fixes": own.fixes}
        yield from (f"{key}.{item}" for key, items in lists.items() for item in items)
        yield from (f"{key}.{name}" for key, items in pairs.items() for name, _ in items)


class Config(Struct, frozen=True, dict=True):
    """The settings of a project; `path` is None where no configuration file was found.

    `lock` are selectors of rules that nothing below may silence; `above` is the next configuration above that locks any.
    `origins` tells by key, for lists and mappings by entry (`ignore.SRC`, `settings.history.lower_tolerance`), which file
    says so; `lines` by key on which line.
    """

    path: Path | None = None
    profile: str = ""
    lang: str = ""
    fail_on: str = ""
    selection: Selection = field(default_factory=Selection)
    settings: Settings = ()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Globs, ...] = ()
    packs: tuple[Path, ...] = ()
    baseline: Path | None = None
    lock: tuple[str, ...] = ()
    above: "Config | None" = None
    origins: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def identity(self) -> str:
        """A text that is the same for configurations that judge alike."""
        return repr(self)

    def applying(self, path: Path) -> tuple[int, ...]:
        """Return the indices of the overrides that mean a file."""
        if not self.overrides:
            return ()
        place = located(path)
        return tuple(index for index, override in enumerate(self.overrides) if override.files.means(place))

    def of_file(self, path: Path) -> "Config":
        """Return the configuration as it holds for one file."""
        return self.overridden(self.applying(path))

    def overridden(self, indices: tuple[int, ...]) -> "Config":
        """Return the configuration with some of its overrides laid over the rest; what it locks itself stays locked."""
        chosen = (self.overrides[index] for index in indices)
        over = reduce(lambda config, override: override.over(config), chosen, self)
        return replace(over, overrides=(), lock=(), above=self if self.lock else self.above) if indices else self
