"""A piece with quantities: each with its label, base and kind."""

import re

from msgspec.structs import replace

from perflint.quantity.combination import around, between, multiplied, result, span_before, summed, window
from perflint.quantity.kinds import kind_of_parts
from perflint.quantity.labelled import labelled
from perflint.quantity.labels import read_tail
from perflint.quantity.parts import part_of
from perflint.quantity.quantities import Quantity
from perflint.quantity.reading import Reading
from perflint.quantity.setting import Setting
from perflint.quantity.value import Kind, Part


def read_measured(found: tuple[Quantity, ...], at: Setting) -> Reading:
    """The reading of a piece with at least one quantity."""
    found = window(found, at) or result(found, at) or found
    if len(found) > 1 and multiplied(found, at):
        parts = tuple(part_of(each, at.clear, at.hint, at.units, at.start) for each in found)
        return Reading(Kind.UNKNOWN, parts)
    quantities, over = span_before(found, at)
    joined = between(quantities, at) or around(quantities) or summed(quantities, at)
    parts, residue = _parts(joined or quantities, at, over)
    return Reading(kind_of_parts(parts, at), parts, residue)


def _parts(found: tuple[Quantity, ...], at: Setting, over: Quantity | None) -> tuple[tuple[Part, ...], str]:
    parts: list[Part] = []
    residue = ""
    since, condition = (over.end if over else 0), ""
    behind = len(found) > 1 and bool(read_tail(at.raw(found[-1].end, at.end - at.start), at.words).noun)
    for index, each in enumerate(found):
        last = index == len(found) - 1
        until = (
            at.end - at.start
            if last
            else _border(at.text, each.end, found[index + 1].start, behind=behind or each.measure.unit == "个")
        )
        if not last and _is_condition(each, at.text[each.end : found[index + 1].start]):
            condition, since = at.raw(each.start, found[index + 1].start).removesuffix("的"), found[index + 1].start
            continue
        inside = bool(parts) and "(" in at.text[since : each.start]
        tail = read_tail(at.raw(each.end, until).replace("（", "(").replace("）", ")"), at.words)
        part = labelled(each, at, since, tail, over if not parts else None)
        if condition:
            part, condition = replace(part, label=condition, per=part.per or (parts[0].per if parts else ())), ""
        aside = inside and (not part.unit or part.label.startswith(("含", "即", "满分", "总分")))
        if not aside or not parts:
            parts.append(part)
        residue += tail.residue
        since = until
    return tuple(parts), residue


def _is_condition(found: Quantity, gap: str) -> bool:
    """Whether a quantity says of whom the next one speaks: 1000人以上的2人, 60岁以上老人500人."""
    return gap == "的" or (found.measure.unit in {"岁", "周岁"} and not re.search(r"[，,、；;(]", gap))


def _border(text: str, first: int, last: int, *, behind: bool) -> int:
    """Where the words between two quantities stop to belong to the first; all do if nouns stand `behind`."""
    place = max(text.rfind(mark, first, last) for mark in "(，,、;")
    if place < 0 and behind:
        return last
    return max(place, first)
