"""What a wheel brings along: the shipped rules, words and expressions in compiled form. `python -m perflint.workspace.building FOLDER`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from perflint.data import load_lexicon, load_library, rules_root
from perflint.data.built import SOURCES, Sources, contents, entries
from perflint.data.near_miss import load_spelling
from perflint.data.store import use_store
from perflint.facts.knowledge import load_knowledge, load_units
from perflint.facts.sources.references import load_registry
from perflint.judge import Pack, load_pack
from perflint.judge.pack import placed
from perflint.judge.settings import setting_kinds
from perflint.model import load_profiles
from perflint.model.fields import catalogue
from perflint.pattern.shelf import SHELF, python
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

_PACKAGE = Path(__file__).resolve().parent.parent


def build(folder: Path) -> None:
    """Write what a wheel brings along into a folder: the same bytes for the same files and seed of hashes, wherever they lie."""
    use_store(wanted=False)
    for name, part in _parts():
        _write(folder, name, part)
    _write(folder, f"patterns-{python()}", _patterns())
    _write(folder, SOURCES, _sources(rules_root()))


def _parts() -> Iterator[tuple[str, object]]:
    lexicon = load_lexicon()
    yield "lexicon", lexicon
    yield "units", load_units(lexicon)
    yield "library", load_library()
    yield "spelling", load_spelling()
    yield "fields", catalogue()
    yield "settings", setting_kinds()
    yield "profiles", load_profiles()
    yield "references", load_registry()
    yield "pack", _pack()


def _pack() -> Pack:
    """Return the rules as they lie below their folder, and no expression in the runtime's own form.

    That is not the same bytes twice; the few expressions that need the runtime are compiled when one is needed.
    """
    pack = placed(load_pack(), lambda path: Path(path).relative_to(rules_root()).as_posix())
    return replace(pack, compiled=dict.fromkeys(pack.compiled, b""))


def _patterns() -> object:
    """Return the expressions that the first example of each rule needs, as this Python compiles them."""
    load_knowledge()
    checker = Checker(Config(), Options())
    for rule in load_pack().rules:
        checker.check(rule.examples[0].text.encode(), "example.yaml")
    return dict(sorted(SHELF.used.items()))


def _sources(root: Path) -> Sources:
    sizes = [entry.stat().st_size for entry in entries(str(root)) if entry.is_file()]
    return Sources(contents(_PACKAGE, ".py"), contents(root), len(sizes), sum(sizes))


def _write(folder: Path, name: str, part: object) -> None:
    (folder / f"{name}.msgpack").write_bytes(msgspec.msgpack.encode(part))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
