"""What a profile names elsewhere: settings, rules and classes must exist, and their values must fit."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from perflint.data import load_lexicon, rules_root
from perflint.data.assets import data_files
from perflint.model.profile_file import ProfileFile, near
from perflint.pattern import pattern
from perflint.source import Node, NodeKind, read_source, to_data

SEVERITIES = ("error", "warning", "info", "off")
_NUMBER = pattern(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*")
_PERCENT = pattern(_NUMBER.pattern + r"%?\s*")
_MONTH = pattern(r"\s*(?:[1-9]|1[0-2])\s*(?:月[底末]?)?\s*")
_SHARE = pattern(r"\s*(?:100|\d{1,2})(?:\.\d+)?\s*%?\s*")
_MONTH_SHARE = pattern(f"{_MONTH.pattern}[:：]?{_SHARE.pattern}")
_SWITCHES = frozenset({"true", "yes", "是", "on", "false", "no", "否", "off"})
_RULE_ID = pattern(r"^(?:id|name):[ \t]*['\"]?([^'\"\s#]+)", re.MULTILINE)
_NOT_RULES = frozenset({"profiles", "lexicon", "registry"})


def _texts(node: Node) -> list[str]:
    return [item.text for item in node.items] if node.kind is NodeKind.SEQUENCE else [node.text]


def _is_flat(node: Node) -> bool:
    return node.kind is NodeKind.SCALAR or all(item.kind is NodeKind.SCALAR for item in node.items)


def _are_months(node: Node) -> bool:
    """Return whether a node is {6: 50%, 9: 75%}, or a list such as [6月底 50%, 9月底 75%]."""
    if node.kind is NodeKind.MAPPING:
        return all(_MONTH.fullmatch(key.text) and _SHARE.fullmatch(value.text) for key, value in node.pairs)
    return all(_MONTH_SHARE.fullmatch(text) for text in _texts(node))


# What a setting of a type may be written as (the judge reads it later), and what to say where it is not.
_FITS: Mapping[str, tuple[Callable[[Node], bool], str, str]] = {
    "number": (lambda node: bool(_NUMBER.fullmatch(node.text)), "一个数，如 15", "a number such as 15"),
    "percent": (lambda node: bool(_PERCENT.fullmatch(node.text)), "百分数，如 5%", "a percentage such as 5%"),
    "switch": (lambda node: node.text.strip().lower() in _SWITCHES, "true 或 false", "true or false"),
    "numbers": (lambda node: all(_PERCENT.fullmatch(text) for text in _texts(node)), "数的列表，如 [90, 100]",
                "a list of numbers such as [90, 100]"),
    "months": (_are_months, "各月底的百分数，如 {6: 50%, 9: 75%}", "percentages by the end of months, such as {6: 50%, 9: 75%}"),
    "words": (_is_flat, "文字列表，如 [甲, 乙]", "a list of texts such as [a, b]"),
    "text": (lambda node: node.kind is NodeKind.SCALAR, "一段文字", "a text"),
}  # fmt: skip


def check_settings(file: ProfileFile) -> None:
    """Check that each setting of a profile exists and that its value fits.

    Raises:
        ProfileError: one does not.
    """
    types = setting_types()
    for key, value in file.pairs("settings"):
        if key.text not in types:
            zh, en = near(key.text, types)
            file.fail_at(key, f"没有“{key.text}”这个配置项{zh or '（perflint config 列出全部）'}",
                         f"there is no setting `{key.text}`{en or '; `perflint config` lists them'}")  # fmt: skip
        fits, zh, en = _FITS[types[key.text]]
        if (value.kind is NodeKind.MAPPING and fits is not _are_months) or not fits(value):
            file.fail_at(value, f"“{key.text}”应为{zh}", f"`{key.text}` needs {en}")


@lru_cache(maxsize=1)
def setting_types() -> Mapping[str, str]:
    """Return the type of every setting by its name."""
    path = rules_root() / "settings.yaml"
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return {name: entry["type"] for name, entry in data.items()}


def rule_words(packs: Iterable[Path]) -> frozenset[str]:
    """Return the codes and names of the shipped rules and of those in further packs."""
    found = set()
    for path in data_files(rules_root() / "core"):
        found |= {path.stem.partition("-")[0], path.stem.partition("-")[2]}
    for pack in packs:
        for path in (pack,) if pack.is_file() else data_files(pack):
            if not _NOT_RULES & set(path.relative_to(pack).parts):
                found.update(_RULE_ID.findall(path.read_text(encoding="utf-8", errors="replace")))
    return frozenset(found)


def check_rules(file: ProfileFile, known: frozenset[str]) -> None:
    """Check that each selector (code, prefix or name) means a rule and that its severity is one.

    Raises:
        ProfileError: one does not.
    """
    for key, value in file.pairs("rules"):
        if key.text != "ALL" and not any(word == key.text or word.startswith(key.text or "?") for word in known):
            zh, en = near(key.text, known)
            file.fail_at(key, f"没有“{key.text}”这条规则{zh}", f"there is no rule `{key.text}`{en}")
        if value.text not in SEVERITIES:
            file.fail_at(value, f"“{key.text}”应为 error、warning、info 或 off",
                         f"`{key.text}` must be error, warning, info or off")  # fmt: skip


def check_levels(file: ProfileFile) -> None:
    """Check that the classes that printed labels are said to mean are national ones.

    Raises:
        ProfileError: one is not.
    """
    classes = [entry["name"] for entry in load_lexicon().section("taxonomy")]
    for key, value in file.pairs("levels", "names"):
        if value.text not in classes:
            zh, en = near(value.text, classes)
            file.fail_at(value, f"“{key.text}”应对应国家表式的指标名称{zh or '：' + '、'.join(classes)}",
                         f"`{key.text}` must stand for a national class{en or ': ' + ', '.join(classes)}")  # fmt: skip
