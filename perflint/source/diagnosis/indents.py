"""Indentation: tabs, full-width blanks, and lines that stand in the wrong column."""

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.source import line_column

_INDENT = pattern(r"[ \t\u3000\u00a0\u2000-\u200b]*")
_WIDE = pattern(r"[\u3000\u00a0\u2000-\u200b]")


def find_odd_indent(scene: Scene) -> Fault | None:
    """A tab or a blank other than the usual one in the indentation of the line with the error or the one above."""
    here = scene.line_span(scene.opened if "simple key" in scene.words else scene.at)
    for start, end in filter(None, (here, scene.line_above(here[0]))):
        found = _INDENT.match(scene.text, start, end)
        typed = found.group() if found else ""
        if "\t" in typed:
            return _tab(typed, start)
        if _WIDE.search(typed):
            return _wide_blank(typed, start)
    return None


def find_wrong_column(scene: Scene) -> Fault | None:
    """A line whose content starts in a column that fits none of the lines above."""
    start, end = scene.line_span(scene.at)
    content = scene.content_start(start, end)
    above = scene.line_above(start)
    if above is None or content >= end or scene.at not in range(start, end):
        return None
    runs_on = scene.text.startswith(":", scene.at) and ": " not in scene.text[content : scene.at]
    if scene.text[start : scene.at].strip() and not runs_on:
        return None
    line, _ = line_column(scene.text, above[0])
    columns = len(scene.text[start:end]) - len(scene.text[start:end].lstrip(" "))
    return Fault(
        "bad-indentation",
        f"这一行缩进了 {columns} 格，与上面的内容（第 {line} 行）对不齐。"
        "同一组的各项要从同一列开始；下一层用空格多缩进两格。",
        f"This line is indented by {columns}, which does not fit the lines above (line {line}). Entries of one group "
        "start in the same column; the next level is indented two blanks more.",
        start,
        max(content, start + 1),
    )


def _tab(typed: str, start: int) -> Fault:
    return Fault(
        "tab-indentation",
        "这一行用制表符（Tab）缩进，这里只能用空格。请改为空格，每一层两个。",
        "This line is indented with a tab; only blanks can stand there. Use two blanks for each level.",
        start,
        start + len(typed),
        _WIDE.sub("  ", typed.replace("\t", "  ")),
    )


def _wide_blank(typed: str, start: int) -> Fault:
    return Fault(
        "fullwidth-indentation",
        "这一行用全角空格或不间断空格缩进，这里只能用半角空格。请改为半角空格，每一层两个。",
        "This line is indented with full-width or no-break blanks; only ordinary blanks can stand there. "
        "Use two ordinary blanks for each level.",
        start,
        start + len(typed),
        _WIDE.sub("  ", typed),
    )
