"""The named thresholds: their defaults from `rules/settings.yaml`, typed, and how a written value is read."""

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from perflint.data import remember, rules_root
from perflint.data.assets import stamp
from perflint.data.built import built
from perflint.facts import Setting
from perflint.judge.nearest import nearest
from perflint.pattern import pattern
from perflint.source import read_source, to_data

PREFIX = "settings."


class SettingError(ValueError):
    """A setting that does not exist or a value that does not fit; the text says what to write instead."""


class SettingKind(Struct, frozen=True):
    """One named threshold: type, default, unit, meaning."""

    name: str
    type: str
    default: bool | float | str | tuple[float | str, ...]
    unit: str
    zh: str
    en: str


def setting_kinds() -> Mapping[str, SettingKind]:
    """Return all settings by name."""
    path = rules_root() / "settings.yaml"
    return built("settings", dict[str, SettingKind]) or _load(path, stamp([path]))


@lru_cache(maxsize=1)
def _load(path: Path, state: str) -> Mapping[str, SettingKind]:
    return remember("settings", state, lambda: _build(path), dict[str, SettingKind])


def _build(path: Path) -> dict[str, SettingKind]:
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return {
        name: SettingKind(
            name, entry["type"], read_setting(name, entry["type"], entry["default"]), entry.get("unit", ""),
            entry["zh"], entry["en"],
        )
        for name, entry in data.items()
    }  # fmt: skip


def resolve(*layers: Mapping[str, Any]) -> dict[str, Setting]:
    """Return all settings with the layers (profile, configuration …) laid over the defaults in order.

    Raises:
        SettingError: a name is unknown or a value does not fit its type.
    """
    kinds = setting_kinds()
    resolved = {name: cast("Setting", kind.default) for name, kind in kinds.items()}
    for layer in layers:
        for name, written in layer.items():
            if name not in kinds:
                raise SettingError(f"没有“{name}”这个配置项 / there is no setting `{name}`{nearest(name, kinds)}")
            resolved[name] = read_setting(name, kinds[name].type, written)
    return resolved


def read_setting(name: str, kind: str, written: Any) -> Setting:  # noqa: ANN401  # text or list as read from YAML
    """Return a written value as the type of the setting.

    Raises:
        SettingError: the value does not fit.
    """
    try:
        value: Setting = _READERS[kind](written)
    except (ValueError, TypeError, AttributeError, KeyError) as fault:
        zh, en = _WANTED[kind]
        raise SettingError(f"{name}: {_typed(written)}：应为{zh} / does not fit: {en}") from fault
    return value


def _number(written: str) -> float:
    value = float(written)
    if not math.isfinite(value):
        raise ValueError(written)
    return value


def _percent(written: str) -> float:
    return _number(written.strip().removesuffix("%").strip())


_SWITCHES = {"true": True, "yes": True, "是": True, "on": True, "false": False, "no": False, "否": False, "off": False}


def _switch(written: str) -> bool:
    return _SWITCHES[written.strip().lower()]


def _items(written: Any) -> list[str]:  # noqa: ANN401  # text or list as read from YAML
    return [written] if isinstance(written, str) else [str(item) for item in written]


_MONTH_SHARE = pattern(r"(\d{1,2})(?:月[底末]?)?\s*[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*%?")


def _months(written: Any) -> tuple[str, ...]:  # noqa: ANN401  # mapping, list or text as read from YAML
    """Return the percentages by the end of months, written `{6: 50%, 9: 75%}` or `[6月底 50%, 9月底 75%]`, in the latter form."""
    items = [f"{month} {share}" for month, share in written.items()] if isinstance(written, dict) else _items(written)
    found = [_MONTH_SHARE.fullmatch(item.strip()) for item in items]
    pairs = [(int(hit[1]), float(hit[2])) for hit in found if hit]
    if len(pairs) < len(items) or not all(1 <= month <= 12 and 0 <= share <= 100 for month, share in pairs):  # noqa: PLR2004  # months, percent
        raise ValueError(written)
    return tuple(f"{month}月底 {share:g}%" for month, share in sorted(pairs))


_READERS: dict[str, Any] = {
    "number": _number,
    "percent": _percent,
    "switch": _switch,
    "numbers": lambda written: tuple(_percent(item) for item in _items(written)),
    "months": _months,
    "words": lambda written: tuple(_items(written)),
    "text": lambda written: str(written.strip()),
}
_WANTED = {
    "number": ("一个数，如 15", "a number is expected"),
    "percent": ("百分数，如 5%", "a percentage such as 5% is expected"),
    "switch": ("true 或 false", "true or false is expected"),
    "numbers": ("数的列表，如 [90, 100]", "a list of numbers such as [90, 100] is expected"),
    "months": (
        "各月底的百分数，如 {6: 50%, 9: 75%}",
        "percentages by the end of months are expected, such as {6: 50%, 9: 75%}",
    ),
    "words": ("文字列表，如 [甲, 乙]", "a list of texts is expected"),
    "text": ("一段文字", "a text is expected"),
}


def _typed(written: Any) -> str:  # noqa: ANN401  # text, list or mapping as read from YAML
    """Return a value as it may have been typed."""
    if isinstance(written, dict):
        return "{" + ", ".join(f"{key}: {value}" for key, value in written.items()) + "}"
    return f"[{', '.join(map(str, written))}]" if isinstance(written, (list, tuple)) else str(written)
