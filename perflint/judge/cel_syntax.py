"""The text of an expression as a tree of plain data: what Python can evaluate without the runtime.

Only what rules are made of is read: anything else is `NotRead`, and the runtime evaluates it. Whether an expression is right is
not asked here; the runtime has checked it against the types of the facts before.
"""

from collections.abc import Container
from typing import Any

from perflint.pattern import pattern

Tree = list[Any]
"""A kind of node and its parts: `["==", left, right]`, `["fact", name]`, `["value", literal]`, `["exists", list, name, test]`."""
_TOKEN = pattern(
    r"\s+|(?P<text>\"(?:[^\"\\\n]|\\[n\\])*\"|'(?:[^'\\\n]|\\[n\\])*')|(?P<number>\d+\.\d+|\d+)(?![\w.])|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<sign>&&|\|\||==|!=|<=|>=|[<>!?:+\-*/().,\[\]])"
)
_LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"==", "!=", "<", "<=", ">", ">=", "in"}), frozenset({"+", "-"}), frozenset({"*", "/"}),
)  # fmt: skip
_WORDS = {"true": True, "false": False}
_METHODS = {"size": 0, "contains": 1, "startsWith": 1, "endsWith": 1, "matches": 1, "join": 1, "replace": 2}
_FUNCTIONS = frozenset({"size", "double", "string"})
_MACROS = frozenset({"exists", "all"})
_ESCAPED = pattern(r"\\.")
_ESCAPES = {r"\n": "\n", r"\\": "\\"}
_LARGEST = 1 << 53


class NotRead(Exception):  # noqa: N818  # said of an expression
    """An expression with something in it that is left to the runtime."""


def tree_of(text: str, known: Container[str]) -> Tree:
    """Return an expression as a tree; `known` are the full names of facts and settings.

    Raises:
        NotRead: it has something that is not read here.
    """
    reader = _Reader(_tokens(text), known)
    found = reader.whole()
    reader.end()
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    found, place = [], 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise NotRead(text[place:])
        place = token.end()
        if token.lastgroup:
            found.append((token.lastgroup, token[0]))
    return found


class _Reader:
    """Reads tokens by descent, one method a level of binding."""

    def __init__(self, tokens: list[tuple[str, str]], known: Container[str]) -> None:
        self._tokens = [*tokens, ("end", "")]
        self._known = known
        self._at = 0
        self._bound: list[str] = []

    def end(self) -> None:
        if self._tokens[self._at][0] != "end":
            raise NotRead(self._tokens[self._at][1])

    def whole(self) -> Tree:
        condition = self._either()
        if not self._takes("?"):
            return condition
        then = self._either()
        self._must(":")
        return ["?", condition, then, self.whole()]

    def _either(self) -> Tree:
        return self._joined("||", self._both)

    def _both(self) -> Tree:
        return self._joined("&&", lambda: self._level(0))

    def _joined(self, joint: str, part: Any) -> Tree:  # noqa: ANN401  # a method of this class
        parts = [part()]
        while self._takes(joint):
            parts.append(part())
        return [joint, *parts] if len(parts) > 1 else parts[0]

    def _level(self, level: int) -> Tree:
        if level == len(_LEVELS):
            return self._prefixed()
        left = self._level(level + 1)
        while self._tokens[self._at][1] in _LEVELS[level] and self._tokens[self._at][0] != "text":
            sign = self._next()
            left = [sign, left, self._level(level + 1)]
        return left

    def _prefixed(self) -> Tree:
        if self._takes("!"):
            return ["!", self._prefixed()]
        if self._takes("-"):
            return ["negative", self._prefixed()]
        found = self._first()
        while True:
            if self._takes("."):
                found = self._method(found)
            elif self._takes("["):
                found = ["at", found, self.whole()]
                self._must("]")
            else:
                return found

    def _first(self) -> Tree:
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "text":
            return ["value", _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text[1:-1])]
        if kind == "number":
            return ["value", _number(text)]
        if kind == "name":
            return self._named(text)
        if text == "(":
            found = self.whole()
            self._must(")")
            return found
        if text == "[":
            return ["list", *self._until("]")]
        raise NotRead(text)

    def _named(self, name: str) -> Tree:
        if name in _WORDS:
            return ["value", _WORDS[name]]
        if self._tokens[self._at][1] == "(" and name in _FUNCTIONS:
            self._at += 1
            (argument,) = self._exactly(1)
            return [name, argument]
        return ["bound", name] if name in self._bound else self._fact(name)

    def _fact(self, name: str) -> Tree:
        """Return the fact whose name is the longest that stands here."""
        found, at = "", self._at
        while True:
            if name in self._known:
                found, self._at = name, at
            if self._tokens[at][1] != "." or self._tokens[at + 1][0] != "name":
                break
            name, at = f"{name}.{self._tokens[at + 1][1]}", at + 2
        if not found:
            raise NotRead(name)
        return ["fact", found]

    def _method(self, subject: Tree) -> Tree:
        kind, name = self._tokens[self._at]
        self._at += 1
        self._must("(")
        if kind == "name" and name in _MACROS:
            return self._macro(name, subject)
        if kind != "name" or name not in _METHODS:
            raise NotRead(name)
        return [name, subject, *self._exactly(_METHODS[name])]

    def _macro(self, name: str, subject: Tree) -> Tree:
        kind, variable = self._tokens[self._at]
        if kind != "name" or variable in self._bound:
            raise NotRead(variable)
        self._at += 1
        self._must(",")
        self._bound.append(variable)
        test = self.whole()
        self._bound.pop()
        self._must(")")
        return [name, subject, variable, test]

    def _exactly(self, count: int) -> list[Tree]:
        found = self._until(")")
        if len(found) != count:
            raise NotRead(str(count))
        return found

    def _until(self, close: str) -> list[Tree]:
        found: list[Tree] = []
        while not self._takes(close):
            if found:
                self._must(",")
            found.append(self.whole())
        return found

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _takes(self, sign: str) -> bool:
        """Step over a sign if it stands here; return whether it did."""
        if self._tokens[self._at] != ("sign", sign):
            return False
        self._at += 1
        return True

    def _must(self, sign: str) -> None:
        if not self._takes(sign):
            raise NotRead(self._tokens[self._at][1])


def _number(text: str) -> int | float:
    number = float(text) if "." in text else int(text)
    if number > _LARGEST:
        raise NotRead(text)
    return number
