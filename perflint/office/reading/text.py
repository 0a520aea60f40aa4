"""A text file → paper: tables typed with tabs, or one line a cell as word processors save a table as text."""

from collections.abc import Sequence
from re import Match

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.boxes import CHECKED, EMPTY
from perflint.office.reading.flowing import flows, read_flowing
from perflint.office.reading.limits import MOST_BYTES, MOST_LINES, MOST_TEXT, too_much
from perflint.office.reading.linecells import read_line_cells
from perflint.office.reading.pipes import has_pipes, read_piped
from perflint.office.reading.spaced import spaced_out
from perflint.office.reading.tabbed import read_separated, read_tabbed
from perflint.pattern import pattern
from perflint.source.encoding import decode
from perflint.source.fault import Unreadable

# What converters leave of a document's inside: Word's bookmarks, the check boxes of HTML.
_BOOKMARK = pattern(r"\[bookmark: [^\]\n]{0,80}\]")
_HTML_INPUT = pattern(r"<input\b([^<>\n]{0,120})>")
_START = 10_000
_SIGNS = str.maketrans(dict.fromkeys("\"'=/", " "))
_WIDEST_ROW = 30
_LINE_CELL = pattern(r"[ \u3000]*\t[^\t]*")


def read_text(data: bytes, name: str) -> Paper:
    """Return a text's paragraphs and tables; a place is a line of the file, `第12行`.

    Cells may be divided by tabs, by bars (Markdown), by spaces where every line agrees, or stand on a line each.

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
    if has_pipes(lines) and not tabbed:
        return Paper(name, tuple(read_piped(lines)))
    by_line = of_one_cell * 2 > tabbed
    if by_line or not tabbed:
        spaced = None if tabbed else spaced_out(lines)
        if spaced:
            return Paper(name, tuple(read_tabbed(spaced)))
        if (not tabbed or _has_no_rows(lines)) and flows(lines):
            return Paper(name, tuple(read_flowing(lines)))
    return Paper(name, tuple((read_line_cells if by_line else read_tabbed)(lines)))


def _has_no_rows(lines: Sequence[str]) -> bool:
    """Return whether the cells of a text that has one in each line go on longer than any row of a form."""
    longest = run = 0
    for line in lines:
        run = run + 1 if "\t" in line else 0
        longest = max(longest, run)
    return longest > _WIDEST_ROW


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
        if fault.located:
            raise Unopened(fault.zh, fault.en) from fault
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
