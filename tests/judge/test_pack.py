"""What a wheel brings along of the rules is what a checkout compiles, wherever either lies."""

from pathlib import Path, PurePosixPath

import msgspec

from perflint.data import rules_root
from perflint.judge import Pack, load_pack
from perflint.judge.pack import placed


def test_a_pack_made_elsewhere_is_the_same_once_it_is_placed() -> None:
    pack = load_pack()
    made = msgspec.msgpack.encode(placed(pack, lambda path: Path(path).relative_to(rules_root()).as_posix()))
    assert str(rules_root()).encode() not in made
    there = placed(msgspec.msgpack.decode(made, type=Pack), lambda path: str(rules_root() / PurePosixPath(path)))
    assert there == pack
    assert [rule.page for rule in there.rules] == [rule.page for rule in pack.rules]
