"""The word lists of `rules/lexicon/`, as plain data, with a user's additions and removals applied."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.store import remember
from perflint.source import Unreadable, read_source, to_data


class LexiconError(Exception):
    """A lexicon file that cannot be used; the text names the file and what to mend."""


class Lexicon(Struct, frozen=True, eq=False):
    """Word lists by dotted name (`words.one_off`), every scalar as typed."""

    sections: Mapping[str, Any]
    plain: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Plain lists already asked for."""

    def section(self, name: str) -> Any:  # noqa: ANN401  # lexicon sections differ in shape; each reader knows its own
        """Return the data under a dotted name.

        Raises:
            KeyError: there is no such list.
        """
        node: Any = self.sections
        for step in name.split("."):
            node = node[step]
        return node

    def words(self, name: str) -> tuple[str, ...]:
        """Return a plain word list by its dotted name, as typed and in order.

        Raises:
            KeyError: there is no such list.
        """
        known = self.plain.get(name)
        if known is None:
            known = self.plain[name] = tuple(word for word in self.section(name) if isinstance(word, str))
        return known


def load_lexicon(packs: tuple[Path, ...] = ()) -> Lexicon:
    """Return the shipped lexicon with the `lexicon/*.yaml` of further packs laid over it in order.

    Raises:
        LexiconError: a file is broken, or changes a list that does not exist.
    """
    files = [*data_files(rules_root() / "lexicon")]
    for pack in packs:
        files.extend(data_files(pack / "lexicon"))
    return _load(tuple(files), stamp(files))


@lru_cache(maxsize=8)
def _load(files: tuple[Path, ...], state: str) -> Lexicon:
    return remember("lexicon", state, lambda: _build(files))


def _build(files: Iterable[Path]) -> Lexicon:
    sections: dict[str, Any] = {}
    changes: list[tuple[Path, str, Any]] = []
    for path in files:
        for key, value in _read(path).items():
            if key in {"extend", "remove"}:
                changes.append((path, key, value))
            else:
                sections[key] = value
    for path, verb, lists in changes:
        _change(sections, path, verb, lists)
    return Lexicon(sections)


def _read(path: Path) -> dict[str, Any]:
    try:
        source = read_source(path.read_bytes(), str(path))
    except Unreadable as fault:
        raise LexiconError(f"{path}: {fault.en}") from fault
    if source.faults or len(source.roots) != 1:
        raise LexiconError(f"{path}: {source.faults[0].en if source.faults else 'one YAML mapping is expected'}")
    data = to_data(source.roots[0])
    if not isinstance(data, dict):
        raise LexiconError(f"{path}: a mapping of list names to words is expected")
    return data


def _change(sections: dict[str, Any], path: Path, verb: str, lists: Any) -> None:  # noqa: ANN401  # data as read
    if not isinstance(lists, dict):
        raise LexiconError(f"{path}: `{verb}:` maps list names to words, for example words.one_off: [慰问金]")
    for name, words in lists.items():
        *parents, last = name.split(".")
        node: Any = sections
        for step in parents:
            node = node.get(step) if isinstance(node, dict) else None
        if not isinstance(node, dict) or not isinstance(node.get(last), list) or not isinstance(words, list):
            raise LexiconError(f"{path}: there is no word list named {name}, or its words are not a list")
        kept = [word for word in node[last] if verb == "extend" or word not in words]
        node[last] = [*kept, *words] if verb == "extend" else kept
