"""What a printed label means by what it is made of: morphemes cut out of it, and the field that their classes name."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from perflint.office.recognition.wording import bare
from perflint.pattern import pattern
from perflint.typography import fold

_NUMERIC = pattern(r"20\d\d(?:年度?)?|\d{1,2}[-—~至]\d{1,2}月|\d{1,2}月|\d+|[a-zA-Z]/?[a-zA-Z]?")
_END = pattern(r"\d+$")
_ITEM = pattern(r"(?:目标|指标)\d")
_LONGEST, _UNKNOWN_COST, _REMEMBERED = 24, 10, 65536
_WHOLE, _PARTLY = 0.9, 0.6
_FOREIGN = "~"
_JOINING = frozenset({"and"})


class Found(Struct, frozen=True):
    """The field that a label names, and how sure that is (0 to 1)."""

    field: str
    confidence: float


class Rule(Struct, frozen=True):
    """A field with the classes that its label needs (one of each group) and those it may not have."""

    field: str
    need: tuple[frozenset[str], ...]
    banned: frozenset[str]
    only: bool = False
    order: tuple[str, ...] = ()

    def fits(self, parts: Sequence[frozenset[str]]) -> bool:
        """Return whether each group finds a morpheme of its own, and no morpheme that none asks for is banned."""
        needed = frozenset().union(*self.need)
        if any(part & self.banned and not part & needed for part in parts):
            return False
        if self.only and any(not part & needed and part != _JOINING for part in parts if part):
            return False
        if self.order and not all(name in part for name, part in zip(self.order, parts, strict=False)):
            return False
        return _matched(self.need, [part for part in parts if part])


def _matched(need: Sequence[frozenset[str]], parts: list[frozenset[str]]) -> bool:
    if not need:
        return True
    return any(
        part & need[0] and _matched(need[1:], parts[:place] + parts[place + 1 :]) for place, part in enumerate(parts)
    )


class Composition(Struct, frozen=True):
    """Morphemes with their classes, and rules by place: `head` for labels, else the name of a list."""

    words: Mapping[str, frozenset[str]]
    rules: Mapping[str, tuple[Rule, ...]]
    longest: int
    seen: dict[tuple[str, str], Found | None] = field(default_factory=dict)

    def read(self, text: str, place: str) -> Found | None:
        """Return the field that a label names in a place; None where it is no label that can be read.

        A field that ends in `x-` goes on with the label.
        """
        key = (fold(text).strip(":"), place)
        if key not in self.seen:
            if len(self.seen) > _REMEMBERED:
                self.seen.clear()
            self.seen[key] = self._read(*key)
        return self.seen[key]

    def _read(self, text: str, place: str) -> Found | None:
        for words in bare(text):
            if (
                ":" in words
                or _ITEM.search(words)
                or not 1 < len(words) <= _LONGEST
                or (_END.search(words) and place == "head")
            ):
                continue
            parts, unknown = self.cut(words)
            if any(_FOREIGN in part and len(part) == 1 for part in parts) or unknown * 3 > len(words):
                continue
            rule = next((one for one in self.rules.get(place, ()) if one.fits(parts)), None)
            if rule is not None:
                named = rule.field + text.replace(".", "") if rule.field.endswith("x-") else rule.field
                return Found(named, _PARTLY if unknown else _WHOLE)
        return None

    def cut(self, words: str) -> tuple[list[frozenset[str]], int]:
        """Return the classes of the morphemes of a label, in order, and how many characters are of no morpheme."""
        best: list[tuple[int, tuple[frozenset[str], ...], int]] = [(0, (), 0)]
        for end in range(1, len(words) + 1):
            cost, parts, unknown = best[end - 1]
            options = [(cost + _UNKNOWN_COST, parts, unknown + 1)]
            for start in range(max(0, end - self.longest), end):
                classes = self._classes(words[start:end])
                if classes is not None:
                    before = best[start]
                    options.append((before[0] + 1, (*before[1], classes), before[2]))
            best.append(min(options, key=lambda option: option[0]))
        _, found, unknown = best[-1]
        return list(found), unknown

    def _classes(self, piece: str) -> frozenset[str] | None:
        known = self.words.get(piece)
        if known is None and _NUMERIC.fullmatch(piece):
            return frozenset({"year"}) if "年" in piece else frozenset()
        return known


def composition(data: Mapping[str, Any]) -> Composition:
    """Return the composition of labels from `rules/office/composition.yaml`, read."""
    words: dict[str, set[str]] = {}
    for name, texts in data["words"].items():
        for text in texts:
            words.setdefault(str(text), set()).add(str(name))
    rules = {place: tuple(_rule(one) for one in entries) for place, entries in data.items() if place != "words"}
    classes = {text: frozenset(names - {"and"} if len(names) > 1 else names) for text, names in words.items()}
    return Composition(classes, rules, max(map(len, classes)))


def _rule(entry: Mapping[str, Any]) -> Rule:
    need = tuple(frozenset(group.split()) for group in entry["need"].split(","))
    banned = frozenset(entry.get("not", "").split())
    return Rule(entry["field"], need, banned, entry.get("only") == "true", tuple(entry.get("order", ())))
