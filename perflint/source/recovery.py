"""Reading on: a parser of YAML 1.2 where libyaml refuses, and the documents and tables behind one that is broken."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from perflint.source.composition import Composition, compose
from perflint.source.diagnosis import diagnose
from perflint.source.events import EventReader, YAMLError, place_of, read_pure_events, shifted
from perflint.source.fault import Fault, Halt
from perflint.source.node import Node, NodeKind
from perflint.source.parts import broken_item, document_end, next_document

Refusal: TypeAlias = YAMLError | ValueError | OverflowError  # the last two: code points that are none
# What libyaml says of a colon in a cell inside braces, which YAML 1.2 allows.
_COLON = "found unexpected ':'"
# The two parsers mark one fault a few characters apart.
_NEAR = 3
Span = tuple[int, int]


class _Outcome(NamedTuple):
    """How reading ended: a limit that was met, or a refusal; both None at the end of the text."""

    halt: Fault | None = None
    refusal: Refusal | None = None


class Stream(Struct):
    """The documents of a text as far as they can be read, the faults that ended one each, and what was not read."""

    work: Composition
    read: Callable[[str], EventReader]
    fatal: list[Fault] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    slow: int = 0

    def run(self) -> None:
        """Read all documents; raises nothing."""
        whole, limits = self.work.text, self.work.limits
        text, start, self.slow = whole, 0, limits.max_slow
        while (ended := self._from(text, start)) is not None:
            fault = ended.halt or diagnose(whole, ended.refusal or ValueError())
            self.fatal.append(fault)
            hopeless = ended.halt or len(self.fatal) > limits.max_recoveries or len(whole) > limits.max_recovered
            start = max(self.work.done, start)
            if not hopeless and (item := broken_item(text, start, fault.start)):
                self.unread.append(item)
                self.work.drop_unfinished()
                text = _masked(text, *item)
                continue
            following = None if hopeless else next_document(whole, fault.start, start)
            self.unread.append((fault.start, len(whole) if following is None else following))
            if following is None:
                return
            self.work.roots.append(Node(NodeKind.SCALAR, "", start, start, "", shared=False))
            start = self.work.done = following

    def _from(self, text: str, start: int) -> _Outcome | None:
        """Read from an offset on; None at the end of the text, else what ended it."""
        while True:
            ended = self._attempt(self.read, "\n" * start + text[start:])
            if ended is None or ended.refusal is None or self.read is read_pure_events:
                return ended
            done = max(self.work.done, start)
            cut = document_end(text, done, place_of(ended.refusal, len(text)))
            if cut - done > self.slow:
                return ended
            self.slow -= cut - done
            second = self._second(text[done:cut], done, ended.refusal)
            if second is not None:
                return second
            start = self.work.done = cut

    def _second(self, part: str, done: int, refusal: Refusal) -> _Outcome | None:
        """Let a parser of YAML 1.2 decide on one document: None where it reads it, else what both refuse."""
        self.work.drop_unfinished()
        roots = len(self.work.roots)
        ended = self._attempt(lambda part: shifted(read_pure_events(part), done), part)
        if ended is None or ended.refusal is None:
            return ended
        del self.work.roots[roots:]
        return ended if _goes_further(ended.refusal, refusal) else _Outcome(refusal=refusal)

    def _attempt(self, read: Callable[[str], EventReader], text: str) -> _Outcome | None:
        try:
            compose(self.work, read(text))
        except Halt as halt:
            return _Outcome(halt=halt.fault)
        except (YAMLError, ValueError, OverflowError) as error:
            return _Outcome(refusal=error)
        return None


def _goes_further(second: Refusal, first: Refusal) -> bool:
    """Whether the parser of YAML 1.2 read on behind what libyaml refused, so that this is no fault of the text."""
    return _COLON in str(first) or place_of(second, 0) > place_of(first, 0) + _NEAR


def _masked(text: str, start: int, end: int) -> str:
    """The text with blanks for what stands in a span; line ends stay."""
    blank = "".join(sign if sign in "\r\n" else " " for sign in text[start:end])
    return text[:start] + blank + text[end:]
