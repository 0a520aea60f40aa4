"""Planned value, standard and target that are one figure: asked only where the form prints these columns."""

import pytest

from perflint.facts.history.copying import copies, copying_views, rows
from tests.facts.tables import view_of


def copied(*triples: str, profile: str = "shandong-duty") -> list[tuple[int, int]]:
    """Return rows and copies for rows of `planned/standard/target`."""
    lines = []
    for number, triple in enumerate(triples):
        planned, standard, value = triple.split("/")
        cells = f"planned: '{planned}', current: '{standard}'"
        lines.append(f"  - {{name: 检查{number}, value: '{value}', standard: {{{cells}}}}}")
    view = view_of("kind: department\nindicators:\n" + "\n".join(lines) + "\n", profile)
    return [(rows(each), copies(each)) for each in copying_views(view)]


@pytest.mark.parametrize(
    ("triples", "found"),
    [
        (["100%/100%/100%", "98%/95%/98%"], [(2, 1)]),
        (["１００％/100%/100%"], [(1, 1)]),
        (["//100%"], []),
        (["100%/100%/"], []),
    ],
)
def test_copies(triples: list[str], found: list[tuple[int, int]]) -> None:
    assert copied(*triples) == found


def test_other_forms_do_not_print_the_column() -> None:
    assert copied("100%/100%/100%", profile="hebei") == []
