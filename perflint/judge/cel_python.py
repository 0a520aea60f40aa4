"""Trees of expressions as Python functions: what they yield is what the runtime yields, in a tenth of the time.

Where a fact is unknown, `UNKNOWN` takes part as in the runtime: it decides neither `&&` nor `||`, and what needs it is unknown.
Whatever could come out otherwise than in the runtime (a number too large, a value of another type than its fact has) is
`Untold`: then the runtime is asked.
"""

import operator
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn

from perflint.facts import FactType
from perflint.judge.cel_syntax import Tree
from perflint.pattern import pattern

Known = Callable[[str], Any]
"""Returns the value of a fact or setting by its full name, None where it is unknown."""
Bound = Mapping[str, Any]
Function = Callable[[Known, Bound], Any]
Types = Mapping[str, FactType]
UNKNOWN = object()
"""What an expression yields where a fact that it needs is unknown."""
_LARGEST = 1 << 62
_MOST_REPEATS = 8
_TWO = 2
# Of regular expressions only what Python's and the runtime's engines read alike, and nothing that Python's could try in more than so many ways.
_ALIKE = pattern(
    r"(?:[^\\.?*+()\[\]{}]|\.(?:\{\d{1,2},\d{1,2}\})?|\((?!\?)|\)|[?](?![?+])|\[\^?(?:\w-\w|[^\\^$\[\]&~|\-])+\])*"
)
_ORDERS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_SAME = {"==": operator.eq, "!=": operator.ne}
_SUMS = {"+": operator.add, "-": operator.sub, "*": operator.mul}
_OF_TEXT: Mapping[str, Callable[[str, str], bool]] = {
    "contains": operator.contains, "startsWith": str.startswith, "endsWith": str.endswith,
}  # fmt: skip


class Untold(Exception):  # noqa: N818  # said of an expression
    """What an expression yields is left to the runtime."""


def function_of(tree: Tree, types: Types) -> Function:
    """Return the function that evaluates a tree, given the types of facts and settings."""
    kind, *parts = tree
    if kind in _LEAVES:
        return _LEAVES[kind](*parts, types)
    if kind == "list" and _is_constant(tree):
        return _constant([part[1] for part in parts], types)
    made = tuple(function_of(part, types) for part in parts)
    if kind in _LOGICAL:
        return _LOGICAL[kind](*made)
    if len(parts) == _TWO and _is_constant(parts[1]):
        return _with_constant(kind, made[0], made[1](_nothing, {}))
    return _strict(_OPERATIONS[kind], made)


def _is_constant(tree: Tree) -> bool:
    return tree[0] == "value" or (tree[0] == "list" and all(part[0] == "value" for part in tree[1:]))


def _nothing(_name: str) -> None:
    """Know no fact: constants need none."""


