"""The list of indicators in a text with a line for each cell: its headings, and which cells make a row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perflint.office.recognition.vocabulary import vocabulary
from perflint.office.recognition.wording import exact, halves, plain
from perflint.pattern import pattern

_CLASSES = ("level1", "level2")
_LEAST = 3
_UNKNOWN = 3  # further headings that no list of headings knows, before the first class
_LONGEST_HEADING = 14
_FIGURE = pattern(r"^[≥≤><=＝≧≦±约]|^[\d０-９.,]+\D{0,8}$|^\d")
_WORDS = 8


class Headings(NamedTuple):
    """The fields of the headings of a list ("" where unknown), and where the first row begins."""

    fields: tuple[str, ...]
    end: int

    @property
    def width(self) -> int:
        """How many headings there are."""
        return len(self.fields)

    @property
    def own(self) -> tuple[str, ...]:
        """The fields of the columns that each row has for itself."""
        return tuple(field for field in self.fields if field not in _CLASSES)


def headings_at(texts: Sequence[str], place: int) -> Headings | None:
    """Return the headings of an indicator list that begin at a place, with those that follow up to the first class."""
    listing = next(one for one in vocabulary().listings if one.name == "indicators")
    fields: list[str] = []
    end = place
    while end < len(texts) and _level(texts[end]) is None:
        field = listing.field(texts[end]) or ""
        if (not field and (not fields or fields.count("") >= _UNKNOWN or len(texts[end]) > _LONGEST_HEADING)) or (
            field and field in fields
        ):
            return None
        fields.append(field)
        end += 1
    whole = fields[:1] in (["level1"], ["level2"]) and {"name", "value"} <= set(fields)
    return Headings(tuple(fields), end) if whole and len(fields) >= _LEAST and end < len(texts) else None


def others_at(texts: Sequence[str], place: int) -> int:
    """Return how many headings of another list (a schedule, a breakdown of costs) stand at a place, 0 where none does."""
    for listing in vocabulary().listings:
        end, fields = place, set[str]()
        while end < len(texts) and (field := listing.field(texts[end])) and field not in fields:
            fields.add(field)
            end += 1
        if listing.name != "indicators" and end - place >= max(_LEAST, listing.needs):
            return end - place
    return 0


def rows_of(texts: Sequence[str], heads: Headings) -> list[list[int]]:
    """Return the rows of a list: for each its cells' columns, -1 for the first and so on, 0 for a cell that fits nowhere."""
    rows: list[list[int]] = []
    place, row = heads.end, list[int]()
    suffixed = texts[heads.end].endswith("指标")
    while place < len(texts):
        level = _class_at(texts, place, heads, suffixed=suffixed)
        if level is not None:
            if level == 1 and row:
                rows.append(row)
                row = []
            if -level in row:  # a class without an indicator, and the next one of its level
                rows.append(row)
                row = []
            row.append(-1 - heads.fields.index(f"level{level}"))
            place += 1
            continue
        end = place
        while end < len(texts) and not _ends(texts, end, heads, suffixed=suffixed):
            end += 1
        if end == place:
            break
        for columns in _groups(texts[place:end], heads):
            rows.append([*row, *columns])
            row = []
        place = end
    return [*rows, row] if row else rows


def _ends(texts: Sequence[str], place: int, heads: Headings, *, suffixed: bool) -> bool:
    if _class_at(texts, place, heads, suffixed=suffixed) is not None:
        return True
    named = halves(texts[place])
    return _is_listed(texts[place]) or bool(named and _is_listed(named[0]))


def _is_listed(text: str) -> bool:
    """Return whether a text is a label word by word: among indicators, what only looks like one is a name."""
    return exact(text) in vocabulary().labels or plain(text) in vocabulary().labels


def _class_at(texts: Sequence[str], place: int, heads: Headings, *, suffixed: bool) -> int | None:
    """Return the level of the class at a place, None where the cell is none; a class on both is what the next one says."""
    level = _level(texts[place])
    if level is None or (suffixed and not texts[place].endswith("指标")):
        return None
    if level == 0:
        following = texts[place + 1] if place + 1 < len(texts) else ""
        level = 1 if "成本" in following and _level(following) == 2 else 2  # noqa: PLR2004  # the second level
    return level if f"level{level}" in heads.fields else None


def _level(text: str) -> int | None:
    return vocabulary().levels.get(exact(text))


def _groups(texts: Sequence[str], heads: Headings) -> Iterator[list[int]]:
    """Yield the columns of the cells between two classes, row by row; where it is not clear, each cell for itself."""
    own = [-1 - heads.fields.index(field) if field else -1 - place for place, field in enumerate(heads.fields)
           if field not in _CLASSES]  # fmt: skip
    name, value = heads.own.index("name"), heads.own.index("value")
    fitting = [
        size for size in range(max(name, value) + 1, len(own) + 1)
        if len(texts) % size == 0 and all(_fits(texts[at : at + size], name, value) for at in range(0, len(texts), size))
    ]  # fmt: skip
    if len(fitting) == 1 or fitting[-1:] == [len(own)]:
        size = fitting[-1]
        yield from (own[:size] for _ in range(0, len(texts), size))
    else:
        yield from ([0] for _ in texts)


def _fits(texts: Sequence[str], name: int, value: int) -> bool:
    """Return whether a row could be one: its name is no bare figure, its target a figure or a few words."""
    return not _FIGURE.match(texts[name]) and (bool(_FIGURE.match(texts[value])) or len(texts[value]) <= _WORDS)
