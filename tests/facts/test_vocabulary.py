"""The vocabulary as a whole: every fact is told in both languages, and an attribute is what it says."""

from operator import attrgetter
from typing import get_type_hints

import pytest

from perflint.across.facts.department_target import DepartmentTargetView, DepartmentTaskView
from perflint.across.facts.document_number import DocnumView
from perflint.across.facts.member import MemberView
from perflint.across.facts.peer import PeerView
from perflint.facts import FactType, FaultView, SuppressionView, Vocabulary
from perflint.judge.kinds import KINDS

VIEWS = {
    "member": MemberView, "peer": PeerView, "department_target": DepartmentTargetView,
    "department_task": DepartmentTaskView, "document_number": DocnumView,
    "file": FaultView, "suppression": SuppressionView,
}  # fmt: skip
TYPES = {
    FactType.BOOL: bool, FactType.INT: int, FactType.DOUBLE: float, FactType.STRING: str,
    FactType.STRINGS: tuple[str, ...],
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_facts_are_told_in_both_languages(kind: str) -> None:
    for name, fact in KINDS[kind].vocabulary.facts.items():
        assert name == fact.name == f"{kind}.{name.partition('.')[2]}"
        assert any("\u4e00" <= char <= "\u9fff" for char in fact.zh)
        assert fact.en.strip()


@pytest.mark.parametrize("kind", VIEWS)
def test_attributes_have_the_type_of_their_fact(kind: str) -> None:
    hints = get_type_hints(VIEWS[kind])
    named = {f"{kind}.{name}": name for name in hints} | {"file.fault_zh": "zh", "file.fault_en": "en"}
    facts = KINDS[kind].vocabulary.facts.values()
    attributes = [fact for fact in facts if isinstance(fact.derive, attrgetter)]
    assert attributes
    assert {fact.name: hints[named[fact.name]] for fact in attributes} == {
        fact.name: TYPES[fact.type] for fact in attributes
    }


def test_a_name_is_taken_once() -> None:
    words = Vocabulary("word", "词", "a word")
    words.attribute("text", FactType.STRING, zh="文字", en="the text")
    with pytest.raises(ValueError, match=r"word\.text is defined twice"):
        words.attribute("text", FactType.STRING, zh="文字", en="the text")
