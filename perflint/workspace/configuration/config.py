"""The configuration: `perflint.yaml` or `[tool.perflint]`, the nearest one at or above a file."""

import os
import stat
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from perflint.data.assets import data_files
from perflint.judge.selection import Selection
from perflint.regular import read_regular
from perflint.source import Node, Unreadable, read_source, to_data
from perflint.workspace.configuration.shapes import ConfigError, Written, check_shapes
from perflint.workspace.disk.tree import NAMES, leaves, tree_of

__all__ = [
    "NAMES", "Config", "ConfigError", "Override", "config_of_text", "find_config", "forget_configs", "load_config"
]  # fmt: skip
_MOST = 1024 * 1024
_TABLE = "tool.perflint"


class Override(Struct, frozen=True):
    """Files (a glob relative to the configuration) for which further codes are ignored or severities differ."""

    files: str
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]


class Config(Struct, frozen=True):
    """The settings of a project; `path` is None where no configuration file was found.

    `lock` are selectors of rules that nothing below may silence; `above` is the next configuration above that locks any.
    """

    path: Path | None = None
    profile: str = ""
    lang: str = ""
    fail_on: str = ""
    selection: Selection = field(default_factory=Selection)
    settings: tuple[tuple[str, Any], ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    baseline: Path | None = None
    lock: tuple[str, ...] = ()
    above: "Config | None" = None
    origins: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """A text that is the same for configurations that judge alike."""
        return repr(self)

    @property
    def folder(self) -> Path:
        """The folder that globs are relative to."""
        return self.path.parent if self.path else Path.cwd()


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a file or folder, None if there is none.

    Raises:
        ConfigError: what has the name of a configuration there is no file, or a link that leads out of the project.
    """
    try:
        folder = start if start.is_dir() else start.parent
    except OSError:  # a name that is too long, a folder that may not be entered: said where it is read
        folder = start.parent
    return _find(Path(os.path.realpath(folder)))


@lru_cache(maxsize=4096)
def _find(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        for name in NAMES:
            if os.path.lexists(place / name):
                return _file(place / name)
        if _is_project(place / "pyproject.toml"):
            return _file(place / "pyproject.toml")
    return None


def _file(path: Path) -> Path:
    if leaves(path, tree_of(path.parent)):
        raise ConfigError(
            f"{path}: 这个链接指向项目以外，不会读取；请写成文件 / this link leads out of the project and is not read; "
            "write a file instead"
        )
    if not path.is_file():
        raise ConfigError(f"{path}: 应为一个文件 / must be a file")
    return path


def _is_project(path: Path) -> bool:
    """Return whether a `pyproject.toml` has a table for perflint; one that cannot be read and may have one is said later."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        text = read_regular(path, _MOST).decode("utf-8", errors="replace")
        return _TABLE in text and "perflint" in tomllib.loads(text).get("tool", {})
    except OSError:
        return False
    except (tomllib.TOMLDecodeError, AttributeError, TypeError, RecursionError):
        return True


@lru_cache(maxsize=64)
def load_config(path: Path) -> Config:
    """Return the configuration of a file, what it extends included.

    Raises:
        ConfigError: it cannot be read, a key is unknown, or a value does not fit.
    """
    own = _config(_written(path), ())
    outer = _find(path.resolve().parent.parent) if path.resolve().parent.parent != path.resolve().parent else None
    above = load_config(outer) if outer else None
    return replace(own, above=above if above and (above.lock or above.above) else None)


def config_of_text(path: Path, text: str) -> Config:
    """Return the configuration that a YAML file would be with another text: what stands in an editor.

    Raises:
        ConfigError: as `load_config`.
    """
    written = _from_yaml(path, text.encode("utf-8", "replace"))
    check_shapes(written)
    return _config(written, ())


def forget_configs() -> None:
    """Forget which configurations there are and what they say: their files may have changed."""
    for known in (_find, load_config, tree_of):
        known.cache_clear()


def _written(path: Path) -> Written:
    """Return a configuration file as data, its shapes checked.

    Raises:
        ConfigError: it cannot be used.
    """
    try:
        data = read_regular(path, _MOST)
        written = _from_toml(path, data) if path.suffix == ".toml" else _from_yaml(path, data)
    except Unreadable as fault:
        raise ConfigError(f"{path}: {fault.zh} / {fault.en}") from fault
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise ConfigError(f"{path}: {getattr(fault, 'strerror', None) or fault}") from fault
    check_shapes(written)
    return written


def _from_toml(path: Path, data: bytes) -> Written:
    tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    table = tool.get("perflint", {}) if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        raise _no_mapping(path)
    return Written(path, dict(_texts(table)), {})


def _from_yaml(path: Path, data: bytes) -> Written:
    source = read_source(data, str(path))
    if source.faults:
        line, column = source.line_column(source.faults[0].start)
        raise ConfigError(f"{path}:{line}:{column}: {source.faults[0].zh} / {source.faults[0].en}")
    root: Node | None = source.roots[0] if source.roots else None
    found = to_data(root) if root else {}
    if found in ({}, ""):
        return Written(path, {}, {})
    if not isinstance(found, dict) or root is None:
        raise _no_mapping(path)
    return Written(path, found, {key.text: source.line_column(key.start) for key, _ in root.pairs})


def _no_mapping(path: Path) -> ConfigError:
    return ConfigError(f"{path}: 配置应为若干“键: 值” / a mapping of keys is expected")


def _texts(value: Any) -> Any:  # noqa: ANN401  # TOML values become texts, as YAML's are
    if isinstance(value, dict):
        return {str(key): _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _config(written: Written, seen: tuple[Path, ...]) -> Config:
    return _merged(written, _extended(written, written.data.get("extends", ""), seen))


def _extended(written: Written, name: str, seen: tuple[Path, ...]) -> Config:
    if name in {"", "core"}:
        return Config()
    path = written.path
    target = path.parent / name
    if not os.path.lexists(target):
        return Config(profile=name)
    target = _inside(written, "extends", name)
    if target.is_dir():
        target = next((target / known for known in NAMES if (target / known).is_file()), target)
    if target in (*seen, path.resolve()):
        written.fail("extends", f"extends 互相引用：{name}", f"`extends` goes in a circle: {name}")
    return _config(_written(target), (*seen, path.resolve()))


def _inside(written: Written, key: str, name: str) -> Path:
    """Return the path that a configuration names, links resolved.

    Raises:
        ConfigError: it lies outside the project.
    """
    target = written.path.parent / name
    if leaves(target, tree_of(written.path.parent)):
        written.fail(key, f"{key}: “{name}”在项目以外，不会读取；请放进项目文件夹",
                     f"`{name}` lies outside the project and is not read; keep it inside")  # fmt: skip
    return target.resolve()


def _merged(written: Written, base: Config) -> Config:
    path, data = written.path, written.data
    selection = Selection(
        _list(data.get("select")) or base.selection.select,
        base.selection.extend + _list(data.get("extend_select")),
        base.selection.ignore + _list(data.get("ignore")),
        base.selection.severity + _pairs(data.get("severity")),
        base.selection.fixes + _pairs(data.get("fixes")),
    )
    settings = data.get("settings") or {}
    return replace(
        base,
        path=path,
        profile=data.get("profile", base.profile),
        lang=data.get("lang", base.lang),
        fail_on=data.get("fail_on", base.fail_on),
        selection=selection,
        settings=base.settings + tuple((name, _frozen(value)) for name, value in settings.items()),
        overrides=base.overrides + tuple(_override(entry) for entry in data.get("overrides") or ()),
        exclude=base.exclude + _list(data.get("exclude")),
        packs=base.packs + tuple(_pack(written, name) for name in _list(data.get("rules"))),
        baseline=_baseline(written, data["baseline"]) if "baseline" in data else base.baseline,
        lock=base.lock + _list(data.get("lock")),
        origins={**base.origins, **{f"settings.{name}": str(path) for name in settings},
                 **{key: str(path) for key in data}},
        lines={key: line for key, (line, _) in written.places.items()},
    )  # fmt: skip


def _pack(written: Written, name: str) -> Path:
    """Return the folder or file of a pack.

    Raises:
        ConfigError: there is none, it lies outside the project, or a link in it leads there.
    """
    pack = _inside(written, "rules", name)
    if not pack.exists():
        written.fail("rules", f"rules: 没有“{name}”这个文件夹或文件", f"there is no folder or file `{name}`")
    tree = tree_of(written.path.parent)
    for file in data_files(pack) if pack.is_dir() else (pack,):
        if leaves(file, tree):
            written.fail(
                "rules",
                f"rules: “{file}”这个链接指向项目以外，不会读取",
                f"the link `{file}` leads out of the project and is not read",
            )
        if not file.is_file():
            written.fail("rules", f"rules: “{file}”应为文件", f"`{file}` must be a file")
    return pack


def _baseline(written: Written, value: str) -> Path:
    _inside(written, "baseline", value.strip())
    return written.path.parent / value.strip()


def _list(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # data as read
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def _frozen(value: Any) -> Any:  # noqa: ANN401  # data as read
    return tuple(value) if isinstance(value, list) else value


def _pairs(data: dict[str, str] | None) -> tuple[tuple[str, str], ...]:
    return tuple((data or {}).items())


def _override(entry: dict[str, Any]) -> Override:
    return Override(entry["files"], _list(entry.get("ignore")), _pairs(entry.get("severity")))
