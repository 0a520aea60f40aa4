"""Text as XML 1.0 allows it."""

from perflint.pattern import pattern

_FORBIDDEN = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTENT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ATTRIBUTE = _CONTENT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_CONTENT_SIGNS = str.maketrans(_CONTENT | {"\r": "&#13;"})
_ATTRIBUTE_SIGNS = str.maketrans(_ATTRIBUTE)


def content(text: str) -> str:
    """Return a text as the content of an element; characters that XML forbids become U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_CONTENT_SIGNS)


def attributes(**values: object) -> str:
    """Return attributes as they stand in a tag, each behind a blank."""
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in values.items())


def _attribute(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text).translate(_ATTRIBUTE_SIGNS)
