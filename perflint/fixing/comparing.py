"""Two readings of a file compared: what an edit changed in the tree, pointer by pointer."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perflint.judge import Obstacle
from perflint.source import Node, NodeKind, Source


class Difference(NamedTuple):
    """A place at which two trees are not alike: its JSON Pointer, and what stands there now."""

    pointer: str
    text: str


def differences(before: Source, after: Source, keys: Mapping[str, str]) -> list[Difference] | Obstacle:
    """Return where the scalars of two sources differ; what else differs where more does: shape, keys, comments, faults.

    `keys` names, by the pointer of a value in the old tree, the keys that are meant to be renamed; they count as equal.
    """
    if len(after.faults) > len(before.faults):
        return Obstacle.FAULTS
    if _comments(before) != _comments(after):
        return Obstacle.COMMENTS
    if len(before.roots) != len(after.roots):
        return Obstacle.SHAPE
    found: list[Difference] = []
    for number, (old, new) in enumerate(zip(before.roots, after.roots, strict=True)):
        for piece in _walk(old, new, f"#{number}" if number else "", keys):
            if isinstance(piece, Obstacle):
                return piece
            found.append(piece)
    return found


def _comments(source: Source) -> list[str]:
    return [comment.text for comment in source.comments]


def _walk(old: Node, new: Node, pointer: str, keys: Mapping[str, str]) -> Iterator[Difference | Obstacle]:
    """Yield the scalars that differ below a node, an obstacle at once where the shapes do."""
    if old.kind is not new.kind or (len(old.value) != len(new.value) and old.kind is not NodeKind.SCALAR):
        yield Obstacle.SHAPE
    elif old.kind is NodeKind.SCALAR:
        if old.text != new.text:
            yield Obstacle.SHARED if old.shared else Difference(pointer, new.text)
    elif old.kind is NodeKind.SEQUENCE:
        for index, (one, other) in enumerate(zip(old.items, new.items, strict=True)):
            yield from _walk(one, other, f"{pointer}/{index}", keys)
    else:
        for (key, one), (named, other) in zip(old.pairs, new.pairs, strict=True):
            place = f"{pointer}/{escape(key.text)}"
            if named.text != keys.get(place, key.text):
                yield Obstacle.SHAPE
            yield from _walk(one, other, place, keys)


def escape(key: str) -> str:
    """Return a key as a step of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1")
