"""Keys with a full-width colon that do not break the file: YAML reads key and value as one text, and the cell is lost."""

import re
from collections.abc import Iterator, Sequence

from perflint.pattern import pattern
from perflint.source.diagnosis.colons import fullwidth_colon
from perflint.source.fault import Fault
from perflint.source.node import Node, NodeKind

# A line or an entry of { } that begins like a key with a full-width colon: without one there is nothing to look for.
_HINT = pattern(r"(?:^[ \t]*(?:-[ \t]+)*|[{,][ \t]*)[^：:\r\n'\"{}\[\],#|>]{1,20}：", re.MULTILINE)
# Keys of a table under which no text can stand, only further keys; `goals` and `agency` may hold a text.
_SECTIONS = frozenset(
    {"project", "项目", "项目信息", "budget", "预算", "预算资金", "资金", "midterm", "中长期资金", "中期资金", "sources", "资金来源",
     "项目资金来源", "spending_plan", "资金支出计划", "支出计划", "tasks_total", "任务合计", "standard", "history", "历史值", "duty",
     "period", "起止年限", "起止时间", "项目起止年限"}
)  # fmt: skip
# Keys of a table whose value is a list of rows, each with keys of its own.
_ROWS = frozenset({"indicators", "绩效指标", "年度绩效指标", "tables", "表格", "tasks", "年度主要任务", "主要任务"})
# What goes on with a text that a comma tore apart inside { }, and so is no key.
_GOING_ON = ("其中", "主要", "包括", "分别", "即", "如")


def find_wide_keys(text: str, roots: Sequence[Node]) -> Iterator[Fault]:
    """Yield a fault for each text that stands where keys belong and begins like a key with a full-width colon."""
    if "：" in text and _HINT.search(text):
        for root in roots:
            yield from _below(text, root)


def _below(text: str, node: Node) -> Iterator[Fault]:
    if node.kind is NodeKind.MAPPING:
        for key, value in node.pairs:
            if node.style == "flow" and value.start == value.end:
                yield from () if key.text.startswith(_GOING_ON) else _fault(text, key)
            elif key.text in _SECTIONS:
                yield from _fault(text, value)
            if value.kind is NodeKind.SEQUENCE and key.text in _ROWS:
                yield from _items(text, value)
            elif value.kind is not NodeKind.SCALAR:
                yield from _below(text, value)
    elif node.kind is NodeKind.SEQUENCE and any(item.kind is NodeKind.MAPPING for item in node.items):
        yield from _items(text, node)


def _items(text: str, node: Node) -> Iterator[Fault]:
    for item in node.items:
        yield from _below(text, item) if item.kind is not NodeKind.SCALAR else _fault(text, item)


def _fault(text: str, node: Node) -> Iterator[Fault]:
    if node.kind is NodeKind.SCALAR and not node.style and not node.shared:
        fault = fullwidth_colon(text, node.start, node.end)
        if fault:
            yield fault
