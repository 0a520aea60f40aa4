"""Rule files made into a pack: each checked against the vocabulary and the others, its expressions compiled."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import east_asian_width

import msgspec

from perflint.data import rules_root
from perflint.facts import FactType
from perflint.judge.budget import bounded, cost_of
from perflint.judge.cel import CelError, Environment, names_in
from perflint.judge.cel_syntax import NotRead, tree_of
from perflint.judge.environments import environment_of, types_of
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.packed import PLACEHOLDER, Pack
from perflint.judge.places import knows_place, places_known
from perflint.judge.preconditions import traits_of
from perflint.judge.renamed import new_name
from perflint.judge.rule import Bilingual, Rule
from perflint.judge.rule_error import joined, meant
from perflint.judge.rulefile import RuleFile
from perflint.judge.settings import PREFIX, setting_kinds

EMPTY = Pack((), {}, {}, {})


def build_pack(files: Iterable[tuple[Path, str]], base: Pack = EMPTY) -> Pack:
    """Return the pack of some rule files, each with its category, and of the rules of a pack that is built already.

    Raises:
        RuleError: one of them cannot be used; it names file, line and column.
    """
    rules = {rule.id: rule for rule in base.rules}
    compiled = dict(base.compiled)
    for path, category in files:
        rule, expressions = _read(path, category, rules)
        compiled |= {(rule.id, key): program for key, program in expressions.items()}
        rules[rule.id] = rule
    own = [rule for rule in rules.values() if rule.id not in base.traits]
    texts = ((rule, key, text) for rule in own for key, text, _ in rule.expressions)
    trees = {(rule.id, key): tree for rule, key, text in texts if (tree := _tree(rule.given, text))}
    settings = frozenset(PREFIX + name for name in setting_kinds())
    traits = {rule.id: traits_of(rule.condition, settings) for rule in own}
    ordered = tuple(rules[code] for code in sorted(rules))
    return Pack(ordered, compiled, {**base.trees, **trees}, {**base.traits, **traits})


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
