"""Packs of rules: found in folders, checked against the vocabulary, compiled once and kept."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from perflint.data import remember, rules_root
from perflint.data.assets import data_files, stamp, stamp_below
from perflint.facts import FactType, SubjectKind
from perflint.judge.budget import bounded, cost_of
from perflint.judge.cel import CelError, Environment, setting_type
from perflint.judge.cel_syntax import NotRead, tree_of
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.preconditions import Traits, traits_of
from perflint.judge.renamed import new_name
from perflint.judge.rule import Bilingual, Rule
from perflint.judge.rulefile import RuleError, RuleFile
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
    own = stamp(path for pack in packs for path, _ in _rules_of(pack))
    shipped = stamp_below(rules_root() / "core")
    return _load(packs, f"{shipped}|{own}|{_vocabulary()}|{sorted(setting_kinds())}")


@lru_cache(maxsize=1)
def _vocabulary() -> str:
    """Return every fact with its type: a pack is compiled for one vocabulary."""
    return "|".join(f"{name}:{fact.type.value}" for kind in KINDS for name, (fact, _) in facts_of(kind).items())


@lru_cache(maxsize=8)
def _load(packs: tuple[Path, ...], state: str) -> Pack:
    return remember("pack", state, lambda: _build(rule_files(packs)), Pack)


def _build(files: Iterable[tuple[Path, str]]) -> Pack:
    rules: dict[str, Rule] = {}
    compiled: dict[tuple[str, str], bytes] = {}
    trees: dict[tuple[str, str], bytes] = {}
    environments: dict[str, Environment] = {}
    for path, category in files:
        file = RuleFile(path, category)
        try:
            rule = file.rule()
        except (TypeError, AttributeError, KeyError, ValueError) as fault:
            raise RuleError(str(path), 1, 1, f"a value has the wrong shape ({fault})") from fault
        if rule.id in rules:
            file.fail(file.nodes["id"].start, f"the code {rule.id} is taken by {rules[rule.id].path}")
        if rule.given not in KINDS:
            file.fail(file.nodes["given"].start, f"there is no subject `{rule.given}`{new_name(rule.given, KINDS)}")
        environment = environments.setdefault(rule.given, environment_of(KINDS[rule.given]))
        for key, text, wanted in rule.expressions:
            compiled[rule.id, key] = _compile(environment, rule, key, text, wanted)
            if tree := _tree(rule.given, text):
                trees[rule.id, key] = tree
        _check_messages(rule, KINDS[rule.given])
        rules[rule.id] = rule
    settings = frozenset(PREFIX + name for name in setting_kinds())
    traits = {code: traits_of(rule.condition, settings) for code, rule in rules.items()}
    return Pack(tuple(rules[code] for code in sorted(rules)), compiled, trees, traits)


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
def _setting_types() -> Mapping[str, FactType]:
    return {PREFIX + key: setting_type(kind.default) for key, kind in setting_kinds().items()}


def _tree(kind: str, text: str) -> bytes:
    """Return a checked expression as a tree, packed; b"" where the runtime must evaluate it."""
    if cost_of(text) is not None:
        return b""
    try:
        return msgspec.msgpack.encode(tree_of(text, types_of(kind)))
    except NotRead:
        return b""


def _compile(environment: Environment, rule: Rule, key: str, text: str, wanted: str) -> bytes:
    try:
        bounded(text)
        compiled = environment.compile(text, wanted)
        environment.check_patterns(text)
    except CelError as fault:
        line = rule.lines.get(key, 1)
        offset = max(fault.offset, 0)
        typed = text.splitlines()[0] if text else ""
        caret = f"\n  {typed}\n  {' ' * offset}^" if offset <= len(typed) else ""
        hint = _did_you_mean(fault.message, environment)
        raise RuleError(rule.path, line, 1, f"`{key}`: {fault.message}{hint}{caret}") from fault
    return compiled


def _did_you_mean(message: str, environment: Environment) -> str:
    found = re.search(r"undeclared reference to '([^']+)'", message)
    return new_name(found[1], environment.names) if found else ""


def _check_messages(rule: Rule, kind: SubjectKind) -> None:
    facts = facts_of(kind.name)
    texts = [("message", rule.message), *(("cases", case.message) for case in rule.cases if case.message)]
    for key, text in texts:
        for name in _placeholders(text):
            if name not in facts and not name.startswith(PREFIX):
                raise RuleError(
                    rule.path, rule.lines.get(key, 1), 1, f"`{key}`: no fact {{{name}}}{new_name(name, facts)}"
                )


def _placeholders(text: Bilingual) -> list[str]:
    return PLACEHOLDER.findall(text.zh) + PLACEHOLDER.findall(text.en)
