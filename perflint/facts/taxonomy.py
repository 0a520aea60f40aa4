"""Indicator classes: printed labels to class ids, and what each frame expects (domain: §2)."""

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from perflint.data import Lexicon
from perflint.facts.class_words import class_by_words, is_of_a_frame
from perflint.facts.printed import bare
from perflint.pattern import pattern
from perflint.typography import fold

FRAME_2015, FRAME_2021 = "mof-2015", "mof-2021"
_SUFFIXES = ("指标", "目标", "值")  # older forms print 数量目标, some 数量值
_SHORTEST = 2  # characters of a class name: 产出, 数量
_CUT = 4
_AND_SO_ON = "等"
# What has one character of a class's name of two and is a word of its own: no slip of the pen.
_WORDS = pattern(
    r"产[能值量业品物]|[支输付]出|效[率能用]|质[效检]|时[间限段]|绩效|成[果绩]|完成|[收权公利]益|[资基]本|数[据值]|总量|素质|社[团区]|[结后]果"
)
_SCORE = pattern(r"(?<=[\u4e00-\u9fff])\(?\d{1,3}(?:\.\d)?(?:[-~—至]\d{1,3})?\)?(?:分|%)?$")
_NOTE = pattern(r"\([^()]*\)$")


class LevelClass(NamedTuple):
    """One class: id (`output.quantity`), level 1 or 2, canonical name, and whether the label was an alias of it."""

    id: str
    level: int
    name: str
    parent: str


class Taxonomy(Struct, frozen=True, eq=False):
    """The classes of both national frames with their aliases."""

    lexicon: Lexicon
    labels: dict[tuple[int, str], LevelClass] = field(default_factory=dict)
    classes: dict[str, LevelClass] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.lexicon.section("taxonomy"):
            parent = entry.get("parent", "")
            known = LevelClass(
                entry["id"], int(entry["level"]), entry["name"], parent if isinstance(parent, str) else ""
            )
            self.classes[known.id] = known
            levels = (1, 2) if known.id == "cost" else (known.level,)
            for label in (entry["name"], *entry["aliases"]):
                for level in levels:
                    self.labels.setdefault((level, _bare(label)), known)
        for (level, label), known in list(self.labels.items()):
            if level == 1 and known.id == "satisfaction":  # old forms print it on the second level, under 效益
                self.labels.setdefault((2, label), self.classes["satisfaction.target"])

    def find(self, label: str, level: int) -> LevelClass | None:
        """Return the class that a printed label means on level 1 or 2, with or without 指标 and inner spaces.

        A label that a cell cut off (`服务对象 满`) is read as the one class whose name starts so; one that is made of a
        class's words and nothing else (`完成时效`) as that class.
        """
        bare = _bare(label)
        return self.labels.get((level, bare)) or self._cut(bare, level) or self.classes.get(class_by_words(bare, level))

    def _cut(self, bare: str, level: int) -> LevelClass | None:
        if len(bare) < _CUT:
            return None
        found = {known.id: known for (at, name), known in self.labels.items() if at == level and name.startswith(bare)}
        return next(iter(found.values())) if len(found) == 1 else None

    def is_near(self, label: str, level: int) -> bool:
        """Return whether an unknown label looks like a mistyped one of that level: 产岀指标."""
        plain = _bare(label)
        return any(at == level and one_off(plain, name) for at, name in self.labels)

    def is_slip(self, label: str, level: int) -> bool:
        """Return whether an unknown label can only be a mistyped one of that level: 产岀指标, and not 产值指标."""
        plain, typed = _bare(label), fold(bare(label))
        if _WORDS.fullmatch(plain[-2:]) or is_of_a_frame(plain):
            return False
        return any(at == level and _misspelt(plain, name) for at, name in self.labels) or any(
            known.level == level and _misspelt(typed, known.name) for known in self.classes.values()
        )

    def is_of_a_frame(self, label: str) -> bool:
        """Return whether a first-level label is one that forms of evaluation and of some provinces print: 投入, 过程."""
        return is_of_a_frame(_bare(label))

    def nearest(self, label: str, level: int) -> str:
        """Return the canonical name most like an unknown label of that level, "" if none is near."""
        import difflib  # noqa: PLC0415  # what few need, few pay for

        names = {bare: known.name for (at, bare), known in self.labels.items() if at == level}
        close = difflib.get_close_matches(_bare(label), names, n=1, cutoff=0.4)
        return names[close[0]] if close else ""

    def parent(self, known: LevelClass, frame: str) -> str:
        """Return the id of the first-level class that a second-level one stands under in a frame ("" for none)."""
        if known.id == "cost":
            return "output" if frame != FRAME_2021 else ""
        return known.parent


def _misspelt(typed: str, name: str) -> bool:
    odd = {one for one, other in zip(typed, name, strict=False) if one != other}
    return len(typed) == len(name) and one_off(typed, name) and odd.isdisjoint("与和及或、的")


def one_off(typed: str, name: str) -> bool:
    """Return whether two labels differ by one character: another one, one more or one less."""
    if len(typed) == len(name):
        return sum(one != other for one, other in zip(typed, name, strict=True)) == 1
    short, long = sorted((typed, name), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@lru_cache(maxsize=4096)
def _bare(label: str) -> str:
    """Return a label without spaces, what the form prints around it (一、, ★, 50分, notes in brackets), 等 and its suffix (指标, 目标, 值)."""
    plain = _SCORE.sub("", _NOTE.sub("", fold(bare(label))))
    plain = _without(plain, _AND_SO_ON)
    suffix = next((one for one in _SUFFIXES if plain.endswith(one)), "")
    return _without(plain, suffix)


def _without(label: str, suffix: str) -> str:
    return label.removesuffix(suffix) if len(label) > _SHORTEST else label
