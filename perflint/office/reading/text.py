"""A text file → paper: tables typed with tabs, or one line a cell as word processors save a table as text."""

from re import Match

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.boxes import CHECKED, EMPTY
from perflint.office.reading.limits import MOST_BYTES, MOST_LINES, MOST_TEXT, too_much
from perflint.office.reading.linecells import read_line_cells
from perflint.office.reading.tabbed import read_separated, read_tabbed
from perflint.pattern import pattern
from perflint.source.encoding import decode
from perflint.source.fault import Unreadable

# What converters leave of a document's inside: Word's bookmarks, the check boxes of HTML.
_BOOKMARK = pattern(r"\[bookmark: [^\]\n]{0,80}\]")
_HTML_INPUT = pattern(r"<input\b([^<>\n]{0,120})>")
_START = 10_000
_SIGNS = str.maketrans(dict.fromkeys("\"'=/", " "))
_LINE_CELL = pattern(r"[ \u3000]*\t[^\t]*")


def read_text(data: bytes, name: str) -> Paper:
    """Return a text's paragraphs and tables; a place is a line of the file, `第12行`.

    Raises:
        Unopened: this is no text, or one with damaged characters.
    """
    text = decoded(data)
    if len(text) > MOST_TEXT:
        raise too_much("字符", "characters", len(text), MOST_TEXT)
    lines = cleaned(text).splitlines()
    if len(lines) > MOST_LINES:
        raise too_much("行", "lines", len(lines), MOST_LINES)
    tabbed = sum("\t" in line for line in lines)
    of_one_cell = sum(1 for line in lines if "\t" in line and _LINE_CELL.fullmatch(line))
    read = read_line_cells if of_one_cell * 2 > tabbed else read_tabbed
    return Paper(name, tuple(read(lines)))


def read_separated_file(data: bytes, name: str) -> Paper:
    """Return the one table of a .csv or .tsv file, as spreadsheets write them.

    Raises:
        Unopened: this is no text, or a quote in it has no end.
    """
    text = decoded(data)
    if len(text) > MOST_TEXT or text.count("\n") > MOST_LINES:
        raise too_much("字符或行", "characters or lines", len(text), MOST_TEXT)
    start = text[:_START]
    return Paper(name, tuple(read_separated(text, "\t" if start.count("\t") > start.count(",") else ",")))


def decoded(data: bytes) -> str:
    """Return bytes as text, in whichever encoding offices use, with plain line ends.

    Raises:
        Unopened: this is no text, or one with damaged characters.
    """
    try:
        text, _ = decode(data, MOST_BYTES)
    except Unreadable as fault:
        raise Unopened(
            "这不是文本文件，或其中的文字已损坏（不是 UTF-8、UTF-16、GB18030）；请另存为 UTF-8 文本",
            "this is no text file, or its characters are damaged (not UTF-8, UTF-16 or GB18030); save it as UTF-8 text",
        ) from fault
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")


def cleaned(text: str) -> str:
    """Return a text without what converters left of a document's inside; boxes become ☑ and ☐."""
    return _HTML_INPUT.sub(_box, _BOOKMARK.sub("", text))


def _box(found: Match[str]) -> str:
    attributes = found[1].translate(_SIGNS).split()
    if "checkbox" not in attributes and "radio" not in attributes:
        return found[0]
    return CHECKED if "checked" in attributes else EMPTY
