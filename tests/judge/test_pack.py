"""What a wheel brings along of the rules is what a checkout compiles, wherever either lies."""

from pathlib import Path, PurePosixPath

import msgspec
import pytest
from msgspec.structs import replace

from perflint.data import rules_root
from perflint.judge import Pack, load_pack
from perflint.judge.pack import placed, rule_files
from perflint.judge.pack_building import build_pack
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

TESTS = Path(__file__).parent.parent
TABLE = TESTS.parent / "examples" / "lulong-2023" / "03.yaml"


def test_a_pack_made_elsewhere_is_the_same_once_it_is_placed() -> None:
    pack = load_pack()
    made = msgspec.msgpack.encode(placed(pack, lambda path: Path(path).relative_to(rules_root()).as_posix()))
    assert str(rules_root()).encode() not in made
    there = placed(msgspec.msgpack.decode(made, type=Pack), lambda path: str(rules_root() / PurePosixPath(path)))
    assert there == pack
    assert [rule.page for rule in there.rules] == [rule.page for rule in pack.rules]


def test_a_pack_that_is_built_on_another_is_what_all_files_together_give() -> None:
    shipped, own = (
        rule_files()[:20],
        [(path, path.parent.name) for path in sorted((TESTS / "rules/bureau").rglob("*.yaml"))],
    )
    on_another, together = build_pack(own, build_pack(shipped)), build_pack([*shipped, *own])
    assert on_another.compiled.keys() == together.compiled.keys()  # whose bytes differ from one time to the next
    assert replace(on_another, compiled={}) == replace(together, compiled={})
    assert len(together.rules) == 20 + len(own)


def test_expressions_that_are_not_compiled_are_compiled_when_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Checker(Config(), Options()).check(TABLE.read_bytes(), "table.yaml")
    bare = replace(load_pack(), compiled=dict.fromkeys(load_pack().compiled, b""), trees={})
    monkeypatch.setattr("perflint.workspace.checking.load_pack", lambda _: bare)
    assert Checker(Config(), Options()).check(TABLE.read_bytes(), "table.yaml") == usual
