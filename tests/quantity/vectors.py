"""Values written in the notation of values.tsv: `ge 95 % [suffix] | {label} none 3 个`."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from perflint.data import load_lexicon, rules_root
from perflint.quantity import Day, Kind, Op, Part, UnitTable, Value, ValueReader, ValueWords


class Vector(NamedTuple):
    """One line of a page of values: the cell, its kind, its parts."""

    raw: str
    kind: str
    parts: str


@cache
def reader() -> ValueReader:
    lexicon = load_lexicon()
    words = ValueWords.from_data(
        lexicon.section("value_words"), lexicon.section("vague"), lexicon.section("canonical_spelling")
    )
    definitions = (rules_root() / "units.txt").read_text(encoding="utf-8")
    return ValueReader(words, UnitTable.from_data({"units": lexicon.section("units")}, definitions))


def load(name: str) -> list[Vector]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()[1:]
    return [Vector(*line.split("\t")[:3]) for line in lines if line]


def written(value: Value, *, flags: bool = True) -> str:
    return " | ".join(_part(part, value.kind, flags=flags) for part in value.parts) or "-"


def canonical(parts: str, *, flags: bool = True) -> list[tuple[str, list[str]]]:
    """Each part without its flags, and the flags in alphabetical order."""
    found = []
    for part in parts.split(" | "):
        text, *marks = part.split(" [")
        found.append((text, sorted(mark.rstrip("]") for mark in marks) if flags else []))
    return found


def _part(part: Part, kind: Kind, *, flags: bool) -> str:
    label = f"{{{part.label}}} " if part.label else ""
    marks = "".join(f" [{flag}]" for flag in part.flags) if flags else ""
    return f"{label}{part.op.value}{_quantity(part, kind)}{marks}"


def _quantity(part: Part, kind: Kind) -> str:
    if part.op is Op.TEXT:
        return ""
    if kind is Kind.GRADE:
        return f" {part.number}"
    if part.op is Op.BETWEEN:
        return f" {_end(part.low)}..{_end(part.high)}{_unit(part)}"
    end = part.low if part.low is not None else part.high
    return f" {_end(end)}{_unit(part)}"


def _end(end: Decimal | Day | None) -> str:
    if end is None:
        return "-"
    return str(end) if isinstance(end, Day) else f"{end:f}"


def _unit(part: Part) -> str:
    if isinstance(part.low, Day) or isinstance(part.high, Day):
        return ""
    return f" {'/'.join((part.unit or '-', *part.per))}"
