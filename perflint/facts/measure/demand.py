"""What an indicator name asks for, read from its end: a rate, people, an area, an amount of money, a time."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from perflint.data import Lexicon
from perflint.facts.direction import plain_name
from perflint.pattern import pattern

# Names that end like a head without having it: 用户数 counts people, 法人数 organisations.
_ENDS_ALIKE = pattern(r"(?:用户|客户|账户|帐户|储户|大户)数$|法人数$|(?:学|周|假)期数$|里程碑$")
_LEFT_OPEN = pattern(r"[（(\[【][^）)\]】]*$")  # (≥**: what a form left in the name
_OF_PERSONS = ("people",)
_ALL = ("share", "date", "money", "time", "length", "area", "visits", "people", "times")
_LONGEST_UNIT = 3
THING = "thing"


class Demand(Struct, frozen=True):
    """What a name asks for: the end that says so, its measure, and the dimensions that answer it.

    With `takes` nothing else is an answer; without it everything is but `bars`. `near` is often taken for the right one, units of `forms` are
    right whatever they count elsewhere.
    """

    head: str
    measure: str
    takes: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()

    def refuses(self, dimension: str, unit: str) -> bool:
        """Return whether a quantity of this dimension and unit is no answer (the near ones included)."""
        if unit in self.forms:
            return False
        if dimension in self.near:
            return True
        return dimension not in self.takes if self.takes else dimension in self.bars


class Demands:
    """The heads of the lexicon, ready for the search from the end of a name."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.section("measures")
        self._groups: dict[str, list[str]] = data["groups"]
        self._units = {form: entry["dimension"] for entry in lexicon.section("units") for form in entry["forms"]}
        self._heads = {end: self._demand(end, entry) for entry in data["heads"] for end in entry["ends"]}
        self._not = {end: tuple(entry.get("not", ())) for entry in data["heads"] for end in entry["ends"]}
        self._acts = {end: tuple(entry.get("acts", ())) for entry in data["heads"] for end in entry["ends"]}
        self._done_to: list[dict[str, list[str]]] = data["done_to"]
        self._longest = max(map(len, self._heads))
        self._tails, self._persons = tuple(data["tails"]), tuple(data["persons"])
        self._substances, self._substance_acts = tuple(data["substances"]), tuple(data["substance_acts"])
        self._substance_bars = self._dimensions(data["substance_bars"])
        self._remembered = lru_cache(maxsize=4096)(self._read)

    def of(self, name: str) -> Demand | None:
        """Return what a name asks for, None where its end does not say."""
        return self._remembered(name)

    def _read(self, name: str) -> Demand | None:
        plain = _LEFT_OPEN.sub("", plain_name(name)).rstrip("。;；,，、:：")
        if not plain or _ENDS_ALIKE.search(plain):
            return None
        head = self._longest_end(plain)
        if head and (plain.endswith(self._not[head]) or any(act in plain for act in self._acts[head])):
            return None
        found = self._heads.get(head) or self._thing(plain)
        return self._composed(plain, found) or found

    def _thing(self, plain: str) -> Demand | None:
        """Return the demand of a name that is an act and what it is done to (培训乡村医生, 购置消防车), by the longest end."""
        known = [
            Demand(end, THING, bars=self._dimensions(entry["bars"]))
            for entry in self._done_to
            if plain.startswith(tuple(entry["acts"]))
            for end in entry["ends"]
            if plain.endswith(end)
        ]
        return max(known, key=lambda one: len(one.head), default=None)

    def _longest_end(self, plain: str) -> str:
        sizes = range(min(len(plain), self._longest), 0, -1)
        return next((plain[-size:] for size in sizes if plain[-size:] in self._heads), "")

    def _composed(self, plain: str, found: Demand | None) -> Demand | None:
        """Return the demand of a person, a unit or a substance before a general count (学生数, 座数, 秸秆数量)."""
        if found is None or found.takes:
            return None
        tail = next((tail for tail in self._tails if plain.endswith(tail) and found.head.endswith(tail)), "")
        before = plain.removesuffix(found.head)
        if not tail or found.measure != "count" or not before:
            return None
        if before.endswith(self._persons):
            return self._people(next(one for one in self._persons if before.endswith(one)) + found.head)
        act = next((act for act in self._substance_acts if before.endswith(act)), "")
        if before.removesuffix(act).endswith(self._substances):
            return Demand(found.head, "bulk", bars=self._substance_bars)
        return self._counted(before, found.head)

    def _people(self, head: str) -> Demand:
        return Demand(head, "count", self._dimensions(_OF_PERSONS), near=self._dimensions(("visits", "piece")))

    def _counted(self, before: str, head: str) -> Demand | None:
        """Return the demand of a name that ends in a unit and 数; only whole groups of units stand against it."""
        for size in range(min(len(before), _LONGEST_UNIT), 0, -1):
            dimension = self._units.get(before[-size:], "") if head == "数" else ""
            if dimension:
                own = self._group(dimension)
                return Demand(before[-size:] + head, "count", bars=self._dimensions(_ALL) - own)
        return None

    def _group(self, dimension: str) -> frozenset[str]:
        """Return the dimensions that stand for one; lessons are counted in times too (课时数: 节)."""
        lessons = frozenset({"times"} if dimension == "class_hour" else ())
        return lessons | frozenset(next((every for every in self._groups.values() if dimension in every), [dimension]))

    def _demand(self, head: str, entry: dict[str, Any]) -> Demand:
        takes, bars, near = (self._dimensions(entry.get(key, ())) for key in ("takes", "bars", "near"))
        return Demand(head, entry["measure"], takes, bars, near, frozenset(entry.get("forms", ())))

    def _dimensions(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(one for name in names for one in self._groups.get(name, [name]))


@lru_cache(maxsize=4)
def demands(lexicon: Lexicon) -> Demands:
    """Return the demands of a lexicon; they are made once."""
    return Demands(lexicon)