def _with_constant(kind: str, one: Function, constant: Any) -> Function:  # noqa: ANN401  # of any type
    """Return what `_strict` does where the second operand is written out."""
    operation = _OPERATIONS[kind]
    if kind == "in":
        return _strict(constant.__contains__, (one,))

    def value(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # whatever the operation yields
        found = one(known, bound)
        return UNKNOWN if found is UNKNOWN else operation(found, constant)

    return value


def _constant(value: object, _types: Types) -> Function:
    return lambda _known, _bound: value


def _bound(name: str, _types: Types) -> Function:
    return lambda _known, bound: bound[name]


def _fact(name: str, types: Types) -> Function:
    read = _READ[types[name]]
    plain = _PLAIN.get(types[name])

    def value(known: Known, _bound: Bound) -> Any:  # noqa: ANN401  # of the fact's type
        found = known(name)
        if found.__class__ is plain:
            return found
        return UNKNOWN if found is None else read(found)

    return value


def _bool(found: object) -> bool:
    if found.__class__ is not bool:
        raise Untold
    return bool(found)


def _int(found: Any) -> int:  # noqa: ANN401  # whatever a fact answers
    if found.__class__ is not int or not -_LARGEST < found < _LARGEST:
        raise Untold
    return int(found)


def _double(found: Any) -> float:  # noqa: ANN401  # as above
    if found.__class__ not in {int, float} or found != found or not -_LARGEST < found < _LARGEST:  # noqa: PLR0124  # no number
        raise Untold
    return float(found)


def _string(found: Any) -> str:  # noqa: ANN401  # as above
    if found.__class__ is not str:
        raise Untold
    return str(found)


def _strings(found: Any) -> list[Any]:  # noqa: ANN401  # as above
    if found.__class__ is not list or any(item.__class__ not in {str, float} for item in found):
        raise Untold
    return list(found)


_READ: Mapping[FactType, Callable[[Any], Any]] = {
    FactType.BOOL: _bool, FactType.INT: _int, FactType.DOUBLE: _double,
    FactType.STRING: _string, FactType.STRINGS: _strings, FactType.MARKS: _strings,
}  # fmt: skip


_PLAIN: Mapping[FactType, type] = {FactType.BOOL: bool, FactType.STRING: str}
"""Types whose values need no further look where they are what they should be."""


def _all_of(*parts: Function) -> Function:
    return _deciding(parts, decisive=False)


def _any_of(*parts: Function) -> Function:
    return _deciding(parts, decisive=True)


def _deciding(parts: tuple[Function, ...], *, decisive: bool) -> Function:
    """Return the answer that decides if a part gives it, else UNKNOWN if one is unknown, else the other answer."""

    def value(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # bool or UNKNOWN
        found: Any = not decisive
        for part in parts:  # a loop and not any(), for speed
            answer = part(known, bound)
            if answer is decisive:
                return decisive
            if answer is UNKNOWN:
                found = UNKNOWN
        return found

    return value


def _negation(part: Function) -> Function:
    def value(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # bool or UNKNOWN
        found = part(known, bound)
        return UNKNOWN if found is UNKNOWN else not found

    return value


def _choice(condition: Function, then: Function, other: Function) -> Function:
    def value(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # of either branch
        found = condition(known, bound)
        return UNKNOWN if found is UNKNOWN else (then if found else other)(known, bound)

    return value


_LOGICAL: Mapping[str, Callable[..., Function]] = {"&&": _all_of, "||": _any_of, "!": _negation, "?": _choice}


def _macro(listed: Tree, variable: str, test: Tree, types: Types, *, decisive: bool) -> Function:
    items_of, holds = function_of(listed, types), function_of(test, types)

    def value(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # bool or UNKNOWN
        items = items_of(known, bound)
        if items is UNKNOWN:
            return UNKNOWN
        return _deciding(tuple(partial(_on, holds, variable, item) for item in items), decisive=decisive)(known, bound)

    return value


def _on(test: Function, variable: str, item: object, known: Known, bound: Bound) -> Any:  # noqa: ANN401  # as above
    return test(known, {**bound, variable: item})


def _matching(subject: Tree, expression: Tree, types: Types) -> Function:
    """Return whether a text has what a regular expression says; `$` is the very end of the text in the runtime."""
    kind, text = expression[:2]
    if kind != "value" or not _ALIKE.fullmatch(text) or text.count("?") + text.count("{") > _MOST_REPEATS:
        return _left_to_the_runtime
    found = pattern(text.replace("$", r"\Z"))
    return _strict(lambda value: found.search(value) is not None, (function_of(subject, types),))


def _left_to_the_runtime(_known: Known, _bound: Bound) -> NoReturn:
    raise Untold


_LEAVES: Mapping[str, Callable[..., Function]] = {
    "value": _constant, "fact": _fact, "bound": _bound, "matches": _matching,
    "exists": partial(_macro, decisive=True), "all": partial(_macro, decisive=False),
}  # fmt: skip


def _strict(operation: Callable[..., Any], parts: tuple[Function, ...]) -> Function:
    """Return what an operation makes of its operands, unknown where one of them is."""
    if len(parts) == 1:
        (one,) = parts

        def of_one(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # whatever the operation yields
            value = one(known, bound)
            return UNKNOWN if value is UNKNOWN else operation(value)

        return of_one

    if len(parts) == _TWO:
        first, second = parts

        def of_two(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # as above
            left, right = first(known, bound), second(known, bound)
            return UNKNOWN if left is UNKNOWN or right is UNKNOWN else operation(left, right)

        return of_two

    def of_all(known: Known, bound: Bound) -> Any:  # noqa: ANN401  # as above
        values = [part(known, bound) for part in parts]
        return UNKNOWN if UNKNOWN in values else operation(*values)

    return of_all


def _bounded(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def value(left: Any, right: Any) -> Any:  # noqa: ANN401  # numbers, texts or lists
        found = operation(left, right)
        if found.__class__ is int and not -_LARGEST < found < _LARGEST:
            raise Untold
        return found

    return value


def _quotient(left: Any, right: Any) -> Any:  # noqa: ANN401  # numbers of one type
    if left.__class__ is not float or right.__class__ is not float or right == 0.0:
        raise Untold
    return left / right


def _text(value: object) -> str:
    if value.__class__ is not int:
        raise Untold
    return str(value)


def _item(items: list[Any], number: int) -> Any:  # noqa: ANN401  # an item of a list
    if not 0 <= number < len(items):
        raise Untold
    return items[number]


def _joined(items: list[str], joint: str) -> str:
    return joint.join(items)


def _replaced(text: str, old: str, new: str) -> str:
    if not old:
        raise Untold
    return text.replace(old, new)


_OPERATIONS: Mapping[str, Callable[..., Any]] = {
    **_SAME, **_ORDERS, **_OF_TEXT,
    **{sign: _bounded(operation) for sign, operation in _SUMS.items()},
    "/": _quotient, "negative": operator.neg, "in": lambda value, items: value in items, "list": lambda *items: list(items),
    "at": _item, "size": len, "double": float, "string": _text, "join": _joined, "replace": _replaced,
}  # fmt: skip
