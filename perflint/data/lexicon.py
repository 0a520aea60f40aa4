"""The word lists of `rules/lexicon/`, as plain data, with a user's additions and removals applied."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct, field

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.built import built
from perflint.data.store import remember
from perflint.source import Node, NodeKind, Source, Unreadable, lookup, read_source, to_data

_VERBS = ("extend", "remove")


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

    Names that a pack's profiles give to national classes (`levels: names:`) are read as further names of these classes.

    Raises:
        LexiconError: a file is broken, or changes a list that does not exist.
    """
    if not packs and (known := built("lexicon", Lexicon)):
        return known
    shipped = data_files(rules_root() / "lexicon")
    own = tuple(path for pack in packs for path in data_files(pack / "lexicon"))
    profiles = tuple(path for pack in packs for path in data_files(pack / "profiles"))
    return _load(shipped, own, profiles, stamp((*shipped, *own, *profiles)))


@lru_cache(maxsize=8)
def _load(shipped: tuple[Path, ...], own: tuple[Path, ...], profiles: tuple[Path, ...], state: str) -> Lexicon:
    return remember("lexicon", state, lambda: _build(shipped, own, profiles), Lexicon)


def _build(shipped: Iterable[Path], own: Iterable[Path], profiles: Iterable[Path]) -> Lexicon:
    sections: dict[str, Any] = {}
    for path in shipped:
        sections.update((key.text, to_data(value)) for key, value in _read(path)[1].pairs)
    for path in own:
        _lay_over(sections, *_read(path))
    for path in profiles:
        _name_classes(sections["taxonomy"], path)
    return Lexicon(sections)


def _read(path: Path) -> tuple[Source, Node]:
    try:
        source = read_source(path.read_bytes(), str(path))
    except Unreadable as fault:
        raise LexiconError(f"{path}: {fault.zh} / {fault.en}") from fault
    if source.faults:
        _fail(source, source.faults[0].start, source.faults[0].zh, source.faults[0].en)
    if len(source.roots) != 1 or source.roots[0].kind is not NodeKind.MAPPING:
        _fail(
            source,
            0,
            "词表文件应为 extend: 和 remove:",
            "a mapping of list names to words is expected, under `extend:` or `remove:`",
        )
    return source, source.roots[0]


def _fail(source: Source, offset: int, zh: str, en: str) -> NoReturn:
    line, column = source.line_column(offset)
    raise LexiconError(f"{source.path}:{line}:{column}: {zh} / {en}")


def _lay_over(sections: dict[str, Any], source: Source, root: Node) -> None:
    """Lay a user's file over the lists: words under `extend:` and `remove:`, and lists of its own."""
    import difflib  # noqa: PLC0415  # what few need, few pay for

    known = (*_VERBS, *sections)
    for key, value in root.pairs:
        if key.text in _VERBS:
            _change(sections, source, key.text, value)
        elif key.text in sections:
            _fail(source, key.start, f"“{key.text}”是自带的词表，请写在 extend: 或 remove: 下，如 words.one_off: [慰问金]",
                  f"`{key.text}` is one of perflint's own; change its lists under `extend:` or `remove:`")  # fmt: skip
        elif close := difflib.get_close_matches(key.text, known, n=1, cutoff=0.8):
            _fail(
                source,
                key.start,
                f"没有“{key.text}”，是否应为“{close[0]}”？",
                f"there is no `{key.text}`; did you mean `{close[0]}`?",
            )
        else:
            sections[key.text] = to_data(value)


def _change(sections: dict[str, Any], source: Source, verb: str, lists: Node) -> None:
    if lists.kind is not NodeKind.MAPPING:
        _fail(source, lists.start, f"“{verb}:”下写词表名和词，如 words.one_off: [慰问金]",
              f"`{verb}:` maps list names to words, for example words.one_off: [慰问金]")  # fmt: skip
    known = dict(_lists(sections, ""))
    for key, value in lists.pairs:
        words = known.get(key.text)
        if words is None:
            zh, en = _near(key.text, known)
            _fail(source, key.start, f"没有名为“{key.text}”的词表{zh}", f"there is no word list named {key.text}{en}")
        if value.kind is not NodeKind.SEQUENCE:
            _fail(
                source,
                value.start,
                "应为列表，如 [慰问金, 抚恤金]",
                "its words are not a list such as [慰问金, 抚恤金]",
            )
        for item in value.items:
            _change_word(source, verb, words, item)


def _change_word(source: Source, verb: str, words: list[Any], item: Node) -> None:
    word = to_data(item)
    if verb == "extend":
        words.append(word)
        return
    if word not in words:
        zh, en = _near(item.text, (known for known in words if isinstance(known, str)))
        _fail(source, item.start, f"这个词表里没有“{item.text}”{zh}", f"the list has no word `{item.text}`{en}")
    words[:] = [known for known in words if known != word]


def _lists(node: Any, prefix: str) -> Iterator[tuple[str, list[Any]]]:  # noqa: ANN401  # data as read
    """Yield every list of the lexicon with its dotted name."""
    for name, value in node.items():
        if isinstance(value, list):
            yield prefix + name, value
        elif isinstance(value, dict):
            yield from _lists(value, f"{prefix}{name}.")


def _near(word: str, known: Iterable[str]) -> tuple[str, str]:
    import difflib  # noqa: PLC0415  # what few need, few pay for

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return (f"，是否应为“{close[0]}”？", f"; did you mean `{close[0]}`?") if close else ("", "")


def _name_classes(classes: list[Any], path: Path) -> None:
    """Add the labels that a profile's form prints to the classes that it says they mean; its mistakes are told elsewhere."""
    try:
        source = read_source(path.read_bytes(), str(path))
    except Unreadable:
        return
    names = lookup(source.roots[0], "levels", "names") if source.roots and not source.faults else None
    for label, meant in names.pairs if names else ():
        for known in classes:
            if known["name"] == meant.text and label.text not in known["aliases"]:
                known["aliases"].append(label.text)
