"""What the CEL runtime says of an expression that does not check, told to the author of a rule in both languages."""

from collections.abc import Callable
from re import Match, Pattern
from typing import NamedTuple

from perflint.pattern import pattern


class Told(NamedTuple):
    """A message in both languages, and the name that does not exist where that is the fault."""

    zh: str
    en: str
    unknown: str = ""


_TYPES = {
    "double": "小数", "int": "整数", "uint": "整数", "string": "文字", "bool": "是非", "list(string)": "文字的列表", "list(double)": "小数的列表",
    "map(string, string)": "各格的文字", "null": "空值",
}  # fmt: skip
_OPERATOR = pattern(r"_?([^_a-z]{1,2})_.*")
_EXPECTED_EQUALS = pattern(r"token recognition error at: '=\s?'?$")


def told(message: str) -> Told:
    """Return what the runtime's message means; one that is not known is passed on as it is."""
    for shape, tell in _SHAPES:
        found = shape.search(message)
        if found:
            return tell(found)
    return Told(f"写法有误，CEL 的说明是：{message}", message)


def _undeclared(found: Match[str]) -> Told:
    name = found[1]
    return Told(f"没有“{name}”这个事实或函数", f"there is no fact or function `{name}`", name)


def _overload(found: Match[str]) -> Told:
    operator = _OPERATOR.fullmatch(found[1])
    sign = operator[1] if operator else found[1].strip("_@")
    sign = "? :" if sign.startswith("?") else sign
    types = _split(found[2])
    zh, en = _hint(types)
    named = "、".join(_TYPES.get(one, one) for one in types)
    return Told(
        f"“{sign}”用在这些类型上不合适：{named}（{'、'.join(types)}）{zh}",
        f"`{sign}` does not fit the types {', '.join(types)}{en}",
    )


def _split(types: str) -> list[str]:
    """Return the types of a list of them; a comma inside brackets separates none."""
    found, depth = [""], 0
    for char in types:
        depth += (char == "(") - (char == ")")
        if char == "," and not depth:
            found.append("")
        else:
            found[-1] += char
    return [one.strip() for one in found]


def _hint(types: list[str]) -> tuple[str, str]:
    kinds = set(types)
    if kinds == {"double", "int"}:
        return "；小数要写成 3.0，整数写成 3", "; write 3.0 beside a double and 3 beside an int"
    if "string" in kinds and kinds & {"double", "int"}:
        return "；文字要加引号，数不加", "; a text stands in quotation marks, a number does not"
    if "bool" in kinds and len(kinds) > 1:
        return (
            "；&& 和 || 的两边都要是条件，如 value.low > 0.0",
            "; both sides must be conditions, such as value.low > 0.0",
        )
    return "；perflint facts 可查每个事实的类型", "; `perflint facts` tells the type of each fact"


def _unfinished(_: Match[str]) -> Told:
    return Told("表达式没有写完", "the expression ends too early")


def _equals(_: Match[str]) -> Told:
    return Told("相等要写成 ==", "equality is written ==")


def _quote(found: Match[str]) -> Told:
    return Told(f"引号没有配对：{found[1]}", f"a quotation mark is not closed: {found[1]}")


def _unexpected(found: Match[str]) -> Told:
    word = found[1]
    instead = {"and": "&&", "or": "||", "not": "!"}.get(word, "")
    if instead:
        return Told(f"“{word}”要写成 {instead}", f"write {instead} for `{word}`")
    return Told(f"这里不应有“{word}”", f"`{word}` does not belong here")


def _character(found: Match[str]) -> Told:
    return Told(
        f"这里的“{found[1].strip()}”不能这样用；文字要加引号，符号用半角（&& || ! == <= >=）",
        f"`{found[1].strip()}` cannot stand here; texts need quotation marks, signs are && || ! == <= >=",
    )


_Tell = Callable[[Match[str]], Told]
_SHAPES: tuple[tuple[Pattern[str], _Tell], ...] = (
    (pattern(r"undeclared reference to '([^']+)'"), _undeclared),
    (pattern(r"no matching overload for '([^']+)' applied to '\((.*)\)'"), _overload),
    (_EXPECTED_EQUALS, _equals),
    (
        pattern(r"mismatched input '<EOF>'|extraneous input '<EOF>'|no viable alternative at input '.*<EOF>'"),
        _unfinished,
    ),
    (pattern(r"token recognition error at: '(['\"].*)'"), _quote),
    (pattern(r"token recognition error at: '(.*?)'?$"), _character),
    (pattern(r"(?:mismatched|extraneous) input '([^']+)'"), _unexpected),
)
