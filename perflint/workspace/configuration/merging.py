"""One configuration file laid over what it extends."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from perflint.data.assets import data_files
from perflint.judge.selection import Selection
from perflint.workspace.configuration.config import Config, Override, Settings
from perflint.workspace.configuration.shapes import Written
from perflint.workspace.disk.globs import Globs
from perflint.workspace.disk.tree import leaves, tree_of

_LISTS = ("ignore", "extend_select", "lock")
_MAPPINGS = ("severity", "fixes", "settings")


def merged(written: Written, base: Config) -> Config:
    """Return the configuration that a file makes of what it extends.

    Raises:
        ConfigError: a path that it names leads out of the project or nowhere.
    """
    data = written.data
    return replace(
        base,
        path=written.path,
        profile=data.get("profile", base.profile),
        lang=data.get("lang", base.lang),
        fail_on=data.get("fail_on", base.fail_on),
        selection=_selection(data, base.selection),
        settings=base.settings + _settings(data),
        overrides=base.overrides + tuple(_overrides(written)),
        exclude=base.exclude + _excluded(written),
        packs=base.packs + tuple(_pack(written, name) for name in _list(data.get("rules"))),
        baseline=_baseline(written, data["baseline"]) if "baseline" in data else base.baseline,
        lock=base.lock + _list(data.get("lock")),
        origins={**base.origins, **{key: written.place(key) for key in _said(data)}},
        lines={key: line for key, (line, _) in written.places.items()},
    )


def _selection(data: Mapping[str, Any], base: Selection) -> Selection:
    return Selection(
        _list(data.get("select")) or base.select,
        base.extend + _list(data.get("extend_select")),
        base.ignore + _list(data.get("ignore")),
        base.severity + _pairs(data.get("severity")),
        base.fixes + _pairs(data.get("fixes")),
    )


def _said(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a file says: its keys, and the entries of those that are added to what it extends."""
    yield from data
    for key in _LISTS:
        yield from (f"{key}.{item}" for item in _list(data.get(key)))
    for key in _MAPPINGS:
        yield from (f"{key}.{name}" for name in data.get(key) or ())


def _settings(data: Mapping[str, Any]) -> Settings:
    return tuple((name, _frozen(value)) for name, value in (data.get("settings") or {}).items())


def _overrides(written: Written) -> Iterator[Override]:
    nothing = Selection(select=())
    for index, entry in enumerate(written.data.get("overrides") or ()):
        files = Globs(_list(entry["files"]), _folder(written), written.place(f"overrides.{index}"))
        yield Override(files, _selection(entry, nothing), _settings(entry), entry.get("profile", ""))


def _excluded(written: Written) -> tuple[Globs, ...]:
    lines = _list(written.data.get("exclude"))
    return (Globs(lines, _folder(written), written.place("exclude")),) if lines else ()


def _folder(written: Written) -> Path:
    return written.path.parent.resolve()


def inside(written: Written, key: str, name: str) -> Path:
    """Return the path that a configuration names, links resolved.

    Raises:
        ConfigError: it lies outside the project, or no file can be called so.
    """
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in name):
        written.fail(key, f"{key}: 名称里有不能用的字符（空字符或残缺的字符），请改正",
                     "the name holds characters that no file can be called by (NUL, half a character)")  # fmt: skip
    target = written.path.parent / name
    if leaves(target, tree_of(written.path.parent)):
        written.fail(key, f"{key}: “{name}”在项目以外，不会读取；请放进项目文件夹",
                     f"`{name}` lies outside the project and is not read; keep it inside")  # fmt: skip
    return target.resolve()


def _pack(written: Written, name: str) -> Path:
    """Return the folder or file of a pack.

    Raises:
        ConfigError: there is none, it lies outside the project, or a link in it leads there.
    """
    pack = inside(written, "rules", name)
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
    inside(written, "baseline", value.strip())
    return written.path.parent / value.strip()


def _list(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # data as read
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def _frozen(value: Any) -> Any:  # noqa: ANN401  # data as read
    return tuple(value) if isinstance(value, list) else value


def _pairs(data: dict[str, str] | None) -> tuple[tuple[str, str], ...]:
    return tuple((data or {}).items())
