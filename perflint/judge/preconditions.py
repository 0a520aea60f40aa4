"""Preconditions: the simple parts of a rule's condition, tested in Python before CEL is asked.

A condition is violated where `when` holds and `assert` does not. Written as a conjunction, a part such as
`value.rate`, `indicator.side == "cost"` or `text.years > 0` needs no expression runtime: where one such part is false
the whole is false, whatever the others say. Parts of any other shape are left to CEL, which judges the whole again.
"""

import math
import operator
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, product
from typing import Any, NamedTuple

from perflint.facts import Mark
from perflint.judge.cel import Condition
from perflint.pattern import pattern

Test = Callable[[Any], bool]
Value = bool | float | str | tuple[bool | float | str, ...] | None
_NAME = r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+"
_LITERAL = r"\"(?:[^\"\\]*)\"|'(?:[^'\\]*)'|-?\d+(?:\.\d+)?|true|false"
_TRUTH = pattern(f"({_NAME})")
_SIZE = pattern(rf"(?:size\(({_NAME})\)|({_NAME})\.size\(\))\s*(==|!=|>)\s*0")
_AMONG = pattern(rf"({_NAME})\s+in\s+\[((?:\s*(?:{_LITERAL})\s*,?)+)\]")
_HOLDS = pattern(rf"({_LITERAL})\s+in\s+({_NAME})")
_RELATION = pattern(rf"({_NAME}|{_LITERAL})\s*(==|!=|<=|>=|<|>)\s*({_NAME}|{_LITERAL})")
_VALUE = pattern(_LITERAL)
_TRUTHS: Mapping[str, Test] = {"is": operator.truth, "not": operator.not_}
_RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "in": operator.contains, "not in": lambda words, value: value not in words,
    "holds": lambda word, found: word in map(_text, found), "lacks": lambda word, found: word not in map(_text, found),
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MOST_CLAUSES, _MOST_ALTERNATIVES = 8, 8
_OPEN, _CLOSE, _QUOTES = "([{", ")]}", "\"'"


class Trait(NamedTuple):
    """A simple part of a condition: a fact, a relation, and what it is compared with: a value, or a setting by full name.

    The relations are `is` (true, or not empty), `not`, `in`, `not in`, `holds` and `lacks` (a list and one of its words),
    and the comparison signs.
    """

    name: str
    relation: str
    value: Value = None
    setting: str = ""


class Precondition(NamedTuple):
    """A fact and the test that its value must pass for the condition to hold; `text` identifies the test."""

    name: str
    test: Test
    text: str


Traits = tuple[tuple[Trait, ...], ...]
Preconditions = tuple[tuple[Precondition, ...], ...]


def traits_of(condition: Condition, settings: Container[str]) -> Traits:
    """Return the simple parts of a condition in the order of its text; `settings` are the full names of settings.

    Each is a tuple of alternatives, of which at least one must hold; mostly there is one.
    """
    return (*_clauses(condition.when, settings, wanted=True), *_clauses(condition.demand, settings, wanted=False))


def preconditions_of(traits: Traits, constants: Mapping[str, Any]) -> Preconditions:
    """Return the preconditions that traits make under the values that settings have."""
    return tuple(tuple(_precondition(trait, constants) for trait in alternatives) for alternatives in traits)


def _precondition(trait: Trait, constants: Mapping[str, Any]) -> Precondition:
    name, relation, value, setting = trait
    value = constants[setting] if setting else value
    if relation in _TRUTHS:
        return Precondition(name, _TRUTHS[relation], f"{relation} {name}")
    test = partial(_RELATIONS[_MIRRORED.get(relation, relation)], value)
    return Precondition(name, test, f"{name} {relation} {value!r}")


def _clauses(text: str, settings: Container[str], *, wanted: bool) -> Traits:
    """Return what must hold for an expression to be true or false, each as traits of which one must hold; () if nothing is simple."""
    text = _bare(text)
    if text.startswith("!") and (_bare(text[1:]) != text[1:].strip() or _TRUTH.fullmatch(text[1:])):
        return _clauses(text[1:], settings, wanted=not wanted)
    parts = split(text, "&&" if wanted else "||")
    if len(parts) > 1:
        return tuple(clause for part in parts for clause in _clauses(part, settings, wanted=wanted))
    parts = split(text, "||" if wanted else "&&")
    if len(parts) > 1:
        return _any_of([_clauses(part, settings, wanted=wanted) for part in parts])
    trait = _trait(text, settings, wanted=wanted)
    return ((trait,),) if trait else ()


