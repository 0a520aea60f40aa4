"""What a wheel brings along of the rules is what a checkout compiles, wherever either lies."""

from pathlib import Path, PurePosixPath

import msgspec
import pytest
from msgspec.structs import replace

from perflint.data import rules_root
from perflint.judge import Pack, load_pack
from perflint.judge.pack import placed
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

TABLE = Path(__file__).parent.parent.parent / "examples" / "lulong-2023" / "03.yaml"


def test_a_pack_made_elsewhere_is_the_same_once_it_is_placed() -> None:
    pack = load_pack()
    made = msgspec.msgpack.encode(placed(pack, lambda path: Path(path).relative_to(rules_root()).as_posix()))
    assert str(rules_root()).encode() not in made
    there = placed(msgspec.msgpack.decode(made, type=Pack), lambda path: str(rules_root() / PurePosixPath(path)))
    assert there == pack
    assert [rule.page for rule in there.rules] == [rule.page for rule in pack.rules]


def test_expressions_that_are_not_compiled_are_compiled_when_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Checker(Config(), Options()).check(TABLE.read_bytes(), "table.yaml")
    bare = replace(load_pack(), compiled=dict.fromkeys(load_pack().compiled, b""), trees={})
    monkeypatch.setattr("perflint.workspace.checking.load_pack", lambda _: bare)
    assert Checker(Config(), Options()).check(TABLE.read_bytes(), "table.yaml") == usual
