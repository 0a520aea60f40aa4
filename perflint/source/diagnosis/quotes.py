"""Quotes: left open, curly, closed too early, or with a backslash in them."""

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.phrase import excerpt, quoted
from perflint.source.source import line_column

_CURLY = "“”‘’＂＇„‟"
_CURLY_CELL = pattern(r"(?:[:,\-{\[][ \t]+|[{\[])(?P<cell>[“”‘’＂＇][^“”‘’＂＇\r\n]*(?P<close>[“”‘’＂＇])?)")
# How many lines above are searched for the quote that was left open.
_REACH = 200


def find_open_quote(scene: Scene) -> Fault | None:
    """A quote that is never closed, or closed by a curly one."""
    if "quoted scalar" not in scene.words or not ("end of stream" in scene.words or "document" in scene.words):
        return None
    return _closed_by_curly(scene) or _open_quote(scene.text, scene.opened, scene.line_span(scene.opened)[1])


def find_bad_escape(scene: Scene) -> Fault | None:
    r"""A backslash in double quotes that makes no escape: `"D:\表"`."""
    if "quoted scalar" not in scene.words or ("escape" not in scene.words and "hexdecimal" not in scene.words):
        return None
    typed = excerpt(scene.text[scene.opened : scene.line_span(scene.opened)[1]])
    return Fault(
        "bad-escape",
        f"{typed} 的双引号里有反斜杠“\\”，程序会把它当作特殊写法。请改用单引号，或把“\\”写成“\\\\”。",
        f"In {typed} a backslash “\\” stands in double quotes, where it has a meaning of its own. "
        "Use single quotes, or write “\\\\”.",
        scene.at,
        min(scene.at + 2, len(scene.text)),
    )


def find_text_after_quote(scene: Scene) -> Fault | None:
    """Text that goes on after a closing quote: `"5"万元`."""
    start, end = scene.line_span(scene.at)
    before = scene.text[start : scene.at].rstrip(" \t")
    quote = before[-1:]
    if quote not in {'"', "'"} or scene.at >= end:
        return None
    if before.count(quote) % 2:
        return _quote_left_open_above(scene, quote, start)
    opening = start + before.rfind(quote, 0, len(before) - 1)
    typed = scene.text[opening : scene.cell_span(scene.at)[1]]
    return Fault(
        "text-after-quote",
        f"{excerpt(typed)} 在引号结束后还有文字。请去掉引号，或给整个内容再加一层引号：{quoted(excerpt(typed))}。",
        f"In {excerpt(typed)} text goes on after the closing quote. Remove these quotes, or put the whole text in "
        f"another pair: {quoted(excerpt(typed))}.",
        opening,
        opening + len(typed),
        quoted(typed),
    )


def find_curly_quote(scene: Scene) -> Fault | None:
    """A cell in curly quotes on the line of the error: YAML takes them for text, so they protect nothing."""
    start, end = scene.line_span(scene.at)
    if scene.at >= end and "simple key" not in scene.words:
        start, end = scene.line_span(scene.opened)
    for found in _CURLY_CELL.finditer(scene.text, start, end):
        if found.start("cell") <= scene.at <= found.end("cell"):
            return _curly(found["cell"], found.start("cell"), closed=bool(found["close"]))
    return None


def _closed_by_curly(scene: Scene) -> Fault | None:
    end = scene.line_span(scene.opened)[1]
    close = next((place for place in range(scene.opened + 1, end) if scene.text[place] in _CURLY), None)
    if close is None:
        return None
    return _curly(scene.text[scene.opened : close + 1], scene.opened, closed=True)


def _curly(typed: str, start: int, *, closed: bool) -> Fault:
    inner = typed[1:-1] if closed else typed[1:]
    return Fault(
        "curly-quote",
        f"{excerpt(typed)} 用了中文引号，读表的程序不把它当作引号。请改用半角引号：{quoted(excerpt(inner))}。",
        f"{excerpt(typed)} has curly quotes, which are not taken for quotes. Use straight ones: "
        f"{quoted(excerpt(inner))}.",
        start,
        start + len(typed),
        quoted(inner) if closed else None,
    )


def _quote_left_open_above(scene: Scene, quote: str, start: int) -> Fault | None:
    """The nearest line above with an odd number of this quote: there it was left open, and here it closed by chance."""
    above = scene.line_above(start)
    for _ in range(_REACH):
        if above is None:
            return None
        if scene.text.count(quote, *above) % 2:
            return _open_quote(scene.text, scene.text.rfind(quote, *above), above[1])
        above = scene.line_above(above[0])
    return None


def _open_quote(text: str, opened: int, end: int) -> Fault:
    quote = text[opened]
    line, column = line_column(text, opened)
    typed = excerpt(text[opened:end].rstrip())
    return Fault(
        "unclosed-quote",
        f"第 {line} 行第 {column} 列的引号 {quote} 没有结束：{typed} 。请在内容后面补上 {quote} 。",
        f"The quote {quote} opened in line {line}, column {column} is never closed: {typed} . "
        f"Add {quote} at the end of the text.",
        opened,
        end,
    )
