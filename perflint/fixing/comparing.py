"""Two readings of a file compared: what an edit changed in the tree, pointer by pointer."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perflint.source import Node, NodeKind, Source


class Difference(NamedTuple):
    """A place at which two trees are not alike: its JSON Pointer, and what stands there now."""

    pointer: str
    text: str


def differences(before: Source, after: Source, keys: Mapping[str, str]) -> list[Difference] | None:
    """Return where the scalars of two sources differ; None where anything else does: shape, keys, comments, documents.

    `keys` names, by the pointer of a value in the old tree, the keys that are meant to be renamed; they count as equal.
    """
    if (
        len(before.roots) != len(after.roots)
        or len(after.faults) > len(before.faults)
        or _comments(before) != _comments(after)
    ):
        return None
    found: list[Difference] = []
    for number, (old, new) in enumerate(zip(before.roots, after.roots, strict=True)):
        pieces = _walk(old, new, f"#{number}" if number else "", keys)
        for piece in pieces:
            if piece is None:
                return None
            found.append(piece)
    return found


def _comments(source: Source) -> list[str]:
    return [comment.text for comment in source.comments]


def _walk(old: Node, new: Node, pointer: str, keys: Mapping[str, str]) -> Iterator[Difference | None]:
    """Yield the scalars that differ below a node, None at once where the shapes do."""
    if old.kind is not new.kind or (len(old.value) != len(new.value) and old.kind is not NodeKind.SCALAR):
        yield None
    elif old.kind is NodeKind.SCALAR:
        if old.text != new.text:
            yield None if old.shared else Difference(pointer, new.text)
    elif old.kind is NodeKind.SEQUENCE:
        for index, (one, other) in enumerate(zip(old.items, new.items, strict=True)):
            yield from _walk(one, other, f"{pointer}/{index}", keys)
    else:
        for (key, one), (named, other) in zip(old.pairs, new.pairs, strict=True):
            place = f"{pointer}/{escape(key.text)}"
            if named.text != keys.get(place, key.text):
                yield None
            yield from _walk(one, other, place, keys)


def escape(key: str) -> str:
    """Return a key as a step of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1")
