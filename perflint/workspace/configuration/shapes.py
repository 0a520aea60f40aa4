"""What each key of a configuration may hold, and what is said, with file and line, where it holds something else."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from msgspec import Struct

from perflint.judge.nearest import nearest
from perflint.workspace.configuration.config import ConfigError
from perflint.workspace.disk.globs import plain

KEYS = ("extends", "profile", "lang", "select", "ignore", "extend_select", "severity", "settings", "overrides",
        "exclude", "rules", "fail_on", "fixes", "baseline", "lock")  # fmt: skip
PER_FILE = ("select", "ignore", "extend_select", "severity", "fixes", "settings", "profile")
_OVERRIDE_KEYS = ("files", *PER_FILE)
_LEVELS = ("error", "warning", "info")
_TRUSTS = ("safe", "unsafe", "display", "off")
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"lang": ("zh", "en"), "fail_on": (*_LEVELS, "never")}
_PAIRS: Final[Mapping[str, tuple[str, ...]]] = {"severity": (*_LEVELS, "off"), "fixes": _TRUSTS}
_OF_PAIRS: Final[Mapping[str, tuple[str, str]]] = {
    "fixes": ("“规则: 程度”，如 {DIR001: safe}", "rules with a word each, as in {DIR001: safe}"),
    "severity": ("“规则: 级别”，如 {SRC002: error}", "rules with a severity each, as in {SRC002: error}"),
}
_TEXT = ("一段文字", "one text")
_TEXTS = ("文字，或文字的列表，如 [甲, 乙]", "a text, or a list of texts such as [a, b]")
_PLACE = ("一个路径", "one path")


class Written(Struct, frozen=True):
    """A configuration file as it was read: its path, its data, the line and column of each key and each override."""

    path: Path
    data: dict[str, Any]
    places: Mapping[str, tuple[int, int]]

    def fail(self, key: str, zh: str, en: str) -> NoReturn:
        """Raise a ConfigError at a key."""
        raise ConfigError(f"{self.place(key)}: {zh} / {en}")

    def place(self, key: str) -> str:
        """Return where a key stands, `path:line:column`; of `overrides.1.files` where its second entry does."""
        parts = key.split(".")
        known = (self.places.get(".".join(parts[:count])) for count in range(len(parts), 0, -1))
        line, column = next((place for place in known if place), (0, 0))
        return f"{self.path}:{line}:{column}" if line else str(self.path)


def check_shapes(written: Written) -> None:
    """Check the keys of a configuration and the shape of each value.

    Raises:
        ConfigError: a key is unknown, or a value does not fit.
    """
    for key, value in written.data.items():
        if key not in KEYS:
            written.fail(key, f"没有“{key}”这个配置项", f"there is no key `{key}`{nearest(key, KEYS)}")
        _CHECKS[key](written, key, value)


def _wrong(written: Written, key: str, wanted: tuple[str, str]) -> NoReturn:
    zh, en = wanted
    written.fail(key, f"{key}: 应为{zh}", f"must be {en}")


def _text(written: Written, key: str, value: object) -> None:
    if not isinstance(value, str):
        _wrong(written, key, _TEXT)


def _place(written: Written, key: str, value: object) -> None:
    if not isinstance(value, str) or (key == "baseline" and not value.strip()) or "\0" in value:
        _wrong(written, key, ("一个文件的路径", "the path of one file") if key == "baseline" else _PLACE)


def _texts(written: Written, key: str, value: object) -> None:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) and "\0" not in item for item in items):
        _wrong(written, key, _TEXTS)


def _globs(written: Written, key: str, value: object) -> None:
    _texts(written, key, value)
    for glob in [value] if isinstance(value, str) else value if isinstance(value, list) else ():
        _glob(written, key, str(glob))


def _glob(written: Written, key: str, glob: str) -> None:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # most configurations have no globs

    try:
        GitIgnoreSpec.from_lines([plain(glob)])
    except Exception as fault:  # noqa: BLE001  # the library raises its own, and those of `re`
        written.fail(key, f"{key}: “{glob}”不是有效的通配写法（{fault}）", f"`{glob}` is no valid glob ({fault})")


def _choice(written: Written, key: str, value: object) -> None:
    known = _CHOICES[key]
    if value not in ("", *known):
        written.fail(key, f"{key}: 应为 {'、'.join(known)} 之一，不是“{value}”",
                     f"must be one of {', '.join(known)}, not `{value}`{nearest(str(value), known)}")  # fmt: skip


def _mapping(written: Written, key: str, value: object) -> None:
    if value not in ("", {}) and not isinstance(value, dict):
        _wrong(written, key, ("若干“名称: 值”", "a mapping of names to values"))


def _pairs(written: Written, key: str, value: object) -> None:
    own = key.rpartition(".")[2]
    if not isinstance(value, dict):
        _wrong(written, key, _OF_PAIRS[own])
    known = _PAIRS[own]
    for code, word in value.items():
        if word not in known:
            zh, en = f"{'、'.join(known[:-1])} 或 {known[-1]}", f"{', '.join(known[:-1])} or {known[-1]}"
            written.fail(
                key, f"{key} {code}: 应为 {zh}，不是“{word}”", f"must be {en}, not `{word}`{nearest(str(word), known)}"
            )


def _overrides(written: Written, key: str, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        _wrong(written, key, ("列表，如 [{files: \"2021/**\", ignore: [SRC]}]", "a list such as [{files: \"2021/**\", ignore: [SRC]}]"))  # fmt: skip
    for index, entry in enumerate(value):
        _override(written, f"{key}.{index}", entry)


def _override(written: Written, key: str, entry: Mapping[str, Any]) -> None:
    _known(written, key, entry)
    if not entry.get("files"):
        _wrong(written, f"{key}.files", ("通配写法，如 2021/**", "globs such as 2021/**"))
    _globs(written, f"{key}.files", entry["files"])
    for own in PER_FILE:
        if own in entry:
            _CHECKS[own](written, f"{key}.{own}", entry[own])


def _known(written: Written, key: str, names: Iterable[str]) -> None:
    for name in names:
        if name in _OVERRIDE_KEYS:
            continue
        if name in KEYS:
            written.fail(key, f"overrides: {name} 不能按文件设定，请写在 overrides 之外",
                         f"`{name}` cannot differ by file; write it outside `overrides`")  # fmt: skip
        written.fail(key, f"overrides: 没有“{name}”这个键", f"there is no key `{name}`{nearest(name, _OVERRIDE_KEYS)}")


_CHECKS: Final[Mapping[str, Callable[[Written, str, Any], None]]] = {
    "extends": _place, "profile": _text, "lang": _choice, "select": _texts, "ignore": _texts, "extend_select": _texts,
    "severity": _pairs, "settings": _mapping, "overrides": _overrides, "exclude": _globs, "rules": _texts,
    "fail_on": _choice, "fixes": _pairs, "baseline": _place, "lock": _texts,
}  # fmt: skip
