"""The text of an HTML element as a browser shows it: blanks run together, blocks on lines of their own."""

from typing import Any, Final, TypeAlias

from perflint.office.reading.boxes import CHECKED, EMPTY, drawn
from perflint.pattern import pattern

Element: TypeAlias = Any  # an element of lxml, which ships no types
LINES: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "center", "dt", "dd",
     "pre", "blockquote", "caption", "header", "footer", "form", "title", "body"}
)  # fmt: skip
_UNSEEN: Final = frozenset(
    {"script", "style", "head", "del", "s", "strike", "template", "noscript", "select", "object", "svg"}
)
BREAK: Final = "\0"  # the end of a block; no text of a page can hold it
_BLANKS = pattern(r"[ \t\n\r\f]+")
_NONE = pattern(r"display\s{0,3}:\s{0,3}none|text-decoration(?:-line)?\s{0,3}:[^;]{0,20}line-through", 2)
_FONT = pattern(r"font-family\s{0,3}:\s{0,3}[\"']?(wingdings(?: 2)?|webdings|symbol)\b", 2)  # 2: in any case


class Lines:
    """Text as it is gathered: runs of blanks as one, line breaks kept."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def text(self, text: str, font: str = "") -> None:
        """Add a text, whose own line ends are blanks, or a break."""
        self._pieces.append("\n" if text == BREAK else drawn(font, _BLANKS.sub(" ", text)))

    def control(self, element: Element) -> None:
        """Add what a control shows: a line break, a check box, the text of an input field."""
        if element.tag == "br":
            self._pieces.append("\n")
        elif element.tag == "input" and (element.get("type") or "").lower() in {"checkbox", "radio"}:
            self._pieces.append(CHECKED if element.get("checked") is not None else EMPTY)
        elif element.tag == "input" and (element.get("type") or "text").lower() == "text":
            self._pieces.append(element.get("value") or "")

    def taken(self) -> list[str]:
        """Return the lines so far and begin anew; blanks around line breaks are gone, as in a browser."""
        lines = [_BLANKS.sub(" ", line).strip(" ") for line in "".join(self._pieces).split("\n")]
        self._pieces = []
        return lines


def is_shown(element: Element) -> bool:
    """Return whether a browser shows an element, and not struck out."""
    return element.tag not in _UNSEEN and not _NONE.search(element.get("style") or "")


def font_of(element: Element) -> str:
    """Return the symbol font that an element sets, "" for any other."""
    found = _FONT.search(element.get("style") or "") or _FONT.search(f"font-family:{element.get('face') or ''}")
    return found[1] if found else ""
