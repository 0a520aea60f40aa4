"""A cell that begins with a character to which YAML gives a meaning of its own."""

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault
from perflint.source.phrase import excerpt, quoted

# Before a cell stands a colon, a dash, a comma or a bracket, or nothing but the start of its line.
_BEFORE_CELL = pattern(r"(?:^|[:,\-{\[?])[ \t]*$")
_COMPARATORS = ">|"
_SYMBOLS = "%@`*&!"
_FULLWIDTH = {">": "＞", "%": "％", "*": "＊", "|": "｜", "&": "＆", "!": "！", "@": "＠", "`": "｀"}
_CLOSING = {"]": "[", "}": "{"}


def find_symbol(scene: Scene) -> Fault | None:
    """A cell that starts with > | % @ ` * & or !."""
    for place in (scene.opened, scene.at):
        sign = scene.text[place : place + 1]
        if sign and sign in _COMPARATORS + _SYMBOLS and _starts_cell(scene, place):
            cause = "unquoted-comparator" if sign == ">" else "unquoted-symbol"
            return _quote_it(scene, cause, place, _hint(scene, place, sign))
    return None


def find_dash(scene: Scene) -> Fault | None:
    """A cell that is or starts with `-`, `?` or a comma."""
    sign = scene.text[scene.at : scene.at + 1]
    if not sign or sign not in "-?,":
        return None
    start, _ = scene.line_span(scene.at)
    if not scene.text[start : scene.at].rstrip(" \t").endswith(":"):
        return None
    cause = "unquoted-dash" if sign == "-" else "unquoted-symbol"
    return _quote_it(scene, cause, scene.at, ("", ""))


def find_bracket_text(scene: Scene) -> Fault | None:
    """A cell that starts with [ or { and goes on after the bracket closed: `[2019]2号`."""
    before = scene.text[scene.line_span(scene.at)[0] : scene.at].rstrip(" \t")
    opening = _CLOSING.get(before[-1:])
    if opening is None or scene.text[scene.at : scene.at + 1] in {"", "}", "]"}:
        return None
    start = scene.line_span(scene.at)[0] + before.rfind(opening)
    if opening not in before or not _starts_cell(scene, start):
        return None
    end = scene.line_span(scene.at)[1]
    typed = scene.text[start:end].rstrip()
    hint = ("，或把方括号写成“〔〕”", ", or write the brackets as 〔〕") if opening == "[" else ("", "")
    return _fault("unquoted-bracket", typed, start, hint)


def empty_block(typed: str, start: int) -> Fault:
    """The fault of a cell like `>5`, which YAML reads as the header of a long text and so as nothing."""
    return _fault("unquoted-comparator", typed, start, _choice(typed, typed[0]))


def lost_text(typed: str, start: int) -> Fault:
    """The fault of a cell like `&5万`, which YAML 1.2 reads as a name for nothing."""
    return _fault("unquoted-symbol", typed, start, _choice(typed, typed[0]))


def _starts_cell(scene: Scene, place: int) -> bool:
    before = scene.text[scene.line_span(place)[0] : place]
    return _BEFORE_CELL.search(before[-80:]) is not None


def _hint(scene: Scene, place: int, sign: str) -> tuple[str, str]:
    start, end = scene.cell_span(place)
    return _choice(scene.text[start:end], sign)


def _choice(typed: str, sign: str) -> tuple[str, str]:
    """The other way to write it: ≥ for >=, a full-width sign for the rest."""
    other = "≥" + typed[2:] if typed.startswith(">=") else _FULLWIDTH[sign] + typed[1:]
    return f"，或写成“{excerpt(other)}”", f", or write “{excerpt(other)}”"


def _quote_it(scene: Scene, cause: str, place: int, hint: tuple[str, str]) -> Fault:
    start, end = scene.cell_span(place)
    return _fault(cause, scene.text[start:end], start, hint)


def _fault(cause: str, typed: str, start: int, hint: tuple[str, str]) -> Fault:
    shown = excerpt(typed)
    return Fault(
        cause,
        f"“{shown}”以“{shown[:1]}”开头，不加引号就读不出来。请加引号：{quoted(shown)}{hint[0]}。",
        f"“{shown}” starts with “{shown[:1]}”, which cannot be read without quotes. "
        f"Put it in quotes: {quoted(shown)}{hint[1]}.",
        start,
        start + len(typed),
        quoted(typed),
    )
