"""The field catalogue: every key of a table with its spellings and what it holds, from `rules/fields.yaml`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from perflint.data.assets import rules_root, stamp
from perflint.data.built import built
from perflint.data.store import remember
from perflint.source import read_source, to_data

# Shapes whose keys stand in a section of another name than the field.
INNER: Mapping[str, str] = {
    "agency": "agency", "goals": "goals", "midterm_goal": "midterm_goal", "execution_rows": "execution_sources"
}  # fmt: skip
_SINGLE = frozenset({"section", "agency", "goals", "midterm_goal"})


class Field(NamedTuple):
    """One key of the format: canonical name, shape of its value, Chinese spellings, meaning in both languages."""

    name: str
    shape: str
    spellings: tuple[str, ...]
    zh: str
    en: str


class Catalogue(NamedTuple):
    """Fields by section and by any spelling; `sections` keeps the canonical ones in the order of the form."""

    sections: Mapping[str, tuple[Field, ...]]
    spelled: Mapping[str, Mapping[str, Field]]


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the catalogue of the format, version 1."""
    path = rules_root() / "fields.yaml"
    return built("fields", Catalogue) or remember("fields", stamp([path]), lambda: _build(path), Catalogue)


@lru_cache(maxsize=16)
def spellings(printed: tuple[tuple[str, str], ...] = ()) -> Mapping[str, Mapping[str, Field]]:
    """Return fields by section and spelling, with further printed names of cells (name, canonical dotted name)."""
    spelled = catalogue().spelled
    if not printed:
        return spelled
    more = {section: dict(names) for section, names in spelled.items()}
    for name, cell in printed:
        section, field = home(cell)
        more[section].setdefault(name, spelled[section][field])
    return more


@lru_cache(maxsize=64)
def printed_below(section: str) -> Mapping[str, tuple[Field, Field]]:
    """Return the Chinese names that are printed in one section inside this one alone, with both fields: 上年值 in a row.

    What the section itself, or two sections inside it, call so is not among them.
    """
    known = catalogue()
    found: dict[str, tuple[Field, Field]] = {}
    doubled: set[str] = set(known.spelled[section])
    for outer in known.sections[section]:
        if outer.shape not in _SINGLE:
            continue
        for inner in known.sections[INNER.get(outer.shape, outer.name)]:
            for name in inner.spellings if inner.shape not in _SINGLE else ():
                doubled |= {name} & found.keys()
                found[name] = (outer, inner)
    return {name: pair for name, pair in found.items() if name not in doubled}


def home(cell: str) -> tuple[str, str]:
    """Return the section that a cell stands in and its key there: `goals.midterm.text` is `text` of `midterm_goal`."""
    *above, last = cell.split(".")
    section = "table"
    for step in above:
        field = catalogue().spelled[section][step]
        section = INNER.get(field.shape, field.name)
    return section, last


def _build(path: Path) -> Catalogue:
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    sections = {
        section: tuple(_field(name, entry) for name, entry in fields.items()) for section, fields in data.items()
    }
    own = _own_words(sections)
    spelled = {section: _spellings(fields, own.get(section, ())) for section, fields in sections.items()}
    return Catalogue(sections, spelled)


def _own_words(sections: Mapping[str, tuple[Field, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the Chinese names of each section that stands once in its own outer one."""
    return {
        INNER.get(field.shape, field.name): field.spellings
        for fields in sections.values()
        for field in fields
        if field.shape in _SINGLE
    }


def _field(name: str, entry: dict[str, Any]) -> Field:
    return Field(name, entry.get("shape", "text"), tuple(entry["zh"]), entry["zh_doc"], entry["en_doc"])


def _spellings(fields: tuple[Field, ...], own: tuple[str, ...]) -> dict[str, Field]:
    """Return the fields of a section by every spelling, also without the section's own word: 项目 → 概况 for 项目概况."""
    spelled = {spelling: field for field in fields for spelling in (field.name, *field.spellings)}
    for spelling, field in tuple(spelled.items()):
        for word in own:
            rest = spelling.removeprefix(word)
            if rest != spelling and len(rest) > 1:
                spelled.setdefault(rest, field)
    return spelled
