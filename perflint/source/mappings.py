"""The pairs of a mapping: merge keys unfolded, double keys and torn cells reported."""

from collections.abc import Callable, Iterator, Sequence

from perflint.pattern import pattern
from perflint.source.diagnosis.colons import tight_key
from perflint.source.fault import Fault
from perflint.source.node import Node, NodeKind
from perflint.source.phrase import excerpt, quoted
from perflint.source.source import line_column

Pair = tuple[Node, Node]
# The second half of a cell that a comma tore apart: digits first (1,080万元), or a bracket closed that was not opened.
_TORN = pattern(r"[0-9０-９]|[^“‘《（(「『【]*[”’》）)」』】]")


def pair_up(items: Sequence[Node]) -> tuple[Pair, ...]:
    """The (key, value) pairs of the nodes of a mapping, which come in turn."""
    walker = iter(items)
    return tuple(zip(walker, walker, strict=True))


def is_tangled(pairs: tuple[Pair, ...]) -> bool:
    """Whether a mapping has a double key or a merge key, so that `untangle` has something to do."""
    names = {pair[0][1] for pair in pairs}
    return len(names) != len(pairs) or "<<" in names


def untangle(pairs: tuple[Pair, ...], share: Callable[[Node], Node]) -> tuple[tuple[Pair, ...], list[Pair]]:
    """The pairs with merge keys unfolded in place and the first of double keys kept; and (first key, double key)s."""
    first: dict[object, Node] = {}
    doubles: list[Pair] = []
    for key, _ in pairs:
        if not _is_merge(key) and first.setdefault(key.value, key) is not key:
            doubles.append((first[key.value], key))
    dropped = {id(double) for _, double in doubles}
    taken: set[object] = set(first)
    kept: list[Pair] = []
    for key, value in pairs:
        if _is_merge(key):
            kept += _merged(key, value, taken, share)
        elif id(key) not in dropped:
            kept.append((key, value))
    return tuple(kept), doubles


def _is_merge(key: Node) -> bool:
    return key.value == "<<" and not key.style


def _merged(key: Node, value: Node, taken: set[object], share: Callable[[Node], Node]) -> Iterator[Pair]:
    """The pairs that come through one merge key; the key itself stays when there is nothing that can be merged."""
    mappings = value.items if value.kind is NodeKind.SEQUENCE else (value,)
    if not all(mapping.kind is NodeKind.MAPPING for mapping in mappings):
        yield key, value
        return
    for mapping in mappings:
        for name, content in mapping.pairs:
            if name.value not in taken:
                taken.add(name.value)
                yield share(name), share(content)


def double_key(text: str, first: Node, second: Node) -> Fault:
    """The fault of a key that stands twice in one mapping; the span is the second key."""
    line, _ = line_column(text, first.start)
    name = excerpt(second.text)
    return Fault(
        "duplicate-key",
        f"“{name}”写了两次，第 {line} 行已经有了；这里的内容不会被读取。请删去其中一个，或改正键名。",
        f"“{name}” is written twice, line {line} has it already; what stands here is not read. "
        "Remove one of them or correct the name.",
        second.start,
        second.end,
    )


def torn_cells(text: str, pairs: tuple[Pair, ...]) -> Iterator[Fault]:
    """A fault for each cell inside { } that is none: torn in two by a comma (`{value: 1,080万元}`), or `{年度:2023}`."""
    for position, (key, value) in enumerate(pairs):
        if value.start != key.end or value.value or key.style:
            continue
        if position and _TORN.match(key.text):
            yield _torn_cell(text, pairs[position - 1][1], key)
        elif fault := tight_key(text, key.start, key.end):
            yield fault


def _torn_cell(text: str, before: Node, key: Node) -> Fault:
    start = before.start if before.kind is NodeKind.SCALAR and not before.style and not before.shared else key.start
    typed = text[start : key.end]
    return Fault(
        "comma-in-flow",
        f"在 {{ }} 里逗号会把内容分成两项，“{excerpt(typed)}”被拆开了。请给整个内容加引号：{quoted(excerpt(typed))}。",
        f"Inside {{ }} a comma ends the cell, so “{excerpt(typed)}” was torn apart. "
        f"Put the whole cell in quotes: {quoted(excerpt(typed))}.",
        start,
        key.end,
        quoted(typed) if start != key.start else None,
    )
