"""The text around the place where the parser gave up."""

from typing import NamedTuple

from perflint.pattern import pattern

_LINE_END = pattern(r"[\r\n]")
# What may stand before the first key or value of a line: blanks of any width, and dashes of list items.
_LEAD = pattern(r"[ \t\u3000\u00a0]*(?:-[ \t]+)*")
_COMMENT = pattern(r"[ \t]#")
_FLOW_END = pattern(r"[,，{}\[\]\r\n]")


class Scene(NamedTuple):
    """Where the parser gave up (`at`), where what it was reading began (`opened`), and what it said (`words`)."""

    text: str
    at: int
    opened: int
    words: str

    def line_span(self, offset: int) -> tuple[int, int]:
        """The span of the line around an offset, without its line end."""
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        found = _LINE_END.search(self.text, offset)
        return start, found.start() if found else len(self.text)

    def content_start(self, start: int, end: int) -> int:
        """Where the content of a line begins, after indentation and dashes."""
        lead = _LEAD.match(self.text, start, end)
        return lead.end() if lead else start

    def line_above(self, start: int) -> tuple[int, int] | None:
        """The span of the nearest line with content above the line that starts here; comments do not count."""
        while start > 0:
            start, end = self.line_span(start - 1 - self.text.startswith("\r\n", start - 2))
            line = self.text[start:end].strip()
            if line and not line.startswith("#"):
                return start, end
        return None

    def is_in_flow(self, offset: int) -> bool:
        """Whether more brackets open than close before an offset on its line."""
        before = self.text[self.line_span(offset)[0] : offset]
        return before.count("{") + before.count("[") > before.count("}") + before.count("]")

    def cell_span(self, start: int) -> tuple[int, int]:
        """The span of the cell whose text begins here: to the end of its line, or to the next comma inside { }."""
        end = self.line_span(start)[1]
        in_flow = self.is_in_flow(start)
        found = _FLOW_END.search(self.text, start + 1, end) if in_flow else _COMMENT.search(self.text, start, end)
        end = found.start() if found else end
        return start, start + len(self.text[start:end].rstrip())
