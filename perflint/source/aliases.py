"""Anchors and aliases: what `*name` stands for, with an end to what it may unfold into."""

from perflint.source.fault import Fault, Halt
from perflint.source.node import Node, NodeKind
from perflint.source.source import Limits


class Anchors:
    """The anchors of one document, and how many nodes its aliases have unfolded into."""

    __slots__ = ("_limits", "_nodes", "_open", "_spent")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._nodes: dict[str, Node] = {}
        self._open: list[str] = []
        self._spent = 0

    def forget(self) -> None:
        """Forget the anchors at the start of a document; what was unfolded still counts."""
        self._nodes.clear()
        self._open.clear()

    def enter(self, name: str | None) -> None:
        """Note that a collection with this anchor (or none) begins."""
        self._open.append(name or "")

    def leave(self, node: Node) -> None:
        """Note that the innermost collection ended as this node."""
        if name := self._open.pop():
            self._nodes[name] = node

    def add(self, name: str, node: Node) -> None:
        """Note an anchored scalar."""
        self._nodes[name] = node

    def resolve(self, name: str, start: int, end: int) -> Node:
        """The anchored node, marked as shared in all its parts; raises Halt with a fault at the alias."""
        if name in self._open:
            raise Halt(_recursive(name, start, end))
        if name not in self._nodes:
            raise Halt(_unknown(name, start, end))
        return self.share(self._nodes[name], len(self._open), start, end)

    def share(self, node: Node, depth: int, start: int, end: int) -> Node:
        """A copy of the node with `shared` set in all its parts; raises Halt when copies get too many or too deep."""
        self._spent += 1
        if self._spent > self._limits.max_alias_nodes:
            raise Halt(_explosion(self._limits.max_alias_nodes, start, end))
        if depth > self._limits.max_depth:
            raise Halt(too_deep(self._limits.max_depth, start, end))
        if node.kind is NodeKind.SCALAR:
            return node._replace(shared=True)
        below = depth + 1
        if node.kind is NodeKind.SEQUENCE:
            items = tuple([self.share(item, below, start, end) for item in node.items])
            return node._replace(value=items, shared=True)
        pairs = [
            (self.share(key, below, start, end), self.share(value, below, start, end)) for key, value in node.pairs
        ]
        return node._replace(value=tuple(pairs), shared=True)


def too_deep(limit: int, start: int, end: int) -> Fault:
    """The fault of a file nested deeper than the limit."""
    return Fault(
        "too-deep",
        f"这里的层次超过了 {limit} 层，目标表用不到这么多层。请检查括号或缩进是否多写了。",
        f"This is nested more than {limit} levels deep, which no table needs. Look for extra brackets or indents.",
        start,
        end,
    )


def _recursive(name: str, start: int, end: int) -> Fault:
    return Fault(
        "recursive-alias",
        f"“*{name}”引用了它自己所在的内容，永远展不开。请把要重复的内容直接写出来。",
        f"“*{name}” refers to the very content that it stands in, so it never ends. Write the repeated content out.",
        start,
        end,
    )


def _unknown(name: str, start: int, end: int) -> Fault:
    return Fault(
        "unquoted-symbol",
        f'“*{name}”以“*”开头，YAML 会把它当作引用，但没有叫“{name}”的内容。如果它就是文字，请加引号："*{name}"。',
        f"“*{name}” starts with “*”, which YAML takes for a reference, but nothing is named “{name}”. "
        f'If it is plain text, put it in quotes: "*{name}".',
        start,
        end,
        f'"*{name}"',
    )


def _explosion(limit: int, start: int, end: int) -> Fault:
    return Fault(
        "alias-explosion",
        f"引用（*名称）展开后超过 {limit} 项，读取到此为止。请减少引用，把内容直接写出来。",
        f"The references (*name) unfold into more than {limit} items; reading stops here. Write the content out.",
        start,
        end,
    )
