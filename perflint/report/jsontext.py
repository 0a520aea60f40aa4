"""JSON written piece by piece: objects, and lists that are never held whole."""

from collections.abc import Iterable, Iterator

import msgspec

from perflint.pattern import pattern

# C1 controls, marks of direction, and `##[`, `##vso[`; JSON itself escapes the other control characters.
_OBEYED = pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|##(?=\\[|vso\\[)")


def indented(item: object) -> str:
    """Return a value as JSON over several lines, indented by one blank a level."""
    return harmless(msgspec.json.format(msgspec.json.encode(item), indent=1).decode())


def one_line(item: object) -> str:
    """Return a value as JSON on one line, with a line break."""
    return harmless(msgspec.json.encode(item).decode()) + "\n"


def harmless(text: str) -> str:
    """Return JSON with those characters as escapes that a terminal or the log of a build service would obey."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0][0]):04x}{found[0][1:]}", text)


def opened(head: dict[str, object]) -> str:
    """Return an object as JSON that is not closed, so that members can follow."""
    return indented(head).removesuffix("\n}")


def member(name: str, items: Iterable[object]) -> Iterator[str]:
    """Yield a member of an object that is a list, with the comma before it."""
    yield f',\n "{name}": '
    yield from array(items, " ")


def array(items: Iterable[object], margin: str = "") -> Iterator[str]:
    """Yield a list item by item, its lines behind a margin."""
    inner = f"\n{margin} "
    between, end = f"[{inner}", "[]"
    for item in items:
        yield between + indented(item).replace("\n", inner)
        between, end = f",{inner}", f"\n{margin}]"
    yield end
