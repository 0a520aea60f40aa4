"""A colon inside a cell, where YAML sees a second key."""

from typing import NamedTuple

from perflint.source.diagnosis.colons import tight_colon
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.phrase import excerpt, quoted


class Entry(NamedTuple):
    """The entry around an error: where it starts, and where its cell starts (None when it has no key)."""

    start: int
    cell: int | None


def find_inner_colon(scene: Scene) -> Fault | None:
    """A second colon in a cell: `备注: 时间: 下午`, or inside brackets `{时间: 10:30}`, where old YAML refuses any."""
    if not scene.text.startswith(":", scene.at):
        return None
    entry = _entry(scene)
    if scene.is_in_flow(scene.at):
        return _in_flow(scene, entry)
    if entry.cell is None:
        return None
    return _colon_in_text(scene, entry.cell, scene.line_span(scene.at)[1])


def _in_flow(scene: Scene, entry: Entry) -> Fault | None:
    end = scene.cell_span(scene.at)[1]
    is_tight = scene.text[scene.at + 1 : scene.at + 2].strip() != ""
    if entry.cell is not None:
        return _colon_in_text(scene, entry.cell, end) if is_tight else _missing_comma(scene, entry.cell, end)
    if not is_tight:
        return None
    if _is_in_list(scene):
        return _colon_in_text(scene, entry.start, end)
    return tight_colon(scene.text, entry.start, scene.at, end)


def _entry(scene: Scene) -> Entry:
    start, end = scene.line_span(scene.at)
    start = scene.content_start(start, end)
    if scene.is_in_flow(scene.at):
        start = max(scene.text.rfind(sign, start, scene.at) + 1 for sign in "{[,")
    start = _skip_blanks(scene.text, start)
    key = scene.text.find(": ", start, scene.at)
    return Entry(start, _skip_blanks(scene.text, key + 1) if key >= 0 else None)


def _skip_blanks(text: str, place: int) -> int:
    while text[place] == " ":
        place += 1
    return place


def _is_in_list(scene: Scene) -> bool:
    """Whether the bracket around an error is a [ on the same line."""
    start = scene.line_span(scene.at)[0]
    bracket = scene.text.rfind("[", start, scene.at)
    return bracket > max(scene.text.rfind(sign, start, scene.at) for sign in "{]")


def _colon_in_text(scene: Scene, cell: int, end: int) -> Fault:
    typed = scene.text[cell:end].rstrip()
    shown = quoted(excerpt(typed))
    return Fault(
        "colon-in-text",
        f"“{excerpt(typed)}”里有冒号，读表的程序会以为冒号前面是另一栏的名称。请给整个内容加引号：{shown}。",
        f"“{excerpt(typed)}” has a colon in it, so that what is before it is taken for another key. "
        f"Put the whole text in quotes: {shown}.",
        cell,
        cell + len(typed),
        quoted(typed),
    )


def _missing_comma(scene: Scene, cell: int, end: int) -> Fault:
    typed = excerpt(scene.text[cell:end])
    return Fault(
        "missing-comma",
        f"“{typed}”里又有一个冒号。如果是两项内容，中间要加半角逗号“, ”；如果是一段文字，请加引号：{quoted(typed)}。",
        f"“{typed}” has another colon. If these are two entries, put a comma “, ” between them; if it is one text, "
        f"put it in quotes: {quoted(typed)}.",
        cell,
        end,
    )
