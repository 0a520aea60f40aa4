"""The usual causes, asked one after the other, the surest first."""

from collections.abc import Callable

from perflint.pattern import pattern
from perflint.source.diagnosis.brackets import find_extra_bracket, find_open_bracket, find_wide_bracket, find_wide_comma
from perflint.source.diagnosis.cells import find_inner_colon
from perflint.source.diagnosis.colons import find_missing_colon, find_unmade_key
from perflint.source.diagnosis.indents import find_odd_indent, find_wrong_column
from perflint.source.diagnosis.quotes import find_bad_escape, find_curly_quote, find_open_quote, find_text_after_quote
from perflint.source.diagnosis.scene import Scene
from perflint.source.diagnosis.strays import find_odd_comment, find_tail, find_wide_blank
from perflint.source.diagnosis.symbols import find_bracket_text, find_dash, find_symbol
from perflint.source.events import MarkedYAMLError
from perflint.source.fault import Fault
from perflint.source.phrase import excerpt
from perflint.source.source import line_column

_MERGE = pattern(r"(?m)^(?:<{7}|>{7}|\|{7}|={7})(?=[ \t\r\n]|\Z)[^\r\n]*")
# YAML 1.1, section 5.1: the characters that a stream may hold are those not named here.
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def _directive(scene: Scene) -> Fault | None:
    """A line that starts with % in the first column."""
    if "directive" not in scene.words or not scene.text.startswith("%", scene.opened):
        return None
    start, end = scene.line_span(scene.opened)
    typed = excerpt(scene.text[start:end].rstrip())
    return Fault(
        "directive",
        f"“{typed}”这一行以“%”开头，会被当作给程序的指令。请把它接在键的后面并加引号，或在前面加“#”作注释。",
        f"The line “{typed}” starts with “%”, which is taken for an instruction. Put it after its key in quotes, "
        "or make it a comment with “#”.",
        start,
        end,
    )


def _merge_marks(scene: Scene) -> Fault | None:
    """Lines that a version control system wrote because two persons changed the same place."""
    marks = list(_MERGE.finditer(scene.text, max(0, scene.text.rfind("<<<<<<<", 0, scene.at + 8))))
    if not marks or marks[0].start() > scene.at + 1:
        return None
    start, end = marks[0].span()
    line, _ = line_column(scene.text, marks[-1].start())
    return Fault(
        "merge-conflict",
        f"这里有两个人的改动没有合并：从这一行的“{marks[0].group()[:7]}”到第 {line} 行。请选定一种写法，并删去这些“<<<<<<<”“=======”“>>>>>>>”行。",
        f"Two persons' changes were not merged here: from “{marks[0].group()[:7]}” in this line to line {line}. Keep one of the "
        "versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        start,
        end,
    )


_SUSPECTS: tuple[Callable[[Scene], Fault | None], ...] = (
    _merge_marks,
    _directive,
    find_open_quote,
    find_bad_escape,
    find_odd_indent,
    find_symbol,
    find_curly_quote,
    find_tail,
    find_wide_blank,
    find_text_after_quote,
    find_wide_bracket,
    find_wide_comma,
    find_dash,
    find_bracket_text,
    find_open_bracket,
    find_extra_bracket,
    find_inner_colon,
    find_unmade_key,
    find_odd_comment,
    find_missing_colon,
    find_wrong_column,
)


def diagnose(text: str, error: Exception) -> Fault:
    """The fault behind the parser's error: its usual cause where the text shows one, else the place in plain words."""
    if not isinstance(error, MarkedYAMLError):
        return _forbidden_character(text) or _unknown(Scene(text, 0, 0, ""))
    at = min(error.problem_mark.index, len(text)) if error.problem_mark else len(text)
    opened = min(error.context_mark.index, len(text)) if error.context_mark else at
    scene = Scene(text, at, opened, f"{error.context} {error.problem}")
    return next((fault for find in _SUSPECTS if (fault := find(scene))), None) or _unknown(scene)


def _forbidden_character(text: str) -> Fault | None:
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    name = f"U+{ord(found.group()):04X}"
    return Fault(
        "control-character",
        f"这里有一个看不见的控制字符（{name}），多半是从其他软件复制来的。请删去它。",
        f"There is an invisible control character here ({name}), most likely copied from another program. Delete it.",
        found.start(),
        found.end(),
        "",
    )


def _unknown(scene: Scene) -> Fault:
    at = len(scene.text.rstrip()) if scene.at == len(scene.text) else scene.at
    start, end = scene.line_span(at)
    line, column = line_column(scene.text, at)
    typed = excerpt(scene.text[start:end].strip())
    return Fault(
        "yaml-syntax",
        f"第 {line} 行第 {column} 列附近读不懂：“{typed}”。"
        "请检查这一行和上一行的缩进、冒号和引号；有特殊符号的内容请加引号。",
        f"Line {line} cannot be read near column {column}: “{typed}”. Check indentation, colons and quotes of this "
        "line and the one above; put text with special characters in quotes.",
        at,
        min(at + 1, len(scene.text)),
    )
