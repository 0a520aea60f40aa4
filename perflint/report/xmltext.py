"""Text as XML 1.0 allows it, without what a terminal or the log of a build service would obey."""

from perflint.pattern import pattern

_FORBIDDEN = pattern(
    "[^\t\n\r\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
# A line that begins so is an order to the build service of GitHub.
_ORDER = pattern(r"(?<![^\s])::")
_CONTENT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ATTRIBUTE = _CONTENT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_CONTENT_SIGNS = str.maketrans(_CONTENT | {"\r": "&#13;"})
_ATTRIBUTE_SIGNS = str.maketrans(_ATTRIBUTE)


def content(text: str) -> str:
    """Return a text as the content of an element; characters that XML forbids become U+FFFD."""
    escaped = _pure(text).translate(_CONTENT_SIGNS).replace("##[", "#&#35;[").replace("##vso[", "#&#35;vso[")
    return _ORDER.sub("&#58;:", escaped)


def attributes(**values: object) -> str:
    """Return attributes as they stand in a tag, each behind a blank."""
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in values.items())


def _attribute(text: str) -> str:
    return _pure(text).translate(_ATTRIBUTE_SIGNS).replace("##[", "#&#35;[").replace("##vso[", "#&#35;vso[")


def _pure(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
