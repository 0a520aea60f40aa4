"""The key `fix:` of a rule file: one cell, several linked cells, a stub; and what is said where it is wrong."""

import pytest

from perflint.judge.repairfile import read_repair
from perflint.judge.rule import Bilingual, Repair

WRONG: dict[str, tuple[object, str]] = {
    "no mapping": ("safe", "`fix` needs `safety: safe | unsafe | display` and `with: expression`"),
    "no text": ({"safety": "safe"}, "`fix` needs"),
    "no such safety": ({"safety": "sure", "with": "a"}, "`fix` needs"),
    "one list": ({"safety": "safe", "replace": ["level1", "level2"], "with": "a"}, "both lists of the same length"),
    "list for the subject": ({"safety": "safe", "with": ["a", "b"]}, "both lists of the same length"),
    "too few": (
        {"safety": "safe", "replace": ["level1", "level2"], "with": ["a"]}, "names 2 cells and `with` has 1 expressions"
    ),
    "twice": ({"safety": "safe", "replace": ["name", "name"], "with": ["a", "b"]}, "names a cell twice"),
    "no such cell": (
        {"safety": "safe", "replace": ["level1", "levl2"], "with": ["a", "b"]}, "no cell `levl2`; did you mean `level2`?"
    ),
    "no such field": ({"safety": "display", "insert": "base", "with": "a"}, "there is no cell `base`"),
    "no texts": ({"safety": "safe", "replace": ["name", {}], "with": ["a", "b"]}, "all of them texts"),
    "applied stub": ({"safety": "unsafe", "insert": "basis", "with": "a"}, "write `safety: display`"),
    "stub for a cell": (
        {"safety": "display", "insert": "basis", "replace": "name", "with": "a"}, "stands without `replace`"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entry", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said(entry: object, said: str) -> None:
    found = read_repair(entry, "value")
    assert isinstance(found, Bilingual)
    assert said in found.en
    assert any("\u4e00" <= char <= "\u9fff" for char in found.zh)


def test_several_cells_are_one_repair_with_an_expression_each() -> None:
    repair = read_repair({"safety": "unsafe", "replace": ["level1", "level2"], "with": ["'a'", " 'b' "]}, "indicator")
    assert isinstance(repair, Repair)
    assert repair.replace == ("level1", "level2")
    assert repair.expressions == (("fix.with.0", "'a'", "string"), ("fix.with.1", "'b'", "string"))


def test_one_expression_writes_the_cell_of_the_subject() -> None:
    repair = read_repair({"safety": "safe", "with": "'a'", "only_when": "true"}, "value")
    assert isinstance(repair, Repair)
    assert repair.replace == ("value",)
    assert repair.expressions == (("fix.with", "'a'", ""), ("fix.only_when", "true", "bool"))
