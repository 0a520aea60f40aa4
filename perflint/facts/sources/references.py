"""The dated registry of references: which documents are superseded, since when, and by what (domain: §3.10)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from perflint.data import remember, rules_root
from perflint.data.assets import stamp
from perflint.data.built import built
from perflint.pattern import pattern
from perflint.source import read_source, to_data
from perflint.typography import essence

_DASHES = str.maketrans(dict.fromkeys("—–－―‐−", "-") | dict.fromkeys("[]()（）〔〕【】﹝﹞"))
_EDITION = pattern(r"-\d{2,4}$")
_NOTHING = "null"
_DECREE = "令第"
_DECREE_AFTER = pattern(r"第?(\d{1,4})号令")
SUPERSEDED, UNKNOWN, TERM = "superseded", "unknown", "term"


class Reference(NamedTuple):
    """One entry: `replaced_on` is the first day on which the old text no longer counts, None where it is not known.

    `same_title`: its title is in force under a new number, so that only the old number counts.
    """

    title: str
    aliases: tuple[str, ...]
    number: str
    kind: str
    status: str
    replaced_on: dt.date | None
    replaced_by: str
    confidence: str
    same_title: bool = False


class Registry(NamedTuple):
    """All entries, and those that are documents by title and by number as `key` writes them."""

    entries: tuple[Reference, ...]
    by_key: Mapping[str, Reference]

    def find(self, citation: str) -> Reference | None:
        """Return the document of a 《title》 or a number, None where it is not entered.

        Titles and numbers are compared whole, a standard also without its year; of a decree the end is enough, since words stand
        before its issuer (按照国家质检总局令第133号).
        """
        name = key(citation)
        known = self.by_key.get(name) or self.by_key.get(_EDITION.sub("", name))
        if known or _DECREE not in name:
            return known
        return next((entry for own, entry in self.by_key.items() if _DECREE in own and name.endswith(own)), None)


def key(citation: str) -> str:
    """Return a title or number as two are compared: no blanks, marks or brackets, one kind of dash, a decree as 令第71号."""
    return _DECREE_AFTER.sub(r"令第\1号", essence(citation).translate(_DASHES))


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """Return the shipped registry.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    path = rules_root() / "registry" / "references.yaml"
    return built("references", Registry) or remember(
        "references", stamp([path]), lambda: _build(path.read_bytes()), Registry
    )


def _build(data: bytes) -> Registry:
    content: Any = to_data(read_source(data, "references.yaml").roots[0])
    entries = tuple(_reference(entry) for entry in content["entries"])
    by_key = {name: entry for entry in entries if entry.kind != TERM for name in _names(entry)}
    return Registry(entries, by_key)


def _reference(entry: dict[str, Any]) -> Reference:
    given = {name: text for name, text in entry.items() if text != _NOTHING}
    day = given.get("replaced_on")
    return Reference(
        title=given["title"],
        aliases=tuple(given.get("aliases", ())),
        number=given.get("number", ""),
        kind=given["kind"],
        status=given["status"],
        replaced_on=dt.date.fromisoformat(day) if day else None,
        replaced_by=given.get("replaced_by", ""),
        confidence=given["confidence"],
        same_title=given.get("same_title") == "true",
    )


def _names(entry: Reference) -> Iterator[str]:
    titles = () if entry.same_title else (entry.title,)
    yield from (key(name) for name in (*titles, *entry.aliases, entry.number) if name)
