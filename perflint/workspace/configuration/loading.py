"""Configurations found and read: `perflint.yaml` or `[tool.perflint]`, the nearest one at or above a file."""

import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from perflint.regular import read_regular
from perflint.source import Node, Unreadable, read_source, to_data
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.merging import inside, merged
from perflint.workspace.configuration.shapes import Written, check_shapes
from perflint.workspace.disk.tree import NAMES, leaves, tree_of

_MOST = 1024 * 1024
_TABLE = "tool.perflint"
_NEAREST: dict[Path, Path | None] = {}
_MOST_FOLDERS = 100_000


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a file or folder, None if there is none.

    Raises:
        ConfigError: what has the name of a configuration there is no file, or a link that leads out of the project.
    """
    try:
        folder = start if start.is_dir() else start.parent
    except OSError:  # a name that is too long, a folder that may not be entered: said where it is read
        folder = start.parent
    return nearest_config(Path(os.path.realpath(folder)))


def nearest_config(folder: Path) -> Path | None:
    """Return the nearest configuration file at or above a folder whose links are resolved; each is looked into once.

    Raises:
        ConfigError: as `find_config`.
    """
    if len(_NEAREST) > _MOST_FOLDERS:
        _NEAREST.clear()
    passed: list[Path] = []
    place, found = folder, None
    while found is None and place not in _NEAREST:
        passed.append(place)
        found = _in_folder(place)
        if place == place.parent:
            break
        place = place.parent
    found = found or _NEAREST.get(place)
    _NEAREST.update(dict.fromkeys(passed, found))
    return found


def _in_folder(place: Path) -> Path | None:
    """Return the configuration file that lies in a folder."""
    for name in () if _holds_workflows(place) else NAMES:
        if os.path.lexists(place / name):
            return _file(place / name)
    return _file(place / "pyproject.toml") if _is_project(place / "pyproject.toml") else None


def _holds_workflows(folder: Path) -> bool:
    """Return whether a folder is .github/workflows, or a forge's like it: a perflint.yml there is a job, no configuration."""
    return folder.name == "workflows" and folder.parent.name.startswith(".")


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
        return _TABLE in text and "perflint" in _toml(text).get("tool", {})
    except OSError:
        return False
    except (
        ValueError,
        AttributeError,
        TypeError,
        RecursionError,
    ):  # the first is what is said of a text that is no TOML
        return True


def _toml(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  # what few need, few pay for

    return tomllib.loads(text)


@lru_cache(maxsize=64)
def load_config(path: Path) -> Config:
    """Return the configuration of a file, what it extends included.

    Raises:
        ConfigError: it cannot be read, a key is unknown, or a value does not fit.
    """
    own = _config(_written(path), ())
    folder = path.resolve().parent
    outer = nearest_config(folder.parent) if folder.parent != folder else None
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
    _NEAREST.clear()
    load_config.cache_clear()
    tree_of.cache_clear()


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
    except (OSError, ValueError, RecursionError) as fault:
        raise ConfigError(f"{path}: {getattr(fault, 'strerror', None) or fault}") from fault
    check_shapes(written)
    return written


def _from_toml(path: Path, data: bytes) -> Written:
    tool = _toml(data.decode("utf-8")).get("tool", {})
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
    places = {key.text: source.line_column(key.start) for key, _ in root.pairs}
    for key, node in root.pairs:
        places |= {f"{key.text}.{index}": source.line_column(item.start) for index, item in enumerate(node.items)}
    return Written(path, found, places)


def _no_mapping(path: Path) -> ConfigError:
    return ConfigError(f"{path}: 配置应为若干“键: 值” / a mapping of keys is expected")


def _texts(value: Any) -> Any:  # noqa: ANN401  # TOML values become texts, as YAML's are
    if isinstance(value, dict):
        return {str(key): _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _config(written: Written, seen: tuple[Path, ...]) -> Config:
    return merged(written, _extended(written, written.data.get("extends", ""), seen))


def _extended(written: Written, name: str, seen: tuple[Path, ...]) -> Config:
    if name in {"", "core"}:
        return Config()
    path = written.path
    target = path.parent / name
    if not os.path.lexists(target):
        if _is_path(name):
            written.fail("extends", f"extends: 没有“{name}”这个文件或文件夹；也可写模板的名称，如 mof-2015",
                         f"there is no file or folder `{name}`; the name of a profile can stand here too, such as mof-2015")  # fmt: skip
        return Config(profile=name)
    target = inside(written, "extends", name)
    if target.is_dir():
        target = next((target / known for known in NAMES if (target / known).is_file()), target)
    if target in (*seen, path.resolve()):
        written.fail("extends", f"extends 互相引用：{name}", f"`extends` goes in a circle: {name}")
    return _config(_written(target), (*seen, path.resolve()))


def _is_path(name: str) -> bool:
    """Return whether a name is meant as a path: it has a separator or the ending of a configuration."""
    return "/" in name or "\\" in name or name in {".", ".."} or name.lower().endswith((".yaml", ".yml"))
