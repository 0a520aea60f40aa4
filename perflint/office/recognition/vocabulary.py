"""What the cells of printed forms say: labels, headings of columns, marks of profiles; from `rules/office/`."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from perflint.data.assets import rules_root
from perflint.data.lexicon import load_lexicon
from perflint.model import printed_names
from perflint.office.recognition.composition import Composition, Found, composition
from perflint.office.recognition.wording import exact, plain, unnumbered
from perflint.source import read_source, to_data

_FILE, _COMPOSITION = "recognition.yaml", "composition.yaml"
_SURE = 0.8


class Listing(Struct, frozen=True):
    """A list with headings of columns: which field each heading names, and how its rows are read."""

    name: str
    needs: int
    columns: Mapping[str, str]
    opened_by: frozenset[str] = frozenset()
    carried: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()
    spanning: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset()
    sum: frozenset[str] = frozenset()
    composed: Composition = Composition({}, {}, 1)

    def field(self, text: str, above: str = "") -> str | None:
        """Return the field that a heading names, with the heading above it where that makes a difference."""
        listed = self.listed(text, above)
        found = None if listed else self.read(text)
        return listed or (found.field if found else None)

    def read(self, text: str) -> Found | None:
        """Return the field that a heading names by what it is made of, where that says it surely."""
        found = self.composed.read(text, self.name)
        return found if found and found.confidence >= _SURE else None

    def listed(self, text: str, above: str = "") -> str | None:
        """Return the field that a heading is listed under."""
        for name in (exact(text), plain(text)):
            found = self.columns.get(f"{plain(above)}>{name}") if above else None
            found = found or self.columns.get(name)
            if found:
                return found
        return None


class Guess(Struct, frozen=True):
    """By which marks a profile is guessed, and how sure that is."""

    profile: str
    every: tuple[str, ...]
    some: tuple[str, ...]
    confidence: float
    none: tuple[str, ...] = ()


class Vocabulary(Struct, frozen=True):
    """All that cells may say; labels and headings in the form in which they are compared."""

    labels: Mapping[str, str]
    headings: frozenset[str]
    listings: tuple[Listing, ...]
    levels: Mapping[str, int]
    parents: Mapping[str, str]
    guesses: tuple[Guess, ...]
    late_guesses: tuple[Guess, ...]
    more: Mapping[str, Any]
    composed: Composition = Composition({}, {}, 1)

    def label(self, text: str) -> str | None:
        """Return the field of a label, listed or by what it is made of, or nothing."""
        text = unnumbered(text)
        listed = self.listed(text)
        if listed or self.heads(text) or exact(text) in self.levels or _as_indicator(exact(text)) in self.levels:
            return listed
        found = self.composed.read(text, "head")
        return found.field if found and found.confidence >= _SURE else None

    def sureness(self, text: str) -> float:
        """Return how sure the field of a label is: 1 where it is listed."""
        found = None if self.listed(text) else self.composed.read(text, "head")
        return found.confidence if found else 1.0

    def listed(self, text: str) -> str | None:
        """Return the field that a label is listed under, or nothing."""
        return self.labels.get(exact(text)) or self.labels.get(plain(text))

    def level(self, text: str) -> int | None:
        """Return the level of a class of indicators (0 for one printed on both), with or without points behind it.

        Forms that print 目标 for 指标 (一级目标, 数量目标) name the same classes.
        """
        names = (exact(text), plain(text), _as_indicator(plain(text)))
        return next((found for name in names if (found := self.levels.get(name)) is not None), None)

    def heads(self, text: str) -> bool:
        """Return whether a cell only heads a part of the form."""
        return plain(text) in self.headings or exact(text) in self.headings


def _as_indicator(name: str) -> str:
    return name.removesuffix("目标") + "指标" if name.endswith("目标") else ""


@lru_cache(maxsize=4)
def vocabulary(packs: tuple[Path, ...] = ()) -> Vocabulary:
    """Return the vocabulary, with the names that the profiles of packs have for cells.

    Raises:
        ProfileError, LexiconError: a pack is broken.
    """
    path = rules_root() / "office" / _FILE
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    parts: Any = to_data(read_source((path.parent / _COMPOSITION).read_bytes(), _COMPOSITION).roots[0])
    composed = composition(parts)
    printed = printed_names(packs)
    rows = [(name, cell.removeprefix("indicators.")) for name, cell in printed if cell.startswith("indicators.")]
    heads = [(name, cell) for name, cell in printed if not cell.startswith("indicators.")]
    labels = {name: cell for cell, names in data["labels"].items() for name in _both(names)}
    labels.update({exact(name): cell for name, cell in heads})
    listings = tuple(
        _listing(name, entry, rows if name == "indicators" else [], composed) for name, entry in data["lists"].items()
    )
    guesses = tuple(_guess(entry) for entry in data["profiles"])
    late = tuple(_guess(entry) for entry in data["late_profiles"])
    return Vocabulary(
        labels,
        frozenset(_both(data["headings"])),
        listings,
        _levels(packs),
        _parents(packs),
        guesses,
        late,
        data,
        composed,
    )


def _both(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (exact(name), plain(name))]


def _listing(name: str, entry: dict[str, Any], printed: list[tuple[str, str]], composed: Composition) -> Listing:
    columns = {_heading(text): field for field, names in entry["columns"].items() for text in names}
    columns.update({exact(text): field for text, field in printed})
    return Listing(
        name,
        int(entry["needs"]),
        columns,
        frozenset(_both(entry.get("opened_by", []))),
        tuple(entry.get("carried", [])),
        tuple(tuple(order) for order in entry.get("orders", [])),
        frozenset(_both(entry.get("spanning", []))),
        frozenset(entry.get("money", [])),
        frozenset(entry.get("sum", [])),
        composed,
    )


def _heading(text: str) -> str:
    return ">".join(exact(part) for part in text.split(">"))


def _guess(entry: dict[str, Any]) -> Guess:
    return Guess(
        entry["profile"],
        tuple(entry["all"]),
        tuple(entry["any"]),
        float(entry["confidence"]),
        tuple(entry.get("none", [])),
    )


def _levels(packs: tuple[Path, ...]) -> dict[str, int]:
    """Return the names of the indicator classes with their levels; a class printed on both has level 0."""
    levels: dict[str, int] = {}
    for entry in load_lexicon(packs).section("taxonomy"):
        level = 0 if entry["id"] == "cost" else int(entry["level"])
        for name in (entry["name"], *entry["aliases"]):
            levels.setdefault(exact(name), level)
    return levels


def _parents(packs: tuple[Path, ...]) -> dict[str, str]:
    """Return the first-level class (its id) that each class belongs to; those that both frames place otherwise have none."""
    parents: dict[str, str] = {}
    for entry in load_lexicon(packs).section("taxonomy"):
        if entry["id"].partition(".")[0] != "cost":
            for name in (entry["name"], *entry["aliases"]):
                parents.setdefault(exact(name), entry["id"].partition(".")[0])
    return parents
