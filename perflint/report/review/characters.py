"""Texts that every format can hold: characters that XML and UTF-8 do not know become U+FFFD."""

import re
from enum import Enum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

Thing = TypeVar("Thing", bound=Struct)
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def purify(text: str) -> str:
    """Return a text with line feeds as its only line ends, and nothing in it that a document could not hold."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def pure(thing: Thing) -> Thing:
    """Return a record whose texts, those of records inside it included, every format can hold."""
    held = {name: getattr(thing, name) for name in thing.__struct_fields__}
    changed = {name: new for name, old in held.items() if (new := _pure(old)) is not old}
    return replace(thing, **changed) if changed else thing


def _pure(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if value.isprintable() else purify(value)
    if isinstance(value, Struct):
        return pure(value)
    if isinstance(value, tuple):
        return tuple(_pure(item) for item in value)
    return value
