"""Where the documents of a text and the tables of a bundle begin and end, seen without a parser."""

from perflint.pattern import pattern

_DOCUMENT = pattern(r"(?m)^---(?=[ \t\r\n]|\Z)")
_HEAD = pattern(r"(?:[ \t]*(?:[%#][^\r\n]*)?(?:\r\n|[\r\n]|\Z))*")
# The key of a bundle as `rules/fields.yaml` spells it; this floor reads no catalogue.
_BUNDLE = pattern(r"(?m)^(?:tables|表格|表列表|绩效目标表)[ \t]*:[ \t]*(?:#[^\r\n]*)?\r?$")
_ITEM = pattern(r"(?m)^([ \t]*)-(?=[ \t\r\n])")
_KEY = pattern(r"(?m)^[^ \t\r\n#-]")


def next_document(text: str, place: int, start: int) -> int | None:
    """Where the first document after a place begins, for a document that starts at `start`; None behind the last."""
    found = _DOCUMENT.search(text, max(place, start))
    if found and found.start() <= start:
        found = _DOCUMENT.search(text, found.end())
    return found.start() if found else None


def document_end(text: str, start: int, place: int) -> int:
    """Where the document that starts at `start` and holds `place` ends; its directives do not end it."""
    found = _DOCUMENT.search(text, max(place, start))
    head = _HEAD.match(text, start)
    if found and head and found.start() <= head.end():
        found = _DOCUMENT.search(text, found.end())
    return found.start() if found else len(text)


def broken_item(text: str, start: int, place: int) -> tuple[int, int] | None:
    """The span behind the dash of that table in a bundle which holds a place; None where it is in no such list."""
    key = next(_BUNDLE.finditer(text, start, place), None)
    if key is None:
        return None
    after = _KEY.search(text, key.end())
    end = after.start() if after else len(text)
    first = _ITEM.search(text, key.end(), end)
    if first is None or not first.start() <= place < end:
        return None
    items = [found for found in _ITEM.finditer(text, first.start(), end) if found[1] == first[1]]
    index = max(number for number, found in enumerate(items) if found.start() <= place)
    stop = items[index + 1].start() if index + 1 < len(items) else end
    return items[index].end(), stop
