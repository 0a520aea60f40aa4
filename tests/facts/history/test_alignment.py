"""Which part of a target stands against which part of a reference, and why the rest does not."""

from decimal import Decimal

import pytest

from perflint.facts.history.alignment import align
from perflint.facts.knowledge import load_knowledge
from perflint.quantity import Hint


@pytest.mark.parametrize(
    ("target", "reference", "pairs", "problem"),
    [
        ("≥98%", "95%", [("98", "95")], ""),
        ("≥98%", "95", [("98", "95")], ""),
        ("3万元", "20000元", [("30000", "20000")], ""),
        ("抽检300批次，培训5次", "培训4次，抽检280批次", [("300", "280"), ("5", "4")], ""),
        ("300批次", "5次", [], "unit"),
        ("300批次", "280批次，4次", [("300", "280")], "parts"),
        ("提高5%", "90%", [], "relative"),
        ("3万元", "20000", [], ""),
        ("800批次 120批次", "700批次", [], ""),
        ("良好", "95%", [], ""),
    ],
)
def test_pairs(target: str, reference: str, pairs: list[tuple[str, str]], problem: str) -> None:
    reader = load_knowledge().reader
    found = align(reader.read(target, Hint()), reader.read(reference, Hint()), reader.units)
    assert [(pair.target, pair.reference) for pair in found.pairs] == [(Decimal(a), Decimal(b)) for a, b in pairs]
    assert found.problem == problem
