"""Keys that are none: colons that are full-width, lack a blank after them, or are missing."""

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.node import Node, NodeKind
from perflint.source.phrase import excerpt
from perflint.source.source import Source

# What starts like a key (STR003). Bounded, so that a long text is not searched.
_FULLWIDTH = pattern(r"(?P<key>[^：:\r\n'\"{}\[\]#|>]{1,20})(?P<colon>：)[ \t\u3000]*")
_TIGHT = pattern(r"(?P<key>[^：:\r\n'\"{}\[\],#0-9][^：:\r\n'\"{}\[\],#]{0,19})(?P<colon>:)(?=[^\s:/\\])")
_KEY = pattern(r"[^：:\r\n'\"{}\[\],#]{1,40}:(?:[ \t]+|$)")
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
        f"“{key}：”用了全角冒号，读表的程序认不出栏目名。请改为半角冒号加一个空格：“{key}: ”。",
        f"“{key}：” has a full-width colon, which makes no key. Write a half-width one and a blank: “{key}: ”.",
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
        if fault := fullwidth_colon(scene.text, start, span[1]) or tight_key(scene.text, start, span[1]):
            return fault
        if not runs_on or (span[1] < scene.at and _KEY.match(scene.text, start, span[1])):
            return None
        span = scene.line_above(span[0])
    return None


def find_missing_colon(scene: Scene) -> Fault | None:
    """A line where a key was expected and no colon came."""
    if "simple key" not in scene.words:
        return None
    start, end = scene.line_span(scene.opened)
    start = scene.content_start(start, end)
    typed = excerpt(scene.text[start:end].rstrip())
    return Fault(
        "missing-colon",
        f"这一行“{typed}”里没有“键: 值”的冒号。请写成“键: 值”；如果它接着上一行的内容，请比上一行多缩进两格。",
        f"The line “{typed}” has no colon that makes a key and a value. Write “key: value”; if it continues the line "
        "above, indent it two blanks deeper than that line.",
        start,
        end,
    )


def tight_key(text: str, start: int, end: int) -> Fault | None:
    """The fault of what starts like a key whose colon has no blank after it."""
    found = _TIGHT.match(text, start, end)
    return tight_colon(text, found.start("key"), found.start("colon"), end) if found else None


def tight_colon(text: str, start: int, colon: int, end: int) -> Fault:
    """The fault of a colon without a blank, between a key that starts at `start` and a value that ends at `end`."""
    key, value = excerpt(text[start:colon].strip()), excerpt(text[colon + 1 : end].strip())
    return Fault(
        "missing-space",
        f"“{key}:{value}”的冒号后面缺空格，读表的程序认不出栏目名。请写成“{key}: {value}”。",
        f"“{key}:{value}” lacks a blank after the colon, so that no key is seen. Write “{key}: {value}”.",
        colon,
        colon + 1,
        ": ",
    )
