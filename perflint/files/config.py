"""The configuration: `perflint.yaml` or `[tool.perflint]`, the nearest one at or above a file."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from perflint.judge.force import Selection
from perflint.judge.nearest import nearest
from perflint.source import Unreadable, read_source, to_data

NAMES = ("perflint.yaml", "perflint.yml")
_KEYS = ("extends", "profile", "lang", "select", "ignore", "extend_select", "severity", "settings", "overrides",
         "exclude", "rules", "fail_on", "fixes", "baseline")  # fmt: skip

_TRUSTS = ("safe", "unsafe", "display", "off")


class ConfigError(Exception):
    """A configuration that cannot be used; the text names the file and what to write instead."""


class Override(Struct, frozen=True):
    """Files (a glob relative to the configuration) for which further codes are ignored or severities differ."""

    files: str
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]


class Config(Struct, frozen=True):
    """The settings of a project; `path` is None where no configuration file was found."""

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
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """A text that is the same for configurations that judge alike."""
        return repr(self)

    @property
    def folder(self) -> Path:
        """The folder that globs are relative to."""
        return self.path.parent if self.path else Path.cwd()


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a file or folder, None if there is none."""
    folder = start if start.is_dir() else start.parent
    return _find(folder.resolve())


@lru_cache(maxsize=4096)
def _find(folder: Path) -> Path | None:
    for name in NAMES:
        if (folder / name).is_file():
            return folder / name
    project = folder / "pyproject.toml"
    if project.is_file() and "[tool.perflint]" in project.read_text(encoding="utf-8", errors="replace"):
        return project
    return None if folder.parent == folder else _find(folder.parent)


@lru_cache(maxsize=64)
def load_config(path: Path) -> Config:
    """Return the configuration of a file, what it extends included.

    Raises:
        ConfigError: it cannot be read, a key is unknown, or a value does not fit.
    """
    return _config(path, _data(path), ())


def _data(path: Path) -> dict[str, Any]:
    try:
        if path.suffix == ".toml":
            data: Any = tomllib.loads(path.read_text(encoding="utf-8"))["tool"]["perflint"]
            return dict(_texts(data))
        source = read_source(path.read_bytes(), str(path))
    except Unreadable as fault:
        raise ConfigError(f"{path}: {fault.zh} / {fault.en}") from fault
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigError(f"{path}: {fault}") from fault
    if source.faults:
        line, column = source.line_column(source.faults[0].start)
        raise ConfigError(f"{path}:{line}:{column}: {source.faults[0].zh} / {source.faults[0].en}")
    data = to_data(source.roots[0]) if source.roots else {}
    if data in ({}, ""):
        return {}
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: 配置应为若干“键: 值” / a mapping of keys is expected")
    return data


def _texts(value: Any) -> Any:  # noqa: ANN401  # TOML values become texts, as YAML's are
    if isinstance(value, dict):
        return {str(key): _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _config(path: Path, data: dict[str, Any], seen: tuple[Path, ...]) -> Config:
    for key in data:
        if key not in _KEYS:
            raise ConfigError(f"{path}: 没有“{key}”这个配置项 / there is no key `{key}`{nearest(key, _KEYS)}")
    base = _extended(path, data.get("extends", ""), seen)
    try:
        return _merged(path, data, base)
    except (TypeError, AttributeError, KeyError) as fault:
        raise ConfigError(f"{path}: 配置值的形式不对 / a value has the wrong shape ({fault})") from fault


def _extended(path: Path, name: str, seen: tuple[Path, ...]) -> Config:
    if name in {"", "core"}:
        return Config()
    target = (path.parent / name).resolve()
    if target.is_dir():
        target = next((target / known for known in NAMES if (target / known).is_file()), target)
    if target.is_file():
        if target in (*seen, path.resolve()):
            raise ConfigError(f"{path}: extends 互相引用 / `extends` goes in a circle: {name}")
        return _config(target, _data(target), (*seen, path.resolve()))
    return Config(profile=name)


def _merged(path: Path, data: dict[str, Any], base: Config) -> Config:
    selection = Selection(
        _list(data.get("select")) or base.selection.select,
        base.selection.extend + _list(data.get("extend_select")),
        base.selection.ignore + _list(data.get("ignore")),
        base.selection.severity + _severities(path, data.get("severity", {})),
        base.selection.fixes + _trusts(path, data.get("fixes", {})),
    )
    return replace(
        base,
        path=path,
        profile=data.get("profile", base.profile),
        lang=data.get("lang", base.lang),
        fail_on=data.get("fail_on", base.fail_on),
        selection=selection,
        settings=base.settings + tuple((name, _frozen(value)) for name, value in data.get("settings", {}).items()),
        overrides=base.overrides + tuple(_override(path, entry) for entry in data.get("overrides", [])),
        exclude=base.exclude + _list(data.get("exclude")),
        packs=base.packs + tuple((path.parent / name).resolve() for name in _list(data.get("rules"))),
        baseline=_baseline(path, data["baseline"]) if "baseline" in data else base.baseline,
        origins={**base.origins, **{f"settings.{name}": str(path) for name in data.get("settings", {})},
                 **{key: str(path) for key in data}},
    )  # fmt: skip


def _baseline(path: Path, value: Any) -> Path:  # noqa: ANN401  # data as read
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{path}: baseline: 应为一个文件的路径 / must be the path of one file")
    return path.parent / value.strip()


def _list(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # data as read
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def _frozen(value: Any) -> Any:  # noqa: ANN401  # data as read
    return tuple(value) if isinstance(value, list) else value


def _severities(path: Path, data: dict[str, str]) -> tuple[tuple[str, str], ...]:
    for code, severity in data.items():
        if severity not in {"error", "warning", "info", "off"}:
            raise ConfigError(
                f"{path}: severity {code}: 应为 error、warning、info 或 off / must be error, warning, info or off"
            )
    return tuple(data.items())


def _trusts(path: Path, data: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if not isinstance(data, dict):
        raise ConfigError(
            f"{path}: fixes: 应为“规则: 程度”，如 / must be rules with a word each, as in {{DIR001: safe}}"
        )
    for code, trust in data.items():
        if trust not in _TRUSTS:
            raise ConfigError(
                f"{path}: fixes {code}: 应为 safe、unsafe、display 或 off，不是“{trust}” / "
                f"must be safe, unsafe, display or off, not `{trust}`{nearest(str(trust), _TRUSTS)}"
            )
    return tuple(data.items())


def _override(path: Path, entry: dict[str, Any]) -> Override:
    return Override(entry["files"], _list(entry.get("ignore")), _severities(path, entry.get("severity", {})))
