"""Packs of rules: found in folders, checked against the vocabulary, compiled once and kept."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from unicodedata import east_asian_width

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from perflint.data import remember, rules_root
from perflint.data.assets import data_files, stamp, stamp_below
from perflint.data.built import built
from perflint.facts import FactType, SubjectKind
from perflint.judge.budget import bounded, cost_of
from perflint.judge.cel import CelError, Environment, names_in, setting_type
from perflint.judge.cel_syntax import NotRead, tree_of
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.places import knows_place, places_known
from perflint.judge.preconditions import Traits, traits_of
from perflint.judge.renamed import new_name
from perflint.judge.rule import Bilingual, Rule
from perflint.judge.rule_error import joined, meant
from perflint.judge.rulefile import RuleFile
from perflint.judge.settings import PREFIX, setting_kinds
from perflint.pattern import pattern

PLACEHOLDER = pattern(r"\{([a-z_][a-z0-9_.]*)\}")
_NOT_RULES = {"profiles", "lexicon", "registry"}


class Pack(Struct, frozen=True):
    """Rules in order of their codes, their expressions by (rule id, key), the simple parts of conditions.

    Expressions are there in the form that the runtime compiled, and, as far as Python can evaluate them, as trees.
    """

    rules: tuple[Rule, ...]
    compiled: Mapping[tuple[str, str], bytes]
    trees: Mapping[tuple[str, str], bytes]
    traits: Mapping[str, Traits]


def rule_files(packs: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """Return the rule files of the shipped pack and of further ones, each with its category (the folder's name)."""
    found = [(path, path.parent.name) for path in data_files(rules_root() / "core")]
    return [*found, *(entry for pack in packs for entry in _rules_of(pack))]


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
    own = stamp(path for pack in packs for path, _ in _rules_of(pack))
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
    return remember("pack", state, lambda: _build(rule_files(packs)), Pack)


def _build(files: Iterable[tuple[Path, str]]) -> Pack:
    rules: dict[str, Rule] = {}
    compiled: dict[tuple[str, str], bytes] = {}
    for path, category in files:
        rule, expressions = _read(path, category, rules)
        compiled |= {(rule.id, key): program for key, program in expressions.items()}
        rules[rule.id] = rule
    texts = ((rule, key, text) for rule in rules.values() for key, text, _ in rule.expressions)
    trees = {(rule.id, key): tree for rule, key, text in texts if (tree := _tree(rule.given, text))}
    settings = frozenset(PREFIX + name for name in setting_kinds())
    traits = {code: traits_of(rule.condition, settings) for code, rule in rules.items()}
    return Pack(tuple(rules[code] for code in sorted(rules)), compiled, trees, traits)


def check_rule_file(path: Path, others: Mapping[str, Rule] | None = None) -> Rule:
    """Return the rule of one file, checked by itself, and against other rules by code where some are given.

    Raises:
        RuleError: it cannot be used; it names file, line and column.
    """
    return _read(path, path.parent.name, others or {})[0]


def _read(path: Path, category: str, others: Mapping[str, Rule]) -> tuple[Rule, dict[str, bytes]]:
    """Return the rule of a file, checked, with its expressions in compiled form."""
    file = RuleFile(path, category)
    rule = file.rule()
    _check_names(file, rule, others)
    environment = environment_of(KINDS[rule.given])
    compiled = {key: _compile(environment, file, key, text, wanted) for key, text, wanted in rule.expressions}
    _check_messages(file, rule)
    return rule, compiled


def _check_names(file: RuleFile, rule: Rule, rules: Mapping[str, Rule]) -> None:
    """Check that code and name are not taken, that there is such a subject, and that it has the places named."""
    taken = rules.get(rule.id)
    if taken:
        builtin = Path(taken.path).is_relative_to(rules_root())
        by = (
            Bilingual(f"内置规则“{taken.name}”", f"the built-in rule `{taken.name}`")
            if builtin
            else Bilingual(taken.path, taken.path)
        )
        file.fail(file.nodes["id"].start, Bilingual(
            f"代码 {rule.id} 已由{by.zh}使用；请换一个内置规则没有的前缀",
            f"the code {rule.id} is taken by {by.en}; choose a prefix that the built-in codes do not use",
        ))  # fmt: skip
    named = next((other for other in rules.values() if other.name == rule.name), None)
    if named:
        file.fail(file.nodes["name"].start, Bilingual(
            f"名称“{rule.name}”已由 {named.id} 使用", f"the name `{rule.name}` is taken by {named.id}"
        ))  # fmt: skip
    if rule.given not in KINDS:
        said = Bilingual(f"没有“{rule.given}”这个对象", f"there is no subject `{rule.given}`")
        file.fail(file.nodes["given"].start, joined(said, new_name(rule.given, KINDS)))
    _check_places(file, rule)


def _check_places(file: RuleFile, rule: Rule) -> None:
    kind = KINDS[rule.given]
    places = [("at", at) for at in rule.at] + [
        ("fix.replace", at) for at in (rule.repair.replace if rule.repair else ())
    ]
    for key, at in places:
        if not knows_place(kind, at):
            said = Bilingual(
                f"`{key}`：没有“{at}”这一格，也没有这个事实", f"`{key}`: there is no cell and no fact `{at}`"
            )
            file.fail_in(key, at, 0, joined(said, meant(at, places_known(kind))))


@lru_cache(maxsize=64)
def _environment(name: str) -> Environment:
    facts = facts_of(name)
    settings = {PREFIX + key: kind.default for key, kind in setting_kinds().items()}
    return Environment({fact: known.type for fact, (known, _) in facts.items()}, settings)


def environment_of(kind: SubjectKind) -> Environment:
    """Return the CEL environment of a kind of subject: its facts and the settings as typed variables."""
    return _environment(kind.name)


@lru_cache(maxsize=64)
def types_of(name: str) -> Mapping[str, FactType]:
    """Return the types of all that rules on a kind of subject can use, facts and settings, by full name."""
    facts = {fact: known.type for fact, (known, _) in facts_of(name).items()}
    return {**facts, **_setting_types()}


@lru_cache(maxsize=1)
def _setting_types() -> dict[str, FactType]:
    return {PREFIX + key: setting_type(kind.default) for key, kind in setting_kinds().items()}


def _tree(kind: str, text: str) -> bytes:
    """Return a checked expression as a tree, packed; b"" where the runtime must evaluate it."""
    types = types_of(kind)
    if cost_of(text) is not None or any(types[name] is FactType.TEXTS for name in names_in(text, types)):
        return b""
    try:
        return msgspec.msgpack.encode(tree_of(text, types))
    except NotRead:
        return b""


def _compile(environment: Environment, file: RuleFile, key: str, text: str, wanted: str) -> bytes:
    try:
        bounded(text)
        compiled = environment.compile(text, wanted)
        environment.check_patterns(text)
    except CelError as fault:
        hint = new_name(fault.unknown, environment.names) if fault.unknown else Bilingual("", "")
        said = joined(Bilingual(f"`{key}`：{fault.zh}", f"`{key}`: {fault.en}"), hint)
        caret = _caret(text, fault.offset)
        file.fail_in(key, text.strip(), fault.offset, joined(said, Bilingual(caret, caret)))
    return compiled


def _caret(text: str, offset: int) -> str:
    """Return the line of an expression that a fault lies in, with a mark under its character."""
    before = text[:offset].rpartition("\n")[2]
    line = text[offset - len(before) :].partition("\n")[0]
    return f"\n  {line}\n  {' ' * _columns(before)}^" if line.strip() else ""


def _columns(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _check_messages(file: RuleFile, rule: Rule) -> None:
    facts = facts_of(rule.given)
    texts = [("message", rule.message)]
    texts += [(f"cases.{number}.message", case.message) for number, case in enumerate(rule.cases) if case.message]
    for key, text in texts:
        for name in _placeholders(text):
            if name not in facts and not name.startswith(PREFIX):
                said = Bilingual(f"`{key}`：没有 {{{name}}} 这个事实", f"`{key}`: no fact {{{name}}}")
                file.fail_in(key, "", 0, joined(said, new_name(name, facts)))


def _placeholders(text: Bilingual) -> list[str]:
    return PLACEHOLDER.findall(text.zh) + PLACEHOLDER.findall(text.en)
