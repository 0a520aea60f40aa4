"""The comments of a file: every `#` that is not part of a scalar."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from perflint.pattern import pattern
from perflint.source.node import Node
from perflint.source.source import Comment

# The line ends of YAML 1.1, which is what libyaml reads.
_LINE_END = pattern(r"[\r\n\x85\u2028\u2029]")


def find_comments(text: str, scalars: Sequence[Node], stop: int, start: int = 0) -> tuple[Comment, ...]:
    """The comments from `start` to `stop`, given the scalars that stand in the text, in the order of the text."""
    if "#" not in text:
        return ()
    return tuple(_comments(text, scalars, start, stop))


def _comments(text: str, scalars: Sequence[Node], start: int, stop: int) -> Iterator[Comment]:
    starts = [scalar[2] for scalar in scalars]
    position = text.find("#", start, stop)
    while position >= 0:
        after = _scalar_end(text, scalars, starts, position)
        if after is None:
            after = _line_end(text, position)
            yield Comment(text[position + 1 : after], position, after, _has_own_line(text, position))
        position = text.find("#", after, stop)


def _scalar_end(text: str, scalars: Sequence[Node], starts: list[int], position: int) -> int | None:
    """Where the scalar around a position ends; None outside scalars and in the header of a block scalar."""
    index = bisect_right(starts, position) - 1
    if index < 0 or position >= scalars[index].end:
        return None
    scalar = scalars[index]
    if scalar.style in {"|", ">"} and position < _line_end(text, scalar.start):
        return None
    return scalar.end


def _line_end(text: str, position: int) -> int:
    found = _LINE_END.search(text, position)
    return found.start() if found else len(text)


def _has_own_line(text: str, position: int) -> bool:
    """Whether only blanks stand before a position on its line."""
    while position and text[position - 1] in " \t":
        position -= 1
    return position == 0 or _LINE_END.match(text, position - 1) is not None
