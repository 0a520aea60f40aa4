"""Elements of HTML; every text that is not markup already is escaped."""

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"meta", "br", "input"})
_CAMEL = frozenset({"viewBox", "preserveAspectRatio"})


class Markup(str):
    """Text that is HTML; anything else is escaped when it is put into an element."""

    __slots__ = ()


Piece = str | int | None
Value = Piece | bool
NOTHING = Markup("")


def tag(name: str, /, *content: Piece, **attributes: Value) -> Markup:
    """Return an element; `class_` is the attribute class, `data_x` is data-x; None and False leave an attribute out."""
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opened if name in _VOID else f"{opened}{joined(content)}</{name}>")


def joined(content: Iterable[Piece], between: Piece = "") -> Markup:
    """Return pieces behind one another, texts escaped."""
    return Markup(_safe(between).join(_safe(piece) for piece in content if piece is not None))


def lines(text: str) -> Markup:
    """Return a text with its line breaks as elements."""
    return joined(text.split("\n"), tag("br"))


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key if key in _CAMEL else key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _safe(piece: Piece) -> str:
    return piece if isinstance(piece, Markup) else escape(str(piece if piece is not None else ""))
