"""The tree of a YAML document: nodes that keep their typed text and their place."""

from enum import Enum
from typing import NamedTuple, TypeAlias


class NodeKind(Enum):
    """The three shapes that a YAML node can have."""

    SCALAR = "scalar"
    MAPPING = "mapping"
    SEQUENCE = "sequence"


class Node(NamedTuple):
    """One node of the tree; a NamedTuple because a table has hundreds and they are built in a hot loop.

    `value` is the text of a scalar as typed (never a number or date), the items of a sequence, or the (key, value)
    pairs of a mapping in file order. `start` and `end` are code-point offsets into `Source.text`, end exclusive; a
    blank scalar has an empty span right after its colon or dash. `style` is "" (plain), "'", '"', "|" or ">" for
    scalars, "flow" or "block" for collections. `shared` marks what stands behind an alias or came through a merge
    key: its span is that of the anchored text, and it must not be edited.
    """

    kind: NodeKind
    value: "str | tuple[Node, ...] | tuple[tuple[Node, Node], ...]"
    start: int
    end: int
    style: str
    shared: bool

    @property
    def text(self) -> str:
        """The text of a scalar; "" for a collection."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> "tuple[Node, ...]":
        """The items of a sequence; () for anything else."""
        return self.value if self.kind is NodeKind.SEQUENCE else ()  # type: ignore[return-value]

    @property
    def pairs(self) -> "tuple[tuple[Node, Node], ...]":
        """The (key, value) pairs of a mapping; () for anything else."""
        return self.value if self.kind is NodeKind.MAPPING else ()  # type: ignore[return-value]


Data: TypeAlias = "str | list[Data] | dict[str, Data]"


def to_data(node: Node) -> Data:
    """Plain lists and dicts with every scalar as text; a key that is no scalar becomes "", the first of two stays."""
    if node.kind is NodeKind.SCALAR:
        return node.text
    if node.kind is NodeKind.SEQUENCE:
        return [to_data(item) for item in node.items]
    data: dict[str, Data] = {}
    for key, value in node.pairs:
        if key.text not in data:
            data[key.text] = to_data(value)
    return data


def lookup(node: Node, *keys: str | int) -> Node | None:
    """The node found by walking down mapping keys and sequence positions, or None where a step leads nowhere."""
    found: Node | None = node
    for key in keys:
        if found is None:
            return None
        found = _item(found, key) if isinstance(key, int) else _value(found, key)
    return found


def _item(node: Node, position: int) -> Node | None:
    return node.items[position] if -len(node.items) <= position < len(node.items) else None


def _value(node: Node, name: str) -> Node | None:
    return next((value for key, value in node.pairs if key.value == name), None)
