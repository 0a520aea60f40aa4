"""Facts about names that miss a well-known indicator name by one character (WRD050)."""

from functools import lru_cache

from perflint.data import Lexicon, near_miss
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import STRING
from perflint.facts.wording.wordlists import wordlists
from perflint.pattern import pattern

# What a form prints before a name: stars, “其中：”, “指标1：”.
_PRINTED = pattern(r"^[★☆*\s]*(?:其中[:：]?)?(?:指标\d{0,2}[:：])?")

_PIECE = pattern(r"(?:各种|各类|各项|所有|全[省市县区镇村])?(?P<name>(?:(?![、，,；;]|及(?!时)|和(?!谐)).)+)")


@INDICATOR.fact(
    "near_name",
    STRING,
    zh="名称与常见指标名只差一个字时，改正后的名称；否则为空",
    en="the name put right where it misses a well-known indicator name by one character, else empty",
)
def near_name(row: RowView) -> str:
    return _near_name(row.text("name").strip(), row.scope.knowledge.lexicon)


@lru_cache(maxsize=4096)
def _near_name(name: str, lexicon: Lexicon) -> str:
    if not name or wordlists(lexicon).typo_pattern.search(name):
        return ""  # WRD007 speaks
    start = _PRINTED.match(name).end()  # type: ignore[union-attr]  # every part of the pattern may be absent
    for piece in (slice(start, len(name)), *_listed(name, start)):
        if slip := near_miss(name[piece]):
            rest = name[piece.start + slip.end :]
            return name[: piece.start + slip.start] + slip.right[slip.start] + rest
    return ""


def _listed(name: str, start: int) -> tuple[slice, ...]:
    """Return the places of the names of a list (免疫率、屠宰率及检疫率), none where the name is one."""
    if "、" not in name[start:]:
        return ()
    return tuple(slice(start + hit.start("name"), start + hit.end()) for hit in _PIECE.finditer(name[start:]))
