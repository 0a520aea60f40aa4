"""What Python makes of an expression is what the runtime makes of it: on every expression of the rules, on tables and by chance."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts import FactType
from perflint.judge import load_pack
from perflint.judge.cel import CelError, Environment, Undecided, evaluate
from perflint.judge.cel_python import UNKNOWN, Untold, function_of
from perflint.judge.cel_syntax import NotRead, tree_of
from perflint.judge.expressions import Expressions
from perflint.judge.rule import Rule
from perflint.judge.subject_facts import SubjectFacts
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

ROOT = Path(__file__).parent.parent.parent
TYPES = {
    "a.yes": FactType.BOOL, "a.no": FactType.BOOL, "a.count": FactType.INT, "a.share": FactType.DOUBLE,
    "a.name": FactType.STRING, "a.words": FactType.STRINGS, "a.words_said": FactType.STRINGS,
}  # fmt: skip
TEXTS = st.text(st.sampled_from("率年%a≥ \n5"), max_size=4)
VALUES = {
    FactType.BOOL: st.booleans(), FactType.INT: st.integers(-5, 5), FactType.STRING: TEXTS,
    FactType.DOUBLE: st.floats(-200, 200).map(lambda number: round(number, 1)) | st.just(0.0), FactType.STRINGS: st.lists(TEXTS, max_size=3),
}  # fmt: skip
KNOWN = st.fixed_dictionaries({}, optional={name: VALUES[kind] for name, kind in TYPES.items()})
NUMBERS = st.sampled_from(
    ("a.share", "0.0", "50.0", "-1.5", "double(a.count)", "(a.share + 1.0)", "(a.share / 2.0)", "(2.0 * a.share - 1.0)")
)
COUNTS = st.sampled_from(("a.count", "0", "3", "size(a.words)", "a.name.size()", "(a.count + 1)", "(a.count * 2 - 1)"))
WORDS = st.sampled_from(("a.name", '"率"', "'%'", '""', 'a.words.join("、")', "string(a.count)", '(a.name + "率")', "a.words[0]",
                         'a.name.replace("率", "年")', '(a.yes ? a.name : "5")'))  # fmt: skip
LISTS = st.sampled_from(("a.words", "a.words_said", '["率", "%"]', "[a.name]", "[]"))
SIGNS = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))
SIMPLE = st.one_of(
    st.sampled_from(("a.yes", "a.no", "true", "false")),
    st.tuples(NUMBERS, SIGNS, NUMBERS).map(" ".join),
    st.tuples(COUNTS, SIGNS, COUNTS).map(" ".join),
    st.tuples(WORDS, st.sampled_from(("==", "!=")), WORDS).map(" ".join),
    st.tuples(WORDS, LISTS).map(" in ".join),
    st.tuples(WORDS, st.sampled_from(("contains", "startsWith", "endsWith")), WORDS).map(lambda parts: "{}.{}({})".format(*parts)),
    st.tuples(WORDS, st.sampled_from(("率$", "^[%≥]", "a|年", "(率|年)a?", "[0-9]%", ".{1,2}5", "^(率|a)$", "a$|年"))).map(
        lambda parts: '{}.matches("{}")'.format(*parts)
    ),
    st.tuples(LISTS, st.sampled_from(("exists", "all")), st.sampled_from(('one == "率"', "one in a.words && a.yes", "a.no || one != a.name")))
    .map(lambda parts: "{}.{}(one, {})".format(*parts)),
)  # fmt: skip
CONDITIONS = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from((" && ", " || ")), inner).map(lambda parts: f"({''.join(parts)})"),
        inner.map(lambda text: f"!({text})"),
        st.tuples(inner, inner, inner).map(lambda parts: "({} ? {} : {})".format(*parts)),
        st.tuples(inner, inner, inner).map(lambda parts: "{} && {} || {}".format(*parts)),
    ),
    max_leaves=6,
)


@cache
def environment() -> Environment:
    return Environment(TYPES, {})


def by_runtime(expression: str, known: Mapping[str, Any]) -> Any:  # noqa: ANN401  # bool, str, list or Undecided
    return evaluate(environment().load(environment().compile(expression)), dict(known))


def by_python(expression: str, known: Mapping[str, Any]) -> Any:  # noqa: ANN401  # as above, or UNKNOWN
    tree = msgspec.msgpack.decode(msgspec.msgpack.encode(tree_of(expression, TYPES)))
    return function_of(tree, TYPES)(known.get, {})


def assert_alike(found: object, wanted: object) -> None:
    if found is UNKNOWN:
        assert isinstance(wanted, Undecided)
        assert wanted.unknown
    else:
        assert (found.__class__, found) == (wanted.__class__, wanted)


@given(CONDITIONS, KNOWN)
def test_conditions_by_chance(expression: str, known: dict[str, Any]) -> None:
    try:
        found = by_python(expression, known)
    except Untold:
        return
    assert_alike(found, by_runtime(expression, known))


@given(WORDS | LISTS, KNOWN)
def test_texts_and_lists_by_chance(expression: str, known: dict[str, Any]) -> None:
    try:
        found = by_python(expression, known)
    except Untold:
        return
    assert_alike(found, by_runtime(f"({expression})", known))


@pytest.mark.parametrize(
    ("expression", "known", "wanted"),
    [
        ("a.yes && a.no", {"a.no": False}, False),
        ("a.yes && a.no", {"a.no": True}, UNKNOWN),
        ("a.yes || a.no", {"a.no": True}, True),
        ("a.yes || a.no", {"a.no": False}, UNKNOWN),
        ("!a.yes", {}, UNKNOWN),
        ("a.yes ? true : a.no", {"a.yes": True}, True),
        ("a.yes ? true : a.no", {"a.no": True}, UNKNOWN),
        ("a.words.exists(one, one == a.name || a.yes)", {"a.words": ["率"], "a.name": "率"}, True),
        ("a.words.all(one, one != a.name && a.yes)", {"a.words": ["率"], "a.name": "年"}, UNKNOWN),
        ("a.words.exists(one, a.yes)", {"a.words": []}, False),
        ('a.name.matches("率$")', {"a.name": "率\n"}, False),
        ("a.count > 1 && a.count - 3 < 0", {"a.count": 2}, True),
        ("a.share > 0.0", {"a.share": 3}, True),
        ("a.words_said == a.words", {"a.words_said": ["a"], "a.words": ["a"]}, True),
        ('a.name.replace("\\n", "")', {"a.name": "年\n率"}, "年率"),
    ],
)
def test_what_it_yields(expression: str, known: dict[str, Any], wanted: object) -> None:
    found = by_python(expression, known)
    assert found is wanted or found == wanted
    assert_alike(found, by_runtime(expression, known))


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("a.count * a.count > 0", {"a.count": 1 << 40}),
        ("a.count > 0", {"a.count": 1 << 63}),
        ("a.count > 0", {"a.count": True}),
        ("a.yes", {"a.yes": 1}),
        ("a.share > 0.0", {"a.share": float("nan")}),
        ("a.share / 0.0 > 1.0", {"a.share": 1.0}),
        ("a.count / 2 == 1", {"a.count": 3}),
        ("a.words[1] == a.name", {"a.words": ["率"], "a.name": "率"}),
        ('string(a.share) == "3"', {"a.share": 3.0}),
        ('a.name.matches("(a+)+$")', {"a.name": "a" * 40 + "b"}),
        ('a.name.matches("\\\\d")', {"a.name": "５"}),
    ],
)
def test_what_could_come_out_otherwise_is_left_to_the_runtime(expression: str, known: dict[str, Any]) -> None:
    with pytest.raises(Untold):
        by_python(expression, known)


@pytest.mark.parametrize(
    "expression",
    [
        "a.name.split(',')",
        "a.words.map(one, one)",
        "{'a': 1}.a == 1",
        "a.other",
        "5u == 5u",
        "a.count % 2 == 0",
        '"\\t"',
        "1e3",
    ],
)
def test_what_is_not_read_is_left_to_the_runtime(expression: str) -> None:
    with pytest.raises(NotRead):
        tree_of(expression, TYPES)


def test_every_expression_of_the_rules_is_read() -> None:
    pack = load_pack()
    assert (
        {(rule.id, key) for rule in pack.rules for key, _, _ in rule.expressions}
        == pack.trees.keys()
        == pack.compiled.keys()
    )


def test_on_tables_both_yield_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bool] = []
    plain = Expressions.evaluate

    def both(self: Expressions, rule: Rule, key: str, subject_facts: SubjectFacts) -> Any:  # noqa: ANN401  # as evaluate
        found, wanted = plain(self, rule, key, subject_facts), self.by_runtime(rule, key, subject_facts)
        compared.append(found == wanted or (isinstance(found, Undecided) and isinstance(wanted, Undecided)))
        assert compared[-1], (rule.id, key, found, wanted)
        return found

    monkeypatch.setattr(Expressions, "evaluate", both)
    checker = Checker(Config(), Options())
    for path in sorted((ROOT / "examples").rglob("*.yaml")):
        checker.check(path.read_bytes(), path.name)
    assert len(compared) > 1_000


def test_a_type_that_the_runtime_refuses_never_reaches_python() -> None:
    with pytest.raises(CelError):
        environment().compile("a.share > 2")
