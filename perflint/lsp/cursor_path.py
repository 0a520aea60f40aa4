"""Where a cursor stands in a table that is being typed: which keys lead there, and what is typed so far.

Text before a cursor is seldom YAML that can be read, so that lines are followed here by indentation and brackets alone.
"""

from typing import NamedTuple

from perflint.pattern import pattern

_BREAK = pattern(r"\r\n|\n|\r")
_DASH = pattern(r"-(?:[ \t]+|$)")
_KEY = pattern(r"""("[^"]*"|'[^']*'|[^\s"'\[\]{}#,][^:#]{0,80}?)[ \t]*:(?:[ \t]+|$)""")
_SIGNS = pattern(r""""[^"]*"?|'[^']*'?|[\[\]{},]|:(?=[ \t]|$)|[^\[\]{},:"'#]+|.""")
_COMMENT = pattern(r"[ \t]#")
_DEEP = 1_000_000


class CursorPath(NamedTuple):
    """The keys around a cursor, the key whose value is typed (None: a key is typed), the text so far, its neighbours."""

    path: tuple[str, ...]
    key: str | None
    typed: str
    beside: dict[str, str]


def read_cursor_path(before: str) -> CursorPath:
    """Return where the end of a text stands."""
    walker = _Walker()
    for line in _BREAK.split(before):
        walker.step(line)
    return walker.cursor_path()


class _Frame:
    """A mapping that is open: its indentation, the key that was read last, and its pairs so far."""

    __slots__ = ("beside", "indent", "key")

    def __init__(self, indent: int) -> None:
        self.indent = indent
        self.key: str | None = None
        self.beside: dict[str, str] = {}


class _Walker:
    """Follows a text line by line."""

    def __init__(self) -> None:
        self._frames: list[_Frame] = []
        self._brackets: list[str] = []
        self._typed = ""

    def cursor_path(self) -> CursorPath:
        """Return where the lines so far end."""
        if not self._frames:
            return CursorPath((), None, self._typed, {})
        *above, last = self._frames
        return CursorPath(tuple(frame.key for frame in above if frame.key), last.key, self._typed.lstrip(), last.beside)

    def step(self, line: str) -> None:
        """Take in one line."""
        bare = line.lstrip(" \t")
        if self._brackets and (line[:1] not in " \t]}" or _DASH.match(bare)):
            self._brackets = []  # a bracket that nobody has closed yet
        if self._brackets:
            self._flow(bare)
        elif line.startswith(("---", "...")):
            self._frames, self._typed = [], ""
        elif bare.startswith("#"):
            self._typed = ""
        else:
            self._block(bare, len(line) - len(bare))

    def _block(self, rest: str, indent: int) -> None:
        self._close(indent)
        while dash := _DASH.match(rest):
            self._close(indent)
            indent, rest = indent + dash.end(), rest[dash.end() :]
            self._frames.append(_Frame(indent))
        if not self._frames or self._frames[-1].indent < indent:
            self._frames.append(_Frame(indent))
        self._pair(self._frames[-1], rest)

    def _close(self, indent: int) -> None:
        while self._frames and self._frames[-1].indent > indent:
            self._frames.pop()

    def _pair(self, frame: _Frame, rest: str) -> None:
        found = _KEY.match(rest)
        frame.key, self._typed = None, rest
        if found:
            frame.key, self._typed = found[1].strip("\"'"), rest[found.end() :]
            frame.beside[frame.key] = _COMMENT.split(self._typed)[0].strip(" \t\"'")
        if self._typed.startswith(("{", "[")):
            text, self._typed = self._typed, ""
            self._flow(text)

    def _flow(self, text: str) -> None:
        """Take in a line between brackets, up to a comment."""
        for sign in _SIGNS.findall(text):
            if sign == "#" and (not self._typed or self._typed[-1] in " \t"):
                return
            self._take(sign)
            if not self._brackets:
                return

    def _take(self, sign: str) -> None:
        if sign in "{[":
            self._brackets.append(sign)
            if sign == "{":
                self._frames.append(_Frame(_DEEP + len(self._brackets)))
            self._typed = ""
        elif sign in "}]":
            if self._brackets.pop() == "{":
                self._frames.pop()
            self._typed = ""
        elif sign == ",":
            self._next()
        elif sign == ":" and self._brackets[-1] == "{" and self._frames[-1].key is None:
            self._frames[-1].key, self._typed = self._typed.strip(" \t\"'"), ""
        else:
            self._typed += sign

    def _next(self) -> None:
        """End a pair or an item."""
        if self._brackets[-1] == "{":
            frame = self._frames[-1]
            if frame.key:
                frame.beside[frame.key] = self._typed.strip(" \t\"'")
            frame.key = None
        self._typed = ""