def _any_of(choices: Sequence[Traits]) -> Traits:
    """Return what must hold where one of several must: a clause of each joined, in all ways, or the first of each if these are many."""
    if math.prod(map(len, choices)) > _MOST_CLAUSES:
        choices = [clauses[:1] for clauses in choices]
    joined = (tuple(dict.fromkeys(chain.from_iterable(choice))) for choice in product(*choices))
    return tuple(clause for clause in joined if len(clause) <= _MOST_ALTERNATIVES)


def _bare(text: str) -> str:
    """Return an expression without blanks and without parentheses around the whole."""
    text = text.strip()
    while text.startswith("(") and _closing(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closing(text: str) -> int:
    """Return where the parenthesis that opens a text closes, -1 if it does not."""
    return next((place for place, depth in _depths(text) if depth == 0 and text[place] in _CLOSE), -1)


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """Yield each character's place outside string literals and how many brackets are open after it."""
    depth, quote = 0, ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[place - 1] != "\\" else quote
            continue
        if character in _QUOTES:
            quote = character
        depth += (character in _OPEN) - (character in _CLOSE)
        yield place, depth


def split(text: str, joint: str) -> list[str]:
    """Return the operands of `&&` or `||` at the top level; [text] where another operator binds more loosely."""
    other = "||" if joint == "&&" else "?"
    cuts = []
    for place, depth in _depths(text):
        if depth == 0 and (text.startswith(other, place) or text[place] == "?"):
            return [text]
        if depth == 0 and text.startswith(joint, place):
            cuts.append(place)
    starts = [0, *(cut + len(joint) for cut in cuts)]
    return [text[start:end] for start, end in zip(starts, [*cuts, len(text)], strict=True)]


def _trait(text: str, settings: Container[str], *, wanted: bool) -> Trait | None:
    """Return the trait of one part that must be true or false, None where the part is not simple."""
    found = _truth(text, wanted=wanted) or _among(text, wanted=wanted) or _holds(text, wanted=wanted)
    return found or _relation(text, settings, wanted=wanted)


def _truth(text: str, *, wanted: bool) -> Trait | None:
    """Return the trait of a fact that must be true, or of a list or text that must not be empty, or the reverse."""
    found = _TRUTH.fullmatch(text)
    size = _SIZE.fullmatch(text)
    name = found[1] if found else (size[1] or size[2]) if size else ""
    filled = wanted != (size is not None and size[3] == "==")
    return Trait(name, "is" if filled else "not") if name else None


def _among(text: str, *, wanted: bool) -> Trait | None:
    found = _AMONG.fullmatch(text)
    words = tuple(_literal(word) for word in _VALUE.findall(found[2])) if found else ()
    return Trait(found[1], "in" if wanted else "not in", words) if found else None


def _holds(text: str, *, wanted: bool) -> Trait | None:
    found = _HOLDS.fullmatch(text)
    return Trait(found[2], "holds" if wanted else "lacks", _literal(found[1])) if found else None


def _text(item: Any) -> Any:  # noqa: ANN401  # an item of a list as facts answer it
    """Return an item of a list as CEL sees it: of a mark, its text."""
    return item.text if item.__class__ is Mark else item


def _relation(text: str, settings: Container[str], *, wanted: bool) -> Trait | None:
    found = _RELATION.fullmatch(text)
    if not found:
        return None
    left, sign, right = found.groups()
    if _known(left, settings):
        left, sign, right = right, _MIRRORED[sign], left
    if _known(left, settings) or not _known(right, settings):
        return None
    sign = sign if wanted else _OPPOSITE[sign]
    return Trait(left, sign, setting=right) if right in settings else Trait(left, sign, _literal(right))


def _known(operand: str, settings: Container[str]) -> bool:
    return operand in settings or _VALUE.fullmatch(operand) is not None


def _literal(text: str) -> str | float | bool:
    if text[0] in _QUOTES:
        return text[1:-1]
    if text in {"true", "false"}:
        return text == "true"
    return float(text)
