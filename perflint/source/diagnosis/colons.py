"""Colons: full-width ones, ones without a blank after them, and ones inside a text."""

import re

from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.node import Node, NodeKind
from perflint.source.phrase import excerpt, quoted
from perflint.source.source import Source

# domain.md, STR003: what starts like a key. Bounded, so that a long text is not searched.
_FULLWIDTH = re.compile(r"(?P<key>[^：:\r\n'\"{}\[\]#|>]{1,20})(?P<colon>：)[ \t\u3000]*")
_TIGHT = re.compile(r"(?P<key>[^：:\r\n'\"{}\[\],#0-9][^：:\r\n'\"{}\[\],#]{0,19})(?P<colon>:)(?=[^\s:/\\])")
_KEY = re.compile(r"[^：:\r\n'\"{}\[\],#]{1,40}:(?:[ \t]+|$)")
# How many lines above are searched for the beginning of a text that runs on.
_REACH = 50


def fullwidth_key(node: Node, source: Source) -> Fault | None:
    """The fault of a plain text like `金额：3` where a mapping is expected; None when it does not start like a key.

    For any scalar: a root, an item of a list, or a key without value (`{金额：3}`).
    """
    if node.kind is not NodeKind.SCALAR or node.style:
        return None
    return fullwidth_colon(source.text, node.start, node.end)


def fullwidth_colon(text: str, start: int, end: int) -> Fault | None:
    """The fault of a full-width colon after what starts like a key at `start`."""
    found = _FULLWIDTH.match(text, start, end)
    if not found:
        return None
    key = excerpt(found["key"].strip())
    at_end = found.end() == len(text) or text[found.end()] in "\r\n"
    return Fault(
        "fullwidth-colon",
        f"“{key}：”用了全角冒号，YAML 不把它当作键。请改为半角冒号加一个空格：“{key}: ”。",
        f"“{key}：” has a full-width colon, which makes no key in YAML. Write a half-width colon and a blank: “{key}: ”.",
        found.start("colon"),
        found.end(),
        ":" if at_end else ": ",
    )


def find_unmade_key(scene: Scene) -> Fault | None:
    """A line that was meant as a key, but whose colon is full-width or has no blank after it, at or above the error."""
    runs_on = scene.text.startswith(":", scene.at)
    span: tuple[int, int] | None = scene.line_span(scene.opened if "simple key" in scene.words else scene.at)
    for _ in range(_REACH):
        if span is None:
            return None
        start = scene.content_start(*span)
        if fault := fullwidth_colon(scene.text, start, span[1]) or _tight_colon(scene.text, start, span[1]):
            return fault
        if not runs_on or (span[1] < scene.at and _KEY.match(scene.text, start, span[1])):
            return None
        span = scene.line_above(span[0])
    return None


def find_inner_colon(scene: Scene) -> Fault | None:
    """A second `: ` in a cell: `备注: 时间: 下午`, which must be quoted; inside { } a comma may be missing instead."""
    if not scene.text.startswith(":", scene.at):
        return None
    start, cell = _cell_before(scene)
    if cell is None:
        return None
    end = scene.line_span(scene.at)[1]
    if scene.is_in_flow(scene.at):
        return _missing_comma(scene, cell)
    typed = scene.text[cell:end].rstrip()
    key = excerpt(scene.text[start:cell].strip().rstrip(":"))
    return Fault(
        "colon-in-text",
        f"“{key}”的内容里又有一个冒号加空格，YAML 会以为这是另一个键。请给整个内容加引号：{quoted(excerpt(typed))}。",
        f"The text of “{key}” has another colon with a blank, which YAML takes for a second key. "
        f"Put the whole text in quotes: {quoted(excerpt(typed))}.",
        cell,
        cell + len(typed),
        quoted(typed),
    )


def find_missing_colon(scene: Scene) -> Fault | None:
    """A line where a key was expected and no colon came."""
    if "simple key" not in scene.words:
        return None
    start, end = scene.line_span(scene.opened)
    start = scene.content_start(start, end)
    typed = excerpt(scene.text[start:end].rstrip())
    return Fault(
        "missing-colon",
        f"这一行“{typed}”里没有“键: 值”的冒号。请写成“键: 值”；如果它是上一行内容的续行，请与上一行的内容对齐并多缩进两格。",
        f"The line “{typed}” has no colon that makes a key and a value. Write “key: value”; if it continues the line "
        "above, indent it two blanks deeper than that line.",
        start,
        end,
    )


def _tight_colon(text: str, start: int, end: int) -> Fault | None:
    found = _TIGHT.match(text, start, end)
    if not found:
        return None
    key, value = excerpt(found["key"].strip()), excerpt(text[found.end() : end].strip())
    return Fault(
        "missing-space",
        f"“{key}:{value}”的冒号后面缺空格，YAML 不把它当作键。请写成“{key}: {value}”。",
        f"“{key}:{value}” lacks a blank after the colon, so YAML sees no key. Write “{key}: {value}”.",
        found.start("colon"),
        found.end("colon"),
        ": ",
    )


def _cell_before(scene: Scene) -> tuple[int, int | None]:
    """Where the entry around the error starts, and where its cell does (None without a colon before the error)."""
    start, end = scene.line_span(scene.at)
    start = scene.content_start(start, end)
    if scene.is_in_flow(scene.at):
        start = max(scene.text.rfind(sign, start, scene.at) + 1 for sign in "{[,")
    key = scene.text.find(": ", start, scene.at)
    if key < 0:
        return start, None
    cell = key + 1
    while scene.text[cell] == " ":
        cell += 1
    return start, cell


def _missing_comma(scene: Scene, cell: int) -> Fault:
    typed = excerpt(scene.text[cell : scene.cell_span(scene.at)[1]])
    return Fault(
        "missing-comma",
        f"“{typed}”里又有一个冒号。如果是两项内容，中间要加半角逗号“, ”；如果是一段文字，请加引号：{quoted(typed)}。",
        f"“{typed}” has another colon. If these are two entries, put a comma “, ” between them; if it is one text, "
        f"put it in quotes: {quoted(typed)}.",
        cell,
        scene.cell_span(scene.at)[1],
    )
