"""Packs of rules: found in folders, checked against the vocabulary, compiled once and kept."""

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from perflint.data import remember, rules_root
from perflint.data.assets import data_files, stamp, stamp_below
from perflint.data.built import built
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.packed import Pack
from perflint.judge.settings import setting_kinds

__all__ = ["Pack", "load_pack", "placed", "rule_files"]
_NOT_RULES = {"profiles", "lexicon", "registry"}


def rule_files(packs: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """Return the rule files of the shipped pack and of further ones, each with its category (the folder's name)."""
    found = [(path, path.parent.name) for path in data_files(rules_root() / "core")]
    return [*found, *_rules_of_all(packs)]


def _rules_of_all(packs: Iterable[Path]) -> list[tuple[Path, str]]:
    return [entry for pack in packs for entry in _rules_of(pack)]


def _rules_of(pack: Path) -> list[tuple[Path, str]]:
    files = [pack] if pack.is_file() else data_files(pack)
    return [(path, path.parent.name) for path in files if not _NOT_RULES & set(path.parts)]


def load_pack(packs: tuple[Path, ...] = ()) -> Pack:
    """Return all rules, checked: every expression fits the types of the facts, every placeholder is a fact.

    Raises:
        RuleError: a rule file is broken; it names file, line and column.
    """
    if not packs and (known := _shipped()):
        return known
    own = stamp(path for path, _ in _rules_of_all(packs))
    shipped = stamp_below(rules_root() / "core")
    return _load(packs, f"{shipped}|{own}|{_vocabulary()}|{sorted(setting_kinds())}")


@lru_cache(maxsize=1)
def _vocabulary() -> str:
    """Return every fact with its type: a pack is compiled for one vocabulary."""
    return "|".join(f"{name}:{fact.type.value}" for kind in KINDS for name, (fact, _) in facts_of(kind).items())


@lru_cache(maxsize=1)
def _shipped() -> Pack | None:
    """Return the pack that the wheel brought along, its rules where they lie here; None in a checkout."""
    pack, root = built("pack", Pack), str(rules_root())
    return placed(pack, lambda path: os.path.join(root, *path.split("/"))) if pack else None  # noqa: PTH118  # ten times as fast as paths


def placed(pack: Pack, place: Callable[[str], str]) -> Pack:
    """Return a pack whose rules lie at other paths."""
    return replace(pack, rules=tuple(replace(rule, path=place(rule.path)) for rule in pack.rules))


@lru_cache(maxsize=8)
def _load(packs: tuple[Path, ...], state: str) -> Pack:
    return remember("pack", state, lambda: _build(packs), Pack)


def _build(packs: tuple[Path, ...]) -> Pack:
    from perflint.judge.pack_building import build_pack  # noqa: PLC0415  # only where rules are compiled

    return build_pack(_rules_of_all(packs), load_pack()) if packs else build_pack(rule_files())
