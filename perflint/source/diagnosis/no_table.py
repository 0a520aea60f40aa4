"""Documents that are nothing but a text."""

from collections.abc import Iterator, Sequence

from perflint.source.diagnosis.colons import fullwidth_colon
from perflint.source.fault import Fault
from perflint.source.node import Node, NodeKind
from perflint.source.phrase import excerpt


def find_no_table(text: str, roots: Sequence[Node]) -> Iterator[Fault]:
    """A fault for each document that is nothing but one text, so that no table can be in it."""
    for root in roots:
        if root.kind is NodeKind.SCALAR and root.value:
            yield _fullwidth_line(text, root) or _no_table(text, root)


def _fullwidth_line(text: str, root: Node) -> Fault | None:
    if root.style:
        return None
    start = root.start
    for line in text[root.start : root.end].splitlines(keepends=True):
        lead = len(line) - len(line.lstrip())
        if fault := fullwidth_colon(text, start + lead, start + len(line)):
            return fault
        start += len(line)
    return None


def _no_table(text: str, root: Node) -> Fault:
    shown = excerpt(text[root.start : root.end])
    return Fault(
        "no-table",
        f"这里没有目标表，只有一段文字“{shown}”。目标表由“键: 值”组成，例如“表类型: 项目”。",
        f"There is no target table here, only the text “{shown}”. A table consists of “key: value”, for example "
        "“kind: project”.",
        root.start,
        root.end,
    )
