"""Parser events to nodes: one loop, because it runs for every cell of every table."""

from typing import Any

from msgspec import Struct, field

from perflint.pattern import pattern
from perflint.source.aliases import Anchors, too_deep
from perflint.source.diagnosis.symbols import empty_block, lost_text
from perflint.source.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    EventReader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from perflint.source.fault import Fault, Halt
from perflint.source.mappings import Pair, double_key, is_tangled, pair_up, torn_cells, untangle
from perflint.source.node import Node, NodeKind
from perflint.source.source import Limits

_SCALAR, _MAPPING, _SEQUENCE = NodeKind.SCALAR, NodeKind.MAPPING, NodeKind.SEQUENCE
# Anchors, tags and what may stand between them and the content that they belong to.
_PROPERTIES = pattern(r"(?:[&!]\S*|[ \t\r\n]+|#[^\r\n]*)*")
# `>5` alone: meant as a comparison, read as the header of a folded text without a line.
_BARE_NUMBER = pattern(r"[|>][1-9]")
_BREAKS = " \t\r\n\x85\u2028\u2029"


class Composition(Struct):
    """What was built of a text so far: whole documents, the scalars typed in it, and faults that do not end it."""

    text: str
    limits: Limits
    anchors: Anchors
    roots: list[Node] = field(default_factory=list)
    scalars: list[Node] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    collections: int = 0
    done: int = 0
    finished: tuple[int, int] = (0, 0)

    def drop_unfinished(self) -> None:
        """Forget what was built of a document that did not end."""
        scalars, faults = self.finished
        del self.scalars[scalars:], self.faults[faults:]


def compose(work: Composition, next_event: EventReader) -> None:  # noqa: C901  # split, it would cost a call a cell
    """Build the documents of a text into `work`; raises Halt at a limit, and what the parser raises."""
    items: list[Node] = work.roots
    outer: list[tuple[Any, list[Node]]] = []
    edge = 0
    new, scalars, most = tuple.__new__, work.scalars, work.limits.max_nodes
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            style, value = event.style or "", event.value
            start, edge = event.start_mark.index, event.end_mark.index
            if style or start == edge or event.anchor or event.ctag is not None:
                start, edge = _content_span(work, event, start, edge)
            node = new(Node, (_SCALAR, value, start, edge, style, False))
            if event.anchor:
                work.anchors.add(event.anchor, node)
            scalars.append(node)
            items.append(node)
            if len(scalars) > most:
                raise Halt(_too_many(most, edge))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _open(work, event, len(outer))
            outer.append((event, items))
            items = []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            opening, above = outer.pop()
            edge = event.end_mark.index if opening.flow_style else edge
            above.append(_close(work, opening, items, edge))
            items = above
        elif kind is AliasEvent:
            edge = event.end_mark.index
            items.append(work.anchors.resolve(event.anchor, event.start_mark.index, edge))
        elif kind is DocumentStartEvent:
            work.anchors.forget()
            items = []
        elif kind is DocumentEndEvent:
            work.roots += items
            work.done, work.finished = event.end_mark.index, (len(scalars), len(work.faults))
        elif kind is StreamEndEvent:
            return


def _content_span(work: Composition, event: Any, start: int, end: int) -> tuple[int, int]:  # noqa: ANN401  # parser's own
    """The span of a scalar without its anchor, its tag and what stands around it; a blank one is after its colon."""
    if event.anchor or event.tag:
        if event.anchor and not event.value and not event.style and not event.anchor.isascii():
            work.faults.append(lost_text("&" + event.anchor, start))
        properties = _PROPERTIES.match(work.text, start, end)
        start = properties.end() if properties else start
    elif start == end:
        while work.text[start - 1 : start] in {" ", "\t"}:
            start -= 1
        return start, start
    if event.style in {"|", ">"}:
        end = start + len(work.text[start:end].rstrip(_BREAKS))
        if not event.value and _BARE_NUMBER.fullmatch(work.text, start, end):
            work.faults.append(empty_block(work.text[start:end], start))
    return start, end


def _open(work: Composition, event: Any, depth: int) -> None:  # noqa: ANN401  # parser's own
    start, end = event.start_mark.index, event.end_mark.index
    work.collections += 1
    if depth >= work.limits.max_depth:
        raise Halt(too_deep(work.limits.max_depth, start, max(end, start + 1)))
    if work.collections > work.limits.max_nodes:
        raise Halt(_too_many(work.limits.max_nodes, start))
    work.anchors.enter(event.anchor)


def _close(work: Composition, opening: Any, items: list[Node], end: int) -> Node:  # noqa: ANN401  # parser's own
    """The node of a collection whose items are complete."""
    start = opening.start_mark.index
    if opening.anchor or opening.ctag is not None:
        properties = _PROPERTIES.match(work.text, start)
        start = min(properties.end(), end) if properties else start
    style = "flow" if opening.flow_style else "block"
    if type(opening) is MappingStartEvent:
        node = Node(_MAPPING, _pairs(work, items, start, end, style), start, end, style, shared=False)
    else:
        node = Node(_SEQUENCE, tuple(items), start, end, style, shared=False)
    work.anchors.leave(node)
    return node


def _pairs(work: Composition, items: list[Node], start: int, end: int, style: str) -> tuple[Pair, ...]:
    pairs = pair_up(items)
    if style == "flow" and len(work.faults) < work.limits.max_faults:
        work.faults += torn_cells(work.text, pairs)
    if is_tangled(pairs):
        pairs, doubles = untangle(pairs, lambda node: work.anchors.share(node, 0, start, end))
        room = work.limits.max_faults - len(work.faults)
        work.faults += [double_key(work.text, first, second) for first, second in doubles[: max(0, room)]]
    return pairs


def _too_many(limit: int, at: int) -> Fault:
    return Fault(
        "too-many-nodes",
        f"文件内容超过 {limit} 项，读取到此为止。请把它拆成几个文件。",
        f"The file holds more than {limit} items; reading stops here. Split it into several files.",
        at,
        at,
    )
