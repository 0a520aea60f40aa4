"""Brackets and commas: left open, closed twice, or full-width."""

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.source import line_column

_ASCII = {"｛": "{", "｝": "}", "［": "[", "］": "]", "，": ", ", "：": ": "}
_WIDE_BRACKET = pattern(r"[｛｝［］]")
_CLOSE = {"{": "}", "[": "]"}
# How far back from the end of the file an open bracket is looked for.
_REACH = 10_000
_SIGNS = pattern(r"[{},\[\]]")


def find_wide_bracket(scene: Scene) -> Fault | None:
    """A full-width bracket where YAML needs a half-width one: at the start of a cell, or at the end of an open list."""
    for place in {scene.at: None, scene.opened: None}:
        start, end = scene.line_span(place)
        start = scene.content_start(start, end)
        found = _WIDE_BRACKET.search(scene.text, start, end)
        if found and (found.start() == start or _opens_cell(scene.text, found.start()) or _left_open(scene)):
            return _wide(found.group(), found.start())
    return None


def find_wide_comma(scene: Scene) -> Fault | None:
    """A full-width comma between two entries inside { }: the last one before a colon that came as a surprise."""
    if "flow" not in scene.words or not scene.text.startswith(":", scene.at):
        return None
    start = max(scene.line_span(scene.at)[0], scene.opened)
    last = max((found.end() for found in _SIGNS.finditer(scene.text, start, scene.at)), default=start)
    comma = scene.text.rfind("，", last, scene.at)
    return _wide("，", comma) if comma >= 0 else None


def find_open_bracket(scene: Scene) -> Fault | None:
    """A bracket that is never closed; the span is the bracket."""
    opened = scene.opened if _left_open(scene) else _open_at_end(scene)
    if opened is None:
        return None
    opening = scene.text[opened]
    line, column = line_column(scene.text, opened)
    return Fault(
        "unclosed-bracket",
        f"第 {line} 行第 {column} 列的“{opening}”没有对应的“{_CLOSE[opening]}”。"
        f"请在这一组内容后面补上“{_CLOSE[opening]}”。",
        f"The “{opening}” opened in line {line}, column {column} has no “{_CLOSE[opening]}”. "
        f"Add “{_CLOSE[opening]}” at the end of its entries.",
        opened,
        opened + 1,
    )


def find_extra_bracket(scene: Scene) -> Fault | None:
    """A closing bracket that closes nothing, or a cell that starts with one."""
    sign = scene.text[scene.at : scene.at + 1]
    if sign not in {"]", "}"}:
        return None
    return Fault(
        "extra-bracket",
        f"这里多了一个“{sign}”，前面没有与它对应的括号。请删去它；如果它是文字，请给整个内容加引号。",
        f"There is one “{sign}” too many here; no bracket before it is open. Remove it, or quote the whole text.",
        scene.at,
        scene.at + 1,
    )


def _opens_cell(text: str, place: int) -> bool:
    return text[max(0, place - 2) : place] in {": ", "- "}


def _left_open(scene: Scene) -> bool:
    """Whether the parser was inside a bracket that its own line does not close."""
    if "flow" not in scene.words or scene.text[scene.opened : scene.opened + 1] not in _CLOSE:
        return False
    end = scene.line_span(scene.opened)[1]
    return scene.at >= end or scene.at == len(scene.text)


def _open_at_end(scene: Scene) -> int | None:
    """The last bracket without its pair before the end of the file, looked for within reach; quotes are not read."""
    if "flow" not in scene.words or scene.at < len(scene.text.rstrip()):
        return None
    closed = 0
    for place in range(len(scene.text) - 1, max(-1, len(scene.text) - _REACH), -1):
        if scene.text[place] in "]}":
            closed += 1
        elif scene.text[place] in _CLOSE:
            if not closed:
                return place
            closed -= 1
    return None


def _wide(sign: str, place: int) -> Fault:
    right = _ASCII[sign]
    return Fault(
        "fullwidth-comma" if sign == "，" else "fullwidth-bracket",
        f"“{sign}”是全角符号，读表的程序不把它当作分隔。请改为半角“{right.strip()}”；"
        "如果它是文字的一部分，请给整个内容加引号。",
        f"“{sign}” is full-width, which separates nothing. Write a half-width “{right.strip()}”; "
        "if it belongs to a text, put the whole text in quotes.",
        place,
        place + 1,
        right,
    )
